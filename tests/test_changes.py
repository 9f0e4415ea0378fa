"""The changes page says what was different in each version that was held, or that none is held."""

import shutil
from datetime import date
from pathlib import Path

import html5lib
import pytest

from macros.diff.changes import changes
from macros.diff.versions import NoVersion, earlier_versions, named_version
from macros.kinds import changed
from macros.policies import PolicyFaults
from macros.render import render
from tests.conftest import MADE_UP, policy
from tests.days import day

GOOD = (MADE_UP / "plainshire.yaml").read_text("utf-8")
PLAIN = policy("plainshire")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Plainshire with two earlier versions: a shorter limit at first, then another name of a stage."""
    held = tmp_path / "earlier" / "plainshire"
    held.mkdir(parents=True)
    shutil.copy(MADE_UP / "plainshire.yaml", tmp_path)
    second = GOOD.replace("    name: Leads\n", "    name: Chiefs\n")
    first = second.replace("amount: 3\n", "amount: 2\n").replace("taken: 2026-11-21", "taken: 2026-11-02")
    (held / "2027-03-01.yaml").write_text(first, "utf-8")
    (held / "2027-10-04.yaml").write_text(second, "utf-8")
    return tmp_path


def page(folder: Path) -> str:
    values = changed(PLAIN, earlier_versions("plainshire", folder))
    return render("changes", root="../../", policy=PLAIN, **values)


def text(html: str) -> str:
    return " ".join("".join(html5lib.parse(html, namespaceHTMLElements=False).itertext()).split())


def test_each_version_is_told_from_the_next_newest_first(folder: Path) -> None:
    held = changes(PLAIN, earlier_versions("plainshire", folder))
    said = [
        (each.day, [change.says for _, group in each.groups for change in group]) for each in held.revisions
    ]
    assert said == [
        (day("Mon 2027-10-04"), ["Formal level: the name is now Leads, was Chiefs."]),
        (
            day("Mon 2027-03-01"),
            [
                "Level 1 now allows 3 working days, was 2.",
                "The day on which the facts were taken is now 21 November 2026, was 2 November 2026.",
            ],
        ),
    ]
    assert held.since == day("Mon 2026-11-02")


def test_the_page_shows_them_under_their_day_and_group(folder: Path) -> None:
    shown = text(page(folder))
    assert "Changed on Monday 1 March 2027 Time limits Level 1 now allows 3 working days, was 2." in shown
    assert "Changed on Monday 4 October 2027 Levels Formal level: the name is now Leads, was Chiefs." in shown
    assert shown.index("4 October 2027") < shown.index("1 March 2027")
    since = "This guide has held this policy since Monday 2 November 2026. No version before that is held."
    assert since in shown


def test_without_an_earlier_version_it_says_so(tmp_path: Path) -> None:
    assert "since Saturday 21 November 2026. No earlier version is held." in text(page(tmp_path))


def test_a_version_that_differs_only_in_its_situations_changes_nothing(folder: Path) -> None:
    file = folder / "earlier" / "plainshire" / "2027-10-04.yaml"
    file.write_text(GOOD.replace("- name: A nurse rings", "- name: Some nurse rings"), "utf-8")
    assert "4 October 2027 Nothing has changed in what a practitioner has to do." in text(page(folder))


def test_what_stands_in_an_earlier_version_stays_text(folder: Path) -> None:
    file = folder / "earlier" / "plainshire" / "2027-10-04.yaml"
    file.write_text(GOOD.replace("    name: Leads\n", '    name: "<script>alert(1)</script> {{ 7 * 7 }}"\n'))
    assert "was &lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }}." in page(folder)


def test_an_earlier_file_is_named_after_a_day(folder: Path) -> None:
    for name in ("old", "20270301", "2027-02-30"):
        file = folder / "earlier" / "plainshire" / f"{name}.yaml"
        shutil.copy(folder / "plainshire.yaml", file)
        with pytest.raises(PolicyFaults, match=f"the file is named '{name}'. Name it after the day on which"):
            earlier_versions("plainshire", folder)
        file.unlink()


def test_a_fault_in_an_earlier_file_is_named_with_its_place(folder: Path) -> None:
    file = folder / "earlier" / "plainshire" / "2027-10-04.yaml"
    file.write_text(GOOD.replace("division: scotland", "division: mars"), "utf-8")
    with pytest.raises(PolicyFaults, match=r"2027-10-04.yaml:[0-9]+:11: division is 'mars'"):
        earlier_versions("plainshire", folder)


def test_a_rule_of_today_does_not_undo_an_earlier_version(folder: Path) -> None:
    """Its review date may have passed and its sums may be refused now: it was held all the same."""
    file = folder / "earlier" / "plainshire" / "2027-10-04.yaml"
    file.write_text(GOOD.replace("      - talk\n", "      - nowhere\n"), "utf-8")
    assert len(earlier_versions("plainshire", folder)) == 2


def test_a_version_is_named_by_its_file_or_its_id(folder: Path) -> None:
    assert named_version("plainshire", folder).name == "Plainshire"
    file = folder / "earlier" / "plainshire" / "2027-03-01.yaml"
    assert named_version(str(file), folder).document.taken == date(2026, 11, 2)
    with pytest.raises(NoVersion, match="There is no policy 'nowhere'. Write a file, or one of: plainshire."):
        named_version("nowhere", folder)
