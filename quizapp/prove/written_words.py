"""What the author of a text wrote for each word of its normal form: a finding quotes that.

"A third" is compared as 33.3 %, "did not change" as "similar": nobody finds those in a deck.
"""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from quizapp.grading.languages import language_of
from quizapp.prove.reading import AUXILIARIES, TOKEN, Phrase, Reading, TextToken


def restore_written(reading: Reading, sentences: Sequence[str]) -> Reading:
    """Return `reading` with the words of `sentences`, as they were written, as phrases."""
    tokens = list(reading.tokens)
    for number, sentence in enumerate(sentences):
        there = [each for each in tokens if each.sentence == number]
        for each in _with_phrases(there, sentence, reading.language):
            tokens[each.at] = each
    return replace(reading, tokens=tuple(tokens))


def _with_phrases(tokens: Sequence[TextToken], sentence: str, language: str) -> list[TextToken]:
    """Return those of `tokens` for which `sentence` has other words."""
    written = list(TOKEN.finditer(sentence))
    forms = [each.group().strip().casefold() for each in written]
    shown = [each.shown.strip().casefold() for each in tokens]
    if forms == shown:
        return []
    found: list[TextToken] = []
    for what, start, end, first, last in SequenceMatcher(
        None, forms, shown, autojunk=False
    ).get_opcodes():
        if what != "replace":
            continue
        if forms[start] in language_of(language).negations and start:
            start -= forms[start - 1] in AUXILIARIES  # noqa: PLW2901 (did not change)
        text = sentence[written[start].start() : written[end - 1].end()]
        if any(map(str.isalpha, text)):  # figures and signs are quoted in their normal form
            phrase = Phrase(text, tokens[first].at)
            found.extend(replace(each, phrase=phrase) for each in tokens[first:last])
    return found
