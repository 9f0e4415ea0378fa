"""An address as a QR code; the only file that imports segno."""

from io import BytesIO

import segno


def qr(address: str) -> str:
    """An SVG that fills its box: dark squares on nothing, with the quiet zone of four around them."""
    svg = BytesIO()
    segno.make_qr(address, error="m").save(
        svg, kind="svg", border=4, xmldecl=False, omitsize=True, nl=False, svgclass=None, lineclass=None
    )
    return svg.getvalue().decode()
