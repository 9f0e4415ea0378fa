"""What we do not know: each silence of each policy, in one table."""

import re

import pytest

from helper.policy import Policy
from macros.common_pages import common_pages
from macros.silent import silences
from tests.conftest import ALL_POLICIES

[BODY] = [page.body for page in common_pages(ALL_POLICIES, 0) if "what-we-do-not-know" in page.path]


def row(asked: Policy) -> str:
    [found] = [each for each in re.findall(r"<tr>.*?</tr>", BODY, re.S) if f"../../{asked.id}/" in each]
    return found


@pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda asked: asked.id)
def test_every_silence_of_a_policy_is_in_its_row(asked: Policy) -> None:
    for term, _ in silences(asked):
        assert term.replace("'", "’") in row(asked)


def test_what_sefton_and_barnet_do_not_say() -> None:
    said = {each.id: row(each) for each in ALL_POLICIES}
    assert "<li>What a working day is</li>" in said["sefton"]
    assert "its version, who approved it, since when it is in force, when it is reviewed" in said["sefton"]
    assert "its own date" not in said["sefton"]
    assert "About the document: its own date," in said["barnet"]
    assert "About the document" not in said["plainshire"]
