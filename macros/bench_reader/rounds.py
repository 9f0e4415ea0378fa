"""The rounds: in each, plain and ours take turns at everything, so that both meet the same machine."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from helper.policy import Policy
from macros.bench_reader.chromium import Playwright
from macros.bench_reader.figures import Samples
from macros.bench_reader.link import fast, slow
from macros.bench_reader.readings import hurried, quiet
from macros.bench_reader.visits import Asked, Boots, boots

SLOWER = 4
ASKED = 100
Say = Callable[[str], None]


def rounds(playwright: Playwright, folder: Path, policy: Policy, runs: int, say: Say) -> Samples:
    """Every sample by its name, in the order of the rounds."""
    samples: Samples = defaultdict(list)
    for number in range(1, runs + 1):
        say(f"round {number} of {runs}")
        sides = ("plain", "ours") if number % 2 else ("ours", "plain")
        for name, value in _round(playwright, folder, policy, sides, say):
            samples[name].append(value)
    return samples


def _round(
    playwright: Playwright, folder: Path, policy: Policy, sides: tuple[str, str], say: Say
) -> Iterator[tuple[str, float]]:
    asked = list(islice(cycle(situations(policy)), ASKED))
    for side in sides:
        say(f"{side}, twice")
        yield from _twice(side, boots(playwright, folder / side, fast(), visits=2, asked=asked))
    for side in sides:
        say(f"{side}, a computer {SLOWER} times slower")
        yield f"{side} slow CPU", boots(playwright, folder / side, fast(), slower=SLOWER).seconds[0]
    for side in sides:
        say(f"{side}, slow line")
        yield f"{side} slow line", boots(playwright, folder / side, slow()).seconds[0]
    say("plain, slow line and slow computer")
    yield "plain hurried", boots(playwright, folder / "plain", slow(), slower=SLOWER).seconds[0]
    say("the helper’s page, slow line and slow computer")
    yield from vars(hurried(playwright, folder / "site", SLOWER)).items()
    say("the helper’s page, then without a connection")
    yield from vars(quiet(playwright, folder / "site")).items()


def _twice(side: str, found: Boots) -> Iterator[tuple[str, float]]:
    yield f"{side} cold", found.seconds[0]
    yield f"{side} warm", found.seconds[1]
    yield f"{side} size", found.sizes[0]
    yield f"{side} answer", median(found.answers)
    yield f"{side} slowest answer", max(found.answers)


def situations(policy: Policy) -> Asked:
    """The situations in the policy's own file."""
    return [(each.answers, each.today.isoformat()) for each in policy.scenarios]
