"""The server on this machine: pages that load again by themselves, files as they are."""

import re
import traceback
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros import headers
from macros.patient import Patient
from macros.serving.edition import Edition
from macros.serving.site import Answer, Site

SCRIPT = Path(__file__).with_name("reload.js")
RELOAD, AFTER = "/.serve/reload.js", re.compile(r"/\.serve/after/(\d+)")
PATIENCE = 30.0
"""Seconds after which a browser that waits for an edition is answered that there is none."""
NEVER = "no-store"


class Host(Patient):
    """The site at an address of this machine."""

    def __init__(self, address: tuple[str, int], site: Site, edition: Edition) -> None:
        super().__init__(address, Request)
        self.site, self.edition = site, edition


class Request(BaseHTTPRequestHandler):
    """One connection."""

    server: Host
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """A page, a file, the script that loads pages again, or the number that it waits for."""
        path = unquote(urlsplit(self.path).path)
        if path == RELOAD:
            self._send(Answer(200, SCRIPT.read_bytes(), ".js"), NEVER)
        elif waits := AFTER.fullmatch(path):
            number = self.server.edition.after(int(waits[1]), PATIENCE)
            self._send(Answer(200, str(number).encode(), ".txt"), NEVER)
        else:
            self._page_or_file(path)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def _page_or_file(self, path: str) -> None:
        edition = self.server.edition.number
        answer = self._answer(path)
        if answer.suffix == ".html":
            script = f'<script type="module" src="{RELOAD}?edition={edition}"></script>'.encode()
            answer = replace(answer, content=answer.content.replace(b"</body>", script + b"</body>"))
        kept = NEVER if answer.suffix == ".html" else headers.kept(path)
        self._send(answer, kept)

    def _answer(self, path: str) -> Answer:
        try:
            return self.server.site.answer(path)
        except Exception as error:  # whatever it is, the next edit must be shown
            traceback.print_exc()
            return self.server.site.broken(path, error)

    def _send(self, answer: Answer, kept: str) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", headers.content_type(answer.suffix))
        self.send_header("Content-Length", str(len(answer.content)))
        self.send_header("Cache-Control", kept)
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        self.wfile.write(answer.content)
