"""Abstracts of invented studies in several fields, with claims whose truth was judged by hand.

`claims/sources/NAME.txt` has a numbered sentence a line; `claims/claims.tsv` a claim a row. Nothing
in them is from a real paper. `measure` reads folders of the same shape.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quizapp.grading.dictionary import Dictionary
from quizapp.prove import (
    Evidence,
    Proof,
    Vocabulary,
    find_abbreviations,
    find_topics,
    prove,
    read_evidence,
)

STUDIES = Path(__file__).parent / "claims"
_NUMBER = re.compile(r"^\s*\d+[.)\t]\s*")


@dataclass(frozen=True)
class StudyClaim:
    """A row: what is claimed of which sentences, and whether it is so."""

    folder: Path
    source: str
    sentences: tuple[int, ...]
    is_true: bool
    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.source} {self.text}"


def claims_in(folder: Path) -> Iterator[StudyClaim]:
    for table in sorted(folder.glob("*.tsv")):
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                numbers = tuple(map(int, re.findall(r"\d+", row["sentence"])))
                yield StudyClaim(
                    folder,
                    row["source"],
                    numbers,
                    row["label"] == "true",
                    row["kind"],
                    row["claim"],
                )


@cache
def sentences_of(folder: Path, source: str) -> tuple[str, ...]:
    lines = (folder / "sources" / f"{source}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_NUMBER.sub("", line) for line in lines if line.strip())


@cache
def evidence_of(
    folder: Path, source: str, numbers: tuple[int, ...], dictionary: Dictionary
) -> Evidence:
    sentences = sentences_of(folder, source)
    names = dict(find_abbreviations(" ".join(sentences)))
    vocabulary = Vocabulary("en", dictionary, names)
    cited = [sentences[number - 1] for number in numbers]
    return read_evidence(cited, vocabulary, find_topics(sentences, vocabulary, numbers))


def judged(claim: StudyClaim, dictionary: Dictionary, text: str = "") -> Proof:
    """Return what is found of a claim, or of another `text` in its place."""
    evidence = evidence_of(claim.folder, claim.source, claim.sentences, dictionary)
    return prove(text or claim.text, evidence)
