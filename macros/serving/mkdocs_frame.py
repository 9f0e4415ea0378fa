"""MkDocs held in memory: puts one page at a time into the frame, and gives what stands in docs/."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as Framed

from helper.policy import Policy
from macros.adapter_mkdocs import fill
from macros.frame import frame
from macros.framed import FRAME, Site
from macros.page import Page
from macros.policy_pages import chrome
from macros.search.headings import with_addresses
from macros.search.words import filters

NOT_FOUND = "404.html"
Find = Callable[[str], Policy | None]


class Frame:
    """The configuration, the theme and the pages written by hand, as they were when this was made.

    generated: the paths of pages that those written by hand lead to. find: a policy by its id.
    """

    def __init__(self, config_file: Path, generated: Iterable[str], find: Find) -> None:
        self._config: MkDocsConfig = load_config(str(config_file), hooks=[], site_url="")
        fill(self._config, {**frame((), serving=True), "policies": OneByOne(find)})
        self._one_at_a_time = threading.Lock()
        self._env = self._config.theme.get_env()
        self._site = Site(
            folder=Path(),
            template=self._env.get_template,
            values={"config": self._config, "base_url": ""},
            frame="",
            address="",
        )
        self._files = self._all_files(generated)
        self._nav = get_navigation(self._files, self._config)
        excluded = InclusionLevel.EXCLUDED
        found = (file for file in self._files if file.src_dir and file.inclusion is not excluded)
        self._by_hand = {file.dest_uri: file for file in found}

    def page(self, page: Page, above: str = "") -> str:
        """A page of ours in the frame. above: HTML to be shown before its body."""
        return self._site.framed(replace(page, body=above + page.body))

    def by_hand(self, built: str, above: str = "") -> bytes | None:
        """What docs/ or the theme has for a file of the site; None if it has nothing."""
        file = self._by_hand.get(built)
        if file is None or not file.is_documentation_page():
            return file.content_bytes if file else None
        with self._one_at_a_time:  # its page is the one that the navigation holds, too
            framed = file.page or Framed(None, file, self._config)
            framed.read_source(self._config)
            framed.render(self._config, self._files)
            html = framed.content or ""
            framed.meta["filters"] = filters(framed.meta, framed.url, html)
            framed.content = above + with_addresses(html)
            return self._filled(FRAME, framed).encode()

    def not_found(self) -> str:
        """The page for an address that leads nowhere."""
        return self._filled(NOT_FOUND, None)

    def _all_files(self, generated: Iterable[str]) -> Files:
        files = get_files(self._config)
        files.add_files_from_theme(self._env, self._config)
        for path in generated:
            file = File(path, None, self._config.site_dir, self._config.use_directory_urls)
            file.content_string = ""
            files.append(file)
        set_exclusions(files, self._config)
        return files

    def _filled(self, template: str, framed: Framed | None) -> str:
        context = get_context(self._nav, self._files, self._config, framed, base_url="/")
        return str(self._env.get_template(template).render(context))


class OneByOne(dict[str, dict[str, object] | None]):
    """What the frame needs of a policy, asked for anew each time; None for one that is not there."""

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, id_: str) -> dict[str, object] | None:
        policy = self._find(id_)
        return chrome((policy,))[policy.id] if policy else None
