"""Every code of this room is explained, and every explained code exists."""

import re
from pathlib import Path

from quizapp.bank.codes import CODES
from quizapp.bank.diagnostics import Level

ROOM = Path(__file__).parent.parent.parent / "quizapp" / "bank"


def test_the_codes_explained_are_those_that_problems_carry() -> None:
    sources = [path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py")]
    used = {code for text in sources for code in re.findall(r'"(B\d{3})"(?!,\n +"[a-z])', text)}

    assert used == set(CODES)


def test_an_explanation_has_a_title_and_a_reason() -> None:
    assert all(each.title and each.reason for each in CODES.values())


def test_only_what_was_not_checked_or_may_be_meant_is_no_error() -> None:
    others = [code for code, each in CODES.items() if each.level is not Level.ERROR]

    assert others == ["B119", "B120", "B121", "B208", "B602", "B603"]
