"""A proxy that lets nothing through and remembers what it was asked for: any other origin than ours."""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

FIREFOX_ITSELF = re.compile(r" \S*\b(mozilla\.(com|net|org)|firefox\.com|update\.googleapis\.com)[:/]")


class Trap(socketserver.ThreadingTCPServer):
    """caught: the first line of each request of a page, such as CONNECT example.org:443 HTTP/1.1."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Catch)
        self.caught: list[str] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Catch(socketserver.StreamRequestHandler):
    server: Trap

    def handle(self) -> None:
        asked = self.rfile.readline().decode("latin-1").strip()
        if not FIREFOX_ITSELF.search(asked):
            self.server.caught.append(asked)
        self.wfile.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


@contextmanager
def trap() -> Iterator[Trap]:
    """A trap on a free port."""
    proxy = Trap()
    thread = threading.Thread(target=proxy.serve_forever, args=[0.05], daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        proxy.shutdown()
        proxy.server_close()
        thread.join()
