"""Writes every output to a folder, so that any site builder can take it from there."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from macros.outputs import Output

DOCS = Path("docs")
NOT_PAGES = ("theme", "styles")


def write_to_disk(outputs: Iterable[Output], folder: Path, docs: Path = DOCS) -> int:
    """The hand-written pages of `docs` and every output below `folder`; how many files that is.

    Raises FileExistsError if the folder holds anything: nobody's files are overwritten.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty. Name a new folder.")
    shutil.copytree(docs, folder, ignore=shutil.ignore_patterns(*NOT_PAGES), dirs_exist_ok=True)
    for output in outputs:
        _write(folder / output.path, output.content)
    return sum(each.is_file() for each in folder.rglob("*"))


def _write(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
