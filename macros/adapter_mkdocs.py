"""The only file that imports mkdocs: gives it every output, and the frame the names that it prints."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from helper.policy import Policy
from macros.assets import asset_names, page_policy, within
from macros.briefing_pdf import BriefingError
from macros.last_good import read_or_keep
from macros.outputs import PROMISED, Output, outputs
from macros.policies import FOLDER, PolicyFaults, policy_files, read_policies
from macros.policy_pages import chrome
from macros.search.headings import with_addresses
from macros.search.words import UNSEARCHED, filters

MAIN_STYLES = "assets/stylesheets/main.*.min.css"
SERVING = "GUIDE_SERVING"


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001
    """Remembers whether the site is served; in the environment, since each rebuild loads this file anew."""
    os.environ[SERVING] = "yes" if command == "serve" else ""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the policies and fills what the frame prints."""
    config.extra["held"] = _policies(config)
    config.extra["policies"] = chrome(config.extra["held"])
    config.extra["serving"] = bool(os.environ[SERVING])
    config.extra["theme_styles"] = _theme_styles(config)
    config.extra["assets"] = asset_names()
    config.extra["within"] = within()
    config.extra["unsearched"] = UNSEARCHED
    config.extra["filters"] = filters
    config.extra["content_policy"] = page_policy(serving=config.extra["serving"])
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds every output as if it stood in the docs folder; of a page only what stands before its body."""
    bodies = config.extra["bodies"] = {}
    promised = []
    for output in _outputs(config):
        promised.append(output.built)
        content = output.content
        if output.body:
            bodies[output.path] = output.body
            content = str(content).removesuffix(f"{output.body}\n")
        files.append(File.generated(config, output.path, content=content))
    if note := os.environ.get(PROMISED):
        Path(note).write_text("\n".join(promised), "utf-8")
    return files


def _outputs(config: MkDocsConfig) -> Iterator[Output]:
    """Every output; a site that is only served has no address to print."""
    address = "" if config.extra["serving"] else config.site_url or ""
    try:
        yield from outputs(config.extra["held"], address)
    except BriefingError as error:
        raise Abort(str(error)) from None


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """The body of a page as it is: to read it as Markdown would take a third of the build."""
    body: str = config.extra["bodies"].get(page.file.src_uri, html)
    return body if page.meta.get("kind") in UNSEARCHED else with_addresses(body)


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """The card that other sites show in a frame of theirs has none of ours around it."""
    if page.meta.get("kind") == "embed":
        page.meta["template"] = "embed.html"
    return markdown


def on_post_build(config: MkDocsConfig) -> None:
    """Takes out what the theme copies and no page of ours loads: its scripts, maps and palettes."""
    assets = Path(config.site_dir) / "assets"
    shutil.rmtree(assets / "javascripts", ignore_errors=True)
    for unused in (*assets.rglob("*.map"), *assets.glob("stylesheets/palette.*")):
        unused.unlink(missing_ok=True)


def _policies(config: MkDocsConfig) -> tuple[Policy, ...]:
    """Every policy, or the one named in GUIDE_ONLY; faults stop the build without a traceback."""
    folder = Path(config.config_file_path or "mkdocs.yml").parent / FOLDER
    only = os.environ.get("GUIDE_ONLY")
    files = [file for file in policy_files(folder) if only in (None, "", file.stem)]
    try:
        return read_or_keep(files) if os.environ[SERVING] else read_policies(files)
    except PolicyFaults as error:
        raise Abort(f"{error}\n{len(error.lines)} faults.") from None


def _theme_styles(config: MkDocsConfig) -> str:
    """The theme's stylesheet, whose name changes with each of its releases."""
    found = [
        file.relative_to(folder).as_posix()
        for folder in config.theme.dirs
        for file in Path(folder).glob(MAIN_STYLES)
    ]
    if len(found) != 1:
        raise Abort(f"The theme has {len(found)} files {MAIN_STYLES}; we expect one.")
    return found[0]
