"""`guide serve`: the site on this machine; an edit shows at once, however many policies there are."""

import os
import sys
import threading
import time
from pathlib import Path

from macros.policies import FOLDER
from macros.progress import say, told
from macros.serving.edition import Edition
from macros.serving.follow import follow
from macros.serving.host import Host
from macros.serving.library import Library
from macros.serving.port import HOST, free_port
from macros.serving.site import Site

CONFIG = Path("mkdocs.yml")


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
    threading.Thread(target=read_all, args=(library, edition), daemon=True).start()
    follow(site, library, edition, say, restart)
    return 0


def read_all(library: Library, edition: Edition) -> None:
    """Reads every policy, and lets the pages know that wait for all of them."""
    for id_ in told(library.ids(), "policies read"):
        library.holding(id_)
    library.whole = True
    edition.next()
    say("\n".join([*library.faults(), f"Policies read: {len(library.policies() or ())}."]))


def restart() -> None:
    """Begins anew with the program as it is now, where the system can do that in place."""
    if os.name == "nt":  # where exec would give the prompt back at once
        say("The program has changed. Stop it and start it again.")
        return
    say("The program has changed: starting again.")
    os.execv(sys.executable, sys.orig_argv)
