"""Firefox, with nothing stored, without a screen."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browsers.process import program, running, told
from tests.browsers.window import Driven
from tests.browsers.wire import Marionette

WITHOUT_SCRIPT = {"javascript.enabled": False}
WITHOUT_WEBASSEMBLY = {"javascript.options.wasm": False}
OWN = {"TZ": "Europe/London", "MOZ_REMOTE_SETTINGS_DEVTOOLS": "1"}
PROXY = ("network.proxy.http_port", "network.proxy.ssl_port")
PREFS: dict[str, object] = {
    "marionette.port": 0,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.ssl": "127.0.0.1",
    "browser.download.folderList": 2,
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.download.alwaysOpenPanel": False,
}


@contextmanager
def firefox(proxy: int, prefs: Mapping[str, object] = {}) -> Iterator[Driven]:
    """prefs: more settings, as about:config names them."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as home:
        folder, downloads = Path(home), Path(home, "downloads")
        wanted = {**PREFS, **dict.fromkeys(PROXY, proxy), "browser.download.dir": str(downloads), **prefs}
        (folder / "user.js").write_text("".join(map(_pref, wanted.items())))
        command = [_program(), "--marionette", "--headless", "--no-remote", "--profile", home]
        with running(command, {**os.environ, **OWN, "HOME": home}) as process:
            port = told(process, lambda: _text(folder / "MarionetteActivePort"))
            with closing(Marionette(int(port), {})) as wire:
                yield Driven(wire, downloads)


def _program() -> str:
    return os.environ.get("GUIDE_FIREFOX") or program("firefox-esr", "firefox")


def _pref(pref: tuple[str, object]) -> str:
    return "user_pref({}, {});\n".format(*map(json.dumps, pref))


def _text(file: Path) -> str:
    return file.read_text().strip() if file.is_file() else ""
