"""Tables of text: every cell under its heading, whatever it says."""

from quizapp.cli.tables import table_lines


def test_a_column_is_as_wide_as_what_stands_in_it() -> None:
    rows = [("Capitals", 3, 1200, None), ("Rivers and lakes", 12, 0, "1 draft to review")]

    lines = list(table_lines(("Deck", ">New", ">Due", ""), rows))

    assert lines == [
        "Deck              New   Due",
        "Capitals            3  1200",
        "Rivers and lakes   12     0  1 draft to review",
    ]


def test_a_wide_letter_takes_the_room_that_a_terminal_gives_it() -> None:
    lines = list(table_lines(("Deck", ">New"), [("東京", 3), ("Paris", 4)]))

    assert lines == ["Deck   New", "東京     3", "Paris    4"]


def test_a_table_without_rows_is_its_heading() -> None:
    assert list(table_lines(("Deck", ">New"), [])) == ["Deck  New"]
