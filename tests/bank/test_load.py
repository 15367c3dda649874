"""Loading decks and banks: from files to values."""

import gc
from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.bank.diagnostics import Level
from quizapp.bank.load import load_bank, load_deck
from quizapp.bank.model import (
    Citation,
    ConceptId,
    DeckSettings,
    Gap,
    LintIgnore,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    Source,
    SourceId,
    Status,
    TermAnswer,
    UntrueStatement,
    WrongAnswer,
)
from quizapp.bank.place import Place
from tests.bank.trials import HEADER, deck_of, load_bytes


def a_deck(folder: Path, name: str, body: str = "") -> Path:
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"quizapp: 1\ndeck: {name}\ntitle: T\n{body}", encoding="utf-8")
    return path


FULL = """\
language: de
tags: [red]
sources:
  levy:
    cite: Levy J.
    short: Levy 1997
    doi: 10.1/x
    url: https://example.org
    sentences: 10
concepts:
  pcp: {name: Pneumocystis, type: organism, aliases: [PCP], never: [Pneumococcus], tags: [lung]}
  fungus: {name: fungus, type: organism, background: true, source: levy#2}
  yeast: {name: yeast, type: organism, is_a: fungus}
  worm: {name: roundworm, type: organism}
settings:
  formats: [choice, gap]
  introduce: true
  retention: 0.85
  new_per_day: 7
  reviews_per_day: 70
opposites: [[hyper, hypo]]
facts:
  - id: first
    source: [levy#1, levy]
    say: "{organism} was found in {count|thirteen} patients."
    cards:
      organism:
        ask: Which organism was found?
        answer: pcp
        choose_from: organism
        also_right: [fungus]
        aliases: [the cyst]
        never: [the worm]
        exam: false
      count:
        answer: 13.0
        unit: patients
        of: 56
        tolerance: 0.5
        wrong:
          12: Twelve recovered.
          "14": Fourteen did not.
    why: It was so.
    mnemonic: unlucky
    confuse_with: [second]
    untrue:
      - {say: None was found., why: One was., card: count}
    tags: [outcome]
    hedged: true
    status: draft
    lint: {ignore: [S103], because: It is long.}
  - id: second
    ask: Where?
    answer: [oral, yeast]
    wrong: [nasal]
  - id: third
    ask: In which order?
    answer: {order: [one, two]}
    among: [one, two, three]
    exam: false
"""


def test_the_header_of_a_deck_becomes_values(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, FULL)
    file = str(tmp_path / "trial.yaml")

    assert (deck.id, deck.title, deck.language, deck.tags) == ("trial", "Trial", "de", ("red",))
    assert deck.place == Place(file, 2, 7)
    assert deck.settings == DeckSettings(
        formats=("choice", "gap"),
        introduce=True,
        retention=0.85,
        new_per_day=7,
        reviews_per_day=70,
    )
    assert deck.opposites == (("hyper", "hypo"),)
    assert deck.sources == {
        "levy": Source(
            SourceId("levy"),
            "Levy J.",
            Place(file, 7, 3),
            "Levy 1997",
            "10.1/x",
            "https://example.org",
            10,
        )
    }
    assert [(each.path, each.size) for each in deck.files] == [
        (str((tmp_path / "trial.yaml").resolve()), len(HEADER + FULL))
    ]


def test_a_deck_knows_where_its_language_is_written(tmp_path: Path) -> None:
    file = str(tmp_path / "trial.yaml")

    assert deck_of(tmp_path, "language: de-AT\n").language_place == Place(file, 4, 11)
    assert deck_of(tmp_path, "").language_place is None


def test_spelling_is_forgiven_unless_the_author_is_strict(tmp_path: Path) -> None:
    strict = deck_of(tmp_path, "settings: {spelling: strict}\n").settings
    forgiving = deck_of(tmp_path, "settings: {spelling: forgiving}\n").settings

    assert strict.is_spelling_strict is True
    assert forgiving == DeckSettings()


def test_a_card_has_a_language_and_code_of_its_own(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        """
concepts:
  chmod: {name: chmod +x, type: command, code: true}
facts:
  - id: a
    cards:
      dog: {ask: What is a dog in Latin?, answer: canis, language: la}
      list: {ask: Which command lists files?, answer: ls, code: true}
      other: {ask: What is said?, answer: nothing}
""",
    )
    dog, files, other = deck.facts[0].cards

    assert (dog.language, dog.is_code) == ("la", False)
    assert (files.language, files.is_code) == ("", True)
    assert (other.language, other.is_code) == ("", False)
    assert deck.concepts[ConceptId("chmod")].is_code is True


def test_concepts_become_values(tmp_path: Path) -> None:
    concepts = deck_of(tmp_path, FULL).concepts
    pcp, fungus, yeast, _ = concepts.values()

    assert pcp.place == Place(str(tmp_path / "trial.yaml"), 14, 3)
    assert pcp.names == ("Pneumocystis", "PCP")
    assert (pcp.never, pcp.tags) == (("Pneumococcus",), ("lung",))
    assert (fungus.is_background, fungus.citations) == (True, (Citation(SourceId("levy"), 2),))
    assert yeast.is_a == ("fungus",)


def test_a_fact_becomes_a_value(tmp_path: Path) -> None:
    fact = deck_of(tmp_path, FULL).facts[0]
    file = str(tmp_path / "trial.yaml")

    assert (fact.id, fact.deck, fact.name) == ("trial/first", "trial", "first")
    assert fact.place == Place(file, 26, 5)
    assert fact.citations == (Citation(SourceId("levy"), 1), Citation(SourceId("levy")))
    assert fact.say == (
        Gap("organism"),
        " was found in ",
        Gap("count", "thirteen"),
        " patients.",
    )
    assert (fact.why, fact.mnemonic, fact.tags) == ("It was so.", "unlucky", ("outcome",))
    assert fact.confuse_with == ("trial/second",)
    assert fact.untrue == (
        UntrueStatement("None was found.", "One was.", Place(file, 50, 9), "count"),
    )
    assert (fact.is_hedged, fact.status) == (True, Status.DRAFT)
    assert fact.lint_ignore == LintIgnore(("S103",), "It is long.")


def test_cards_become_values(tmp_path: Path) -> None:
    organism, count = deck_of(tmp_path, FULL).facts[0].cards
    file = str(tmp_path / "trial.yaml")

    assert (organism.id, organism.fact) == ("trial/first/organism", "trial/first")
    assert organism.place == Place(file, 30, 7)
    assert organism.answer == TermAnswer("pcp", ConceptId("pcp"))
    assert (organism.choose_from, organism.also_right) == ("organism", ("fungus",))
    assert (organism.aliases, organism.never) == (("the cyst",), ("the worm",))
    assert (organism.exam_allowed, count.exam_allowed) == (False, True)
    assert count.ask == ""
    assert count.answer == NumberAnswer(
        Decimal(13), "13.0", "patients", Decimal(56), Decimal("0.5")
    )
    assert count.wrong == (
        WrongAnswer("12", "Twelve recovered.", Place(file, 44, 11)),
        WrongAnswer("14", "Fourteen did not.", Place(file, 45, 11)),
    )


def test_the_short_form_is_a_fact_with_one_card(tmp_path: Path) -> None:
    second, third = deck_of(tmp_path, FULL).facts[1:]

    assert [card.id for card in second.cards] == ["trial/second/answer"]
    assert second.cards[0].place == second.place
    assert second.cards[0].answer == ListAnswer(
        (TermAnswer("oral"), TermAnswer("yeast", ConceptId("yeast")))
    )
    assert [(each.text, each.why) for each in second.cards[0].wrong] == [("nasal", "")]
    assert third.cards[0].answer == SequenceAnswer((TermAnswer("one"), TermAnswer("two")))
    assert third.cards[0].exam_allowed is False


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("1.10", NumberAnswer(Decimal("1.10"), "1.10")),
        ('"1.10"', TermAnswer("1.10")),
        ("no", TermAnswer("no")),
        ("12:30", TermAnswer("12:30")),
        ("2015-01-01", TermAnswer("2015-01-01")),
        ("|\n      two\n      lines", TermAnswer("two\nlines")),
        ('"  spaced  "', TermAnswer("spaced")),
    ],
)
def test_the_shape_of_an_answer_tells_its_kind(
    tmp_path: Path, written: str, answer: NumberAnswer | TermAnswer
) -> None:
    deck = deck_of(tmp_path, f"facts:\n  - id: a\n    ask: Which?\n    answer: {written}\n")

    assert deck.facts[0].cards[0].answer == answer


def test_a_deck_with_windows_lines_is_the_same_deck(tmp_path: Path) -> None:
    unix, _ = load_bytes(tmp_path, (HEADER + FULL).encode())
    windows, _ = load_bytes(tmp_path, (HEADER + FULL).replace("\n", "\r\n").encode())

    assert unix is not None
    assert windows is not None
    assert windows.facts == unix.facts
    assert windows.concepts == unix.concepts


def test_a_deck_may_be_a_folder(tmp_path: Path) -> None:
    header = a_deck(tmp_path / "big", "deck", "concepts: {c: {name: C, type: t}}\n")
    part = tmp_path / "big" / "more.yaml"
    part.write_text("facts:\n  - {id: a, ask: Who?, answer: C}\n", encoding="utf-8")

    deck, problems = load_deck(tmp_path / "big")

    assert problems == ()
    assert deck is not None
    assert deck.facts[0].place == Place(str(part), 2, 5)
    assert deck.facts[0].cards[0].answer == TermAnswer("C", ConceptId("c"))
    assert [file.path for file in deck.files] == [str(header.resolve()), str(part.resolve())]


def test_the_faults_of_a_folder_name_their_files(tmp_path: Path) -> None:
    header = a_deck(tmp_path, "deck", "facts: [{id: a, ask: Who?, answer: b}]\n")
    part = tmp_path / "more.yaml"
    part.write_text("title: T\nfacts: [{id: a, ask: Who?, answer: b}]\n", encoding="utf-8")

    deck, problems = load_deck(tmp_path)

    assert deck is None
    assert [(each.place, each.message) for each in problems] == [
        (Place(str(part), 1, 1), "`title` belongs in deck.yaml"),
        (Place(str(part), 2, 14), f"the id `a` is that of another fact, in {header}:4"),
    ]


def test_a_concept_of_a_folder_is_written_once(tmp_path: Path) -> None:
    a_deck(tmp_path, "deck", "concepts: {c: {name: C, type: t}}\n")
    part = tmp_path / "more.yaml"
    part.write_text("concepts: {c: {name: D, type: t}}\n", encoding="utf-8")

    _, problems = load_deck(tmp_path)

    assert [(each.place, each.code) for each in problems] == [(Place(str(part), 1, 12), "B110")]


def test_a_bank_holds_files_folders_of_decks_and_deck_folders(tmp_path: Path) -> None:
    single = a_deck(tmp_path / "one", "single")
    a_deck(tmp_path / "many", "second")
    a_deck(tmp_path / "many", "first")
    (tmp_path / "many" / "README.md").write_text("# Decks", encoding="utf-8")
    a_deck(tmp_path / "folder", "deck")

    bank, problems = load_bank([single, tmp_path / "many", tmp_path / "folder"])

    assert problems == ()
    assert [deck.id for deck in bank.decks] == ["single", "first", "second", "deck"]


def test_a_deck_that_comes_again_is_read_once(tmp_path: Path) -> None:
    path = a_deck(tmp_path, "a")
    link = tmp_path / "b.yaml"
    link.symlink_to(path)

    bank, problems = load_bank([path, link, tmp_path])

    assert problems == ()
    assert [deck.id for deck in bank.decks] == ["a"]


def test_two_decks_of_one_id_are_a_fault_of_the_second(tmp_path: Path) -> None:
    first, second = a_deck(tmp_path / "x", "a"), a_deck(tmp_path / "y", "a")

    bank, problems = load_bank([first, second])

    assert [deck.place.file for deck in bank.decks] == [str(first)]
    assert [(each.place, each.code, each.message) for each in problems] == [
        (Place(str(second), 2, 7), "B110", f"the id `a` is that of another deck, {first}")
    ]


def test_a_faulty_deck_is_left_out_of_the_bank(tmp_path: Path) -> None:
    sound, faulty = a_deck(tmp_path, "sound"), a_deck(tmp_path, "faulty", "colour: red\n")

    bank, problems = load_bank([faulty, sound])

    assert [deck.id for deck in bank.decks] == ["sound"]
    assert [each.place.file for each in problems] == [str(faulty)]


def test_a_fact_of_another_deck_must_be_there(tmp_path: Path) -> None:
    a_deck(tmp_path, "a", "facts: [{id: x, ask: Who?, answer: b, confuse_with: [b/y, b/z]}]\n")
    a_deck(tmp_path, "b", "facts: [{id: y, ask: Who?, answer: b, confuse_with: [a/x]}]\n")

    bank, problems = load_bank([tmp_path])

    assert [deck.id for deck in bank.decks] == ["b"]
    assert [(each.place.line, each.place.column, each.message) for each in problems] == [
        (4, 59, "there is no fact `z` in the deck `b`")
    ]


def test_a_faulty_fact_of_another_deck_is_there(tmp_path: Path) -> None:
    first = a_deck(tmp_path, "a", "facts: [{id: x, ask: Who?, answer: b, confuse_with: [b/y]}]\n")
    second = a_deck(tmp_path, "b", "facts: [{id: y, ask: Who?}]\n")

    bank, problems = load_bank([first, second])

    assert [deck.id for deck in bank.decks] == ["a"]
    assert [each.place.file for each in problems] == [str(second)]


def test_a_fact_of_a_deck_that_was_not_read_is_only_noted(tmp_path: Path) -> None:
    path = a_deck(tmp_path, "a", "facts: [{id: x, ask: Who?, answer: b, confuse_with: [b/y]}]\n")

    bank, problems = load_bank([path])

    assert len(bank.decks) == 1
    assert [(each.code, each.level, each.message) for each in problems] == [
        (
            "B208",
            Level.INFO,
            "the deck `b` is not among those read, so `b/y` was not checked",
        )
    ]


def test_paths_without_a_deck_are_told(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()

    bank, problems = load_bank([tmp_path / "gone.yaml", empty])

    assert bank.decks == ()
    assert [(each.place.file, each.code, each.message) for each in problems] == [
        (str(empty), "B113", "no deck in this folder"),
        (str(tmp_path / "gone.yaml"), "B113", "No such file or directory"),
    ]


def test_a_folder_without_a_header_is_no_deck(tmp_path: Path) -> None:
    deck, problems = load_deck(tmp_path)

    assert deck is None
    assert [each.message for each in problems] == ["no deck.yaml in this folder"]


def test_loading_leaves_the_garbage_collector_as_it_was(tmp_path: Path) -> None:
    path = a_deck(tmp_path, "a")
    load_deck(path)
    was_on_after = gc.isenabled()
    gc.disable()
    try:
        load_deck(path)
        is_off_after = not gc.isenabled()
    finally:
        gc.enable()

    assert was_on_after
    assert is_off_after
    assert gc.get_freeze_count() == 0


def test_a_part_of_a_folder_that_is_no_group_of_keys_is_told(tmp_path: Path) -> None:
    a_deck(tmp_path, "deck")
    (tmp_path / "more.yaml").write_text("- a\n", encoding="utf-8")

    _, problems = load_deck(tmp_path)

    assert [(each.code, each.message) for each in problems] == [
        ("B108", "the file must hold keys with their values, beginning with `quizapp: 2`")
    ]


def test_an_unreadable_part_is_told_beside_other_faults(tmp_path: Path) -> None:
    a_deck(tmp_path, "deck", "tags: [a]\ntags: [b]\n")
    (tmp_path / "more.yaml").symlink_to(tmp_path / "gone.yaml")

    _, problems = load_deck(tmp_path)

    assert [each.code for each in problems] == ["B103", "B113"]
