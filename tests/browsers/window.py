"""One window of a browser: what every one of them can do, and how a WebDriver one does it."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from tests.browsers.wire import Refused, Wire

PATIENCE = 90.0
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c"}
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the W3C's name for a reference to an element
SEEN = "const seen = [...document.querySelectorAll(arguments[0])].filter((each) => each.checkVisibility());"

FIRST = """
const first = seen.find((each) => each.innerText.trim().startsWith(arguments[1]));
first?.scrollIntoView({ block: "center" }); /* which WebKitGTK's driver leaves to us */
return first ?? null;
"""


class Window(Protocol):
    """css finds elements, of which only those that a reader sees count. downloads: where files land.

    problems: what the browser itself tells, where it tells more than the page and the trap do.
    """

    downloads: Path

    def open(self, url: str) -> None: ...
    def url(self) -> str: ...
    def back(self) -> None: ...
    def reload(self) -> None: ...
    def seen(self, css: str) -> list[str]: ...
    def press(self, css: str, words: str = "") -> None: ...
    def write(self, css: str, text: str) -> None: ...
    def key(self, name: str) -> None: ...
    def script(self, code: str) -> Any: ...
    def problems(self) -> list[str]: ...


class NotSeen(AssertionError):
    """What was looked for cannot be seen in the window."""


class Driven:
    """A window at the other end of a wire. Its scripts are the driver's: they run where the page's may not."""

    def __init__(self, wire: Wire, downloads: Path) -> None:
        self._send, self.downloads = wire.send, downloads

    def open(self, url: str) -> None:
        self._send("Navigate", url=url)

    def url(self) -> str:
        return str(self._send("GetCurrentURL"))

    def back(self) -> None:
        self._send("Back")

    def reload(self) -> None:
        self._send("Refresh")

    def seen(self, css: str) -> list[str]:
        texts = self._run(f"{SEEN} return seen.map((each) => each.innerText);", css)
        return [" ".join(text.split()) for text in texts]

    def press(self, css: str, words: str = "") -> None:
        self._send("ElementClick", id=self._first(css, words))

    def write(self, css: str, text: str) -> None:
        field = self._first(css)
        self._send("ElementClear", id=field)
        self._send("ElementSendKeys", id=field, text=text)

    def key(self, name: str) -> None:
        active = self._send("GetActiveElement")
        self._send("ElementSendKeys", id=active[ELEMENT], text=KEYS[name])

    def script(self, code: str) -> Any:
        return self._run(f"return {code}")

    def problems(self) -> list[str]:
        return []

    def _first(self, css: str, words: str = "") -> str:
        found = self._run(SEEN + FIRST, css, words)
        if not found:
            raise NotSeen(f"{css} with the words “{words}”")
        return str(found[ELEMENT])

    def _run(self, script: str, *values: str) -> Any:
        return self._send("ExecuteScript", script=script, args=values)


def until(look: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Waits for `look` to be true. A page that changes while it is looked at is looked at again."""
    end, refusal = time.monotonic() + patience, ""
    while time.monotonic() < end:
        try:
            if look():
                return
        except (Refused, NotSeen) as reason:
            refusal = f" ({reason})"
        time.sleep(0.05)
    raise NotSeen(f"after {patience:.0f} s: {what}{refusal}")
