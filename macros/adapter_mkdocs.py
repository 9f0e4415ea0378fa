"""Gives MkDocs, or ProperDocs after it, every output, and the frame the names that it prints.

The only file that imports either; whichever of them runs has to be given files of its own kind.
"""

import json
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING or "properdocs" not in sys.modules:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.exceptions import Abort
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page
else:
    from properdocs.config.defaults import ProperDocsConfig as MkDocsConfig
    from properdocs.exceptions import Abort
    from properdocs.structure.files import File, Files
    from properdocs.structure.pages import Page

from helper.policy import Policy
from macros.briefing_pdf import BriefingError
from macros.frame import frame
from macros.framed import Site, content_of
from macros.kept_pages import write_kept
from macros.outputs import PROMISED, Made, Output, built, in_order, other_outputs
from macros.policies import FOLDER, PolicyFaults, all_files, read_policies
from macros.policy_pages import chrome
from macros.printing import press
from macros.processes import ShareLost, shared_out
from macros.search.headings import with_addresses
from macros.search.words import filters

MAIN_STYLES = "assets/stylesheets/main.*.min.css"
MANY = ("compare_pair",)
"""Kinds of page of no single policy of which there are more the more policies there are."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the policies and fills what the frame prints."""
    config.extra["held"] = _policies(config)
    fill(config, frame(()))
    return config


def fill(config: MkDocsConfig, printed: Mapping[str, object]) -> None:
    """Gives the frame what it prints, with the theme's own."""
    config.extra["theme_styles"] = _theme_styles(config)
    config.extra.update(printed)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Writes most outputs into the site at once; adds the pages that others link to or that `nav` names."""
    held, made, site = in_order(config.extra["held"]), Made(), _site(config)
    try:
        for share in shared_out(partial(_write, site, config), held):
            made.add(share)
    except (BriefingError, ShareLost) as error:
        raise Abort(str(error)) from None
    config.extra["pages"] = {}
    promised = [*made.hashes]
    for output in other_outputs(held, made):
        promised.append(output.path)
        if output.page and output.page.kind not in MANY:
            files.append(_page(output, config))
        else:
            site.write(output)
    if note := os.environ.get(PROMISED):
        Path(note).write_text("\n".join(map(built, promised)), "utf-8")
    return files


def _site(config: MkDocsConfig) -> Site:
    """The folder of the site, with what its pages print of it."""
    printed = [
        config.extra[name] for name in ("serving", "theme_styles", "assets", "within", "content_policy")
    ]
    return Site(
        folder=Path(config.site_dir),
        template=config.theme.get_env().get_template,
        values={"config": config, "base_url": ""},
        frame=json.dumps([printed, Path(config.config_file_path).read_text("utf-8")]),
        address=config.site_url or "",
    )


def _write(site: Site, config: MkDocsConfig, policies: Sequence[Policy]) -> Made:
    """Writes what some policies give, file by file."""
    made = Made()
    for policy in policies:
        config.extra["policies"] = chrome([policy])
        made.add(write_kept(policy, site))
    press().end()
    return made


def _page(output: Output, config: MkDocsConfig) -> File:
    """A page for MkDocs, without its body: to read that as Markdown would take longer than all the rest."""
    assert output.page
    config.extra["pages"][output.path] = output.page
    return File.generated(config, output.path, content=replace(output.page, body="").markdown())


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """The body of a page as it is."""
    ours = config.extra["pages"].get(page.file.src_uri)
    page.meta["filters"] = filters(page.meta, page.url, ours.body if ours else html)
    return content_of(ours) if ours else with_addresses(html)


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
    files = [file for file in all_files(folder) if only in (None, "", file.stem)]
    try:
        return read_policies(files)
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
