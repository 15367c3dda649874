"""Judging a word or phrase: the order in which it is looked at, and what is made of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from quizapp.grading import tell
from quizapp.grading.code import is_code, judge_code
from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.fold import clean
from quizapp.grading.grade import BLANK, RIGHT, Grade, Outcome, Reason
from quizapp.grading.languages import Language, language_of
from quizapp.grading.lexicon import Lexicon, squashed
from quizapp.grading.phrases import (
    Comparison,
    Fit,
    Order,
    are_equal_forms,
    compare_phrases,
    find_fault,
)
from quizapp.grading.tokens import Token, tokens_of
from quizapp.grading.words import Fault, Likeness, match_words

_RANKS = {outcome: rank for rank, outcome in enumerate(Outcome)}  # the best first
_WORDS_WITH_ONE_SLIP = 3  # a phrase of more content words may have two
_FEWEST_LETTERS_OF_EXTRA = 3  # a word too many that is no longer is another thing
_NEAR_A_NAME = 2  # edits
_MOST_CLAUSES = 4
_TELLING = re.compile(r"[^\s.,;:!?'\"()-]")
_CLAUSE = re.compile(r"\s*[,;]\s*")
_LETTERS_APART = re.compile(r"[^\W\d_]{2,}\s*/\s*[^\W\d_]{2,}")
_BESIDE = re.compile(r"(.+?)\s*\((.+)\)")


@dataclass(frozen=True, slots=True)
class _Term:
    """What a term is judged by."""

    expected: ExpectedTerm
    language: Language
    given: tuple[Token, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.expected.key, *self.expected.accepted)


def judge_term(expected: ExpectedTerm, typed: str, names: Lexicon) -> Grade:
    """Return the grade of a word or phrase."""
    text = clean(typed)
    language = language_of(expected.language)
    if any(text == clean(form) for form in _forms(expected)):
        return RIGHT if text else BLANK
    if not _TELLING.search(text):
        return BLANK
    term = _Term(expected, language, tokens_of(expected.given, language) if expected.given else ())
    if any(_is_equal(term, form, text) for form in term.forms):
        return RIGHT
    if name := _other_name(term, text, names):
        note = tell.tell_neighbour(name, text, expected.key)
        return _wrong(Reason.NEIGHBOUR, note)
    if found := _judge_alternatives(term, text):
        return found
    best = min((_judge_form(term, form, text) for form in term.forms), key=_rank)
    if best.outcome in {Outcome.SLIP, Outcome.UNSURE} and (name := _near_name(term, text, names)):
        return _wrong(Reason.NEIGHBOUR, tell.tell_neighbour(name, text, expected.key))
    return best


def is_right_term(expected: ExpectedTerm, typed: str) -> bool:
    """Return whether `typed` is a form of the key: nothing missing, no slip."""
    language = language_of(expected.language)
    term = _Term(expected, language, ())
    text = clean(typed)
    return any(
        _is_equal(term, form, text) or _judge_form(term, form, text).outcome is Outcome.RIGHT
        for form in term.forms
    )


def _forms(expected: ExpectedTerm) -> tuple[str, ...]:
    return (expected.key, *expected.accepted)


def _rank(grade: Grade) -> tuple[int, bool, bool]:
    """Return what the best of several grades is least in; of wrong ones, that which tells most."""
    return _RANKS[grade.outcome], grade.reason is Reason.OTHER, grade.differing is None


def _wrong(reason: Reason, note: str, differing: tuple[str, str] | None = None) -> Grade:
    return Grade(Outcome.WRONG, reason, note, share=0.0, differing=differing)


def _is_equal(term: _Term, form: str, text: str) -> bool:
    if term.expected.code or is_code(form):
        return judge_code(form, text).outcome is Outcome.RIGHT
    if len(form) == len(text) == 1:  # a symbol: c is not C
        return form == text
    return are_equal_forms(form, text, term.language)


# --- other things --------------------------------------------------------------------------------


def _other_name(term: _Term, text: str, names: Lexicon) -> str:
    """Return what is never right, or the name of another concept, that an answer is; else ""."""
    for never in term.expected.wrong:
        if are_equal_forms(never, text, term.language):
            return never
    return names.named(text, term.forms)


def _near_name(term: _Term, text: str, names: Lexicon) -> str:
    """Return a name that an answer is as near to as to the key; "" where there is none."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (start-up)

    given = squashed(text)
    own = min(OSA.distance(squashed(form), given) for form in term.forms)
    near = [
        never
        for never in term.expected.wrong
        if OSA.distance(squashed(never), given) <= min(own, _NEAR_A_NAME)
    ]
    near += names.near(text, term.forms, min(own, _NEAR_A_NAME))
    return near[0] if near else ""


def _judge_alternatives(term: _Term, text: str) -> Grade | None:
    """Return the grade of an answer that is several: "X (Y)", "X or Y"; None where it is one."""

    def is_right(part: str) -> bool:
        return any(
            _is_equal(term, form, part) or _judge_form(term, form, part).outcome is Outcome.RIGHT
            for form in term.forms
        )

    if (found := _BESIDE.fullmatch(text)) and all(map(is_right, found.groups())):
        return RIGHT
    own = frozenset().union(*(_hedges(form, term.language) for form in term.forms))
    if own & term.language.against:
        own |= term.language.against
    hedges = _hedges(text, term.language) - own
    if hedges == {"/"} and _LETTERS_APART.search(text):  # one thing of two parts: TMP/SMX
        whole = text.replace("/", " ")
        if any(are_equal_forms(form, whole, term.language) for form in term.forms):
            return RIGHT
    if not hedges or any(term.expected.code or is_code(form) for form in term.forms):
        return None
    pattern = "|".join(
        rf"(?<!\w){re.escape(each)}(?!\w)" if each.isalpha() else re.escape(each) for each in hedges
    )
    parts = [part.strip(" .,") for part in re.split(pattern, text, flags=re.IGNORECASE)]
    parts = [part for part in parts if part]
    if not parts or (len(parts) == 1 and hedges == {"?"}):
        return None  # a question mark at the end is doubt, not another answer
    return RIGHT if all(map(is_right, parts)) else _wrong(Reason.HEDGE, tell.TWO_ANSWERS)


def _hedges(text: str, language: Language) -> frozenset[str]:
    """Return the words and signs in `text` that stand between two answers."""
    words = frozenset(word.strip(".,()").casefold() for word in text.split())
    return (words & (language.or_words | language.against)) | (frozenset(text) & frozenset("?/"))


# --- one form of the key -------------------------------------------------------------------------


def _judge_form(term: _Term, form: str, text: str) -> Grade:
    """Return the grade of an answer by one form of the key."""
    if term.expected.code or is_code(form):
        return judge_code(form, text)
    clauses, given = _clauses(form, term.language), _clauses(text, term.language)
    if 1 < len(clauses) <= _MOST_CLAUSES and len(clauses) == len(given):
        return _judge_clauses(term, form, clauses, given)
    if len(form) == len(text) == 1 and form.casefold() == text.casefold():
        return Grade(Outcome.UNSURE, Reason.NEAR, tell.ask_same(text, form), share=0.0)
    grade = _grade(term, compare_phrases(form, text, term.language), text)
    if len(given) == 2 and len(clauses) == 1 and "," in text:  # noqa: PLR2004 (artery, carotid)
        turned = f"{given[1]} {given[0]}"
        return min(
            grade, _grade(term, compare_phrases(form, turned, term.language), turned), key=_rank
        )
    return grade


def _clauses(text: str, language: Language) -> list[str]:
    """Return the clauses of `text`: parted by commas, or by "and" where there is no comma."""
    parts = [part for part in _CLAUSE.split(text) if part]
    joining = {word for word in language.and_words if word.isalpha()}
    cleaned = [
        part.split(maxsplit=1)[-1] if part.split()[0].casefold() in joining else part
        for part in parts
    ]
    return cleaned or [text]


def _judge_clauses(term: _Term, form: str, clauses: Sequence[str], given: Sequence[str]) -> Grade:
    """Return the grade of clauses that may stand in any order, each whole: the worst of the best."""

    def worst(order: Sequence[str]) -> Grade:
        return max(
            (
                _grade(term, compare_phrases(clause, part, term.language), part)
                for clause, part in zip(clauses, order, strict=True)
            ),
            key=_rank,
        )

    best = min((worst(order) for order in permutations(given)), key=_rank)
    if best.outcome is Outcome.WRONG and best.reason is Reason.OTHER:
        return replace(best, note=tell.tell_not_it(form))
    return best


def _grade(term: _Term, found: Comparison, text: str) -> Grade:
    """Return what is made of a comparison."""
    if found.is_equal:
        return RIGHT
    missing, extra = _lacking(term, found), _added(term, found, text)
    if found.missing and found.extra and not (missing and extra):  # group B is not grade B
        missing, extra = found.missing, found.extra
    if found.is_denied:
        denies = sum(word.form in term.language.negations for word in found.extra)
        note = tell.tell_negation(found.form, typed_denies=bool(denies))
        return _wrong(Reason.VETO, note)
    if not found.fits or (missing and extra):
        return _grade_instead(term, replace(found, missing=missing, extra=extra), text)
    if extra:
        return _grade_extra(term, found, extra, text)
    if found.order is Order.TURNED:
        return _wrong(Reason.VETO, tell.tell_turned(found.form))
    if found.article:
        return _wrong(Reason.VETO, tell.tell_instead(*found.article))
    slips, near = found.of_likeness(Likeness.SLIP), found.of_likeness(Likeness.NEAR)
    if missing:
        return _grade_part(term, found, text)
    if found.order is Order.OTHER:
        if slips or near:
            return _wrong(Reason.OTHER, tell.tell_slips(found.form))
        return Grade(Outcome.UNSURE, Reason.NEAR, tell.ask_same(text, found.form), share=0.0)
    return _grade_spelling(found, slips, near, text)


def _grade_spelling(
    found: Comparison, slips: Sequence[Fit], near: Sequence[Fit], text: str
) -> Grade:
    """Return the grade of an answer that has all words of the key, and no other."""
    allowed = 1 if len(found.fits) <= _WORDS_WITH_ONE_SLIP else 2
    if len(slips) + len(near) > allowed:
        return _wrong(Reason.OTHER, tell.tell_slips(found.form))
    if near:
        return Grade(
            Outcome.UNSURE,
            Reason.NEAR,
            tell.ask_same(text, found.form),
            share=0.0,
            differing=_differing(near),
        )
    notes = [tell.tell_slip(fit.key.text, fit.typed.text, fit.match.fault) for fit in slips]
    if notes:
        return Grade(Outcome.SLIP, Reason.SPELLING, " ".join(notes), differing=_differing(slips))
    accents = found.of_likeness(Likeness.ACCENT)
    note = " ".join(tell.tell_accent(fit.key.text, fit.typed.text) for fit in accents)
    return Grade(Outcome.RIGHT, Reason.SAME, note, differing=_differing(accents))


def _differing(fits: Sequence[Fit]) -> tuple[str, str] | None:
    return (fits[0].key.text, fits[0].typed.text) if len(fits) == 1 else None


def _grade_part(term: _Term, found: Comparison, text: str) -> Grade:
    """Return the grade of a part of the key with nothing false in it: the learner may say more."""
    if found.of_likeness(Likeness.NEAR) or all(fit.key.form == "&" for fit in found.fits):
        return _wrong(Reason.OTHER, tell.tell_not_it(found.form))
    note = tell.tell_part(found.form, text, term.language)
    return Grade(Outcome.MORE, Reason.PART, note, share=0.0)


def _grade_extra(term: _Term, found: Comparison, extra: Sequence[Token], text: str) -> Grade:
    """Return the grade of an answer that says more than the key: one word more is asked about."""
    words = [word.text for word in extra]
    if _CLAUSE.search(text) and not _CLAUSE.search(found.form):
        return _wrong(Reason.HEDGE, tell.TWO_ANSWERS)
    is_plain = (
        len(extra) == 1
        and extra[0].form.isalpha()
        and len(extra[0].form) >= _FEWEST_LETTERS_OF_EXTRA
        and extra[0].number is None
        and all(fit.match.likeness <= Likeness.ACCENT for fit in found.fits)
        and not found.missing
        and found.order is Order.SAME
    )
    if is_plain:
        return Grade(Outcome.UNSURE, Reason.EXTRA, tell.ask_same(text, found.form), share=0.0)
    return _wrong(Reason.VETO, tell.tell_extra(words, term.expected.key))


def _grade_instead(term: _Term, found: Comparison, text: str) -> Grade:
    """Return the grade of an answer that says another thing, and why it is another."""
    pairs = find_fault(found, term.language)
    is_one = len(found.missing) == len(found.extra) == 1
    for fit in pairs:
        right, wrong = fit.key.text, fit.typed.text
        if fit.match.fault is Fault.OPPOSITE:
            note = tell.tell_opposite(
                wrong,
                fit.match.affixes,
                is_prefix=fit.key.form.startswith(fit.match.affixes[0])
                and fit.typed.form.startswith(fit.match.affixes[1]),
            )
            return _wrong(Reason.VETO, note, (right, wrong))
        if fit.match.fault is Fault.ANOTHER_WORD and is_one:
            note = tell.tell_another_word(wrong, found.form)
            return _wrong(Reason.VETO, note, (right, wrong))
    if is_one and found.fits and pairs:
        note = tell.tell_instead(pairs[0].key.text, pairs[0].typed.text)
        return _wrong(Reason.VETO, note)
    return _wrong(Reason.OTHER, tell.tell_not_it(term.expected.key))


# --- words that need not stand -------------------------------------------------------------------


def _lacking(term: _Term, found: Comparison) -> tuple[Token, ...]:
    """Return the missing words that an answer must have."""
    missing = tuple(word for word in found.missing if word.form != "&")
    if not missing:
        return ()
    said = any(not _is_given(term, fit.key) for fit in found.fits)
    if said and all(_is_given(term, word) for word in missing):
        return ()
    if all(
        _is_classifier(word, tokens_of(found.form, term.language), term.language)
        for word in missing
    ):
        return ()
    if len(missing) == 1 and found.fits and _names_class(missing[0], found, term):
        return ()
    return missing


def _is_given(term: _Term, word: Token) -> bool:
    """Return whether the question has a word itself."""
    return any(
        match_words(word, each, term.language).likeness is Likeness.SAME for each in term.given
    )


def _is_classifier(word: Token, phrase: Sequence[Token], language: Language) -> bool:
    """Return whether a word only says what sort of number or letter stands beside it."""
    if word.form not in language.classifiers:
        return False
    at = next((at for at, each in enumerate(phrase) if each.form == word.form), None)
    return at is not None and at + 1 < len(phrase) and phrase[at + 1].is_exact


def _names_class(word: Token, found: Comparison, term: _Term) -> bool:
    """Return whether a missing word only names the class: the carotid *artery*, Crohn's *disease*."""
    words = tokens_of(found.form, term.language)
    if word.form in _CLASSES.get(term.language.code, frozenset()):
        return True
    is_named = word.form in _NAMED.get(term.language.code, frozenset())
    return is_named and all(
        each.is_capitalised for each in words if each.form not in {word.form, *term.language.silent}
    )


# What a structure or a thing with a proper name is called beside its name.
_CLASSES = {"en": frozenset("muscle nerve artery vein bone".split())}
_NAMED = {
    "en": frozenset(
        "disease syndrome scale law test lake river mount mountain sea ocean island effect sign "
        "principle theorem equation constant number method reaction".split()
    )
}


def _added(term: _Term, found: Comparison, text: str) -> tuple[Token, ...]:
    """Return the extra words that make something else of an answer."""
    phrase = tokens_of(text, term.language)
    return tuple(word for word in found.extra if not _is_classifier(word, phrase, term.language))
