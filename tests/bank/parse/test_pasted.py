"""Whole files as chats and other programs write them: each thing told, with its place and fix."""

import shutil
from pathlib import Path

from quizapp.bank.load import load_deck
from tests.bank.trials import deck_of, load_bytes, problems_of

PASTED = Path(__file__).parents[1] / "pasted"


def told(folder: Path, name: str) -> list[tuple[int, int, str, str, str]]:
    path = shutil.copy(PASTED / name, folder / "deck.yaml")
    return [
        (each.place.line, each.place.column, each.code, each.message, each.fix)
        for each in load_deck(Path(path))[1]
    ]


def test_a_deck_between_fences_is_read_and_what_may_be_meant_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "chat-with-fence.yaml") == [
        (
            *(3, 1, "B119"),
            "the deck is between lines of ```; they and all outside them are skipped",
            "delete those lines, and all outside them",
        ),
        (
            *(12, 10, "B120"),
            (
                'curly quotes are part of the text "“How many people live in Cork?”": '
                "for YAML they do not quote"
            ),
            "write straight quotes, or put all of it in straight quotes if they belong to it",
        ),
        (
            *(13, 13, "B121", '"203,000" is read as text'),
            "write 203000, or put it in quotes if it is to stay text",
        ),
        (
            *(16, 13, "B121", '"38 °C" is read as text'),
            "write answer: 38, unit: °C; or put it in quotes if it is to stay text",
        ),
    ]


def test_a_deck_between_fences_is_studied(tmp_path: Path) -> None:
    path = shutil.copy(PASTED / "chat-with-fence.yaml", tmp_path / "deck.yaml")
    deck, _ = load_deck(Path(path))

    assert deck is not None
    assert [fact.name for fact in deck.facts] == ["aspirin", "pop", "fever"]


def test_the_keys_of_other_programs_are_told_with_ours(tmp_path: Path) -> None:
    assert told(tmp_path, "front-and-back.yaml") == [
        (4, 1, "B106", "`cards` is called `facts` here", "keep one of the two, as `facts:`"),
        (8, 5, "B106", "`front` is called `ask` here", "write `ask:`"),
        (9, 5, "B106", "`back` is called `answer` here", "write `answer:`"),
        (10, 5, "B106", "`distractors` is called `wrong` here", "write `wrong:`"),
        (11, 5, "B106", "`explanation` is called `why` here", "write `why:`"),
        (
            *(12, 5, "B106", "`difficulty` is no key of a deck"),
            "leave it out: what is hard shows when it is asked",
        ),
        (13, 17, "B106", "`question` is called `ask` here", "write `ask:`"),
        (
            *(13, 72, "B106"),
            "inside `{…}` a comma ends a value, so 1,030,000 is cut into pieces",
            "write 1030000, or put it in quotes",
        ),
        (
            *(14, 5, "B106", "curly quotes around `id` are part of the key for YAML"),
            "write `id:`, without quotes",
        ),
        (
            *(15, 5, "B106", "curly quotes around `ask` are part of the key for YAML"),
            "write `ask:`, without quotes",
        ),
        (16, 5, "B106", "`Correct Answer` is called `answer` here", "write `answer:`"),
        (
            *(17, 5, "B106", "`type` is no key of a deck"),
            "leave it out: the shape of the answer tells what is asked",
        ),
        (
            *(18, 5, "B106", "`options` is no key of a deck"),
            (
                "list those that are wrong under `wrong`, each with its reason; or all of them "
                "under `among` where there are no others"
            ),
        ),
        (21, 16, "B106", "`prompt` is called `ask` here", "write `ask:`"),
        (21, 53, "B106", "`wrongAnswers` is called `wrong` here", "write `wrong:`"),
        (
            22,
            5,
            "B107",
            "`answer` is missing",
            "add `answer:`, or `cards:` where the fact has several",
        ),
        (22, 35, "B106", "unknown key `anwser`", "did you mean `answer`?"),
    ]


def test_a_number_that_commas_cut_in_a_list_is_told(tmp_path: Path) -> None:
    text = 'facts:\n  - {id: a, ask: "How many?", answer: 5, wrong: [1,030,000, 7]}\n'

    assert problems_of(tmp_path, text) == [
        (5, 50, "B121", "a comma ends a value here, so 1,030,000 is cut into pieces")
    ]


def test_a_number_that_commas_cut_among_wrong_answers_is_told(tmp_path: Path) -> None:
    text = 'facts:\n  - {id: a, ask: "How many?", answer: 5, wrong: {203,000: "So many.", 7: x}}\n'

    assert problems_of(tmp_path, text) == [
        (5, 50, "B121", "a comma ends a value here, so 203,000 is cut into pieces")
    ]


def test_a_list_of_numbers_without_spaces_is_a_list(tmp_path: Path) -> None:
    text = 'facts:\n  - {id: a, ask: "How many?", answer: 5, wrong: [10,200,350]}\n'

    assert problems_of(tmp_path, text) == []


def test_what_stands_in_straight_quotes_is_meant(tmp_path: Path) -> None:
    text = """facts:
  - {id: a, ask: '“Was it so?”', answer: "5 mg"}
  - {id: b, ask: "How many?", answer: '1,030,000'}
  - {id: c, ask: "Which day?", answer: 9 November}
  - {id: d, ask: "Which place?", answer: 3rd}
  - {id: e, ask: “Ja” heißt?, answer: yes}
"""

    assert problems_of(tmp_path, text) == []


def test_a_fence_within_a_text_is_part_of_it(tmp_path: Path) -> None:
    text = """facts:
  - id: a
    ask: |
      What does this print?
      ```
      1
      ```
    answer: "1"
"""

    assert "```" in deck_of(tmp_path, text).facts[0].cards[0].ask


def test_a_fence_that_never_closes_ends_with_the_file(tmp_path: Path) -> None:
    data = b"Here:\n~~~\nquizapp: 2\ndeck: a\ntitle: A\nfacts: []\n"
    deck, problems = load_bytes(tmp_path, data)

    assert deck is not None
    assert [(each.place.line, each.code) for each in problems] == [(2, "B119")]


def test_a_fault_behind_a_fence_is_told_at_its_place_in_the_file(tmp_path: Path) -> None:
    data = (
        b"```yaml\nquizapp: 2\ndeck: a\ntitle: A\nfacts:\n  - {id: A B, ask: x?, answer: y}\n```\n"
    )
    _, problems = load_bytes(tmp_path, data)

    assert [(each.place.line, each.place.column, each.code) for each in problems] == [
        (1, 1, "B119"),
        (6, 10, "B109"),
    ]


def test_curly_quotes_that_stop_yaml_are_named(tmp_path: Path) -> None:
    text = "facts:\n  - id: a\n    ask: “What is it: this?”\n    answer: that\n"

    assert problems_of(tmp_path, text) == [
        (6, 10, "B101", "curly quotes do not quote: for YAML they are letters of the text")
    ]


def test_a_list_alone_is_told_where_it_belongs(tmp_path: Path) -> None:
    _, problems = load_bytes(tmp_path, b"- {front: a, back: b}\n")

    assert [each.fix for each in problems] == [
        "write `quizapp: 2`, `deck:` and `title:` above, and the list under `facts:`"
    ]
