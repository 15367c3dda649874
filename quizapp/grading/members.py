"""Judging lists, in any order or in one: cutting what was typed, and giving it to the members."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from quizapp.grading.derivations import are_related
from quizapp.grading.dictionary import open_dictionary
from quizapp.grading.expected import ExpectedList, ExpectedSequence, ExpectedTerm
from quizapp.grading.fold import clean
from quizapp.grading.grade import BLANK, Grade, Outcome, Reason
from quizapp.grading.languages import ENGLISH, Language, language_of
from quizapp.grading.lexicon import NO_NAMES, Lexicon, squashed
from quizapp.grading.read_amount import value_of
from quizapp.grading.tell import DENIAL_IN_LIST, TWO_ANSWERS, tell_list, tell_order
from quizapp.grading.terms import is_right_term, judge_term

_SIGNS = r"[,;/&|\n]|\s[+-]\s|→|->|=>"
_ORDER_SIGNS = rf"{_SIGNS}|>"
_BULLET = re.compile(r"^(?:[-*•]|\(?\d{1,2}[.)]|\(?[a-h]\))\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<!\S)\(?(?:\d{1,2}[.)]|[a-h]\))\s+")
_EDITS_APART = 2  # squashed texts further apart that share no beginning of a word are not compared
_BEGINNING = 3  # letters
_MOST_LENT = 3  # words that one member lends to another

List = ExpectedList | ExpectedSequence


@dataclass(frozen=True, slots=True)
class MemberMatch:
    """What one part of a typed list is.

    Attributes:
        text: as typed.
        place: which member it is, or would be with more said; None for what is no member.
        outcome: right, slip; more or unsure for what is not told to be false; else wrong.
        is_repeat: whether it is a member that was named before.
    """

    text: str
    place: int | None
    outcome: Outcome
    is_repeat: bool = False


def judge_members(expected: List, typed: str | Sequence[str], names: Lexicon) -> Grade:
    """Return the grade of a list: it passes with all members and nothing alien.

    `share` of a list is what was found less what is alien, of all members, never below 0; of an
    order it is the part of all pairs that stand as they should.
    """
    parts = split_members(expected, typed) if isinstance(typed, str) else tuple(typed)
    if not parts:
        return BLANK
    if isinstance(typed, str) and (note := _hedge_in(expected, typed)):
        return Grade(Outcome.WRONG, Reason.HEDGE, note, share=0.0)
    matches = match_members(expected, parts, names)
    keys = [member.key for member in expected.members]
    found = {
        m.place: m
        for m in matches
        if m.place is not None and m.outcome in {Outcome.RIGHT, Outcome.SLIP}
    }
    alien = tuple(m.text for m in matches if m.outcome is Outcome.WRONG and not m.is_repeat)
    missing = tuple(key for place, key in enumerate(keys) if place not in found)
    slips = tuple(keys[at] for at in sorted(found) if found[at].outcome is Outcome.SLIP)
    named = tuple(keys[at] for at in sorted(found))
    repeats = tuple(m.text for m in matches if m.is_repeat)
    is_ordered = isinstance(expected, ExpectedSequence)
    places = list(found)
    in_order = not is_ordered or places == sorted(places)
    if not missing and not alien and in_order:
        note = tell_list(len(keys), len(named), slips=slips, repeats=repeats)
        outcome = Outcome.SLIP if slips else Outcome.RIGHT
        reason = Reason.SPELLING if slips else Reason.SAME
        return Grade(outcome, reason, note, found=named, slips=slips)
    share = max(0.0, (len(named) - len(alien)) / max(1, len(keys)))
    note = tell_list(len(keys), len(named), missing=missing, alien=alien, repeats=repeats)
    if is_ordered:
        share = _pairs_in_order(places, len(keys))
        note = tell_order(places) if not missing and not alien else note
    return Grade(Outcome.WRONG, Reason.PART, note, share, named, slips, missing, alien)


def _pairs_in_order(places: Sequence[int], count: int) -> float:
    pairs = count * (count - 1) // 2
    in_order = sum(one < other for one, other in combinations(places, 2))
    return in_order / pairs if pairs else 0.0


# --- which part is which member ------------------------------------------------------------------


def match_members(
    expected: List, parts: Sequence[str], names: Lexicon = NO_NAMES
) -> tuple[MemberMatch, ...]:
    """Return what each part is: what is right is given away before what is a slip."""
    members = expected.members
    kinds = [[(at, outcome) for at, outcome in _outcomes(members, part, names)] for part in parts]
    taken: dict[int, int] = {}
    for wanted in (Outcome.RIGHT, Outcome.SLIP):
        for number, outcomes in enumerate(kinds):
            if number in taken.values():
                continue
            free = [at for at, outcome in outcomes if outcome is wanted and at not in taken]
            if free:
                taken[free[0]] = number
    place_of = {number: at for at, number in taken.items()}
    return tuple(
        _match(part, place_of.get(number), kinds[number]) for number, part in enumerate(parts)
    )


def _match(part: str, place: int | None, outcomes: Sequence[tuple[int, Outcome]]) -> MemberMatch:
    if place is not None:
        return MemberMatch(part, place, dict(outcomes)[place])
    if any(outcome in {Outcome.RIGHT, Outcome.SLIP} for _, outcome in outcomes):
        return MemberMatch(part, None, Outcome.WRONG, is_repeat=True)
    open_ = next((pair for pair in outcomes if pair[1] is not Outcome.WRONG), None)
    return (
        MemberMatch(part, open_[0], open_[1]) if open_ else MemberMatch(part, None, Outcome.WRONG)
    )


def _outcomes(
    members: Sequence[ExpectedTerm], part: str, names: Lexicon
) -> Iterator[tuple[int, Outcome]]:
    """Yield the members that a part may be; what is right for one is held against no other."""
    right = [at for at, member in enumerate(members) if _is_right(member, part)]
    if right:
        yield from ((at, Outcome.RIGHT) for at in right)
        return
    for at, member in enumerate(members):
        if _may_be_like(member, part):
            outcome = judge_term(member, part, names).outcome
            is_quality = len(members) > 1 and outcome is not Outcome.SLIP
            yield at, Outcome.RIGHT if is_quality and _is_quality(member, part) else outcome


def _is_quality(member: ExpectedTerm, part: str) -> bool:
    """Return whether a part is the adjective or participle of a noun: durable, for durability."""
    language = _language(member)
    kinds = ("quality", "member") if language is ENGLISH else (f"quality-{language.code}",)
    return any(
        are_related(kind, part, form)
        for form in _forms(member)
        if form.isalpha() and part.isalpha()
        for kind in kinds
    )


def _is_right(member: ExpectedTerm, part: str) -> bool:
    return part == member.key or (
        _may_be_like(member, part) and is_right_term(member, part, open_dictionary(member.language))
    )


def _may_be_like(member: ExpectedTerm, part: str) -> bool:
    """Return whether a part may be a member: most of a long list is told apart at a glance."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (start-up)

    given, beginnings = squashed(part), _beginnings(part)
    for form in (member.key, *member.accepted):
        if not beginnings.isdisjoint(_beginnings(form)):
            return True
        if OSA.distance(squashed(form), given, score_cutoff=_EDITS_APART) <= _EDITS_APART:
            return True
    return value_of(part, member.language) is not None


@lru_cache(maxsize=4096)
def _beginnings(text: str) -> frozenset[str]:
    return frozenset(squashed(word)[:_BEGINNING] for word in re.split(r"[\W_]+", text) if word)


def _hedge_in(expected: List, typed: str) -> str:
    """Return what is told of an "or" or a "not" that stands in a list, and in no member."""
    language = _language(expected)
    own = _words(" ".join(form for member in expected.members for form in _forms(member)))
    strange = _words(typed) - own
    if strange & language.or_words:
        return TWO_ANSWERS
    return DENIAL_IN_LIST if strange & language.negations else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", text.casefold()))


def _forms(member: ExpectedTerm) -> tuple[str, ...]:
    return (member.key, *member.accepted)


def _language(expected: List | ExpectedTerm) -> Language:
    return language_of(expected.language)


# --- cutting -------------------------------------------------------------------------------------


def split_members(expected: List, typed: str) -> tuple[str, ...]:
    """Return the members that were typed, in their order.

    A member that holds a separator itself ("heart and lung") stays whole. Words that several
    share are lent to each: "upper and lower tract", "vitamins A and D". Spaces part where that
    makes a member of each word.
    """
    pieces = _lent(_without_class(cut_members(expected, typed), expected.members), expected.members)
    return tuple(word for piece in pieces for word in _spaced(piece, expected.members))


def _without_class(pieces: Sequence[str], members: Sequence[ExpectedTerm]) -> Sequence[str]:
    """Return pieces without the last word that all of them have and no member has: rocks."""
    lasts = {squashed(piece.split()[-1]) for piece in pieces}
    own = {each for member in members for form in _forms(member) for each in _beginnings(form)}
    is_class = len(pieces) > 1 and len(lasts) == 1 and _beginnings(*lasts).isdisjoint(own)
    if not is_class or any(" " not in piece for piece in pieces):
        return pieces
    return [piece.rsplit(maxsplit=1)[0] for piece in pieces]


def _spaced(piece: str, members: Sequence[ExpectedTerm]) -> Sequence[str]:
    """Return the words of a piece that is no member, where each is one: a comma was forgotten."""

    def is_member(text: str) -> bool:
        return any(_is_right(member, text) for member in members)

    words = piece.split()
    is_list = len(words) > 1 and not is_member(piece) and all(map(is_member, words))
    return words if is_list else (piece,)


def cut_members(expected: List, typed: str) -> tuple[str, ...]:
    """Return what stands between separators, members that hold one themselves kept whole."""
    separator = _separator(_language(expected), is_ordered=isinstance(expected, ExpectedSequence))
    text = _NUMBERED.sub("\n", "\n".join(map(clean, typed.splitlines())))
    shown = [clean(form) for member in expected.members for form in _forms(member)]
    held = sorted((form for form in shown if separator.search(form)), key=len, reverse=True)
    pieces: list[str] = []
    at = 0
    for whole in _find_whole(held, text):
        pieces += _cut(text[at : whole.start()], separator)
        pieces.append(whole.group())
        at = whole.end()
    return (*pieces, *_cut(text[at:], separator))


def _separator(language: Language, *, is_ordered: bool) -> re.Pattern[str]:
    words = [word for word in language.and_words if word.isalpha()]
    if is_ordered:
        words += [f"{word} {then}" for word in words for then in language.openers]
        words += language.openers
    joining = "|".join(rf"(?<!\w){word}(?!\w)" for word in sorted(words, key=len, reverse=True))
    signs = _ORDER_SIGNS if is_ordered else _SIGNS
    return re.compile(rf"\s*(?:{signs}{f'|{joining}' if joining else ''})\s*", re.IGNORECASE)


def _find_whole(held: Sequence[str], text: str) -> Iterable[re.Match[str]]:
    if not held:
        return ()
    either = "|".join(map(re.escape, held))
    return re.finditer(rf"(?<![^\W_])(?:{either})(?![^\W_])", text, re.IGNORECASE)


def _cut(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    parts = (_BULLET.sub("", part.strip(" .!?()")) for part in separator.split(text))
    return (part for part in parts if part)


def _lent(pieces: Sequence[str], members: Sequence[ExpectedTerm]) -> Iterator[str]:
    """Yield each piece, completed by the end of a later one or the beginning of an earlier one.

    Only what a member still lacks is tried: to try all would take the square of their number.
    """
    begun = [_beginnings(piece) for piece in pieces]
    wanted = [(member, _beginnings(form)) for member in members for form in _forms(member)]
    for at, piece in enumerate(pieces):
        near = {0, at - 1, at + 1, len(pieces) - 1} - {at, -1, len(pieces)}
        others = {place: begun[place] for place in sorted(near)}
        lending = [
            (member, place)
            for member, beginnings in wanted
            if begun[at] < beginnings
            for place, lent in others.items()
            if beginnings - begun[at] <= lent
        ]
        yield next(
            (
                text
                for member, place in lending
                for text in _completions(piece, pieces[place].split(), is_later=place > at)
                if _is_right(member, text)
            ),
            piece,
        )


def _completions(piece: str, lender: Sequence[str], *, is_later: bool) -> Iterator[str]:
    for count in range(1, min(len(lender), _MOST_LENT + 1)):
        words = lender[-count:] if is_later else lender[:count]
        yield " ".join((piece, *words) if is_later else (*words, piece))
