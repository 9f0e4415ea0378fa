"""`guide serve`: the site on this machine; an edit shows at once, however many policies there are."""

import os
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from helper.policy import Policy
from macros.policies import FOLDER
from macros.serving.edition import Edition
from macros.serving.follow import follow
from macros.serving.host import Host
from macros.serving.library import Library
from macros.serving.of_all import tried
from macros.serving.port import HOST, free_port
from macros.serving.site import Site

CONFIG = Path("mkdocs.yml")
EVERY = 2.0
"""Seconds between two lines about how many policies are read."""


def serve(port: int) -> int:
    """Prints the site's address and serves it until it is stopped. A page is made when it is asked for."""
    free = free_port(port)
    if free != port:
        say(f"Port {port} is taken, so the site is at {free}.")
    library, edition = Library(FOLDER), Edition(time.time_ns() // 1_000_000)
    site = Site(library, CONFIG)
    host = Host((HOST, free), site, edition)
    threading.Thread(target=host.serve_forever, daemon=True).start()
    say(f"The site is at http://{HOST}:{free}/ and shows each edit by itself. Ctrl+C stops it.")
    threading.Thread(target=read_all, args=(library, site, edition), daemon=True).start()
    follow(site, library, edition, say, restart)
    return 0


def read_all(library: Library, site: Site, edition: Edition) -> None:
    """Reads every policy and goes through it, and lets the pages know that wait for all of them."""
    with_progress(library.read_all(), "policies read")
    edition.next()
    faults, policies = library.faults(), library.policies() or ()
    say("\n".join([*faults, f"Policies read: {len(policies)}."]))
    with_progress(count(policies), "policies gone through")
    site.counted = True


def count(policies: Sequence[Policy]) -> Iterator[tuple[int, int]]:
    """Counts how many answers each policy has, which is kept; tells before each how many are done."""
    for done, policy in enumerate(policies):
        yield done, len(policies)
        tried(policy)


def with_progress(steps: Iterable[tuple[int, int]], what: str) -> None:
    """Takes the steps, and says every two seconds how far that is."""
    last = time.monotonic()
    for done, number in steps:
        if time.monotonic() - last >= EVERY:
            say(f"{done} of {number} {what} …")
            last = time.monotonic()


def restart() -> None:
    """Begins anew with the program as it is now, where the system can do that in place."""
    if os.name == "nt":  # where exec would give the prompt back at once
        say("The program has changed. Stop it and start it again.")
        return
    say("The program has changed: starting again.")
    os.execv(sys.executable, sys.orig_argv)


def say(text: str) -> None:
    """To the error stream, at once."""
    print(text, file=sys.stderr, flush=True)
