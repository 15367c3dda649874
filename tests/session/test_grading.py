"""Loading the judge before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

SLIP = """
import sys
from pathlib import Path
from quizapp.grading.dictionary import set_words_folder
from quizapp.grading.expected import ExpectedTerm
from quizapp.session.grade_response import load_judge

set_words_folder(Path(sys.argv[1]))
load_judge()
from quizapp.grading.judge import judge

before = set(sys.modules)
found = judge(ExpectedTerm("hypogammaglobulinemia"), "hypogamaglobulinemia")
print(found.outcome, set(sys.modules) - before)
"""


@pytest.mark.slow
def test_the_first_slip_waits_for_nothing_to_be_loaded(english_words: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SLIP, str(english_words)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert ran.stdout == "slip set()\n"
