"""What start-up and the rooms above import must not bring YAML or pydantic along."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "module",
    ["model", "diagnostics", "deck_files", "sentences", "concepts", "codes", "starter", "numerals"],
)
def test_a_light_module_loads_neither_yaml_nor_pydantic(module: str) -> None:
    code = (
        "import sys\n"
        f"import quizapp.bank.{module}\n"
        "print(sorted({'yaml', 'pydantic', 'rapidfuzz'} & set(sys.modules)))\n"
    )

    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    ).stdout

    assert shown.strip() == "[]"
