"""Writing YAML: what is read again is what was meant."""

from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.yaml.writer import CommentedValue, format_scalar, write_yaml


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Paris", "Paris"),
        ("sclerosing cholangitis", "sclerosing cholangitis"),
        ("56", '"56"'),
        ("no", '"no"'),
        ("a: b", '"a: b"'),
        ("levy1997#7", '"levy1997#7"'),
        ("{answer} is it", '"{answer} is it"'),
        ("", '""'),
        (" x", '" x"'),
    ],
)
def test_text_is_quoted_only_where_it_must_be(text: str, written: str) -> None:
    assert format_scalar(text) == written


def test_comments_stand_above_their_entries() -> None:
    text = write_yaml(
        {"facts": [CommentedValue("first\nto do", {"id": "a", "answer": Decimal("1.50")})]}
    )

    assert text == "facts:\n\n  # first\n  # to do\n  - id: a\n    answer: 1.50\n"


@given(st.text(st.characters(exclude_categories=["C"]), max_size=40))
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    assert yaml.safe_load(write_yaml({"key": text, "list": [text, {"in": text}]})) == {
        "key": text,
        "list": [text, {"in": text}],
    }
