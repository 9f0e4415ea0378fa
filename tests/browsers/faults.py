"""What can be wrong with a file on its way: each is a fault for the watching host."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event

from tests.browsers.watching import Fault, Reply

WORKER = "/assets/engine/worker"
Wrong = Callable[[Reply], Reply]
PAGE = b"<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>"


def missing(reply: Reply) -> Reply:
    return replace(reply, status=404, kind="text/plain", body=b"There is nothing here.")


def cut_short(reply: Reply) -> Reply:
    return replace(reply, body=reply.body[: len(reply.body) // 2])


def wrong_type(reply: Reply) -> Reply:
    return replace(reply, kind="application/octet-stream")


def a_page_instead(reply: Reply) -> Reply:
    """As a network does that wants one to sign in first."""
    return replace(reply, kind="text/html", body=PAGE)


WRONGS = (missing, cut_short, wrong_type, a_page_instead)


def in_file(part: str, wrong: Wrong) -> Fault:
    """The fault in every file whose path has `part` in it."""
    return lambda path, reply: wrong(reply) if part in path else reply


UNUSED = {
    "style": (b"<style>", b'<style media="not all">'),
    "script": (b'<script type="module">', b'<script type="text/plain">'),
}
"""How a part of the page is there and does not count."""


def without(part: str) -> Fault:
    """The helper's page as where its style, or its script, is refused."""
    return in_file("/what-now/", lambda reply: replace(reply, body=reply.body.replace(*UNUSED[part], 1)))


def held_back(part: str, until: Event) -> Fault:
    """The file does not come before the event."""
    return in_file(part, lambda reply: replace(reply, wait=until.wait))


def without_webassembly(path: str, reply: Reply) -> Reply:
    """Scripts of a page do not reach its worker, so the worker itself is sent without."""
    if WORKER not in path:
        return reply
    return replace(reply, body=b"delete self.WebAssembly;\n" + reply.body)
