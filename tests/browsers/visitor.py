"""A practitioner in one window: presses what is read there, and waits as a person does."""

from tests.browsers.trap import Trap
from tests.browsers.watching import Watching
from tests.browsers.window import Window, until

ANSWERS = ("No", "None of these", "Step 1", "It was not agreed")
"""The way to a date in Sefton."""

DAY = ("day", "month", "year")


class Visitor:
    """Somebody on Tuesday 22 December 2026, on a host of their own."""

    def __init__(self, window: Window, host: Watching, trap: Trap) -> None:
        self.window, self._host, self._trap = window, host, trap

    def open(self, address: str) -> None:
        """An address of the site."""
        self.window.open(f"{self._host.address}{address}")

    def follow(self, words: str) -> None:
        """Presses a link that begins with these words and waits for where it leads."""
        self.choose(words, "a")

    def choose(self, words: str, css: str = ".eg-answer") -> None:
        """Presses an answer that begins with these words and waits for what comes next."""
        before = self.window.url()
        self.press(words, css)
        until(lambda: self.window.url() != before, f"something after “{words}”")

    def choose_all(self, *answers: str) -> None:
        for each in answers:
            self.choose(each)

    def press(self, words: str, css: str = "button") -> None:
        """Presses what begins with these words as soon as it can be pressed."""
        until(lambda: self.window.press(css, words) is None, f"{css}: {words}")

    def give_date(self, *typed: str) -> None:
        """Types a day, a month and a year."""
        for name, value in zip(DAY, typed, strict=True):
            self.window.write(f"#date [name={name}]", value)
        self.window.press("#date button", "Continue")

    def give_days(self) -> None:
        """In Sefton: Step 1 began on the Friday before, and ended today."""
        self.asked("When did Step 1 begin?")
        self.give_date("18", "dec", "2026")
        self.asked("When did Step 1 end?")
        self.press("Today")

    def asked(self, question: str) -> None:
        """Waits for this heading."""
        until(lambda: question in self.heading(), f"the heading “{question}”, not “{self.heading()}”")

    def told(self, css: str, *words: str) -> None:
        """Waits until each of the words is read there."""
        for each in words:
            until(lambda each=each: each in self.read(css), f"“{each}” in {css}")

    def heading(self) -> str:
        """The heading; empty between two pages."""
        return next(iter(self.window.seen("h1")), "")

    def read(self, css: str) -> str:
        """All that is read there."""
        return " ".join(self.window.seen(css))

    def engine(self, state: str) -> None:
        """Waits until the engine has settled, and this is how: ready or failed."""
        until(lambda: self.window.script(STATE), "the engine is ready or has failed")
        assert self.window.script(STATE) == state

    def saved(self, name: str) -> str:
        """The text of a file once it is whole among the downloads."""
        file = self.window.downloads / name
        until(lambda: file.is_file() and file.stat().st_size, f"{name} among the downloads")
        return file.read_bytes().decode("utf-8")

    @property
    def problems(self) -> list[str]:
        """What no reader should meet: an error, a violation of the content policy, another origin."""
        return [*self._host.notes, *self._trap.caught, *self.window.problems()]


STATE = "document.querySelector('.eg-helper').dataset.engineState ?? ''"
