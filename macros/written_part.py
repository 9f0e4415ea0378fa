"""The part of a page that a program writes, between two marks. What stands around it is written by hand."""

import os
from dataclasses import dataclass
from pathlib import Path

SPEED = Path("docs/about/speed.md")


@dataclass(frozen=True)
class WrittenPart:
    """file: a page in Markdown. program: the command that writes the part, as somebody would type it."""

    file: Path
    program: str

    @property
    def begin(self) -> str:
        return f"<!-- written by {self.program} -->"

    @property
    def end(self) -> str:
        return f"<!-- end of what {self.program} wrote -->"

    def filled(self, page: str, text: str) -> str:
        """The page with this text between its marks. Raises ValueError if a mark is missing."""
        before, _, rest = page.partition(self.begin)
        _, end, after = rest.partition(self.end)
        if not end:
            raise ValueError(f"{self.file} needs the lines {self.begin} and, below it, {self.end}")
        return f"{before}{self.begin}\n\n{text}\n\n{end}{after}"

    def write(self, text: str, root: Path = Path()) -> Path:
        """Puts this text into the file, which is below root; the file. Raises ValueError like filled."""
        file = root / self.file
        file.write_text(self.filled(file.read_text("utf-8"), text), "utf-8")
        return file


def machine() -> str:
    """On what something is measured, for the line below a table: how large and how busy it is now."""
    busy = round(os.getloadavg()[0])
    programs = "1 program" if busy == 1 else f"{busy} programs"
    return f"a computer with {os.cpu_count()} processor cores, {programs} at work"
