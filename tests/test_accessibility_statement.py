"""The accessibility statement says what the last check found, on the day on which it truly ran."""

import json
from datetime import date

import pytest

from helper.dates import words
from tests.accessibility import CHECKED, LASTS, LOOKS, PART, told
from tests.conftest import ROOT
from tests.test_axe import KINDS

HELD = json.loads(CHECKED.read_text("utf-8"))


def test_the_page_says_what_the_file_says() -> None:
    page = (ROOT / PART.file).read_text("utf-8")
    assert PART.filled(page, told(HELD)) == page
    day = date.fromisoformat(HELD["day"])
    assert f"**{words(day)}**" in page
    assert f'data-review="{(day + LASTS).isoformat()}"' in page


def test_another_day_or_a_violation_would_be_said() -> None:
    page = told({**HELD, "day": "2027-03-01", "violations": ["/: color-contrast"]})
    assert "**Monday 1 March 2027**. Violations: 1." in page
    assert 'data-review="2027-05-30"' in page


def test_what_the_check_left_out_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """It takes minutes, so a new kind of page or a new axe only asks for it to be run again."""
    axe = json.loads((ROOT / "helper/web/node_modules/axe-core/package.json").read_text("utf-8"))
    new = [each for each in KINDS if each not in HELD["pages"]]
    if new or HELD["axe-core"] != axe["version"]:
        with capsys.disabled():
            print(
                f"\nRun python -m tests.accessibility again: it has not seen {', '.join(new) or 'this axe'}."
            )
    assert HELD["looks"] == list(LOOKS)
    assert len(HELD["pages"]) >= 20
