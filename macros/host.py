"""A host as strict as ours should be: HTTP/1.1, compressed files, times to keep them, strict headers.

A file is sent from the .br or .gz beside it, else compressed here once; never one older than the file.
"""

import gzip
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros import headers
from macros.patient import Patient

COMPRESSED = {".ico", ".pdf", ".png"}
BESIDE = {"br": ".br", "gzip": ".gz"}


class Host(Patient):
    """A folder on a free port. sent: every answer as (path, status, bytes of its body)."""

    def __init__(self, folder: Path, encodings: Sequence[str]) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.folder, self.encodings = folder.resolve(), encodings
        self.sent: list[tuple[str, int, int]] = []

    @property
    def address(self) -> str:
        """Without the last slash."""
        return f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    """One connection to the host."""

    server: Host
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """The file of a path, index.html for a folder, 404.html with status 404 for what is not there."""
        path = unquote(urlsplit(self.path).path)
        file = (self.server.folder / path.lstrip("/")).resolve()
        if file.is_dir() and not path.endswith("/"):
            return self._send(301, b"", {"Location": f"{path}/"})
        file = file / "index.html" if file.is_dir() else file
        if file.is_relative_to(self.server.folder) and file.is_file():
            return self._file(200, file)
        missing = self.server.folder / "404.html"
        return self._file(404, missing) if missing.is_file() else self._send(404, b"", {})

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def _file(self, status: int, file: Path) -> None:
        encoding, body = compressed(file, self._encodings()) or ("", file.read_bytes())
        kind = {"Content-Type": headers.content_type(file.suffix)}
        how = {"Content-Encoding": encoding} if encoding else {}
        self._send(status, body, {**kind, **how})

    def _encodings(self) -> list[str]:
        wanted = {each.split(";")[0].strip() for each in self.headers.get("Accept-Encoding", "").split(",")}
        return [each for each in self.server.encodings if each in wanted]

    def _send(self, status: int, body: bytes, more: dict[str, str]) -> None:
        self.server.sent.append((self.path, status, len(body)))
        self.send_response(status)
        strict = headers.headers(urlsplit(self.path).path)
        whole = {**strict, "Vary": "Accept-Encoding", **more, "Content-Length": str(len(body))}
        for name, value in whole.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def compressed(file: Path, encodings: Sequence[str]) -> tuple[str, bytes] | None:
    """The first encoding that there is a file of, or gzip, and the bytes; None if there is neither."""
    changed = file.stat().st_mtime_ns
    for encoding in () if file.suffix in COMPRESSED else encodings:
        beside = file.with_name(file.name + BESIDE[encoding])
        if beside.is_file() and beside.stat().st_mtime_ns >= changed:
            return encoding, beside.read_bytes()
        if encoding == "gzip":
            return encoding, zipped(file, changed)
    return None


@cache
def zipped(file: Path, _changed: int) -> bytes:
    """A file as gzip."""
    return gzip.compress(file.read_bytes(), 9, mtime=0)


@contextmanager
def hosted(folder: Path, encodings: Sequence[str] = ("br", "gzip")) -> Iterator[Host]:
    """The folder on a strict host. encodings: what it offers, best first; only gzip is made where none is."""
    host = Host(folder, encodings)
    thread = threading.Thread(target=host.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.shutdown()
        host.server_close()
        thread.join()
