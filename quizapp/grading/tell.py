"""The sentences that a learner reads about an answer: one a reason, each true of what was typed."""

import difflib
from collections.abc import Sequence

from quizapp.grading.fold import american, bare
from quizapp.grading.languages import ENGLISH, Language
from quizapp.grading.tokens import Token
from quizapp.grading.words import Fault, LanguageData

_SWAPPED = 2  # letters
_MOST_QUOTED = 60  # characters of an answer that a sentence repeats


def quote(text: str) -> str:
    """Return a text as a sentence repeats it, cut where it is long."""
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= _MOST_QUOTED else f"{text[: _MOST_QUOTED - 1]}…"


# --- slips ---------------------------------------------------------------------------------------


def tell_slip(key: Token, typed: Token, fault: Fault, language: Language) -> str:
    """Return what is misspelt in the word `typed`, and how it is written."""
    if fault is Fault.EAR:
        return f"By ear it is right; it is written {quote(key.text)}."
    if fault is Fault.ACCENT:
        return tell_accent(key.text, typed.text, language)
    return tell_edit(key.text, key.form, typed.form)


def tell_edit(shown: str, right: str, typed: str) -> str:
    """Return what the one edit between two words is, and how it is written."""
    return f"{_name_edit(bare(right.casefold()), bare(typed.casefold()))}: {quote(shown)}."


def _name_edit(one: str, other: str) -> str:
    """Return what the one edit between two words is; more than one is of British spelling, too."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (start-up)

    if OSA.distance(one, other) > 1:
        one, other = american(one), american(other)
    if OSA.distance(one, other) > 1:
        return "Two slips"
    if len(one) != len(other):
        return "A letter too many" if len(other) > len(one) else "A letter is missing"
    is_swap = sorted(one) == sorted(other) and one != other
    return "Two letters swapped" if is_swap else "One letter"


def tell_accent(key: str, typed: str, language: Language) -> str:
    """Return how a word is written whose marks are others."""
    marks = {c for c in key.casefold() if c not in typed.casefold()}
    if not marks.isdisjoint("æœ"):
        return f"It is written {key}."
    name = "Umlaut" if language.code == "de" and marks <= set("äöü") else "Accent"
    return f"{name}: {key}."


def mark_letters(key: str, typed: str) -> tuple[tuple[str, bool], ...]:
    """Return `typed` in pieces, each with whether it differs from `key`; a gap is a piece of "".

    For one word beside another; case does not differ. Of two letters swapped both differ.
    """
    one, other = _letters(key), _letters(typed)
    if len(one) == len(other):
        at = [place for place, pair in enumerate(zip(one, other, strict=True)) if len({*pair}) > 1]
        if 0 < len(at) <= _SWAPPED and at[-1] - at[0] < _SWAPPED:
            start, end = at[0], at[-1] + 1
            pieces = ((typed[:start], False), (typed[start:end], True), (typed[end:], False))
            return tuple(piece for piece in pieces if piece[0])
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return tuple(
        (typed[start:end], tag != "equal") for tag, _, _, start, end in matcher.get_opcodes()
    )


def _letters(text: str) -> list[str]:
    """Return the letters of a word whatever their case, one for each of its own: ß is no ss."""
    return [letter.casefold() for letter in text]


# --- say more ------------------------------------------------------------------------------------


def tell_part(form: str, typed: str, data: LanguageData) -> str:
    """Return what asks for more: "Which dermatitis?" where the noun stands alone.

    In another language the word is quoted, whatever form of it a question would have. One of two
    that are joined is no sort of thing: supply and demand.
    """
    words, given = form.casefold().split(), typed.casefold().split()
    head = words[-len(given) :] if data.language.has_head_last else words[: len(given)]
    is_joined = not data.language.and_words.isdisjoint(words)
    is_noun = head == given and data.words.known(given[-1]) and not is_joined
    return ask_which(typed, data.language) if is_noun else "Part of it. What else?"


def ask_which(noun: str, language: Language) -> str:
    """Return the question which one of several things a noun means."""
    return f"Which {quote(noun)}?" if language is ENGLISH else f'Which "{quote(noun)}"?'


# --- not it --------------------------------------------------------------------------------------


def tell_not_it(key: str) -> str:
    """Return that it is another thing."""
    return f"Not it: the answer is {quote(key)}."


def tell_opposite(key: str, typed: str, affixes: tuple[str, str]) -> str:
    """Return which prefix or ending makes another thing of a word; `affixes`: right, wrong."""
    right, wrong = affixes
    one, other = bare(key.casefold()), bare(typed.casefold())
    is_prefix = one.startswith(right) and other.startswith(wrong)
    named = [f"{each}-" if is_prefix else f"-{each}" for each in affixes]
    if not wrong:
        return f"{quote(typed)} is another thing: {named[0]} is missing."
    if not right:
        return f"{quote(typed)} is another thing: {named[1]} is too many."
    return f"{quote(typed)} is another thing: {named[0]}, not {named[1]}."


def tell_another_word(typed: str, key: str) -> str:
    """Return that a word near the key is one of its own."""
    return f"{quote(typed)} is another word; the answer is {quote(key)}."


def tell_other_name(name: str, key: str) -> str:
    """Return that an answer is another name of the deck, or one that is never right."""
    return f"{quote(name)} is something else here; the answer is {quote(key)}."


def tell_near_name(name: str, typed: str, key: str) -> str:
    """Return that an answer is as near to another name of the deck as to the key."""
    return f"{quote(typed)} is as near to {quote(name)} as to the answer, {quote(key)}."


def tell_denied(word: str, key: str) -> str:
    """Return which word of an answer denies what the key states."""
    return f'You wrote "{quote(word)}"; the answer is without it: {quote(key)}.'


def tell_denying(word: str, key: str) -> str:
    """Return which word of the key denies what an answer states."""
    return f'The answer says "{quote(word)}": {quote(key)}.'


def tell_instead(right: str, wrong: str) -> str:
    """Return the word that should stand, and the one that stands."""
    return f"{quote(right)}, not {quote(wrong)}."


def tell_place(right: str, wrong: str) -> str:
    """Return the word of the answer in the place of one that may be of the same thing, too."""
    return f"Not it: where you wrote {quote(wrong)}, the answer has {quote(right)}."


def tell_article(right: str, wrong: str) -> str:
    """Return which article should stand."""
    return f"The article is {right}, not {wrong}."


def tell_turned(key: str) -> str:
    """Return that the order is another one, and tells."""
    return f"Turned round: {quote(key)}."


def tell_case(key: str, typed: str) -> str:
    """Return that capitals tell."""
    return f"Case tells here: {quote(key)}, not {quote(typed)}."


def tell_signs(key: str, typed: str) -> str:
    """Return that signs tell."""
    return f"{quote(key)} is not {quote(typed)}."


def tell_extra(words: Sequence[str], key: str) -> str:
    """Return which words make something else of the key."""
    return f'"{quote(" ".join(words))}" makes it something else; the answer is {quote(key)}.'


TWO_ANSWERS = "Two answers; give one."
WORD_ASKED = "A word is asked for."
DENIAL_IN_LIST = "You deny something; name only what belongs to the list."
MORE_SLIPS = "More than a slip"


def tell_slips(key: str) -> str:
    """Return that there are too many slips."""
    return f"{MORE_SLIPS}: the answer is {quote(key)}."


def ask_same(typed: str, key: str) -> str:
    """Return the question whether an answer is the same as the key."""
    return f'You wrote "{quote(typed)}"; the answer is "{quote(key)}". The same? y/n'


# --- lists ---------------------------------------------------------------------------------------


def tell_list(  # noqa: PLR0913 (all that may be said of a list, by name)
    count: int,
    found: int,
    *,
    missing: Sequence[str] = (),
    alien: Sequence[str] = (),
    slips: Sequence[str] = (),
    repeats: Sequence[str] = (),
) -> str:
    """Return how many members were found, which are missing, and what is none of them."""
    told = []
    if missing or alien:
        told.append(f"{found} of {count}.")
    if missing:
        told.append(f"Missing: {', '.join(missing)}.")
    if alien:
        told.append(f"{_join(alien)} {'is not one' if len(alien) == 1 else 'are none'} of them.")
    if slips:
        told.append(f"Right, but for the spelling: {', '.join(slips)}.")
    if repeats:
        told.append(f"You wrote {_join(repeats)} twice.")
    return " ".join(told)


def tell_order(places: Sequence[int]) -> str:
    """Return where the order of the right members differs; `places`: from 0, as typed."""
    wrong = [at for at, place in enumerate(places) if at != place]
    if len(wrong) == 2:  # noqa: PLR2004
        return f"All there, but places {wrong[0] + 1} and {wrong[1] + 1} are swapped."
    return f"All there, but the order differs from place {wrong[0] + 1} on."


def _join(texts: Sequence[str]) -> str:
    quoted = [quote(text) for text in texts]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
