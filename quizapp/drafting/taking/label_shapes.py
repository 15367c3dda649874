"""Labels that no list knows, told by their shape: what alternates, and what each card has again.

Two words (or letters, or pictures) at the beginning of lines that take turns, the first of which
mostly asks, are the question and its answer in whatever language.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.drafting.taking.labels import Role, fold_label, option_letter, role_of
from quizapp.drafting.taking.markup import is_picture, split_blocks

_MAX_LABEL = 30  # letters
_MAX_LINE = 4_000  # letters; of more, no label is made
_WORD = re.compile(
    r"(?:[-•+*>#]+\s+)*(?:\d{1,3}[.)]\s+)?(?P<label>[^\W\d_][^\W\d_'’.]*(?:[ '’-][^\W\d_]+){0,2})"
    r"\s?#?\d{0,3}\s*(?:[:：]|(?<=\d)[.)]|(?P<dot>\.(?=\s))|\s[–—](?=\s))\s*(?P<rest>.*)"
)
_LETTER = re.compile(r"(?:[-•+*>#]+\s+)*(?P<label>[^\W\d_])\s?\d{0,3}\s*[.:：]\s+(?P<rest>\S.*)")
_DOTTED = re.compile(r"\W*[^\W\d_]+\.\s")
_ASKING = ("?", "？", "؟", ";", "՞", "か", "か。")
_STARS = re.compile(r"\*\*|__")


@dataclass(frozen=True, slots=True)
class _LabelCandidate:
    """A line that opens with what may be a label."""

    label: str
    rest: str

    @property
    def asks(self) -> bool:
        return self.rest.rstrip(" *_").endswith(_ASKING)


def learn_labels(lines: Sequence[str]) -> Mapping[str, Role | None]:
    """Return the labels, folded, that only the shape of `lines` tells; None for those of no use.

    Nothing for what is known by its name, unless it stands for something else here.
    """
    found = [
        _LabelCandidate(*each)
        for line in lines
        if len(line) <= _MAX_LINE
        for piece in split_blocks(line)
        for each in read_candidates(piece)
    ]
    counts = Counter(each.label for each in found)
    learned: dict[str, Role | None] = {}
    pair = _find_pair(found, counts)
    is_known = pair is not None and [role_of(each) for each in pair] == [Role.ASK, Role.ANSWER]
    if pair and (not is_known or any(map(_DOTTED.match, lines))):
        learned = {pair[0]: Role.ASK, pair[1]: Role.ANSWER}
    has_answers = bool(pair) or any(role_of(each.label) is Role.ANSWER for each in found)
    if has_answers:
        for label, count in counts.items():
            is_word = len(label) > 1 and label[0].isalpha()
            if count > 1 and is_word and role_of(label) is None and label not in learned:
                learned[label] = None
    return learned


def read_candidates(line: str) -> Iterator[tuple[str, str]]:
    """Yield what may be the label of a line, folded, and the rest: a word, a letter, a picture."""
    plain = _STARS.sub("", line).strip()
    if plain and is_picture(plain[0]):
        inside = plain[1:].lstrip("\ufe0f ")
        word = _WORD.match(inside)
        if word is None:
            yield plain[0], inside
            return
        plain = inside
    found = _WORD.fullmatch(plain) or _LETTER.fullmatch(plain)
    is_dotted = found is not None and bool(found.groupdict().get("dot"))
    if found and is_dotted and len(found["label"]) > 1 and role_of(found["label"]) is None:
        return  # a sentence of one word
    if found and len(found["label"]) <= _MAX_LABEL:
        yield fold_label(found["label"]), found["rest"]


def _find_pair(
    found: Sequence[_LabelCandidate], counts: Mapping[str, int]
) -> tuple[str, str] | None:
    """Return the two labels that take turns, the first of which mostly asks; None for none."""
    asked = Counter(each.label for each in found if each.asks)
    for first, count in asked.most_common():
        if count == 1 or count < 0.6 * counts[first] or role_of(first) not in {None, Role.ASK}:
            continue
        behind = Counter(
            after.label
            for after in _followers(found, first)
            if after.label not in asked and role_of(after.label) in {None, Role.ANSWER}
        )
        known_first = sorted(behind.items(), key=lambda each: role_of(each[0]) is not Role.ANSWER)
        for second, times in known_first:
            # "A" with a "B" below it is an option.
            is_option = {"a", "b"} <= set(counts) and option_letter(second) != ""
            if times == counts[second] and times >= max(2, counts[first] - 1) and not is_option:
                return first, second
    return None


def _followers(found: Sequence[_LabelCandidate], first: str) -> Iterator[_LabelCandidate]:
    """Yield the candidates that stand between one `first` and the next, each label once."""
    seen: set[str] | None = None
    for each in found:
        if each.label == first:
            seen = set()
        elif seen is not None and each.label not in seen:
            seen.add(each.label)
            yield each
