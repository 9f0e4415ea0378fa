"""The house style, as far as a tool can see it."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

TOOLS = [
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
]


@pytest.mark.parametrize("command", TOOLS, ids=" ".join)
def test_the_code_is_in_the_house_style(command: tuple[str, ...]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
