"""What the author of a text wrote for each word of its normal form: a finding quotes that.

"A third" is compared as 33.3 %, "did not change" as "similar": nobody finds those in a deck.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from quizapp.grading.languages import language_of
from quizapp.prove.reading import AUXILIARIES, TOKEN, Reading, TextToken, WrittenPhrase


def restore_written(
    reading: Reading, sentences: Sequence[str], *, has_figures: bool = False
) -> Reading:
    """Return `reading` with the words of `sentences`, as they were written, as phrases.

    Where it `has_figures`, forty stays 40: so an author writes what a source says in a word.
    """
    tokens = list(reading.tokens)
    for number, sentence in enumerate(sentences):
        there = [each for each in tokens if each.sentence == number]
        for phrase, block in _find_phrases(there, sentence, reading.language):
            if not (has_figures and len(block) == 1 and block[0].kind == "number"):
                for each in block:
                    tokens[each.at] = replace(each, phrase=phrase)
    return replace(reading, tokens=tuple(tokens))


def _find_phrases(
    tokens: Sequence[TextToken], sentence: str, language: str
) -> Iterator[tuple[WrittenPhrase, Sequence[TextToken]]]:
    """Yield the words of `sentence` that the normal form has otherwise, and its tokens for them."""
    written = list(TOKEN.finditer(sentence))
    forms = [each.group().strip().casefold() for each in written]
    shown = [each.shown.strip().casefold() for each in tokens]
    if forms == shown:
        return
    changes = SequenceMatcher(None, forms, shown, autojunk=False).get_opcodes()
    for what, start, end, first, last in changes:
        if what != "replace":
            continue
        is_denial = forms[start] in language_of(language).negations
        has_verb = is_denial and start > 0 and forms[start - 1] in AUXILIARIES  # did not change
        opening = written[start - has_verb]
        text = sentence[opening.start() : written[end - 1].end()]
        if any(map(str.isalpha, text)):  # figures and signs are quoted in their normal form
            yield WrittenPhrase(text, tokens[first].at), tokens[first:last]
