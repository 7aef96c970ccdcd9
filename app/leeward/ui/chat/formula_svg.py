# SPDX-License-Identifier: Apache-2.0
"""Formulas typeset by ziamath, as drawings that hold shapes only. No Qt; slow: for a worker."""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FrameType
from typing import Any
from xml.etree import ElementTree as ET

EM = 20.0  # of the drawings, in their own unit
INK = "#0a0b0c"
"""The colour of what the formula itself gives no colour; replaced when it is drawn."""

# ziamath builds rows that stretch twice, and so needs the power of two of how deep they are nested: a short formula can
# take years. A long one takes a quarter of a second.
_LIMIT_S = 0.8
_SLOW = ("ziamath", "ziafont", "latex2mathml")
_MAX_WIDTH_EM = 200.0
_MAX_HEIGHT_EM = 60.0
# Text and images would be looked up by the renderer; shapes are all there.
_SHAPES = {"svg", "g", "path", "rect", "line", "polyline", "polygon", "circle", "ellipse", "title"}


class FormulaUnreadable(ValueError):
    """The formula is drawn as it was written: it is none, or nothing that can be shown."""


class _OutOfTimeError(Exception):
    """No ValueError: of those, ziamath catches some."""


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


def _go_on() -> None:
    pass


def typeset(tex: str, *, is_display: bool, step_aside: Callable[[], None] = _go_on) -> Drawing:
    """Return the drawing of `tex`. Raises whatever ziamath raises for what it cannot read, and FormulaUnreadable.

    Args:
        step_aside: Called all the time; may wait as long as another thread should have the interpreter for itself.
    """
    # Late: 200 ms, only where there are formulas.
    from ziamath.config import config  # noqa: PLC0415 - see above
    from ziamath.zmath import Latex  # noqa: PLC0415 - see above

    config.svg2 = False  # Qt would draw clipped letters
    with _limited(_LIMIT_S, step_aside):
        drawn = Latex(tex, size=EM, color=INK, inline=not is_display).svgxml()
    for element in drawn.iter():
        name = element.tag.rpartition("}")[2]
        if name not in _SHAPES or any("url" in value or key.endswith("href") for key, value in element.attrib.items()):
            raise FormulaUnreadable(name)
    _left, top, width, height = (float(number) for number in drawn.get("viewBox", "0 0 0 0").split())
    if not (0 < width <= _MAX_WIDTH_EM * EM and 0 < height <= _MAX_HEIGHT_EM * EM):
        raise FormulaUnreadable(f"{width} x {height}")
    return Drawing(ET.tostring(drawn, encoding="unicode"), width, -top, height + top)


@contextlib.contextmanager
def _limited(limit_s: float, step_aside: Callable[[], None]) -> Iterator[None]:
    """Raise FormulaUnreadable out of ziamath once it has taken more than `limit_s` of this thread's time."""
    end_s = time.thread_time() + limit_s

    def check(frame: FrameType, event: str, arg: Any) -> None:
        del event, arg
        # Python drops a trace function that raises. So only where nothing swallows that: not in the `__del__` of some
        # garbage that is collected meanwhile.
        if time.thread_time() > end_s and str(frame.f_globals.get("__name__")).startswith(_SLOW):
            raise _OutOfTimeError
        step_aside()

    before = sys.gettrace()
    sys.settrace(check)  # of this thread only; called at every call of a function
    try:
        yield
    except _OutOfTimeError:
        raise FormulaUnreadable("takes too long") from None
    finally:
        sys.settrace(before)
