"""A process that prints: `python -m macros.press` reads what to print and writes PDFs, to the stream's end.

Each line in is JSON: what the sheet says. Each answer is a line of JSON, with the size of the PDF or why
there is none, and then the PDF. The only file that imports typst.
"""

import json
import signal
import sys
from pathlib import Path

import typst

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
SHEET = b'#import "/briefing.typ": briefing\n#briefing("%b")'
ONE_PAGE = b"<xmpTPg:NPages>1</xmpTPg:NPages>"
FONTS = HERE / "fonts"
"""Roboto's Latin letters; decision 18 says how they were taken out of the whole."""


def main() -> None:
    """Prints until the stream ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it is stopped, and then the stream ends
    compiler = typst.Compiler(root=TEMPLATES, font_paths=[FONTS], ignore_system_fonts=True)
    for line in sys.stdin.buffer:
        printed, error = _printed(compiler, line.strip())
        told = json.dumps({"size": len(printed), "error": error}).encode()
        sys.stdout.buffer.write(told + b"\n" + printed)
        sys.stdout.buffer.flush()


def _printed(compiler: typst.Compiler, said: bytes) -> tuple[bytes, str]:
    """The PDF, or nothing and why.

    What is said goes in as one quoted text. Typst's own way to give it, `sys_inputs`, makes Typst read
    all of its library again for each sheet; and to look for a second page in Typst is to lay it out twice.
    """
    quoted = said.replace(b"\\", rb"\\").replace(b'"', rb"\"")
    try:
        printed = compiler.compile(SHEET % quoted, format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        return b"", str(error)
    assert isinstance(printed, bytes)
    return (printed, "") if ONE_PAGE in printed else (b"", "more than one page")


if __name__ == "__main__":
    main()
