"""What the system would not do, in one line instead of Python's many."""

import re

LAST_LINE = re.compile(r"^\w*Error: \[Errno \d+\] (.+)\s*\Z", re.M)


def in_words(error: OSError) -> str:
    """The system's words and the file: "No space left on device: site/index.html"."""
    return ": ".join(str(part) for part in (error.strerror, error.filename) if part) or str(error)


def in_printed(text: str) -> str:
    """The same from what another Python printed as it ended so; empty if it did not."""
    found = LAST_LINE.search(text)
    return found[1] if found else ""
