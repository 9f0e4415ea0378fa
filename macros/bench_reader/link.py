"""A host on a slow line: in the host itself, since a browser's own brake does not reach its workers."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.host import Answer, Host

PIECE = 4096


@dataclass
class Link:
    """One line that every connection shares.

    bits: how many a second; 0 for as many as there are. trip: seconds there and back, once for each
    new connection and once for each request.
    """

    bits: int = 0
    trip: float = 0.0
    _free: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, size: int) -> None:
        """Waits until the line has carried so many bytes."""
        if self.bits:
            time.sleep(max(0.0, self._arrives(size) - time.monotonic()))

    def _arrives(self, size: int) -> float:
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size * 8 / self.bits
            return self._free


def fast() -> Link:
    """As fast as the machine is."""
    return Link()


def slow() -> Link:
    """1.6 Mbit/s, 150 ms: a phone where there is little signal."""
    return Link(bits=1_600_000, trip=0.150)


class LinkedHost(Host):
    """link: the line to its readers; another one holds from the next connection on."""

    def __init__(self, folder: Path, link: Link) -> None:
        super().__init__(folder, ("br", "gzip"))
        self.RequestHandlerClass = _LinkedAnswer
        self.link, self.silent = link, False

    def stop(self) -> None:
        """Answers nobody any more, on no connection."""
        self.silent = True
        self.shutdown()
        self.server_close()


class _LinkedAnswer(Answer):
    server: LinkedHost

    def setup(self) -> None:
        super().setup()
        time.sleep(self.server.link.trip)
        self.wfile: Any = _Carried(self.wfile, self.server.link)

    def parse_request(self) -> bool:
        understood = super().parse_request()
        time.sleep(self.server.link.trip)
        self.close_connection |= self.server.silent
        return understood and not self.server.silent


class _Carried:
    """What is written to a connection, at the pace of the line."""

    def __init__(self, file: Any, link: Link) -> None:
        self._file, self._link = file, link

    def write(self, content: bytes) -> None:
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            self._link.carry(len(piece))
            self._file.write(piece)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@contextmanager
def linked(folder: Path, link: Link) -> Iterator[LinkedHost]:
    """The folder on such a host."""
    host = LinkedHost(folder, link)
    thread = threading.Thread(target=host.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.stop()
        thread.join()
