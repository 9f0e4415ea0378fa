"""What each bench does, from its arguments to the lines that it prints.

Some need what only `./dev test` and such a bench install; those are imported where they are run.
"""

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from macros.bench_briefing import bench_briefing
from macros.bench_build.bench import SIZES, bench_build
from macros.bench_check import bench_check
from macros.bench_host import bench_host
from macros.bench_reader import BenchError
from macros.build import SITE
from macros.policies import policy_files, read_policies


def measure(arguments: Namespace) -> int:
    """Prints what a bench found. Raises BenchError where its packages are missing."""
    print("\n".join(BENCHES[arguments.what](arguments)))
    return 0


@contextmanager
def _packages_of_the_tests(bench: str) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError:
        raise BenchError(f"The packages of the tests are missing. Run ./dev bench {bench}.") from None


def _briefing(_: Namespace) -> list[str]:
    return bench_briefing(read_policies(policy_files()))


def _build(arguments: Namespace) -> list[str]:
    return bench_build(arguments.sizes or SIZES, arguments.today)


def _check(arguments: Namespace) -> list[str]:
    return bench_check(arguments.files or policy_files())


def _edit(arguments: Namespace) -> list[str]:
    with _packages_of_the_tests("edit"):
        from macros.bench_edit import BESIDE, bench_edit
    return bench_edit(arguments.sizes or BESIDE, max(1, arguments.runs), arguments.today)


def _host(arguments: Namespace) -> list[str]:
    return bench_host(SITE, arguments.seconds)


def _reader(arguments: Namespace) -> list[str]:
    with _packages_of_the_tests("reader"):
        from macros.bench_reader.bench import bench_reader
    return bench_reader(max(1, arguments.runs), arguments.today)


def _search(arguments: Namespace) -> list[str]:
    with _packages_of_the_tests("search"):
        from macros.bench_search import bench_search
    return bench_search(max(1, arguments.runs), arguments.today)


BENCHES: dict[str, Callable[[Namespace], list[str]]] = {
    "briefing": _briefing,
    "build": _build,
    "check": _check,
    "edit": _edit,
    "host": _host,
    "reader": _reader,
    "search": _search,
}
