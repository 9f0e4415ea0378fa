"""`guide serve`: an edit shows by itself, and a mistake does not take the site away."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.serve import free_port
from tests.conftest import MADE_UP
from tests.project import project

PATIENCE = 60


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """A served project with the made-up policy: its policy file, its address, and what was printed."""
    folder = project(tmp_path, MADE_UP / "plainshire.yaml")
    port, printed = free_port(8100), tmp_path / "printed.txt"
    command = [sys.executable, "-m", "macros.command", "serve", "--port", str(port)]
    with printed.open("w") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)
        try:
            yield folder / "policies" / "plainshire.yaml", f"http://127.0.0.1:{port}", printed
        finally:
            process.terminate()
            process.wait(timeout=20)
            assert not page(f"http://127.0.0.1:{port}/"), "the server has outlived its command"


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def wait_until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"after {PATIENCE} s: {what}"
        time.sleep(0.1)


def test_an_edit_shows_and_a_mistake_keeps_the_last_good_page(served: tuple[Path, str, Path]) -> None:
    file, site, printed = served
    address = f"{site}/plainshire/"
    wait_until(lambda: "You ring the other worker" in page(address), "the page is there")
    assert f"{site}/" in printed.read_text("utf-8")
    good = file.read_text("utf-8")
    file.write_text(good.replace("You ring the other worker", "You knock on the door"), "utf-8")
    wait_until(lambda: "You knock on the door" in page(address), "the edit shows")
    assert "livereload(" in page(address)
    assert "data-worker" not in page(address), "a worker would stand between an edit and its page"
    assert "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'" in page(address)
    file.write_text(good.replace("stage_word: level", "stage_word:"), "utf-8")
    wait_until(lambda: "stage_word is empty" in printed.read_text("utf-8"), "the mistake is named")
    assert "You knock on the door" in page(address)
    file.write_text(good, "utf-8")
    wait_until(lambda: "You ring the other worker" in page(address), "the mended file shows")
