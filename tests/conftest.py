"""What the tests share: the real policies, and asking them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from helper.policy import Policy
from macros.policies import policy_files, read_policies

ROOT = Path(__file__).parent.parent
MADE_UP = ROOT / "tests" / "policies"
ALL_FILES = [*policy_files(ROOT / "policies"), *policy_files(MADE_UP)]
ALL_POLICIES = read_policies(ALL_FILES)


def policy(id_: str) -> Policy:
    """A real or made-up policy by its id."""
    return next(each for each in ALL_POLICIES if each.id == id_)


@pytest.fixture
def sefton() -> Policy:
    return policy("sefton")


@pytest.fixture
def barnet() -> Policy:
    return policy("barnet")


@pytest.fixture
def run_guide(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs the command line in this process; exit code, what it printed, what went to the error stream."""
    from macros.command import main

    def run(*words: str) -> tuple[int, str, str]:
        code = main(words)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run
