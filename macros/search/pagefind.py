"""The only file that runs Pagefind, which makes an index of a folder of pages."""

import os
import subprocess
from pathlib import Path

from pagefind.service import get_executable

from macros.search import SearchError

LEFT_OUT = ("[hidden]", ".eg-hidden", ".eg-print-head", ".eg-stamp", ".eg-contents", ".headerlink")
"""What a reader of the page does not see, or only on paper."""
PATIENCE = 300
WORD_BY_WORD = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "1"}
"""Pagefind ends a part of an index as soon as so many places of words are in it."""


def write_index(pages: Path, index: Path, *, word_by_word: bool = False) -> None:
    """Writes an index of the pages marked data-pagefind-body.

    pages: a folder, whose path is left out of the addresses. Raises SearchError with Pagefind's words.
    word_by_word: with each word in a part of its own.
    """
    program = get_executable()
    if program is None:
        raise SearchError("Pagefind is missing. Run ./dev build: it installs it.")
    command = [
        str(program),
        "--silent",
        "--site",
        f"{pages.resolve()}",
        "--output-path",
        f"{index.resolve()}",
    ]
    command += [word for each in LEFT_OUT for word in ("--exclude-selectors", each)]
    try:
        run = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
            env={**os.environ, **(WORD_BY_WORD if word_by_word else {})},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SearchError(f"Pagefind cannot be run: {error}") from None
    if run.returncode:
        raise SearchError(f"Pagefind could not read {pages}:\n{run.stdout}{run.stderr}")
