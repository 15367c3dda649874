"""What is made of a comparison: which words need not stand, which are too many, what is told."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.grading import tell
from quizapp.grading.derivations import is_derived
from quizapp.grading.equal_forms import turn_link
from quizapp.grading.fold import bare, fold_word
from quizapp.grading.grade import RIGHT, Grade, Outcome, Reason
from quizapp.grading.instead import general_noun, is_slip_in_phrase, tell_place
from quizapp.grading.languages import ENGLISH, Language
from quizapp.grading.persons import asks_for_person, is_common, surname_of
from quizapp.grading.phrases import Comparison, Fit, Order, find_fault
from quizapp.grading.rewordings import says_only_sort
from quizapp.grading.term import Term
from quizapp.grading.tokens import Token, tokens_of
from quizapp.grading.words import Fault, Likeness, match_words

CLAUSE = re.compile(r"\s*[,;]\s*")
_LETTERS_OF_SLIP = 9  # of a phrase; it may have a slip in each so many, and one in fewer
_PATRONYMIC = re.compile(r".{2,}(?:[оеь]вич|ич|[оеё]вна|инична)")
_LATIN_STRUCTURES = {
    "musculus": "muscle",
    "nervus": "nerve",
    "arteria": "artery",
    "vena": "vein",
    "ligamentum": "ligament",
}
_FEWEST_LETTERS_OF_EXTRA = 3  # a word too many that is no longer is another thing


def wrong(reason: Reason, note: str, differing: tuple[str, str] | None = None) -> Grade:
    """Return the grade of what is not it; `differing`: the word of the key and the one typed."""
    return Grade(Outcome.WRONG, reason, note, share=0.0, differing=differing)


def grade_comparison(term: Term, compared: Comparison, text: str) -> Grade:
    """Return what is made of a comparison of `text` with one form of the key."""
    if compared.is_equal:
        return RIGHT
    found = _needed(term, compared, text)
    if found.is_denied and found.fits:
        return wrong(Reason.VETO, _tell_denial(compared, term.language))
    if not found.fits or (found.missing and found.extra):
        return _grade_instead(term, found, text)
    if found.extra:
        return _grade_extra(term, found, text)
    if note := _other_order(found):
        return wrong(Reason.VETO, note)
    return (
        _grade_part(term, found, text)
        if found.missing
        else _grade_spelling(found, text, term.language)
    )


def _tell_denial(found: Comparison, language: Language) -> str:
    """Return which word denies on one side alone."""
    typed = [word.text for word in found.extra if word.form in language.negations]
    missing = [word.text for word in found.missing if word.form in language.negations]
    if typed or not missing:
        return tell.tell_denied(typed[0] if typed else "not", found.form)
    return tell.tell_denying(missing[0], found.form)


def _needed(term: Term, found: Comparison, text: str) -> Comparison:
    """Return a comparison without the missing words that need not stand, and the extra that may."""
    if term.language.has_concord and not found.is_denied:
        found = _without_second_denial(found, term.language)
    missing, extra = _lacking(term, found), _added(term, found, text)
    if asks_for_person(term.given, term.language) and found.fits:
        key = tokens_of(found.form, term.language)
        surname = surname_of(key, term.data)
        is_numbered = len(key) > 1 and key[0].is_capitalised and key[-1].number is not None
        if (surname or is_numbered) and not found.missing:
            extra = _without_role(extra, found, text, term)
        elif surname and found.fits[-1].key == surname and _is_alone(term, surname, found):
            missing = ()
    if missing and _is_named_by_article(term, found, text):
        missing = ()
    if found.missing and found.extra and not (missing and extra):  # group B is not grade B
        return found
    return replace(found, missing=missing, extra=extra)


def _is_named_by_article(term: Term, found: Comparison, text: str) -> bool:
    """Return whether an article stands for the noun before a name: la Sistina, for the chapel."""
    key, given = tokens_of(found.form, term.language), tokens_of(text, term.language)
    key = tuple(word for word in key if word.form not in term.language.articles)
    if term.language.has_head_last or len(key) != 2 or len(given) != 2:  # noqa: PLR2004
        return False
    is_name = all(word.is_capitalised for word in (*key, given[1]))
    is_last = given[0].form in term.language.definite and given[1].form == key[1].form
    return is_name and is_last and _is_alone(term, key[1], found)


def _is_alone(term: Term, surname: Token, found: Comparison) -> bool:
    """Return whether a surname is typed with nothing that is another's, and no other has it."""
    near = (name for name in term.other_names if surname.form in fold_word(name, term.language))
    others = {each.form for name in near for each in tokens_of(name, term.language)}
    return surname.form not in others and not found.extra


def _without_role(
    extra: tuple[Token, ...], found: Comparison, text: str, term: Term
) -> tuple[Token, ...]:
    """Return words too many without what is no other person's: the navigator, a patronymic."""
    language, phrase = term.language, tokens_of(text, term.language)
    if not extra or extra[1:]:
        return extra
    word, start = extra[0], min(phrase.index(fit.typed) for fit in found.fits)
    is_noun = word.text.islower() or (language.has_capital_nouns and len(word.text) > 1)
    is_noun = is_noun or (language is ENGLISH and is_common(word, term.data))  # King Henry VIII
    is_role = is_noun and word.form not in language.negations and term.data.words.known(word.form)
    if is_role and phrase.index(word) + 1 == start:
        return ()
    is_father = language.has_patronymics and word.is_capitalised
    is_short = len(word.text) == 1 and phrase[start].is_letter
    return () if is_father and (is_short or _PATRONYMIC.fullmatch(word.form)) else extra


def _other_order(found: Comparison) -> str:
    """Return what is told of an order or an article that makes another thing; "" without one."""
    if found.order is Order.TURNED:
        return tell.tell_turned(found.form)
    return tell.tell_article(*found.article) if found.article else ""


def _without_second_denial(found: Comparison, language: Language) -> Comparison:
    """Return a comparison of two sides that deny, whose further words that deny say nothing."""
    missing, extra = (
        tuple(word for word in words if word.form not in language.negations)
        for words in (found.missing, found.extra)
    )
    return replace(found, missing=missing, extra=extra)


def _grade_spelling(found: Comparison, text: str, language: Language) -> Grade:
    """Return the grade of an answer that has all words of the key, and no other."""
    slips, near = found.of_likeness(Likeness.SLIP), found.of_likeness(Likeness.NEAR)
    faults = len(slips) + len(near)
    if faults > max(1, sum(len(fit.key.form) for fit in found.fits) // _LETTERS_OF_SLIP):
        return wrong(Reason.OTHER, tell.tell_slips(found.form))
    is_moved = found.order is Order.OTHER
    if is_moved and faults:
        return wrong(Reason.OTHER, tell.tell_slips(found.form))
    if near or is_moved:
        return _unsure(Reason.NEAR, text, found.form, _differing(near))
    if slips:
        marked = sorted((*slips, *found.of_likeness(Likeness.ACCENT)), key=found.fits.index)
        notes = (tell.tell_slip(fit.key, fit.typed, fit.match.fault, language) for fit in marked)
        return Grade(Outcome.SLIP, Reason.SPELLING, " ".join(notes), differing=_differing(slips))
    accents = found.of_likeness(Likeness.ACCENT)
    note = " ".join(tell.tell_accent(fit.key.text, fit.typed.text, language) for fit in accents)
    return Grade(Outcome.RIGHT, Reason.SAME, note, differing=_differing(accents))


def _unsure(
    reason: Reason, text: str, form: str, differing: tuple[str, str] | None = None
) -> Grade:
    return Grade(Outcome.UNSURE, reason, tell.ask_same(text, form), share=0.0, differing=differing)


def _differing(fits: Sequence[Fit]) -> tuple[str, str] | None:
    return (fits[0].key.text, fits[0].typed.text) if len(fits) == 1 else None


def _grade_part(term: Term, found: Comparison, text: str) -> Grade:
    """Return the grade of a part of the key with nothing false in it: the learner may say more."""
    lacks_sign = not any(any(map(str.isalnum, word.form)) for word in found.missing)
    says_nothing = all(fit.key.form == "&" for fit in found.fits)
    denies = any(fit.key.form in term.language.negations - {fit.typed.form} for fit in found.fits)
    if lacks_sign or says_nothing or denies or found.of_likeness(Likeness.NEAR):
        return wrong(Reason.OTHER, tell.tell_not_it(found.form))
    note = tell.tell_part(found.form, text, term.data)
    return Grade(Outcome.MORE, Reason.PART, note, share=0.0)


def _grade_extra(term: Term, found: Comparison, text: str) -> Grade:
    """Return the grade of an answer that says more than the key: one word more is asked about."""
    if has_clauses(text) and not has_clauses(found.form):
        return wrong(Reason.HEDGE, tell.TWO_ANSWERS)
    word = found.extra[0]
    is_name = len(found.fits) == 1 and all(
        each.text.istitle() for each in (found.fits[0].key, *found.extra)
    )
    is_whole = found.order is Order.SAME and not _is_prefix(word, text, term.language)
    if is_whole and _stand_in_question(term, found.extra, text):
        return _grade_spelling(replace(found, extra=()), text, term.language)
    if (
        (len(found.extra) == 1 or is_name)  # Johann Sebastian Bach
        and is_whole
        and word.form.isalpha()
        and len(word.form) >= _FEWEST_LETTERS_OF_EXTRA
        and word.number is None
        and all(fit.match.likeness <= Likeness.ACCENT for fit in found.fits)
    ):
        return _unsure(Reason.EXTRA, text, found.form)
    words = [word.text for word in found.extra]
    return wrong(Reason.VETO, tell.tell_extra(words, term.expected.key))


def _stand_in_question(term: Term, extra: Sequence[Token], text: str) -> bool:
    """Return whether the question has words itself that an answer has too many, and no choice.

    One before "of" must be what is asked for: the opposite of cold is not cold.
    """
    language = term.language
    heads = [one for one, after in pairwise(tokens_of(text, language)) if after.form == "of"]
    if any(one in heads and not says_only_sort(one.form, term.expected.given) for one in extra):
        return False
    asks_which = any(word.form in language.or_words | language.against for word in term.given)
    phrase = tokens_of(text, language)
    return not asks_which and all(
        (_is_given(term, word) or _opens_given_name(term, word, extra, phrase))
        and word.form.isalpha()
        and word.form not in language.negations
        for word in extra
    )


def _opens_given_name(
    term: Term, word: Token, extra: Sequence[Token], phrase: Sequence[Token]
) -> bool:
    """Return whether a word opens the longer name of a place in the question: Great Britain."""
    at = next((at for at, each in enumerate(phrase) if each is word), len(phrase))
    behind = phrase[at + 1 : at + 2]
    are_names = bool(behind) and word.is_capitalised and behind[0].is_capitalised
    return are_names and behind[0] in extra and at > 0 and _is_given(term, behind[0])


def _is_prefix(word: Token, text: str, language: Language) -> bool:
    """Return whether a hyphen joins a word to the next one: anti-insulin."""
    return any(one == word and after.is_glued for one, after in pairwise(tokens_of(text, language)))


def has_clauses(text: str) -> bool:
    """Return whether `text` has several clauses, or names several things."""
    return bool(CLAUSE.search(text))


def _grade_instead(term: Term, found: Comparison, text: str) -> Grade:
    """Return the grade of an answer that says another thing, and why it is another."""
    pairs = find_fault(found, term.data)
    is_one = len(found.missing) == len(found.extra) == 1
    if noun := general_noun(term, found, text):
        note = tell.ask_which(noun, term.language)
        return Grade(Outcome.MORE, Reason.PART, note, share=0.0)
    if is_one and found.fits and is_slip_in_phrase(term, found, pairs[0], text):
        slip = tell.tell_slip(pairs[0].key, pairs[0].typed, Fault.EAR, term.language)
        differing = (pairs[0].key.text, pairs[0].typed.text)
        return Grade(Outcome.SLIP, Reason.SPELLING, slip, differing=differing)
    for fit in pairs:
        right, typed = fit.key.text, fit.typed.text
        if fit.match.fault is Fault.OPPOSITE:
            note = tell.tell_opposite(right, typed, fit.match.affixes)
            return wrong(Reason.VETO, note, (right, typed))
        if is_one and term.language is ENGLISH and is_derived(right, typed):
            return _unsure(Reason.NEAR, text, found.form, (right, typed))
        if fit.match.fault is Fault.ANOTHER_WORD and is_one and not fit.key.is_exact:
            note = tell.tell_another_word(typed, found.form)
            return wrong(Reason.VETO, note, (right, typed))
    if is_one and found.fits and (note := tell_place(term, found, text)):
        return wrong(Reason.VETO, note)
    return wrong(Reason.OTHER, tell.tell_not_it(term.expected.key))


# --- words that need not stand -------------------------------------------------------------------


def _lacking(term: Term, found: Comparison) -> tuple[Token, ...]:
    """Return the missing words that an answer must have."""
    missing = tuple(word for word in found.missing if word.form != "&")
    if not missing or not found.fits:
        return missing
    says_more = any(not _is_given(term, fit.key) for fit in found.fits)
    phrase = tokens_of(found.form, term.language)
    is_free = (
        (says_more and _names_question(term, missing, found))
        or all(_is_classifier(word, phrase, term.language) for word in missing)
        or (len(missing) == 1 and _names_class(missing[0], found, phrase, term.language))
    )
    return () if is_free else missing


def _names_question(term: Term, missing: Sequence[Token], found: Comparison) -> bool:
    """Return whether only the noun is missing that the question asks for: which *vein*?"""
    kept = [fit.key for fit in found.fits]
    phrase = tokens_of(found.form, term.language)
    joining = term.language.prepositions | term.language.particles  # Schlacht bei Waterloo
    missing = [word for word in missing if word.form not in joining] or missing
    if all(word.is_capitalised for word in kept):
        phrase = turn_link(phrase, term.language)  # the Treaty of Versailles
    order = [word for word in phrase if word in (*missing, *kept)]
    ends = [order[-len(missing) :] if term.language.has_head_last else order[: len(missing)]]
    if term.language.has_free_order and all(word.form != "&" for word in phrase):  # закон Ома
        ends.append(order[: len(missing)])
    return list(missing) in ends and all(_is_given(term, word) for word in missing)


def _is_given(term: Term, word: Token) -> bool:
    """Return whether the question has a word itself."""
    return any(match_words(word, each, term.data).likeness is Likeness.SAME for each in term.given)


def _is_classifier(word: Token, phrase: Sequence[Token], language: Language) -> bool:
    """Return whether a word only says what sort of number or letter stands beside it."""
    if word.form not in language.classifiers:
        return False
    at = next((at for at, each in enumerate(phrase) if each.form == word.form), None)
    return at is not None and at + 1 < len(phrase) and phrase[at + 1].is_exact


def _names_class(
    word: Token, found: Comparison, phrase: Sequence[Token], language: Language
) -> bool:
    """Return whether a word only names a class: the carotid *artery*, Crohn's *disease*."""
    others = (each for each in phrase if each.form not in {word.form, *language.silent})
    is_typed_in_full = all(
        bare(fit.typed.form) in {bare(fit.key.form), bare(fit.key.text.replace("'", "").casefold())}
        for fit in found.fits
    )
    is_named = word.form in language.named and is_typed_in_full
    return word.form in language.structures or (
        is_named and all(each.is_capitalised for each in others)
    )


def _added(term: Term, found: Comparison, text: str) -> tuple[Token, ...]:
    """Return the extra words that make something else of an answer."""
    phrase = tokens_of(text, term.language)
    asked = {each.form for each in term.given}
    return tuple(
        word
        for word in found.extra
        if not _is_classifier(word, phrase, term.language)
        and not (word is phrase[0] and _LATIN_STRUCTURES.get(word.form) in asked)
    )
