"""CPython and Pyodide compared: `python -m tests.differential` asks both a sample, with `--all` everything.

Pyodide is the one that the site ships, run by node. Every reply has to be the same text.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from helper.browser import load
from helper.plain import to_plain
from helper.policy import Policy
from macros.node import node
from macros.policies import policy_files, read_policies
from macros.runtime import ENGINE, runtime_files
from macros.runtime.npm import LIBRARY, PYODIDE
from tests.dated import Asked, dated, path

ROOT = Path(__file__).parent.parent
TOGETHER = 200
IN_NODE = """
import { createInterface } from "node:readline";
const [program, library, path, first] = process.argv.slice(1);
const { loadPyodide } = await import(`${program}/pyodide.mjs`);
const lockFileContents = { info: { abi_version: "2026_0" }, packages: {} };
const options = { indexURL: program, stdLibURL: library, lockFileContents };
const python = await loadPyodide({ ...options, fsInit: async (FS) => {
  FS.mkdirTree(path);
  FS.mount(FS.filesystems.NODEFS, { root: path }, path);
} });
python.pyimport("sys").path.append(path);
if (first) python.pyimport(first);
const { load } = python.pyimport("helper.browser");
const MODULES = `
import json, sys
json.dumps([each.__spec__.origin for each in sys.modules.values() if getattr(each, "__spec__", None)])`;
let engine;
for await (const line of createInterface({ input: process.stdin })) {
  const { policy, requests } = JSON.parse(line);
  if (policy) engine = load(policy);
  const replies = requests && JSON.stringify(requests.map((each) => engine.answer(each)));
  process.stdout.write(`${replies ?? python.runPython(MODULES)}\\n`);
}
"""


@dataclass
class Tally:
    """What was compared. differences: policy, request, CPython's reply, Pyodide's."""

    states: set[tuple[str, str]] = field(default_factory=set)
    paths: int = 0
    answers: int = 0
    differences: list[tuple[str, str, str, str]] = field(default_factory=list)

    def __str__(self) -> str:
        figures = f"{len(self.states)} states, {self.paths} paths, {self.answers} answers compared"
        return f"{figures}, {len(self.differences)} differences"


class Pyodide:
    """Pyodide in node, with the helper as the site ships it. Asked in turn: ask, then replies."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, requests: Sequence[str], policy: str = "") -> None:
        """Puts requests, to another policy if one is given."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps({"policy": policy, "requests": requests}) + "\n")
        self._process.stdin.flush()

    def modules(self) -> set[str]:
        """The files of the standard library's zip that have been imported."""
        assert self._process.stdin
        self._process.stdin.write("{}\n")
        self._process.stdin.flush()
        origins = [each.partition(".zip/") for each in self.replies() if each]
        return {file.removesuffix("c") for _, zip_, file in origins if zip_}

    def replies(self) -> list[str]:
        """The replies to what was put last."""
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "Node stopped before it replied."
        found: list[str] = json.loads(line)
        return found


@contextmanager
def pyodide() -> Iterator[Pyodide]:
    """Starts node with the files of the site's engine folder."""
    with TemporaryDirectory() as folder:
        for path_, content in runtime_files():
            file = Path(folder) / Path(path_).relative_to(ENGINE)
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
        names = json.loads(Path(folder, "engine.json").read_text("utf-8"))
        program, library = Path(folder, names["pyodide"]).parent, Path(folder, names["python"])
        with started(program, library, first="prepared") as process:
            yield process


@contextmanager
def stock_pyodide() -> Iterator[Pyodide]:
    """Starts node with npm's files as they are and the helper as it is written."""
    with started(PYODIDE, PYODIDE / LIBRARY, ROOT) as process:
        yield process


@contextmanager
def started(program: Path, library: Path, path: Path = Path("/tmp"), first: str = "") -> Iterator[Pyodide]:
    """Pyodide from the folder `program`, with a zip of Python's library and one more folder of modules.

    first: a module that is imported before the helper.
    """
    runs = node()
    assert runs, "No node. Run ./dev test: it installs one."
    command = [runs, "--input-type=module", "--eval", IN_NODE, "--", program, library, path, first]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8") as process:
        try:
            yield Pyodide(process)
        finally:
            process.kill()


def compare(other: Pyodide, policy: Policy, asked: Iterable[Asked], tally: Tally) -> None:
    """Adds to the tally. While Pyodide answers some requests, CPython answers the next."""
    others, put = iter(asked), list[Asked]()
    other.ask([], policy_json(policy))
    while True:
        next_ = list(islice(others, TOGETHER))
        _count(other.replies(), put, policy, tally)
        if not next_:
            return
        other.ask([request for request, _ in next_])
        put = next_


def _count(replies: list[str], put: list[Asked], policy: Policy, tally: Tally) -> None:
    for (request, here), there in zip(put, replies, strict=True):
        tally.answers += 1
        if here != there:
            tally.differences.append((policy.id, request, here, there))


def policy_json(policy: Policy) -> str:
    """The policy as the site publishes it for the engine."""
    return json.dumps(to_plain(policy), ensure_ascii=False)


def asked_of(policy: Policy, tally: Tally, *, whole: bool) -> Iterator[Asked]:
    """Every request and CPython's reply."""
    engine = load(policy_json(policy))
    for visit, answers, plan in dated(policy, whole=whole):
        tally.states.add((policy.id, visit.shown.state))
        tally.paths += 1
        yield from path(engine, answers, plan)


def compare_all(policies: Iterable[Policy], *, whole: bool) -> Iterator[tuple[str, Tally]]:
    """The tally of each policy by its id."""
    with pyodide() as other:
        for policy in policies:
            tally = Tally()
            compare(other, policy, asked_of(policy, tally, whole=whole), tally)
            yield policy.id, tally


def main(whole: bool) -> int:
    """Prints the figures of each policy and of all; 1 if anything differs."""
    files = [*policy_files(ROOT / "policies"), *policy_files(ROOT / "tests" / "policies")]
    started, all_ = time.monotonic(), Tally()
    for id_, tally in compare_all(read_policies(files), whole=whole):
        print(f"{id_}: {tally}")
        for difference in tally.differences[:3]:
            print("", *difference, sep="\n  ")
        all_.states |= tally.states
        all_.paths += tally.paths
        all_.answers += tally.answers
        all_.differences += tally.differences
    print(f"All: {all_}, {time.monotonic() - started:.0f} s")
    return 1 if all_.differences else 0


if __name__ == "__main__":
    sys.exit(main("--all" in sys.argv[1:]))
