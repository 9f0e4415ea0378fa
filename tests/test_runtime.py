"""The files of the engine: their names, the Python in them, what of it is kept, and the cache of the build."""

import ast
import json
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from macros import cache, runtime
from macros.node import node
from macros.runtime import npm, python
from macros.runtime.byte_code import unzipped, zipped
from macros.runtime.plain_page import our_page, plain_page
from macros.runtime.program import ASKED, program
from tests.conftest import ALL_POLICIES, ROOT, policy
from tests.differential import Tally, asked_of, compare, policy_json, started, stock_pyodide
from tests.test_same_answers import sample

RESERVE = {
    "difflib.py": "only a fault in a policy needs it, and that must be told as it is",
    "encodings/ascii.py": "looked up by name",
    "encodings/cp437.py": "looked up by name for odd names in a zip",
    "encodings/latin_1.py": "looked up by name",
}
UNCHECKED = (1).to_bytes(4, "little")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {path.removeprefix("assets/engine/"): content for path, content in runtime.runtime_files()}


@pytest.fixture(scope="module")
def names(files: dict[str, bytes]) -> dict[str, str]:
    found: dict[str, str] = json.loads(files["engine.json"])
    return found


def test_five_files_and_the_one_that_names_them(files: dict[str, bytes], names: dict[str, str]) -> None:
    assert set(names) == {"worker", "pyodide", "python"}
    folder = names["pyodide"].split("/")[0]
    program = {f"{folder}/{name}" for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")}
    assert set(files) == {"engine.json", names["worker"], names["python"], *program}
    assert all(re.search(r"-[0-9a-f]{10}\b", name) for name in set(files) - {"engine.json"})


def test_the_same_files_twice_and_another_name_for_another_worker(
    files: dict[str, bytes], names: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {f"assets/engine/{name}": content for name, content in files.items()} == dict(
        runtime.runtime_files()
    )
    (tmp_path / "worker.js").write_text("changed")
    monkeypatch.setattr(runtime, "WORKER", tmp_path / "worker.js")
    changed = json.loads(dict(runtime.runtime_files())["assets/engine/engine.json"])
    assert changed["worker"] != names["worker"]
    assert changed["python"] == names["python"]


def test_without_npms_files_the_error_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(npm, "PYODIDE", tmp_path)
    with pytest.raises(runtime.RuntimeMissing, match=r"python_stdlib\.zip is missing\. Run \./dev serve"):
        list(runtime.runtime_files())


def test_the_python_is_byte_code_stored_sorted_and_undated(
    files: dict[str, bytes], names: dict[str, str]
) -> None:
    entries = zipfile.ZipFile(BytesIO(files[names["python"]])).infolist()
    found = [entry.filename for entry in entries]
    assert found == sorted(found)
    assert {"helper/__init__.pyc", "helper/browser.pyc", "datetime.pyc"} < set(found)
    assert {name for name in found if not name.endswith(".pyc")} == {"prepared.bin"}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    modules = unzipped(files[names["python"]], [name for name in found if name.endswith(".pyc")])
    heads = {content[:8] for content in modules.values()}
    assert len(heads) == 1, "byte code of more than one Python"
    assert heads.pop()[4:] == UNCHECKED


@pytest.mark.thorough
def test_the_engine_is_the_same_where_nothing_was_kept(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "FOLDER", tmp_path)
    assert {f"assets/engine/{name}": content for name, content in files.items()} == dict(
        runtime.runtime_files()
    )


def test_the_program_hands_out_only_what_its_own_script_asks_for() -> None:
    """Packages would ask for the rest, and the helper has none."""
    less, script = program(), program()[npm.SCRIPT].decode()
    assert exports(less[npm.WASM]) == set(ASKED.findall(script))
    assert len(exports(less[npm.WASM])) < 0.03 * len(exports(npm.from_npm(npm.WASM)))
    assert len(less[npm.WASM]) < 0.91 * len(npm.from_npm(npm.WASM))


COMPILED_ANEW = """
import dataclasses, json, prepared
asked = []
def note(text, *rest):
    asked.append(text in prepared.COMPILED)
    exec(text, *rest)
dataclasses.exec = note
import helper.browser
json.dumps([asked.count(True), asked.count(False)])
"""
IN_NODE = """
const [program, stdLibURL, asked] = process.argv.slice(1);
const { loadPyodide } = await import(`${program}/pyodide.mjs`);
const python = await loadPyodide({ indexURL: program, stdLibURL });
console.log(python.runPython(asked));
"""


def test_no_dataclass_of_the_helper_is_compiled_as_it_starts(
    files: dict[str, bytes], names: dict[str, str], tmp_path: Path
) -> None:
    """Should dataclasses write its texts in another way one day, nothing breaks, but readers wait."""
    library = tmp_path / "python.zip"
    library.write_bytes(files[names["python"]])
    scripted = ["--input-type=module", "--eval", IN_NODE, "--", npm.PYODIDE, library, COMPILED_ANEW]
    command = [node() or "node", *scripted]
    run = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    taken, compiled = json.loads(run.stdout)
    assert taken > 60
    assert compiled == 0


def exports(wasm: bytes) -> set[str]:
    names = "WebAssembly.Module.exports(new WebAssembly.Module(fs.readFileSync(0))).map((each) => each.name)"
    script = f"console.log(JSON.stringify({names}))"
    run = subprocess.run([node() or "node", "-e", script], input=wasm, stdout=subprocess.PIPE, check=True)
    return set(json.loads(run.stdout))


def test_the_workers_empty_lock_is_of_npms_pyodide() -> None:
    number = json.loads(npm.from_npm(npm.LOCK))["info"]["abi_version"]
    worker = (ROOT / "helper" / "web" / "worker.js").read_text("utf-8")
    assert f'const NO_PACKAGES = {{ info: {{ abi_version: "{number}" }}, packages: {{}} }};' in worker


def test_what_the_helper_imports_is_kept() -> None:
    """As the sources say it, so that a new import is named before anything is run."""
    kept, builtin = set(python.kept_files()), {"__future__", *sys.builtin_module_names}
    for file in sorted((ROOT / "helper").glob("*.py")):
        for module in {name for name in imports(file) if name.split(".")[0] != "helper"} - builtin:
            path = module.replace(".", "/")
            assert kept & {f"{path}.py", f"{path}/__init__.py"} or module in FROZEN, (
                f"helper/{file.name} imports {module}: add it to macros/runtime/kept.txt"
            )


FROZEN = {"abc", "codecs", "collections.abc", "io", "os", "site", "stat", "zipimport"}
"""In Pyodide's program itself."""


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for line in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(line, ast.Import):
            found |= {alias.name for alias in line.names}
        if isinstance(line, ast.ImportFrom):
            found.add(str(line.module))
    return found


@pytest.mark.parametrize("whole", [False, pytest.param(True, marks=pytest.mark.thorough)])
def test_kept_is_what_every_path_of_the_engine_uses_and_a_reserve(whole: bool) -> None:
    """Asked of the whole library, so that a module which is missed in silence is seen too."""
    with stock_pyodide() as other:
        for each in ALL_POLICIES if whole else (policy("sefton"),):
            asked = asked_of(each, Tally(), whole=True) if whole else sample(each.id)[:60]
            compare(other, each, asked, Tally())
        used = other.modules()
    kept = set(python.kept_files())
    assert used - kept == set(), "used, and not in macros/runtime/kept.txt"
    assert kept - used == set(RESERVE), "in macros/runtime/kept.txt, and never used"


@pytest.mark.thorough
def test_a_module_that_is_missing_is_named(
    files: dict[str, bytes], names: dict[str, str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    less = unzipped(files[names["python"]])
    del less["datetime.pyc"]
    library = tmp_path / "python.zip"
    library.write_bytes(zipped(less))
    with started(npm.PYODIDE, library) as other, pytest.raises(AssertionError, match="Node stopped"):
        other.modules()
    assert "No module named 'datetime'" in capfd.readouterr().err


def test_the_page_to_measure_against_has_npms_files_as_they_are() -> None:
    plain = dict(plain_page(policy_json(policy("sefton"))))
    ours = dict(our_page(policy_json(policy("sefton"))))
    assert all(plain[name] == npm.from_npm(name) for name in (*npm.PROGRAM, npm.LIBRARY, npm.LOCK))
    assert "helper/browser.py" in unzipped(plain["helper.zip"])
    assert {"index.html", "start.js", "policy.json"} < set(ours)
    assert plain["policy.json"] == ours["policy.json"]


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache")
    return tmp_path / "cache" / "kind"


def test_a_result_is_made_once_for_each_input(own_cache: Path) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"made")
        return b"made"

    assert cache.cached("kind", b"one", make) == cache.cached("kind", b"one", make) == b"made"
    cache.cached("kind", b"two", make)
    assert len(made) == len(list(own_cache.iterdir())) == 2


def test_what_is_stopped_half_way_leaves_nothing_to_be_used(
    own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", killed)
        with pytest.raises(KeyboardInterrupt):
            cache.cached("kind", b"one", lambda: b"half")
    assert cache.cached("kind", b"one", lambda: b"whole") == b"whole"


def test_what_was_used_longest_ago_goes(own_cache: Path) -> None:
    for number in range(6):
        cache.cached("kind", bytes([number]), lambda: b"made", keep=3)
    assert len(list(own_cache.iterdir())) == 3
