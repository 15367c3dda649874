"""Facts are added at the end of a deck, and not a letter of its author's changes."""

import pytest

from quizapp.drafting.taking.append_facts import CannotAppendError, append_facts, append_source

NEW = {"id": "new", "ask": "Who?", "answer": "he"}
HEAD = "quizapp: 1\ndeck: d\ntitle: D\n"


def test_facts_go_behind_the_last_one_and_before_the_next_section() -> None:
    mine = f"{HEAD}facts:\n  - {{id: a, ask: A?, answer: x}}  # mine\n"
    text = f"{mine}\n# tables come last\ntables: []\n"

    appended = append_facts(text, [NEW])

    assert appended.text == (
        f"{HEAD}facts:\n  - {{id: a, ask: A?, answer: x}}  # mine\n"
        '\n  - id: new\n    ask: "Who?"\n    answer: he\n'
        "\n# tables come last\ntables: []\n"
    )
    assert appended.lines == (7,)


def test_a_text_that_goes_on_over_lines_is_not_cut() -> None:
    text = f"{HEAD}facts:\n- id: a\n  ask: A?\n  answer: x\n  why: |\n    first\n    # no comment\n"

    appended = append_facts(text, [NEW])

    assert appended.text == f'{text}\n- id: new\n  ask: "Who?"\n  answer: he\n'


@pytest.mark.parametrize("facts", ["facts:\n", "facts: []\n", "facts: []"])
def test_a_deck_without_facts_gets_its_first(facts: str) -> None:
    appended = append_facts(HEAD + facts, [NEW])

    assert appended.text == f'{HEAD}facts:\n\n  - id: new\n    ask: "Who?"\n    answer: he\n'
    assert appended.lines == (6,)


def test_line_ends_are_those_of_the_deck() -> None:
    text = f"{HEAD}facts:\n  - {{id: a, ask: A?, answer: x}}\n".replace("\n", "\r\n")

    appended = append_facts(text, [NEW]).text

    assert appended.startswith(text)
    assert appended.count("\n") == appended.count("\r\n")


def test_facts_in_brackets_are_refused() -> None:
    with pytest.raises(CannotAppendError, match="in brackets"):
        append_facts(f"{HEAD}facts: [{{id: a, ask: A?, answer: x}}]\n", [NEW])


def test_a_source_joins_the_others() -> None:
    text = f"{HEAD}sources:\n    a: {{cite: A}}\nfacts: []\n"

    assert append_source(text, "b", {"cite": "B"}) == (
        f"{HEAD}sources:\n    a: {{cite: A}}\n    b:\n      cite: B\nfacts: []\n"
    )


def test_a_first_source_stands_before_the_facts() -> None:
    assert append_source(f"{HEAD}# all\nfacts: []\n", "b", {"cite": "B"}) == (
        f"{HEAD}sources:\n  b:\n    cite: B\n# all\nfacts: []\n"
    )
