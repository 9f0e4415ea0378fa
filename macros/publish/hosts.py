"""The configuration of each kind of host, as text; the same for the same address."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from macros import headers

HERE = Path(__file__).parent
FOLDER = "/srv/guide"
"""Where the files of the site stand on a host, unless said otherwise."""
BROTLI = "brotli_static on;"
PLAIN = ("Containerfile", "container.conf", "pages.yml")

NGINX_OUTSIDE = """\
    location = {bare} {{ return 301 {base}; }}
    location / {{ return 404; }} # else nginx shows a page of its own"""
CADDY_OUTSIDE = "\tredir {bare} {base} permanent"


class _Filled(Template):
    """A template whose gaps are @@name, as nginx has its own use for a dollar."""

    delimiter = "@@"


def host_files(url: str, redirects: Mapping[str, str] = {}) -> Iterator[tuple[str, str]]:
    """The files for hosts that are configured beside the site, as (name, text).

    url: the address that the site will have; a path in it is one below which the site is served.
    redirects: from each address that is gone to its successor.
    """
    below = base(url)
    yield "nginx.conf", nginx(below, redirects=redirects)
    yield "Caddyfile", caddy(below, redirects=redirects)
    for name in PLAIN:
        yield name, _filled(name, {"folder": FOLDER}) if name == "Containerfile" else _read(name)


def base(url: str) -> str:
    """The path of a site's address, with a slash at both ends."""
    path = urlsplit(url).path.strip("/")
    return f"/{path}/" if path else "/"


def nginx(
    base: str = "/",
    folder: str = FOLDER,
    listen: str = "8080",
    *,
    brotli: bool = False,
    redirects: Mapping[str, str] = {},
) -> str:
    """A server for nginx. brotli: whether it has the module for files that end in .br."""
    moved = _moved("    location = {} {{ return 301 {}; }}", base, redirects)
    types = (f"        {kind} {suffix[1:]};" for suffix, kind in headers.TYPES.items())
    lines = (f'    add_header {name} "{value}" always;' for name, value in headers.FOR_EVERYBODY.items())
    gaps = {"types": "\n".join(types), "headers": "\n".join(lines), "base": base, "folder": folder}
    gaps |= {"redirects": moved, "outside": _outside(NGINX_OUTSIDE, base)}
    return _filled("nginx.conf", {**gaps, "listen": listen, "brotli": BROTLI if brotli else f"# {BROTLI}"})


def caddy(
    base: str = "/", folder: str = FOLDER, listen: str = "8080", *, redirects: Mapping[str, str] = {}
) -> str:
    """A site for Caddy."""
    moved = _moved("\tredir {} {} permanent", base, redirects)
    lines = (f'\t\t{name} "{value}"' for name, value in headers.FOR_EVERYBODY.items())
    gaps = {"headers": "\n".join(lines), "types": "\n".join(_caddy_types()), "base": base}
    gaps |= {"redirects": moved, "outside": _outside(CADDY_OUTSIDE, base)}
    return _filled("Caddyfile", {**gaps, "folder": folder, "listen": listen})


def netlify(hashed: Iterable[str]) -> str:
    """The file _headers, which Netlify and Cloudflare read at the site's root.

    hashed: the paths that may be kept for ever; one may end in /* for all below it.

    Cloudflare joins what several rules say, unless a rule takes a header off with "!". Netlify passes
    over such a line, and the last rule holds. Where both headers about frames are there, browsers obey
    the content policy.
    """
    everywhere = {**headers.FOR_EVERYBODY, **headers.not_framed(), "Cache-Control": headers.FRESH}
    lines = ["/*", *_set(everywhere), "/:policy/embed/", *_off(headers.not_framed()), *_set(headers.framed())]
    for path in hashed:
        lasting = {"Cache-Control": headers.LASTING}
        lines += [path, *_off(lasting), *_set(lasting)]
    return "\n".join([*lines, ""])


def netlify_redirects(redirects: Mapping[str, str]) -> str:
    """The file _redirects, which the same two read."""
    return "".join(f"{old} {new} 301\n" for old, new in redirects.items())


def _moved(line: str, base: str, redirects: Mapping[str, str]) -> str:
    """One line for each address that is gone."""
    both = ((base + old.lstrip("/"), base + new.lstrip("/")) for old, new in redirects.items())
    return "\n".join(line.format(*pair) for pair in both)


def _outside(lines: str, base: str) -> str:
    """What is said of addresses above the site's path, which is also typed without its last slash."""
    return "" if base == "/" else lines.format(base=base, bare=base.rstrip("/"))


def _off(names: Iterable[str]) -> Iterator[str]:
    yield from (f"  ! {name}" for name in names)


def _set(values: Mapping[str, str]) -> Iterator[str]:
    yield from (f"  {name}: {value}" for name, value in values.items())


def hashed_paths(folder: Path) -> list[str]:
    """The paths of a site that may be kept for ever, a folder by its name where all in it may."""
    paths = [
        f"/{file.relative_to(folder).as_posix()}" for file in folder.glob("assets/**/*") if file.is_file()
    ]
    others = {parent for path in paths if headers.kept(path) != headers.LASTING for parent in _folders(path)}
    whole = (next((up for up in _folders(path) if up not in others), path) for path in paths)
    return sorted({path if path in paths else f"{path}/*" for path in whole} - others)


def _folders(path: str) -> Iterator[str]:
    """Every folder of a path, the outermost first; then the path itself."""
    parts = path.split("/")[1:]
    yield from ("/" + "/".join(parts[:count]) for count in range(1, len(parts) + 1))


def _caddy_types() -> Iterator[str]:
    """A matcher and a header for each type, set when the file is found: not for our page in its place."""
    for suffix in headers.TYPES:
        name = suffix[1:]
        yield f"\t@{name} path *{suffix}"
        yield f'\theader @{name} {{\n\t\tContent-Type "{headers.content_type(suffix)}"\n\t\tdefer\n\t}}'


def _filled(name: str, gaps: Mapping[str, str]) -> str:
    """A file of this folder with the gaps filled, those for the headers too."""
    known = {
        "fresh": headers.FRESH,
        "lasting": headers.LASTING,
        "hashed": headers.HASHED,
        "embed": headers.EMBED,
        "policy": headers.not_framed()["Content-Security-Policy"],
        "framing": headers.not_framed()["X-Frame-Options"],
        "embed_policy": headers.framed()["Content-Security-Policy"],
    }
    return _Filled(_read(name)).substitute(known, **gaps)


def _read(name: str) -> str:
    return (HERE / name).read_text("utf-8")
