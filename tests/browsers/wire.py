"""W3C WebDriver commands, sent to a driver over HTTP or straight to Firefox.

Firefox itself speaks Marionette, of which its WebDriver program is only a translator: the commands
have the same names, parameters and answers. Nothing here goes out to look for a browser or a driver.
"""

import itertools
import json
import socket
from contextlib import closing
from http.client import HTTPConnection
from typing import Any, Protocol

LIMIT = 60
ADDRESSES = {  # command: its method and address below the session, as the W3C says
    "Navigate": ("POST", "url"),
    "GetCurrentURL": ("GET", "url"),
    "Back": ("POST", "back"),
    "Refresh": ("POST", "refresh"),
    "GetActiveElement": ("GET", "element/active"),
    "ElementClick": ("POST", "element/{id}/click"),
    "ElementClear": ("POST", "element/{id}/clear"),
    "ElementSendKeys": ("POST", "element/{id}/value"),
    "ExecuteScript": ("POST", "execute/sync"),
}


class Refused(RuntimeError):
    """The browser could not do what it was told."""


class Wire(Protocol):
    def send(self, command: str, **values: object) -> Any: ...


class Http:
    """To a WebDriver program that listens on a port of this machine."""

    def __init__(self, port: int, capabilities: dict[str, object], patience: float) -> None:
        """patience: seconds to wait for a session; TimeoutError after that."""
        self._port = port
        wanted = {"capabilities": {"alwaysMatch": capabilities}}
        self._session = f"/session/{self._call('POST', '/session', wanted, patience)['sessionId']}"

    def send(self, command: str, **values: object) -> Any:
        method, address = ADDRESSES[command]
        path = f"{self._session}/{address.format(**values)}".rstrip("/")
        return self._call(method, path, values if method == "POST" else None)

    def _call(self, method: str, path: str, body: object, limit: float = LIMIT) -> Any:
        with closing(HTTPConnection("127.0.0.1", self._port, timeout=limit)) as connection:
            connection.request(method, path, None if body is None else json.dumps(body))
            answer = json.loads(connection.getresponse().read())["value"]
        if isinstance(answer, dict) and "error" in answer:
            raise Refused(f"{answer['error']}: {answer.get('message', '')}")
        return answer


class Marionette:
    """To a Firefox that was started with --marionette."""

    def __init__(self, port: int, capabilities: dict[str, object]) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=LIMIT)
        self._file = self._socket.makefile("rb")
        self._count = itertools.count(1)
        self._read()  # it greets
        self.send("NewSession", **capabilities)

    def send(self, command: str, **values: object) -> Any:
        number = next(self._count)
        packet = json.dumps([0, number, f"WebDriver:{command}", values]).encode()
        self._socket.sendall(b"%d:%s" % (len(packet), packet))
        _, answered, error, result = self._read()
        if error or answered != number:
            raise Refused(f"{error['error']}: {error['message']}" if error else "answered out of turn")
        return result["value"] if isinstance(result, dict) and list(result) == ["value"] else result

    def close(self) -> None:
        self._file.close()
        self._socket.close()

    def _read(self) -> Any:
        length = b""
        while (digit := self._file.read(1)) != b":":
            if not digit:
                raise Refused("Firefox has gone.")
            length += digit
        return json.loads(self._file.read(int(length)))
