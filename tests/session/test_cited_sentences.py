"""What is marked in a sentence that an answered item cites."""

from dataclasses import replace

import pytest

from quizapp.items.item import Format
from quizapp.session.cited_sentences import mark_key
from tests.builders import an_item


@pytest.mark.parametrize(
    ("key", "sentence", "marked"),
    [
        (["Paris"], "It is Paris, they say.", "It is _Paris_, they say."),
        (["hill fever"], "Hill-fever is a fever.", "_Hill-fever_ is a _fever_."),
        (["four"], "Of 40, 4 died; 14 lived.", "Of 40, _4_ died; 14 lived."),
        (
            ["4 patients"],
            "Four patients of 56 patients fell.",
            "_Four patients_ of 56 patients fell.",
        ),
        (["22.5 %"], "Nine (22.5%) had it.", "Nine (_22.5_%) had it."),
        (["ticks", "goats"], "A tick bites a goat.", "A _tick_ bites a _goat_."),
        (["relapse of the fever"], "The fever relapsed.", "The _fever relapsed_."),
        (["Oslo"], "It is Paris.", "It is Paris."),
        (["café"], "A CAFE\u0301 is near.", "A _CAFE\u0301_ is near."),
    ],
)
def test_the_words_of_the_key_are_marked(key: list[str], sentence: str, marked: str) -> None:
    item = replace(an_item(), key=tuple(key))
    pieces = list(mark_key(sentence, item))

    assert "".join(f"_{each.text}_" if each.is_marked else each.text for each in pieces) == marked


def test_nothing_is_marked_for_a_true_or_false() -> None:
    item = replace(an_item(format_=Format.TRUE_FALSE), key=("True",))

    assert [each.is_marked for each in mark_key("It is true.", item)] == [False]
