"""What a page may load: one policy for the pages themselves and for the headers of a host."""

import base64
import hashlib
from collections.abc import Iterable

ALONE = "frame-ancestors 'none'"
"""Counts in a header only: nobody may put a page into a frame of theirs."""
MARK = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"
"""How the policy of each page of ours begins: by it the service worker knows them."""


def content_policy(styles: Iterable[str] = (), scripts: Iterable[str] = ()) -> str:
    """Everything from the site itself; of what stands in a page only these, by their hashes."""
    return "; ".join(
        (
            " ".join((MARK, *map(named, scripts))),
            "worker-src 'self'",
            " ".join(("style-src 'self'", *map(named, styles))),
            "img-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def named(content: str) -> str:
    """How a policy names what stands in a page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
