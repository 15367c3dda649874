"""`quizapp take` and `quizapp draft --prompt`, as their user calls them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Quizapp = Callable[..., Run]

ABSTRACT = (
    "We studied 40 wells in a valley. Ten wells (25%) ran dry because of irrigation. "
    "The mean depth was 31 m.\n"
)
REPLY = """\
Sure! Here are the cards:

```yaml
- id: total
  source: wells#1
  ask: How many wells of the valley were examined?
  answer: 40
- source: 2
  question: What made ten wells of the valley run dry?
  correct_answer: irrigation
  distractors: {drought: Rain is not blamed., mining: Mining is not named.}
- source: wells#2
  question: How many wells of the valley ran dry?
  answer: 12
- question: How deep were the wells on average?
  answer: 31 m
```
"""


@pytest.fixture
def folder(home: Path) -> Path:
    """A folder with an abstract and a reply."""
    (home / "wells.txt").write_text(ABSTRACT, encoding="utf-8")
    (home / "reply.txt").write_text(REPLY, encoding="utf-8")
    return home


def test_good_cards_make_a_deck_and_others_are_held_beside_it(
    quizapp: Quizapp, folder: Path
) -> None:
    run = quizapp("take", "reply.txt", "--deck", "valley.yaml", "--source", "wells=wells.txt")

    assert run.code == 1
    assert run.out.startswith(
        "4 facts read, 2 taken, 2 held (1 contradicted, 1 no source).\nWrote valley.yaml."
    )
    assert 'reply.txt:12: held: G103 "12 wells": wells#2 has 10 wells' in run.err
    assert (folder / "valley.yaml").read_text(encoding="utf-8") == (
        "quizapp: 2\ndeck: valley\ntitle: Valley\n\n"
        "sources:\n  wells:\n    cite: wells\n    sentences: 3\n\n"
        "facts:\n\n"
        '  - id: total\n    source: "wells#1"\n'
        '    ask: "How many wells of the valley were examined?"\n    answer: 40\n\n'
        '  - id: what-made-ten-wells-of-the-valley\n    source: "wells#2"\n'
        '    ask: "What made ten wells of the valley run dry?"\n    answer: irrigation\n'
        "    wrong:\n      drought: Rain is not blamed.\n      mining: Mining is not named.\n"
    )
    assert (
        '  # contradicted: G103 "12 wells": wells#2 has 10 wells'
        ' (in ask: "How many wells of the valley ran dry?")\n'
        "  # fix: write 10, or cite the sentence that says 12\n"
        "  - id: how-many-wells-of-the-valley-ran\n"
    ) in (folder / "valley.held.yaml").read_text(encoding="utf-8")
    assert quizapp("check", "valley.yaml").code == 0


def test_the_same_reply_again_adds_nothing(quizapp: Quizapp, folder: Path) -> None:
    command = ("take", "reply.txt", "--deck", "valley.yaml", "--source", "wells=wells.txt")
    quizapp(*command)
    before = [(folder / name).read_bytes() for name in ("valley.yaml", "valley.held.yaml")]

    run = quizapp(*command)

    assert run.out.startswith("4 facts read, 0 taken, 2 there already, 2 held")
    assert 'reply.txt:4: "How many wells of the valley were examined?" is in the deck' in run.err
    assert [(folder / name).read_bytes() for name in ("valley.yaml", "valley.held.yaml")] == before


def test_a_held_card_that_was_fixed_leaves_the_file(quizapp: Quizapp, folder: Path) -> None:
    quizapp("take", "reply.txt", "--deck", "valley.yaml", "--source", "wells=wells.txt")
    held = folder / "valley.held.yaml"
    fixed = held.read_text(encoding="utf-8").replace("answer: 12", "answer: 10")
    held.write_text(fixed.replace("answer: 31\n", "answer: 31\n    source: wells#3\n"), "utf-8")

    run = quizapp("take", "valley.held.yaml", "--deck", "valley.yaml")

    assert (run.code, run.out.splitlines()[0]) == (0, "2 facts read, 2 taken.")
    assert not held.exists()


def test_what_the_author_wrote_stays_to_the_letter(quizapp: Quizapp, folder: Path) -> None:
    mine = (
        "quizapp: 2\r\ndeck: mine\r\ntitle: Mine\r\n"
        "sources: \r\n  wells: {cite: W, sentences: 3}\r\n"
        "facts:   # my own\r\n"
        "  -   {id: total, ask: 'What is it?',   answer: it, source: wells#1}\r\n"
    )
    (folder / "mine.yaml").write_bytes(mine.encode())

    run = quizapp("take", "reply.txt", "--deck", "mine.yaml")

    written = (folder / "mine.yaml").read_bytes().decode()
    assert run.out.startswith("4 facts read, 3 taken, 1 held (1 no source).\nAdded to mine.yaml.")
    assert written.startswith(mine)
    assert "  - id: total-2\r\n" in written


def test_another_answer_to_a_question_of_the_deck_is_held(quizapp: Quizapp, folder: Path) -> None:
    reply = "Q: Who dug the first well of the valley?\nA: monks\n\n"
    (folder / "a.txt").write_text(reply, encoding="utf-8")
    (folder / "b.txt").write_text(reply.replace("monks", "miners"), encoding="utf-8")
    quizapp("take", "a.txt", "--deck", "d.yaml", "--unsourced")

    run = quizapp("take", "b.txt", "--deck", "d.yaml", "--unsourced")

    assert run.out.startswith("1 fact read, 0 taken, 1 held (1 two right answers).")


@pytest.mark.usefixtures("folder")
def test_json_says_what_became_of_each(quizapp: Quizapp) -> None:
    run = quizapp(
        "take", "reply.txt", "--deck", "valley.yaml", "--source", "wells=wells.txt", "--json"
    )

    told = json.loads(run.out)
    assert (told["read"], told["held_file"], told["unread"]) == (4, "valley.held.yaml", [])
    assert [fact["id"] for fact in told["taken"]] == ["total", "what-made-ten-wells-of-the-valley"]
    assert [fault["kind"] for fact in told["held"] for fault in fact["faults"]] == [
        "contradicted",
        "no source",
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"The wells ran dry, and nobody asks why.\n", "r.txt: no cards found"),
        (b"PK\x03\x04\x00\x00", "r.txt: not text in UTF-8"),
        (b"Q: Wer?\nA: M\xfcller\n", "r.txt:2: not text in UTF-8"),
        (b"Q: Who?\nA: he\n" * 300_000, "r.txt: larger than 4 MiB"),
        (b"\n" * 50_001, "r.txt: more than 50,000 lines"),
        (b'{"q":"a?","a":"b"}\n' * 5001, "r.txt: 5,001 cards, more than 5,000"),
    ],
)
def test_what_cannot_be_taken_is_refused(
    quizapp: Quizapp, home: Path, data: bytes, told: str
) -> None:
    (home / "r.txt").write_bytes(data)

    run = quizapp("take", "r.txt", "--deck", "d.yaml")

    assert (run.code, told in run.err, list(home.glob("d*.yaml"))) == (1, True, [])


def test_what_is_not_understood_is_told_by_its_line(quizapp: Quizapp, home: Path) -> None:
    (home / "cards.txt").write_text("Q: Which organ\n\nQ: Who?\nA: he\n", encoding="utf-8")

    run = quizapp("take", "cards.txt", "--deck", "d.yaml", "--unsourced")

    assert run.code == 1
    assert 'cards.txt:1: no answer after "Q: Which organ"\n    fix: add a line "A: …"' in run.err


@pytest.mark.parametrize("name", ["valley.held.yaml", "valley.signed.yaml", "valley.txt", "."])
def test_what_is_no_deck_gets_no_cards(quizapp: Quizapp, folder: Path, name: str) -> None:  # noqa: ARG001 (it has the reply)
    assert quizapp("take", "reply.txt", "--deck", name).code == 2


def test_a_deck_with_errors_is_left_alone(quizapp: Quizapp, folder: Path) -> None:
    (folder / "bad.yaml").write_text("quizapp: 2\ndeck: bad\n", encoding="utf-8")

    run = quizapp("take", "reply.txt", "--deck", "bad.yaml")

    assert (run.code, "bad.yaml has errors" in run.err) == (1, True)


def test_the_prompt_numbers_the_sentences_and_names_known_terms(
    quizapp: Quizapp, home: Path
) -> None:
    (home / "hae.txt").write_text("Danazol prevents attacks. It was given to 23.\n", "utf-8")
    (home / "own.yaml").write_text(
        "quizapp: 2\ndeck: own\ntitle: O\nconcepts:\n"
        "  danazol: {name: danazol, type: drug, aliases: [Danocrine], never: [danaparoid]}\n",
        encoding="utf-8",
    )

    run = quizapp("--decks", "own.yaml", "draft", "--prompt", "hae.txt")

    assert "hae#1  Danazol prevents attacks.\nhae#2  It was given to 23.\n" in run.out
    assert "- danazol (drug); also Danocrine; never danaparoid\n" in run.out
    assert "Answer with one YAML block" in run.out


def test_the_example_of_a_prompt_passes_its_own_gate(quizapp: Quizapp, home: Path) -> None:
    (home / "abbey.txt").write_text("Monks kept charters in the abbey.\n", encoding="utf-8")
    quizapp("draft", "--prompt", "abbey.txt", "-o", "p.md")

    run = quizapp("take", "p.md", "--deck", "d.yaml", "--source", "river2011")

    assert (run.code, run.out.splitlines()[0]) == (0, "2 facts read, 2 taken.")


def test_the_second_prompt_has_each_fault_with_its_sentence(quizapp: Quizapp, folder: Path) -> None:  # noqa: ARG001 (it has the reply)
    quizapp("take", "reply.txt", "--deck", "valley.yaml", "--source", "wells=wells.txt")

    run = quizapp("draft", "--prompt", "--fix", "valley.held.yaml", "wells.txt")

    assert '- contradicted: G103 "12 wells": wells#2 has 10 wells' in run.out
    assert 'valley ran dry?")\n- fix: write 10' in run.out
    assert "> wells#2: Ten wells (25%) ran dry because of irrigation.\n" in run.out
    assert "> It cites no sentence.\n" in run.out


@pytest.fixture
def attached(quizapp: Quizapp, folder: Path) -> Path:
    """A folder with a deck to whose source the abstract is attached."""
    (folder / "valley.yaml").write_text(
        "quizapp: 2\ndeck: valley\ntitle: Valley\nsources:\n  wells: {cite: Okafor 2003}\n"
        "facts:\n  - id: first\n    source: wells#1\n    ask: Which landform was studied?\n"
        "    answer: valley\n",
        encoding="utf-8",
    )
    quizapp("source", "attach", "wells", "wells.txt", "--deck", "valley.yaml")
    return folder


def test_cards_are_compared_with_an_attached_text(quizapp: Quizapp, attached: Path) -> None:
    run = quizapp("take", "reply.txt", "--deck", "valley.yaml", "--source", "wells")

    assert 'reply.txt:12: held: G103 "12 wells": wells#2 has 10 wells' in run.err
    assert "text:" not in (attached / "valley.yaml").read_text(encoding="utf-8")


def test_a_new_deck_is_compared_with_the_attached_text_of_another(
    quizapp: Quizapp, attached: Path
) -> None:
    run = quizapp("take", "reply.txt", "--deck", "new.yaml", "--source", "wells")

    assert 'reply.txt:12: held: G103 "12 wells": wells#2 has 10 wells' in run.err
    assert "    sentences: 3\n" in (attached / "new.yaml").read_text(encoding="utf-8")


def test_the_second_prompt_finds_attached_sentences_by_itself(
    quizapp: Quizapp,
    attached: Path,  # noqa: ARG001 (the text is attached there)
) -> None:
    quizapp("take", "reply.txt", "--deck", "valley.yaml", "--source", "wells")

    run = quizapp("draft", "--prompt", "--fix", "valley.held.yaml")

    assert "> wells#2: Ten wells (25%) ran dry because of irrigation." in run.out


def test_fix_without_prompt_is_told(quizapp: Quizapp) -> None:
    run = quizapp("draft", "--fix", "valley.held.yaml")

    assert (run.code, "add --prompt" in run.err) == (2, True)
