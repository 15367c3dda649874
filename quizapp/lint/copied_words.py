"""Words of a deck that run on as they do in its source: a sentence copied, not one's own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

RUN_LENGTH = 6  # words; the longest terms of our decks have five
_WORD = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)*")  # a compound is one word


@dataclass(frozen=True, slots=True)
class CopiedWords:
    """Every run of words of some sentences, with the name of its sentence."""

    labels: Mapping[tuple[str, ...], str]

    def find(self, text: str) -> tuple[str, str] | None:
        """Return the first words of `text` that run as in a sentence, and its name; else None."""
        for part in text.split("…"):  # a gap ends a run
            words = list(_WORD.finditer(part))
            forms = [each.group().casefold() for each in words]
            for at in range(len(words) - RUN_LENGTH + 1):
                label = self.labels.get(tuple(forms[at : at + RUN_LENGTH]))
                if label:
                    return part[words[at].start() : words[at + RUN_LENGTH - 1].end()], label
        return None


def index_runs(sentences: Mapping[str, str]) -> CopiedWords:
    """Return the runs of `sentences`, which are given by their names."""
    labels: dict[tuple[str, ...], str] = {}
    for label, sentence in sentences.items():
        forms = [each.casefold() for each in _WORD.findall(sentence)]
        for at in range(len(forms) - RUN_LENGTH + 1):
            labels.setdefault(tuple(forms[at : at + RUN_LENGTH]), label)
    return CopiedWords(labels)
