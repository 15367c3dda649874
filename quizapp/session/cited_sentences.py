"""The sentences that an answered item cites, where their texts are at hand, the key's words marked.

Never before the answer: they are a part of its feedback.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from quizapp.items.item import Format, Item, ItemSource
from quizapp.items.key_cues import has_form_of
from quizapp.items.word_forms import Word, split_words
from quizapp.session.model import CitedSentence, TextPiece
from quizapp.session.states import Answered

_State = TypeVar("_State")
_TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+(?:[.,]\d+)*")  # accents may stand apart
_JOINT = re.compile(r"[\s-]*")  # what stands between words that are marked as one


class SentenceReader(Protocol):
    """Where the sentences of papers are read; what is not at hand is no fault."""

    def read(self, source: ItemSource) -> tuple[str, str]:
        """Return the sentence that `source` cites, "" where it is not at hand.

        Behind it why a text that is attached cannot be shown, told once; "" otherwise.
        """

    def warm_up(self, sources: Sequence[ItemSource]) -> None:
        """Read the texts of `sources`, so that the first answer does not wait for them."""


def cite_sentences(state: _State, reader: SentenceReader) -> _State:
    """Return a state with the sentences that its item cites, if it is answered; else as it is."""
    if not isinstance(state, Answered):
        return state
    item = state.feedback.question.item
    cited = tuple(_read_cited(item, reader))
    return replace(state, feedback=replace(state.feedback, cited=cited))


def _read_cited(item: Item, reader: SentenceReader) -> Iterator[CitedSentence]:
    """Yield each sentence that `item` cites and that is at hand, or why it is not."""
    for source in item.sources:
        text, fault = reader.read(source) if source.sentence else ("", "")
        if text or fault:
            yield CitedSentence(source, tuple(mark_key(text, item)) if text else (), fault)


def mark_key(sentence: str, item: Item) -> Iterator[TextPiece]:
    """Yield the pieces of a sentence, those marked that say what was asked for.

    The words of a true-false's key are "true" or "false": nothing is marked.
    """
    tokens = list(_TOKEN.finditer(sentence))
    words = [split_words(token.group()) for token in tokens]
    keys = () if item.format is Format.TRUE_FALSE else item.key
    at_key = {at for key in keys for at in _find_key(key, words)}
    end = 0
    marked: list[tuple[int, int]] = []
    for at in sorted(at_key):
        token = tokens[at]
        if marked and _JOINT.fullmatch(sentence, marked[-1][1], token.start()):
            marked[-1] = (marked[-1][0], token.end())
        else:
            marked.append((token.start(), token.end()))
    for begin, stop in marked:
        if begin > end:
            yield TextPiece(sentence[end:begin])
        yield TextPiece(sentence[begin:stop], is_marked=True)
        end = stop
    if end < len(sentence):
        yield TextPiece(sentence[end:])


def _find_key(key: str, words: Sequence[Sequence[Word]]) -> Iterator[int]:
    """Yield which words of a sentence are those of `key`.

    Of a key with a number only what stands in a row with the number: "4 patients" is not every
    patient.
    """
    sought = split_words(key.replace("-", " "))
    numbers = [each for each in sought if each.form[:1].isdigit()]
    run: list[int] = []
    for at, token in enumerate([*words, ()]):
        if any(has_form_of(word, sought) for word in token):
            run.append(at)
            continue
        if not numbers or any(has_form_of(w, numbers) for one in run for w in words[one]):
            yield from run
        run = []
