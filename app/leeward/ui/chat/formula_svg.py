# SPDX-License-Identifier: Apache-2.0
"""Formulas typeset by ziamath, as drawings that hold shapes only. No Qt; slow: for a worker."""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

EM = 20.0  # of the drawings, in their own unit
INK = "#0a0b0c"
"""The colour of what the formula itself gives no colour; replaced when it is drawn."""

_MAX_WIDTH_EM = 200.0
_MAX_HEIGHT_EM = 60.0
# Text and images would be looked up by the renderer; shapes are all there.
_SHAPES = {"svg", "g", "path", "rect", "line", "polyline", "polygon", "circle", "ellipse", "title"}


class FormulaUnreadable(ValueError):
    """The formula is drawn as it was written: it is none, or nothing that can be shown."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A formula as SVG; sizes in units of which EM are the size of the type.

    Attributes:
        ascent, descent: Above and below the line on which text stands.
    """

    svg: str
    width: float
    ascent: float
    descent: float


def typeset(tex: str, *, is_display: bool) -> Drawing:
    """Return the drawing of `tex`. Raises whatever ziamath raises for what it cannot read, and FormulaUnreadable."""
    # Late: 200 ms, only where there are formulas.
    from ziamath.config import config  # noqa: PLC0415 - see above
    from ziamath.zmath import Latex  # noqa: PLC0415 - see above

    config.svg2 = False  # Qt would draw clipped letters
    drawn = Latex(tex, size=EM, color=INK, inline=not is_display).svgxml()
    for element in drawn.iter():
        name = element.tag.rpartition("}")[2]
        if name not in _SHAPES or any("url" in value or key.endswith("href") for key, value in element.attrib.items()):
            raise FormulaUnreadable(name)
    _left, top, width, height = (float(number) for number in drawn.get("viewBox", "0 0 0 0").split())
    if not (0 < width <= _MAX_WIDTH_EM * EM and 0 < height <= _MAX_HEIGHT_EM * EM):
        raise FormulaUnreadable(f"{width} x {height}")
    return Drawing(ET.tostring(drawn, encoding="unicode"), width, -top, height + top)
