"""A process that prints: `python -m macros.press` reads what to print and writes PDFs, to the stream's end.

Each line in is JSON: what the sheet says. Each answer is a line of JSON, with the size of the PDF or why
there is none, and then the PDF. The only file that imports typst.
"""

import json
import re
import signal
import sys
from pathlib import Path

import typst

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
SHEET = '#import "/briefing.typ": briefing\n#briefing("{}")'
IN_QUOTES = {ord("\\"): r"\\", ord('"'): r"\""}
PAGES = re.compile(rb"<xmpTPg:NPages>(\d+)</xmpTPg:NPages>")
FONTS = HERE.parent / "helper" / "web" / "node_modules" / "@expo-google-fonts" / "roboto"
WEIGHTS = ("300Light", "400Regular", "700Bold")


def main() -> None:
    """Prints until the stream ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it is stopped, and then the stream ends
    fonts = [FONTS / weight for weight in WEIGHTS]
    compiler = typst.Compiler(root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)
    for line in sys.stdin.buffer:
        printed, error = _printed(compiler, line.decode().strip())
        told = json.dumps({"size": len(printed), "error": error}).encode()
        sys.stdout.buffer.write(told + b"\n" + printed)
        sys.stdout.buffer.flush()


def _printed(compiler: typst.Compiler, said: str) -> tuple[bytes, str]:
    """The PDF, or nothing and why.

    What is said goes in as one quoted text. Typst's own way to give it, `sys_inputs`, makes Typst read
    all of its library again for each sheet; and to look for a second page in Typst is to lay it out twice.
    """
    try:
        source = SHEET.format(said.translate(IN_QUOTES)).encode()
        printed = compiler.compile(source, format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        return b"", str(error)
    assert isinstance(printed, bytes)
    return (printed, "") if PAGES.findall(printed) == [b"1"] else (b"", "more than one page")


if __name__ == "__main__":
    main()
