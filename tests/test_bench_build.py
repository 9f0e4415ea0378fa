"""The bench of builds: its made-up policies, its sums, and that no page grows with the number of policies."""

import re
from datetime import date
from pathlib import Path

import pytest

from macros.bench_build.synthetic import synthetic, write_synthetic
from macros.check import check
from macros.policies import read_policies

REAL_PHONE = re.compile(r"\b0(?!20 7946 0\d{3}\b)\d{2,4} ?\d{3}")


def test_made_up_policies_have_no_fault(tmp_path: Path) -> None:
    checked = check(write_synthetic(tmp_path, 4), date(2026, 11, 22))
    assert (checked.faults, len(checked.policies)) == (0, 4), checked.lines


def test_no_two_of_them_are_alike_and_the_same_seed_gives_the_same(tmp_path: Path) -> None:
    files = write_synthetic(tmp_path, 12)
    policies = read_policies(files)
    assert len({policy.name for policy in policies}) == len({file.read_bytes() for file in files}) == 12
    assert {len(policy.ladder) for policy in policies} == {3, 4, 5, 6}
    assert [file.read_text("utf-8") for file in files[:5]] == [text for _, text in synthetic(5)]
    assert [id_ for id_, _ in synthetic(3, seed=2)] != [id_ for id_, _ in synthetic(3)]


def test_their_contacts_can_be_nobodys() -> None:
    for _, text in synthetic(6):
        assert "020 7946 0" in text or "phone: not stated" in text or "phone" not in text
        assert not REAL_PHONE.search(re.sub(r"20\d\d-\d\d-\d\d", "", text))
        assert not re.search(r"@(?!\w+\.example\.org\b)|https?://(?!\w+\.example\.org/)", text)


def test_more_policies_than_names_are_refused() -> None:
    with pytest.raises(ValueError, match="made-up names"):
        next(synthetic(100_000))
