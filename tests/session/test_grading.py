"""Loading the judge before it is needed."""

import subprocess
import sys

import pytest

SLIP = """
import sys
import pytest
from quizapp.grading.expected import ExpectedTerm
from quizapp.session.grade_response import load_judge

load_judge()
from quizapp.grading.old import opposites, vocabulary
from quizapp.grading.judge import judge

built = (vocabulary.known_words, vocabulary.words_by_length, opposites.word_opposites)
before = set(sys.modules), [each.cache_info().misses for each in built]
found = judge(ExpectedTerm("hypogammaglobulinemia"), "hypogamaglobulinemia")
after = set(sys.modules), [each.cache_info().misses for each in built]
print(found.note, before == after, before[1])
"""


@pytest.mark.slow
def test_the_first_slip_waits_for_nothing_to_be_loaded_or_built() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SLIP], check=True, capture_output=True, text=True, timeout=60
    )

    assert ran.stdout == "Spelling: one letter. True [1, 1, 1]\n"
