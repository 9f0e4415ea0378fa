"""Any address of the site, answered from the files as they are at that moment."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import Lock

from helper.policy import Policy
from macros.briefing_pdf import BriefingError
from macros.page import Page
from macros.policies import PolicyFaults
from macros.render import render
from macros.serving.library import Library
from macros.serving.mkdocs_frame import Frame
from macros.serving.of_all import KINDS, of_all, of_nobody
from macros.serving.of_policy import Made, of_policy, whose

FOUND, MOVED, MISSING, BROKEN, NOT_YET = 200, 302, 404, 500, 503
HTML, PAGE = ".html", "index.md"
UNMADE = "This page cannot be made"
SLOW, FROM_ALL = "assets/dates/", ("compare/", "api/v1/")


@dataclass(frozen=True)
class Answer:
    """What is sent. suffix: of a file of this type. location: where to go instead."""

    status: int
    content: bytes
    suffix: str = HTML
    location: str = ""


class Site:
    """Every page and file. Nothing is kept but the policies and the frame, so nothing old is shown."""

    def __init__(self, library: Library, config: Path) -> None:
        self._library, self._config = library, config
        self._one_at_a_time = Lock()
        self.renew()

    def renew(self) -> None:
        """Takes in the templates, the styles and the pages written by hand as they are now."""
        self._frame = Frame(self._config, KINDS, self._good)

    def answer(self, address: str) -> Answer:
        """The page or file at an address, or the page that says that there is none."""
        path = address.lstrip("/")
        if found := self._at(path):
            return found
        if path and not path.endswith("/") and self._at(f"{path}/"):
            return Answer(MOVED, b"", location=f"{address}/")
        return Answer(MISSING, self._frame.not_found().encode())

    def broken(self, address: str, error: Exception) -> Answer:
        """What is sent where making it went wrong."""
        said = f"{type(error).__name__}: {error}. The terminal says where."
        return self._told(BROKEN, f"{address}{PAGE}".lstrip("/"), UNMADE, [said])

    def _at(self, path: str) -> Answer | None:
        """What stands at a path of the site: a policy's own, what all give together, nobody's."""
        built = f"{path}index.html" if not path or path.endswith("/") else path
        source = f"{built.removesuffix('index.html')}{PAGE}" if built.endswith("index.html") else built
        if self._library.holding(whose(source)):
            with self._one_at_a_time if source.startswith(SLOW) else nullcontext():
                return self._of_policy(source)
        if source in KINDS or source.startswith(FROM_ALL):
            return self._of_all(source)
        made = of_nobody(source)
        if made is None:
            made = self._frame.by_hand(built, self._above(self._library.faults()))
        return None if made is None else _sent(made, built)

    def _of_policy(self, path: str) -> Answer | None:
        """From the policy as it is now, whatever it was before another table of dates was made."""
        holding = self._library.holding(whose(path))
        if holding is None:
            return None
        if holding.policy is None:
            return self._told(BROKEN, path, "Nothing to show yet", holding.faults)
        try:
            return self._framed(of_policy(holding.policy, path), path, holding.faults)
        except (BriefingError, PolicyFaults) as error:
            return self._told(BROKEN, path, UNMADE, str(error).splitlines())

    def _of_all(self, path: str) -> Answer | None:
        policies = self._library.policies()
        if policies is None:
            done, number = self._library.progress()
            return self._told(NOT_YET, path, f"{done} of {number} policies are read so far", [])
        return self._framed(of_all(policies, path), path, self._library.faults())

    def _framed(self, made: Made | None, path: str, faults: Sequence[str]) -> Answer | None:
        if isinstance(made, Page):
            return Answer(FOUND, self._frame.page(made, self._above(faults)).encode())
        return None if made is None else _sent(made, path)

    def _told(self, status: int, path: str, title: str, lines: Sequence[str]) -> Answer:
        """A page with a heading and lines of text that stands in the place of another, or of a file."""
        body = render("serving_told", title=title, lines=lines)
        place = PurePosixPath(path).with_name(PAGE).as_posix()
        page = Page(path=place, title=title, description=title, kind="told", body=body)
        return Answer(status, self._frame.page(page).encode())

    def _above(self, faults: Sequence[str]) -> str:
        return render("serving_faults", faults=faults) if faults else ""

    def _good(self, id_: str) -> Policy | None:
        holding = self._library.holding(id_)
        return holding.policy if holding else None


def _sent(made: str | bytes, built: str) -> Answer:
    """A file as it is; a page written by hand."""
    return Answer(FOUND, made.encode() if isinstance(made, str) else made, PurePosixPath(built).suffix)
