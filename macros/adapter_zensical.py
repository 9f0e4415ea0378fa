"""Builds the site with Zensical, from the folder that the disk adapter writes.

Zensical runs no hook and no Python in a template. So what MkDocs is given by macros/adapter_mkdocs.py stands
here in the front matter of each page and in the configuration.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from helper.policy import Policy
from macros.adapter_disk import DOCS, NOT_PAGES, write_to_disk
from macros.builders import NoBuilder, python_of, run_builder
from macros.frame import frame
from macros.framed import FRAMES, content_of, meta_of
from macros.outputs import Output, outputs
from macros.search.words import filters

LINE = "---\n"
IN_HTML = re.compile(r'\b(src|srcset|href)="\.\./')
FAVICON = "assets/images/favicon.png"
"""Published under a name with a hash alone."""
STYLES = "assets/stylesheets/classic/main.*.min.css"
PLAIN_CODE = [{"pymdownx.highlight": {"use_pygments": False}}]
"""Zensical reads examples of code with an extension of its own, which would colour them."""
WHERE = "import zensical; print(zensical.__path__[0])"


def build_with_zensical(policies: Sequence[Policy], new: Path, config: Path, url: str) -> list[str]:
    """The site in the folder `new`; the files that must be there. Raises NoBuilder.

    config: our mkdocs.yml, most of which Zensical reads as it is. url: the address that the site will have.
    """
    made, docs, styles = list(outputs(policies, url)), config.resolve().parent / DOCS, theme_styles()
    promised = [each.built for each in made]
    around = new.with_name(f"{new.name}.zensical")
    try:
        by_hand = _write(made, around / "docs", docs)
        settings = _configuration(config.resolve(), url, {**frame(policies), "theme_styles": styles})
        (around / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), "utf-8")
        run_builder("zensical", ["build", "--clean", "--config-file", str(around / "mkdocs.yml")])
        _leave(around / "site", {*promised, *by_hand, "404.html", styles})
        (around / "site").rename(new)
    finally:
        shutil.rmtree(around, ignore_errors=True)
    return promised


def theme_styles() -> str:
    """The stylesheet of Zensical's theme that looks like Material's, for the pages written by hand."""
    run = subprocess.run([python_of("zensical"), "-c", WHERE], capture_output=True, text=True, check=True)
    templates = Path(run.stdout.strip()) / "templates"
    found = [file.relative_to(templates).as_posix() for file in templates.glob(STYLES)]
    if len(found) != 1:
        raise NoBuilder(f"Zensical's theme has {len(found)} files {STYLES}; we expect one.")
    return found[0]


def _configuration(config: Path, url: str, told: Mapping[str, object]) -> dict[str, object]:
    theme = {"custom_dir": str(config.parent / DOCS / "theme"), "variant": "classic", "font": False}
    return {
        "INHERIT": str(config),
        "site_url": url or None,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": theme,
        "markdown_extensions": PLAIN_CODE,
        "extra": told,
    }


def _write(made: Iterable[Output], source: Path, docs: Path) -> list[str]:
    """Everything that Zensical builds from; the files that it must make of the pages written by hand."""
    write_to_disk(map(_prepared, made), source, docs)
    by_hand = [*_by_hand(docs)]
    for page in (each for each in by_hand if each.suffix == ".md"):
        text = _one_level_up(page, (docs / page).read_text("utf-8"))
        (source / page).write_text(_page({"filters": filters({}, page.as_posix(), text)}, text), "utf-8")
    return [_built(each) for each in by_hand]


def _one_level_up(page: Path, text: str) -> str:
    """The addresses in HTML within a page as Zensical takes them: from the folder above the page's own."""
    return text if page.stem == "index" else IN_HTML.sub(r'\1="', text)


def _prepared(output: Output) -> Output:
    """A page with all that the frame prints of it in its front matter; any other file as it is."""
    page = output.page
    if not page:
        return output
    meta = meta_of(page, output.built.removesuffix("index.html"))
    if page.kind in FRAMES:
        meta["template"] = FRAMES[page.kind]
    return Output(path=output.path, content=_page(meta, content_of(page)))


def _page(meta: Mapping[str, object], body: str) -> str:
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in meta.items())
    return f"{LINE}{''.join(lines)}{LINE}\n{body}"


def _by_hand(docs: Path) -> Iterator[Path]:
    """What stands in the folder of pages written by hand and belongs to the site, below that folder."""
    for file in sorted(docs.rglob("*")):
        below = file.relative_to(docs)
        if file.is_file() and below.parts[0] not in NOT_PAGES and file != docs / FAVICON:
            yield below


def _built(page: Path) -> str:
    if page.suffix != ".md":
        return page.as_posix()
    return (page.parent if page.stem == "index" else page.with_suffix("")).joinpath("index.html").as_posix()


def _leave(site: Path, kept: set[str]) -> None:
    """Takes out what the theme brings and no page of ours loads, its scripts above all."""
    for file in [each for each in site.rglob("*") if each.is_file()]:
        if file.relative_to(site).as_posix() not in kept:
            file.unlink()
    for folder in sorted((each for each in site.rglob("*") if each.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
