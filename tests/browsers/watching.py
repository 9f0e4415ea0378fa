"""A host that watches its pages and can do wrong: macros/host.py with a script, notes and faults.

The script is of its own origin and obeys the content policy, so it works alike in every browser.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from macros import host
from macros.assets import header_policy

NOTES, WATCH = "/-notes", "/-watch.js"
SCRIPT = Path(__file__).with_name("watch.js").read_text("utf-8")


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What the host is about to send. wait: is called before, to hold it back."""

    status: int = 200
    kind: str
    body: bytes
    wait: Callable[[], object] | None = None


Fault = Callable[[str, Reply], Reply]
"""Makes of a path and what is there another reply."""


class Watching(host.Host):
    """notes: what went wrong in a page, as its browser told. script: runs first in every page."""

    def __init__(self, folder: Path, fault: Fault | None, script: str) -> None:
        super().__init__(folder, () if fault else ("br", "gzip"))
        self.RequestHandlerClass = _Answer
        self.fault, self.script = fault, script + SCRIPT
        self.notes: list[str] = []

    def refused(self) -> set[str]:
        """The paths that were asked for and not found."""
        return {path for path, status, _ in self.sent if status >= 400}


@contextmanager
def watching(folder: Path, fault: Fault | None = None, script: str = "") -> Iterator[Watching]:
    """The site on a port of its own, so that no test finds what another one stored."""
    site = Watching(folder, fault, script)
    thread = threading.Thread(target=site.serve_forever, args=[0.05], daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        site.socket.close()  # what it still holds back ends with the process
        thread.join()


class _Answer(host.Answer):
    server: Watching

    def do_GET(self) -> None:  # noqa: N802, the name is http.server's
        if self.path == WATCH:
            return super()._send(200, self.server.script.encode(), {"Content-Type": "text/javascript"})
        return super().do_GET()

    def do_POST(self) -> None:  # noqa: N802, as above
        """Takes a note from the script, or the browser's own report of a violation."""
        told = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.notes.append(told)
        super()._send(204, b"", {})

    def _encodings(self) -> list[str]:
        return [] if urlsplit(self.path).path.endswith("/") else super()._encodings()

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        reply = Reply(status=status, kind=headers.get("Content-Type", ""), body=body)
        if self.server.fault:
            reply = self.server.fault(urlsplit(self.path).path, reply)
        if reply.wait:
            reply.wait()
        strict = {
            "Content-Type": reply.kind,
            "Content-Security-Policy": f"{header_policy()}; report-uri {NOTES}",
        }
        super()._send(reply.status, _watched(reply).body, {**headers, **strict})


def _watched(page: Reply) -> Reply:
    tag = f'<head><script src="{WATCH}"></script>'.encode()
    if not page.kind.startswith("text/html"):
        return page
    return replace(page, body=page.body.replace(b"<head>", tag, 1))
