"""`guide bench host`: what one nginx carries, every kind of page beside one plain file in the same run."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.publish.nginx_here import NoHost, program, served_by_nginx

CONNECTIONS = 200
SCRIPT = """
local paths = {%s}
local turn = 0
request = function()
  turn = turn %% #paths + 1
  return wrk.format("GET", paths[turn], {["Accept-Encoding"] = "br, gzip"})
end
"""
PLAIN = "plain.bin"
FOUND = {
    "rate": r"Requests/sec:\s+([\d.]+)",
    "median": r"50%\s+(\S+)",
    "slow": r"99%\s+(\S+)",
    "answers": r"(\d+) requests in",
    "read": r"requests in [^,]+, (\S+) read",
}
WRONG = r"(Non-2xx.*|Socket errors.*)"


@dataclass(frozen=True, kw_only=True)
class Load:
    """What 200 connections found. wrong: what did not go well, in wrk's words; empty if all did."""

    rate: float
    median: str
    slow: str
    answers: int
    read: str
    wrong: str


def bench_host(site: Path, seconds: int) -> list[str]:
    """Both loads as lines of a table. Raises NoHost where the site, nginx or wrk is missing."""
    plain, pages = loads(site, seconds)
    ratio = pages.rate / plain.rate
    return [
        "| What is asked for | Answers a second | Half within | 99 of 100 within | Answers | Errors |",
        "|---|---|---|---|---|---|",
        _row("One plain file of the same size", plain),
        _row("Every page, the API and the files that pages load, compressed", pages),
        f"\n{CONNECTIONS} connections for {seconds} s each; pages at {ratio:.2f} of the plain file.",
    ]


def loads(site: Path, seconds: int) -> tuple[Load, Load]:
    """One plain file, then every address, each for so many seconds."""
    paths = sorted(_addresses(site))
    if not paths:
        raise NoHost("There is no site. Run ./dev build first.")
    with TemporaryDirectory() as folder:
        (Path(folder) / PLAIN).write_bytes(b"x" * _mean_size(site, paths))
        with served_by_nginx(Path(folder)) as address:
            plain = _load(address, [f"/{PLAIN}"], seconds)
    with served_by_nginx(site) as address:
        return plain, _load(address, paths, seconds)


def _addresses(site: Path) -> Iterator[str]:
    """Every page and what pages load, but for the engine, whose megabytes would be all of the load."""
    for file in site.rglob("*"):
        path = f"/{file.relative_to(site).as_posix()}"
        if file.suffix in (".html", ".js", ".css", ".json") and not path.startswith("/assets/engine/"):
            yield path.removesuffix("index.html")


def _mean_size(site: Path, paths: list[str]) -> int:
    files = [site / (f"{path[1:]}index.html" if path.endswith("/") else path[1:]) for path in paths]
    sent = [file.with_name(f"{file.name}.br") for file in files]
    return sum(
        (br if br.is_file() else file).stat().st_size for br, file in zip(sent, files, strict=True)
    ) // len(files)


def _load(address: str, paths: list[str], seconds: int) -> Load:
    with TemporaryDirectory() as folder:
        script = Path(folder) / "paths.lua"
        script.write_text(SCRIPT % ", ".join(f'"{path}"' for path in paths))
        options = ["--latency", f"-c{CONNECTIONS}", "-t2", f"-d{seconds}s", "-s", str(script), address]
        said = subprocess.run([program("wrk"), *options], capture_output=True, text=True, check=True).stdout
    found = {name: _first(pattern, said) for name, pattern in FOUND.items()}
    return Load(
        rate=float(found["rate"]),
        median=found["median"],
        slow=found["slow"],
        answers=int(found["answers"]),
        read=found["read"],
        wrong="; ".join(re.findall(WRONG, said)),
    )


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    if not found:
        raise NoHost(f"wrk said nothing like {pattern}:\n{text}")
    return found.group(1)


def _row(what: str, load: Load) -> str:
    figures = (f"{load.rate:,.0f}", load.median, load.slow, f"{load.answers:,}", load.wrong or "none")
    return f"| {what} | {' | '.join(figures)} |"
