"""Judging a word or phrase: the order in which it is looked at, and what is made of it."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain, permutations

from quizapp.grading import tell
from quizapp.grading.affixes import is_same_affix
from quizapp.grading.amounts import judge_number
from quizapp.grading.code import is_code, judge_code
from quizapp.grading.dates import compare_dates, is_date_in
from quizapp.grading.dictionary import NO_DICTIONARY, Dictionary, open_dictionary
from quizapp.grading.equal_forms import are_equal_forms
from quizapp.grading.expected import ExpectedNumber, ExpectedTerm
from quizapp.grading.fold import clean
from quizapp.grading.formulas import are_equal_formulas
from quizapp.grading.grade import BLANK, RIGHT, Grade, Outcome, Reason
from quizapp.grading.grade_phrase import CLAUSE, grade_comparison, has_clauses, wrong
from quizapp.grading.languages import Language, language_of
from quizapp.grading.lexicon import NO_NAMES, Lexicon, squashed
from quizapp.grading.noun_wordings import noun_wordings
from quizapp.grading.phrases import compare_phrases
from quizapp.grading.read_amount import value_of
from quizapp.grading.rewordings import rewordings
from quizapp.grading.term import Term
from quizapp.grading.tokens import tokens_of
from quizapp.grading.units import unit_of
from quizapp.grading.words import LanguageData

_RANKS = {outcome: rank for rank, outcome in enumerate(Outcome)}  # the best first
_NEAR_A_NAME = 2  # edits
_MOST_CLAUSES = 4
_MAY_COUNT = re.compile(r"\d|[^\W\d_]{2}")
_FRACTION = re.compile(r"(?<=\d)/(?=\d)")
_TELLING = re.compile(r"[^\s.,;:!?'\"()-]")
_LETTERS_APART = re.compile(r"[^\W\d_]{2,}\s*/\s*[^\W\d_]{2,}")
_STROKE = re.compile(r"\s+/\s+")
_BESIDE = re.compile(r"(.+?)\s*\((.+)\)")


def judge_term(expected: ExpectedTerm, typed: str, names: Lexicon) -> Grade:
    """Return the grade of a word or phrase."""
    text = clean(typed)
    term = _term(expected, open_dictionary(expected.language), names)
    if any(text == clean(form) for form in term.forms):
        return RIGHT
    if not _TELLING.search(text):
        return BLANK
    if any(_is_equal(term, form, text) for form in term.forms):
        return RIGHT
    if name := _other_name(term, text, names):
        return wrong(Reason.NEIGHBOUR, tell.tell_other_name(name, expected.key))
    if found := _judge_amounts(term, text) or _judge_alternatives(term, text):
        return found
    best = min((_judge_form(term, form, text) for form in term.forms), key=_rank)
    if best.outcome in {Outcome.SLIP, Outcome.UNSURE} and (name := _near_name(term, text, names)):
        return wrong(Reason.NEIGHBOUR, tell.tell_near_name(name, text, expected.key))
    return wrong(Reason.KIND, tell.WORD_ASKED) if _is_other_kind(term, text, best) else best


def is_right_term(expected: ExpectedTerm, typed: str, words: Dictionary = NO_DICTIONARY) -> bool:
    """Return whether `typed` is a form of the key: nothing missing, no slip."""
    return _is_right(expected, typed, words)


@lru_cache(maxsize=4096)
def _is_right(expected: ExpectedTerm, typed: str, words: Dictionary) -> bool:
    term = _term(expected, words)
    text = clean(typed)
    if any(text == clean(form) or _is_equal(term, form, text) for form in term.forms):
        return True
    found = _judge_amounts(term, text)
    if found is not None:
        return found.outcome is Outcome.RIGHT
    return any(_judge_form(term, form, text).outcome is Outcome.RIGHT for form in term.forms)


def _is_other_kind(term: Term, text: str, grade: Grade) -> bool:
    """Return whether a number in digits was typed where each form of the key is words.

    Only where nothing else tells what is wrong.
    """
    return (
        (grade.outcome, grade.reason) == (Outcome.WRONG, Reason.OTHER)
        and not any(map(str.isalpha, text))
        and any(map(str.isnumeric, text))
        and all(any(map(str.isalpha, form)) for form in term.forms)
        and not any(map(str.isnumeric, "".join(term.forms)))
    )


def _term(expected: ExpectedTerm, words: Dictionary, names: Lexicon = NO_NAMES) -> Term:
    language = language_of(expected.language)
    return Term(expected, LanguageData(language, words), tokens_of(expected.given, language), names)


def _rank(grade: Grade) -> tuple[int, bool, bool]:
    """Return what the best of several grades is least in; of wrong ones, that which tells most."""
    return _RANKS[grade.outcome], grade.reason is Reason.OTHER, grade.differing is None


def _is_equal(term: Term, form: str, text: str) -> bool:
    if not term.expected.code and is_same_affix(form, text):
        return True
    if term.expected.code or is_code(form):
        return _judge_code(term, form, text).outcome is Outcome.RIGHT
    if len(form) == len(text) == 1:  # a symbol: c is not C
        return form == text
    return are_equal_forms(form, text, term.language)


# --- other things --------------------------------------------------------------------------------


def _other_name(term: Term, text: str, names: Lexicon) -> str:
    """Return what is never right, or the name of another concept, that an answer is; else ""."""
    for never in term.expected.wrong:
        if are_equal_forms(never, text, term.language):
            return never
    return names.named(text, term.forms) or _opposed_word(term, text)


def _opposed_word(term: Term, text: str) -> str:
    """Return a typed word that the author opposes to one of the key's; "" without one."""
    if not term.expected.opposites:
        return ""
    own = {token.form for form in term.forms for token in tokens_of(form, term.language)}
    for group in term.expected.opposites:
        words = {token.form for each in group for token in tokens_of(each, term.language)}
        for token in tokens_of(text, term.language):
            if token.form in words - own and words & own:
                return token.text
    return ""


def _near_name(term: Term, text: str, names: Lexicon) -> str:
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


def _judge_amounts(term: Term, text: str) -> Grade | None:
    """Return the grade of a date, or of a number said otherwise; None where neither is one."""
    if term.expected.code or not _MAY_COUNT.search(text):
        return None
    code = term.language.code
    for form in term.forms:
        if dated := compare_dates(form, text, code):
            return dated
        value, typed = value_of(form, code), value_of(text, code)
        if value is not None and (value == typed or is_date_in(value, text, code)):
            return RIGHT
        amount = _amount_of(form, code) if typed is None else None
        if amount and judge_number(amount, text) == RIGHT:
            return RIGHT
    return None


def _amount_of(form: str, language: str) -> ExpectedNumber | None:
    """Return a form of the key as a number with its unit; None where it measures nothing."""
    number, _, unit = form.rpartition(" ")
    value = value_of(number, language) if number else None
    measured = unit_of(unit)
    if value is None or value.denominator != 1 or measured.is_count or not measured.dimension:
        return None
    return ExpectedNumber(Decimal(value.numerator), number, unit, language=language)


def _judge_alternatives(term: Term, text: str) -> Grade | None:
    """Return the grade of an answer that is several: "X (Y)", "X or Y"; None where it is one."""

    def is_right(part: str) -> bool:
        return any(
            _is_equal(term, form, part) or _judge_form(term, form, part).outcome is Outcome.RIGHT
            for form in term.forms
        )

    if (found := _BESIDE.fullmatch(text)) and all(map(is_right, found.groups())):
        return RIGHT
    own = frozenset("/" if any(map(has_clauses, term.forms)) else "")  # a stroke for a comma
    forms = (form.replace(" nor ", " or ") for form in term.forms)  # not A or B
    own = own.union(*(_hedges(form, term.language) for form in forms))
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
    return RIGHT if all(map(is_right, parts)) else _wrong_parts(term, parts, hedges)


def _wrong_parts(term: Term, parts: Sequence[str], hedges: frozenset[str]) -> Grade:
    """Return the grade of several answers; with strokes it may be one: the Na/K pump."""
    grades = (_judge_form(term, form, part) for form in term.forms for part in parts)
    is_one = hedges == {"/"} and all(each.outcome is Outcome.WRONG for each in grades)
    note = tell.tell_not_it(term.expected.key) if is_one else tell.TWO_ANSWERS
    return wrong(Reason.HEDGE, note)


def _hedges(text: str, language: Language) -> frozenset[str]:
    """Return the words and signs in `text` that stand between two answers."""
    words = [word.strip(".,()").casefold() for word in text.split()]
    parties = frozenset(words[1:-1]) & language.against
    signs = frozenset(_FRACTION.sub("", text)) & frozenset("?/")
    return (frozenset(words) & language.or_words) | parties | signs


# --- one form of the key -------------------------------------------------------------------------


def _judge_form(term: Term, form: str, text: str) -> Grade:
    """Return the grade of an answer by one form of the key."""
    if term.expected.code or is_code(form):
        return _judge_code(term, form, text)
    if len(form) == len(text) == 1 and form.casefold() == text.casefold():
        return Grade(Outcome.UNSURE, Reason.NEAR, tell.ask_same(text, form), share=0.0)
    if has_clauses(form):
        text = _STROKE.sub(", ", text)
    clauses, given = _clauses(form, term.language), _clauses(text, term.language)
    if 1 < len(clauses) <= _MOST_CLAUSES and len(clauses) == len(given):
        return _judge_clauses(term, form, clauses, given)
    grade = _compare(term, form, text)
    if not grade.passes:
        question = term.expected.given
        pairs = chain(
            rewordings(form, text, term.language, question, term.other_names),
            noun_wordings(form, text, term.data, question),
        )
        said = (_compare(term, *each) for each in pairs if each != (form, text))
        grade = next((each for each in said if each.passes), grade)
    if beside := _BESIDE.fullmatch(text):  # hemicolectomy (left)
        return min(grade, _compare(term, form, f"{beside[2]} {beside[1]}"), key=_rank)
    if not has_clauses(text) or len(clauses) > 1 or len(given) != 2:  # noqa: PLR2004
        return grade
    turned = _compare(term, form, f"{given[1]} {given[0]}")  # artery, carotid
    return grade if turned.reason is Reason.EXTRA else min(grade, turned, key=_rank)


def _judge_code(term: Term, form: str, text: str) -> Grade:
    """Return the grade of code; of a formula, unless the author says that it is code, any order."""
    is_same = not term.expected.code and are_equal_formulas(form, text)
    return RIGHT if is_same else judge_code(form, text)


def _compare(term: Term, form: str, text: str) -> Grade:
    return grade_comparison(term, compare_phrases(form, text, term.data), text)


def _clauses(text: str, language: Language) -> list[str]:
    """Return the clauses of `text`: parted by commas, or by "and" where each has several words."""
    joining = "|".join(map(re.escape, language.and_words))
    by_and = re.split(rf"\s+(?:{joining})\s+", text) if joining else [text]
    if not has_clauses(text) and len(by_and) > 1 and all(" " in part.strip() for part in by_and):
        return by_and
    return [
        rest if first.casefold() in language.and_words and rest else part
        for part in filter(None, CLAUSE.split(text))
        for first, _, rest in [part.partition(" ")]
    ] or [text]


def _judge_clauses(term: Term, form: str, clauses: Sequence[str], given: Sequence[str]) -> Grade:
    """Return the grade of clauses in any order, each whole: of the best order the worst clause."""
    orders = (
        [_compare(term, clause, part) for clause, part in zip(clauses, order, strict=True)]
        for order in permutations(given)
    )
    grades = min(orders, key=lambda each: max(map(_rank, each)))
    best = max(grades, key=_rank)
    is_told = best.outcome is not Outcome.WRONG or best.reason is not Reason.OTHER
    if not is_told or sum(each.outcome is Outcome.WRONG for each in grades) > 1:
        return wrong(Reason.OTHER, tell.tell_not_it(form))
    return best
