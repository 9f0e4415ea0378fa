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
    assert capsys.readouterr().err == "Compressing …\n"


def test_a_log_has_each_line_once_and_a_terminal_shows_that_it_goes_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.01)
    pages = [*[1] * 5, *[2] * 5, *[3] * 1000]
    with meanwhile(lambda: f"{pages.pop(0)} pages written"):
        time.sleep(0.5)
    assert capsys.readouterr().err.splitlines() == [f"{count} pages written …" for count in (1, 2, 3)]
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with meanwhile(lambda: "Compressing"):
        time.sleep(0.5)
    assert capsys.readouterr().err.count("Compressing …\n") > 1
