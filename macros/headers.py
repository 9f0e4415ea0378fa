"""What a host sends with our files, stated once: headers, types, and how long each file is kept.

Everything that serves or describes the site takes it from here: the test host, the policy in each page's
meta element, and the configuration files of macros/publish/.
"""

import re
from functools import cache

from macros.assets import header_policy, page_policy

SWITCHED_OFF = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
YEAR = 365 * 24 * 60 * 60
FOR_EVERYBODY = {
    "Strict-Transport-Security": f"max-age={YEAR}",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in SWITCHED_OFF),
    "Cross-Origin-Opener-Policy": "same-origin",
}
LASTING, FRESH = f"public, max-age={YEAR}, immutable", "no-cache"
"""For ever if the name changes with the content; else asked for again, and sent only if it is another."""

# Read alike by Python, nginx and Caddy.
HASHED = r"[-./][0-9a-f]{8,64}[./]"
EMBED = r"/embed/(index\.html)?$"

TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


def headers(path: str) -> dict[str, str]:
    """The headers of an address below the site's root, but for those of its type and its encoding."""
    framing = framed() if re.search(EMBED, path) else not_framed()
    return {**FOR_EVERYBODY, **framing, "Cache-Control": kept(path)}


@cache
def not_framed() -> dict[str, str]:
    """What a page may load, as it says itself, and that nobody may show it in a frame."""
    return {"Content-Security-Policy": header_policy(), "X-Frame-Options": "DENY"}


@cache
def framed() -> dict[str, str]:
    """The same for the one page of a policy that other sites may show in theirs."""
    return {"Content-Security-Policy": f"{page_policy()}; frame-ancestors *"}


def kept(path: str) -> str:
    """How long a browser may keep a file unasked."""
    return LASTING if re.search(HASHED, path) else FRESH


def content_type(suffix: str) -> str:
    """The type of a file by the end of its name; text is UTF-8."""
    found = TYPES.get(suffix, "application/octet-stream")
    return f"{found}; charset=utf-8" if found.startswith("text/") else found
