"""Pages to measure the boot by: plain Pyodide as its manual starts it, and ours, at the same work.

Each page loads Python with the helper, asks it the first question of a policy and then sets the
attribute data-answered of its root to the milliseconds since it began. Nothing of this is in the site.
"""

from collections.abc import Iterator
from pathlib import Path

from macros.assets import bundle
from macros.runtime import runtime_files
from macros.runtime.byte_code import zipped
from macros.runtime.npm import LIBRARY, LOCK, PROGRAM, from_npm
from macros.runtime.python import helper_sources

PAGE = '<!doctype html><meta charset="utf-8"><title>Boot</title><script type="module" src="start.js">'
ANSWERED = "document.documentElement.dataset.answered = performance.now();"
TODAY = "2026-11-27"
PLAIN = f"""
import {{ loadPyodide }} from "./pyodide.mjs";
const [python, helper, policy] = await Promise.all([
  loadPyodide(),
  fetch("helper.zip").then((response) => response.arrayBuffer()),
  fetch("policy.json").then((response) => response.text()),
]);
python.unpackArchive(helper, "zip");
const engine = python.pyimport("helper.browser").load(policy);
window.ask = (answers, today = "{TODAY}") => JSON.parse(engine.answer(JSON.stringify({{ answers, today }})));
window.ask({{}});
{ANSWERED}
"""
OURS = Path(__file__).with_name("our_page.js")


def plain_page(policy: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the plain page; npm's files as they are and the helper as it is written."""
    yield from _page(PLAIN, policy)
    yield "helper.zip", zipped(helper_sources())
    for name in (*PROGRAM, LIBRARY, LOCK):
        yield name, from_npm(name)


def our_page(policy: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the same page with the engine as the site ships it, its scripts in one."""
    yield from _page(bundle(OURS).decode(), policy)
    yield from runtime_files()


def _page(script: str, policy: str) -> Iterator[tuple[str, bytes]]:
    yield "index.html", f"{PAGE}</script>".encode()
    yield "start.js", script.encode()
    yield "policy.json", policy.encode()
