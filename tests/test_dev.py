"""The set-up script `dev`, and the lock files that it installs from."""

import json
import os
import re
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = [ROOT / "requirements.txt", ROOT / "requirements-test.txt"]


@pytest.fixture
def dev(tmp_path, monkeypatch):
    """The script as a module, its .venv an empty temporary folder."""
    module = load_dev()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    return module


def load_dev():
    loader = SourceFileLoader("dev", str(ROOT / "dev"))
    module = module_from_spec(spec_from_loader("dev", loader))
    loader.exec_module(module)
    return module


def pins(lock):
    return re.findall(r"^([\w.-]+)==([^ ]+)", lock.read_text(), re.M)


def test_alone_it_says_how_and_sets_nothing_up():
    command = [sys.executable, ROOT / "dev"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert [line.split("  ")[0] for line in done.stdout.splitlines()[:3]] == [
        "./dev serve [ARGS]",
        "./dev test [ARGS]",
        "./dev lock [--upgrade]",
    ]
    assert done.stderr == ""


def test_an_older_python_is_told_in_one_sentence(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is 3\.10\.13"):
        load_dev()


def test_a_step_is_done_again_only_when_what_it_is_made_from_changes(dev):
    done = []
    for lock in ("a", "a", "b"):
        dev.step("Python packages", lambda lock=lock: done.append(lock), lock)
    assert done == ["a", "b"]


def test_a_failed_step_leaves_no_stamp(dev):
    with pytest.raises(dev.SetupError, match="nonesuch"):
        dev.step("uv", lambda: dev.run("nonesuch"), "a")
    assert list(dev.VENV.iterdir()) == []


def test_a_stopped_step_makes_the_next_run_start_with_python(dev, monkeypatch):
    def stop():
        raise KeyboardInterrupt

    steps = []
    dev.step("Python", lambda: None, str(dev.VENV))
    with pytest.raises(KeyboardInterrupt):
        dev.step("uv", stop, "a")
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "make_venv", lambda: steps.append("Python"))
    monkeypatch.setattr(dev, "install_uv", lambda pin: steps.append(pin.split()[0]))
    monkeypatch.setattr(dev, "install_packages", lambda lock: steps.append(lock.name))
    (dev.ROOT / "pyproject.toml").touch()
    dev.set_up_python(dev.RUNTIME_LOCK)
    assert steps == ["Python", "uv==" + dict(pins(LOCKS[0]))["uv"], "requirements.txt"]


def test_a_failing_command_is_named_with_its_last_words(dev):
    with pytest.raises(dev.SetupError, match=r"^  .+ -c [\s\S]+\n    no room\nIs the network up\?"):
        dev.run(sys.executable, "-c", "exit('no room')", cwd=ROOT)


def test_one_set_up_at_a_time(dev):
    path = dev.ROOT / ".dev.lock"
    with dev.only_one(), path.open("w") as another:
        assert not dev.locked(another)
    with path.open("w") as another:
        assert dev.locked(another)


def test_no_chromium_is_one_clear_line(dev, monkeypatch):
    monkeypatch.delenv("GUIDE_CHROMIUM", raising=False)
    for name in ("install_from_debian", "install_from_playwright", "found_chromium"):
        monkeypatch.setattr(dev, name, lambda *_: None)
    with pytest.raises(dev.SetupError, match=r"\ANo Chromium .+ not skipped\. .+\Z"):
        dev.chromium()


def test_a_named_chromium_that_does_not_start_is_not_replaced(dev, monkeypatch):
    monkeypatch.setenv("GUIDE_CHROMIUM", "/nonesuch")
    with pytest.raises(dev.SetupError, match="GUIDE_CHROMIUM is /nonesuch, which does not start"):
        dev.chromium()


@pytest.fixture
def bare(dev, monkeypatch):
    """The script on a machine that has a Chromium alone and cannot install; a list of what it tried to."""
    tried = []
    for name in ("GUIDE_BROWSERS", "GUIDE_FIREFOX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GUIDE_CHROMIUM", "chromium")
    monkeypatch.setattr(dev, "starts", lambda _browser: True)
    monkeypatch.setattr(dev.shutil, "which", lambda _program: None)
    monkeypatch.setattr(dev, "install_from_debian", lambda *packages: tried.extend(packages))
    return tried


def test_a_browser_that_cannot_be_installed_is_one_clear_line(dev, bare):
    one_line = r"\ANo firefox and no nginx and no webkit was .+ not skipped\. .+ GUIDE_BROWSERS=chromium .+\Z"
    with pytest.raises(dev.SetupError, match=one_line) as error:
        dev.set_up_browsers()
    host = "nginx libnginx-mod-http-brotli-static wrk"
    assert bare == ["firefox-esr", *host.split(), "webkit2gtk-driver", "xvfb"]
    assert f"apt-get install firefox-esr {host} webkit2gtk-driver xvfb." in str(error.value)


def test_only_the_browsers_that_are_named_are_set_up_and_the_rest_is_told(dev, bare, monkeypatch, capsys):
    monkeypatch.setenv("GUIDE_BROWSERS", "chromium")
    dev.set_up_browsers()
    assert bare == []
    assert "the tests in firefox and nginx and webkit are left out" in capsys.readouterr().err


def test_without_the_quicker_chromium_the_tests_say_that_they_take_longer(dev, bare, monkeypatch, capsys):
    monkeypatch.delenv("GUIDE_CHROMIUM")
    monkeypatch.delenv("GUIDE_SHELL", raising=False)
    dev.set_up_shell()
    assert bare == ["chromium-headless-shell"]
    assert "GUIDE_SHELL" not in os.environ
    assert "the tests use Chromium alone and take longer" in capsys.readouterr().err


def test_letters_as_wide_as_arials_are_installed_or_named(dev, bare, monkeypatch, capsys):
    monkeypatch.setattr(dev.shutil, "which", lambda program: program)
    monkeypatch.setattr(dev, "run", lambda *_: 'DejaVuSans.ttf: "DejaVu Sans" "Book"')
    dev.set_up_letters()
    assert bare == ["fonts-liberation"]
    assert "apt-get install fonts-liberation" in capsys.readouterr().err
    monkeypatch.setattr(dev, "run", lambda *_: 'LiberationSans-Regular.ttf: "Liberation Sans" "Regular"')
    dev.set_up_letters()
    assert (bare, capsys.readouterr().err) == (["fonts-liberation"], "")


def test_a_browser_that_nobody_drives_is_refused(dev, bare, monkeypatch):
    monkeypatch.setenv("GUIDE_BROWSERS", "chromium,opera")
    with pytest.raises(dev.SetupError, match="chromium,firefox,nginx,webkit"):
        dev.set_up_browsers()


def test_without_java_the_tests_say_what_they_do_without(dev, bare, capsys):
    dev.set_up_checker()
    assert "html5lib alone, without the W3C's checker" in capsys.readouterr().err


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_python_lock_pins_hashes_and_names_no_index(lock):
    text = lock.read_text()
    assert not re.search(r"://|^-", text, re.M)
    packages = re.split(r"\n(?=\w)", re.sub(r"^#.*\n|^ +#.*\n", "", text, flags=re.M).strip())
    assert len(packages) > 20
    assert [p for p in packages if "==" not in p or "--hash=sha256:" not in p] == []


def test_the_test_lock_holds_the_runtime_lock():
    runtime, testing = map(pins, LOCKS)
    assert set(runtime) < set(testing)


@pytest.mark.parametrize("folder", ["helper/web", "tests/vnu"])
def test_the_npm_lock_pins_hashes_and_names_no_registry(folder):
    lock = json.loads((ROOT / folder / "package-lock.json").read_text())["packages"]
    wanted = json.loads((ROOT / folder / "package.json").read_text())
    for name, version in (wanted.get("dependencies", {}) | wanted["devDependencies"]).items():
        assert lock[f"node_modules/{name}"]["version"] == version
    installed = [package for path, package in lock.items() if path]
    assert all(package["integrity"].startswith("sha512-") for package in installed)
    assert not any("resolved" in package for package in installed)


def test_ci_runs_the_test_command_and_nothing_else():
    assert (ROOT / ".ci" / "run").read_text().splitlines() == [
        "#!/usr/bin/env bash",
        "set -euo pipefail",
        'cd "$(dirname "${BASH_SOURCE[0]}")/.."',
        "exec ./dev test",
    ]
