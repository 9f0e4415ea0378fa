"""A process that prints: `python -m macros.press` reads what to print and writes PDFs, to the stream's end.

Each line in is JSON: the sheet's inputs. Each answer is a line of JSON, with the size of the PDF or why
there is none, and then the PDF. The only file that imports typst.
"""

import json
import signal
import sys
from pathlib import Path

import typst

HERE = Path(__file__).parent
SHEET = HERE / "templates" / "briefing.typ"
FONTS = HERE.parent / "helper" / "web" / "node_modules" / "@expo-google-fonts" / "roboto"
WEIGHTS = ("300Light", "400Regular", "700Bold")


def main() -> None:
    """Prints until the stream ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it is stopped, and then the stream ends
    fonts = [FONTS / weight for weight in WEIGHTS]
    compiler = typst.Compiler(SHEET, font_paths=fonts, ignore_system_fonts=True)
    for line in sys.stdin.buffer:
        printed, error = _printed(compiler, json.loads(line))
        told = json.dumps({"size": len(printed), "error": error}).encode()
        sys.stdout.buffer.write(told + b"\n" + printed)
        sys.stdout.buffer.flush()


def _printed(compiler: typst.Compiler, inputs: dict[str, str]) -> tuple[bytes, str]:
    """The PDF, or nothing and why."""
    try:
        printed = compiler.compile(sys_inputs=inputs, format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        return b"", str(error)
    assert isinstance(printed, bytes)
    return printed, ""


if __name__ == "__main__":
    main()
