"""Accepting a draft takes one line out of its file and leaves every other byte."""

import pytest

from quizapp.bank.accept_draft import remove_draft_status

HEAD = "quizapp: 1\ndeck: a\ntitle: A\nfacts:\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "  # one\n  - id: x  # id\n    status: draft\n    ask: Why?  # hm\n    answer: so\n",
            "  # one\n  - id: x  # id\n    ask: Why?  # hm\n    answer: so\n",
        ),
        (
            "  - id: x\n    status: draft  # from the abstract\n    ask: Why?\n    answer: so\n",
            "  - id: x\n    # from the abstract\n    ask: Why?\n    answer: so\n",
        ),
        (
            "  - status: draft\n    id: x\n    ask: Why?\n    answer: so\n",
            "  - id: x\n    ask: Why?\n    answer: so\n",
        ),
        (
            "  - id: x\n    ask: Why?\n    answer: so\n    status: 'draft'",
            "  - id: x\n    ask: Why?\n    answer: so\n",
        ),
        (
            "  - {id: x, status: draft, ask: Why?, answer: so}  # c\n",
            "  - {id: x, ask: Why?, answer: so}  # c\n",
        ),
        (
            '  - {id: x, ask: Why?, answer: so, status: "draft"}\n',
            "  - {id: x, ask: Why?, answer: so}\n",
        ),
        (
            "  - id: x\r\n    status: draft\r\n    ask: Why?\r\n    answer: so\r\n",
            "  - id: x\r\n    ask: Why?\r\n    answer: so\r\n",
        ),
        (
            "  - {id: w, ask: 1, answer: 1, status: draft}\n  - {id: x, status: draft, ask: 2}\n",
            "  - {id: w, ask: 1, answer: 1, status: draft}\n  - {id: x, ask: 2}\n",
        ),
    ],
)
def test_the_status_goes_and_all_else_stays(before: str, after: str) -> None:
    done = remove_draft_status("a.yaml", (HEAD + before).encode(), "x")

    assert done is not None
    assert done.decode() == HEAD + after


def test_a_row_of_a_table_is_accepted_alone() -> None:
    table = (
        "quizapp: 1\ndeck: a\ntitle: A\ntables:\n  - id: t\n    row: r\n    rows:\n"
        "      x: {name: X, status: draft, n: 1}\n      y: {name: Y, status: draft, n: 2}\n"
    )

    done = remove_draft_status("a.yaml", table.encode(), "t/y")

    assert done is not None
    assert done.decode() == table.replace("Y, status: draft", "Y")


@pytest.mark.parametrize(
    "text",
    [
        "  - {id: y, ask: Why?, answer: so, status: draft}\n",
        "  - {id: x, ask: Why?, answer: so}\n",
        "  - {id: x, ask: Why?, answer: so, status: draft\n",
    ],
)
def test_what_is_not_there_or_not_sound_is_left_alone(text: str) -> None:
    assert remove_draft_status("a.yaml", (HEAD + text).encode(), "x") is None


def test_a_byte_order_mark_stays() -> None:
    text = "\ufeff" + HEAD + "  - {id: x, status: draft, ask: Why?, answer: so}\n"

    done = remove_draft_status("a.yaml", text.encode(), "x")

    assert done is not None
    assert done.startswith(b"\xef\xbb\xbfquizapp")
