"""The only file that runs Pagefind, which makes an index of a folder of pages."""

import subprocess
from pathlib import Path

from pagefind.service import get_executable

from macros.search import SearchError

LEFT_OUT = ("[hidden]", ".eg-hidden", ".eg-print-head", ".eg-stamp", ".eg-contents", ".headerlink")
"""What a reader of the page does not see, or only on paper."""
PATIENCE = 300


def write_index(pages: Path, index: Path) -> None:
    """Writes an index of the pages marked data-pagefind-body; the same bytes for the same pages.

    pages: a folder, whose path is left out of the addresses. Raises SearchError with Pagefind's words.
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
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SearchError(f"Pagefind cannot be run: {error}") from None
    if run.returncode:
        raise SearchError(f"Pagefind could not read {pages}:\n{run.stdout}{run.stderr}")
