"""Whoever waits is told how far it is."""

import time

import pytest

from macros import progress
from macros.progress import meanwhile, told


def test_what_is_quick_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(told("abc", "letters read")) == ["a", "b", "c"]
    with meanwhile(lambda: "Compressing"):
        pass
    assert capsys.readouterr() == ("", "")


def test_what_is_long_says_how_far_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.01)
    for _ in told("ab", "letters read"):
        time.sleep(0.02)
    assert capsys.readouterr().err == "1 of 2 letters read …\n"
    with meanwhile(lambda: "Compressing"):
        time.sleep(0.1)
    assert capsys.readouterr().err.startswith("Compressing …\n")
