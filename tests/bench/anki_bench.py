"""Anki packages: ours beside plain genanki and Anki's backend, of the same fields; run by hand.

    python tests/bench/anki_bench.py [NOTES]...

Defaults: 1000 10000 100000. "genanki", "backend" and "ours" write the same notes, whose fields are
ready and in memory; the backend first adds them to a collection, which it has to. "ours, streamed"
is the whole export of items that are made while it runs. Each runs in a process of its own; peak
memory includes Python itself (about 30 MB).
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import genanki as untyped_genanki
from anki.collection import AddNoteRequest, ExportAnkiPackageOptions

from quizapp.anki.export.export_decks import export_decks
from quizapp.anki.export.note_types import FIELD_IDS, card_template
from quizapp.anki.export.notes import ExportNote, make_note
from quizapp.anki.export.options import AnkiFormat, ExportDeck
from quizapp.anki.export.package import create_package
from quizapp.bank.model import DeckId
from quizapp.items.context import make_option
from quizapp.items.item import Format
from quizapp.learner.export_values import ExportCard
from tests.anki.learner import an_anki
from tests.builders import MORNING, an_item

WHY = "The court, the parliament and the ministries of {0} have their seats there since {0}."

genanki: Any = untyped_genanki


class Cost(NamedTuple):
    seconds: float
    size: int
    memory: int  # KiB


WRITERS = ("genanki", "backend", "ours", "ours, streamed")


def main(counts: list[int]) -> None:
    print(f"{'notes':>7}  {'writer':<14} {'seconds':>8} {'MB':>7} {'peak MB':>8}")
    for count in counts:
        writers = (with_genanki, with_backend, with_ours, streamed)
        costs = [measured(write, count) for write in writers]
        for writer, cost in zip(WRITERS, costs, strict=True):
            print(
                f"{count:>7}  {writer:<14} {cost.seconds:>8.2f} {cost.size / 1e6:>7.2f} "
                f"{cost.memory / 1024:>8.0f}"
            )
        *others, ours, stream = costs
        for writer, theirs in zip(WRITERS, others, strict=False):
            print(
                f"{count:>7}  {f'ours/{writer}':<14} {ours.seconds / theirs.seconds:>8.2f} "
                f"{ours.size / theirs.size:>7.2f} {stream.memory / theirs.memory:>8.2f}"
            )


def cards(count: int) -> Iterator[ExportCard]:
    """Cards with text of their own, asked in four formats; made as they are asked for."""
    for number in range(count):
        card = f"capitals/f{number}/answer"
        town = f"town {number * 7919 % 100_003}"
        stem = f"Which town is the capital of country {number}?"
        options = (
            make_option(town, is_right=True),
            make_option(f"port {number}"),
            make_option("the old seat"),
        )
        items = (
            replace(an_item(card, Format.CHOICE, stem, town), options=options),
            an_item(card, Format.TYPED, stem, town),
            an_item(card, Format.GAP, f"The capital of country {number} is [ … ].", town),
            an_item(card, Format.FLIP, stem, town),
        )
        yield ExportCard(
            tuple(replace(item, why=WHY.format(number), tags=("capital",)) for item in items),
            MORNING,
        )


def notes(count: int) -> list[ExportNote]:
    return [note for card in cards(count) if (note := make_note(card, "Capitals", ()))]


def streamed(count: int, path: Path) -> float:
    begin = time.perf_counter()
    export_decks(path, [ExportDeck(DeckId("capitals"), "Capitals", cards(count))])
    return time.perf_counter() - begin


def with_ours(count: int, path: Path) -> float:
    made = notes(count)
    begin = time.perf_counter()
    with create_package(path) as collection:
        collection.add_deck(ExportDeck(DeckId("capitals"), "Capitals", ()), made)
    return time.perf_counter() - begin


def with_genanki(count: int, path: Path) -> float:
    model = genanki.Model(
        1,
        "quizapp",
        fields=[{"name": name} for name in FIELD_IDS],
        templates=[card_template(format_) for format_ in AnkiFormat],
    )
    made = notes(count)
    begin = time.perf_counter()
    deck = genanki.Deck(1, "Capitals")
    for due, note in enumerate(made, start=1):
        deck.add_note(
            genanki.Note(model, list(note.fields), tags=note.tags, guid=note.guid, due=due)
        )
    genanki.Package(deck).write_to_file(str(path))
    return time.perf_counter() - begin


def with_backend(count: int, path: Path) -> float:
    made = notes(count)
    begin = time.perf_counter()
    with an_anki(path.parent) as anki:
        collection = anki.collection
        note_type = collection.models.new("quizapp")
        for name in FIELD_IDS:
            collection.models.add_field(note_type, collection.models.new_field(name))
        for format_ in AnkiFormat:
            own = card_template(format_)
            card = collection.models.new_template(own["name"])
            card.update({"qfmt": own["qfmt"], "afmt": own["afmt"]})
            collection.models.add_template(note_type, card)
        collection.models.add(note_type)
        deck = collection.decks.id("Capitals")
        assert deck is not None
        requests = []
        for note in made:
            there = collection.new_note(note_type)
            there.guid, there.fields, there.tags = note.guid, list(note.fields), list(note.tags)
            requests.append(AddNoteRequest(there, deck))
        collection.add_notes(requests)
        options = ExportAnkiPackageOptions(with_media=True)
        collection.export_anki_package(out_path=str(path), options=options, limit=None)
    return time.perf_counter() - begin


def measured(write: Callable[[int, Path], float], count: int) -> Cost:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(run, (write, count))


def run(write: Callable[[int, Path], Any], count: int) -> Cost:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bench.apkg")
        seconds = write(count, path)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return Cost(seconds, path.stat().st_size, memory)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1000, 10_000, 100_000])
