"""Compressed copies beside the files of the site."""

import gzip
import os
from pathlib import Path

import brotli
import pytest

from macros import cache
from macros.precompress import precompress
from macros.runtime.plain_page import our_page
from tests.conftest import policy
from tests.differential import policy_json

PAGE = b"<p>Ask your line manager to speak to the other professional.</p>" * 50
MB = 1_000_000


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache")
    site = tmp_path / "site"
    for name in ("index.html", "sefton/index.html", "engine/python.zip", "picture.png"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(PAGE)
    (site / "tiny.json").write_bytes(b"{}")
    return site


def copies(folder: Path) -> dict[str, bytes]:
    found = [file for file in folder.rglob("*") if file.suffix in (".br", ".gz")]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def test_each_file_that_gets_smaller_has_both_copies(folder: Path) -> None:
    assert precompress(folder) == 6
    made = copies(folder)
    assert set(made) == {
        f"{name}.{end}"
        for name in ("index.html", "sefton/index.html", "engine/python.zip")
        for end in ("br", "gz")
    }
    for name, copy in made.items():
        assert (brotli.decompress if name.endswith(".br") else gzip.decompress)(copy) == PAGE


def test_the_same_copies_come_out_twice(folder: Path) -> None:
    precompress(folder)
    first = copies(folder)
    os.utime(folder / "index.html", (0, 0))
    precompress(folder)
    assert copies(folder) == first


def test_a_large_file_is_compressed_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    precompress(folder)
    first = copies(folder)["engine/python.zip.br"]
    monkeypatch.setattr("brotli.compress", lambda *_, **__: b"again")
    precompress(folder)
    assert copies(folder)["engine/python.zip.br"] == first
    assert copies(folder)["index.html.br"] == b"again"


def test_a_table_of_dates_is_compressed_once_and_as_small_as_can_be(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = policy_json(policy("sefton")).encode()
    (folder / "assets" / "dates").mkdir(parents=True)
    (folder / "assets" / "dates" / "sefton-0123456789ab.json").write_bytes(table)
    precompress(folder)
    name = "assets/dates/sefton-0123456789ab.json.br"
    small = copies(folder)[name]
    assert len(small) < len(brotli.compress(table, quality=9))
    monkeypatch.setattr("brotli.compress", lambda *_, **__: b"again")
    precompress(folder)
    assert copies(folder)[name] == small


@pytest.mark.thorough
def test_the_engine_is_as_small_as_it_was_measured(tmp_path: Path) -> None:
    """The copies of the engine's files are kept, so this takes its minute only once."""
    for path, content in our_page(policy_json(policy("sefton"))):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    precompress(tmp_path)
    assert sum(len(copy) for name, copy in copies(tmp_path).items() if name.endswith(".br")) <= 3.95 * MB
