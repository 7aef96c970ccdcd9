# SPDX-License-Identifier: Apache-2.0
"""Formulas in Qt documents: typeset once by a worker, drawn in the colour and size of the text around them.

Until a formula is typeset, and for good when that fails, it is drawn as it was written.
"""

import logging
import time
from collections import OrderedDict
from functools import partial
from math import ceil
from typing import Any

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPixmap,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from leeward.bridge.tasks import TaskThread
from leeward.chat.formula_rules import is_display, is_tall, tex_of
from leeward.ui.chat.formula_svg import EM, INK, Drawing, FormulaUnreadable, typeset

log = logging.getLogger(__name__)

FORMULA_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
SOURCE_PROPERTY = QTextFormat.Property.UserProperty.value + 1

_KEPT_DRAWINGS = 1_000
_KEPT_PIXMAPS = 300
_BATCH = 40
_START_MS = 10
_TELL_MS = 30
_REST = 4  # for each moment of laying out formulas that came, so many in which nothing of it happens
_ASIDE_S = 0.004
# The type of formulas has lower small letters than the text's.
_SCALE = 1.15
_GAP_PX = 2  # to the lines above and below
_SOURCE_LINE_PX = 480  # where nobody says how wide the text is


class Formulas(QObject):
    """Keeps what formulas look like, and has new ones typeset.

    Signals:
        changed(set[str])   sources of formulas that look different now: lay out again what holds them
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawings: OrderedDict[str, Drawing | None] = OrderedDict()  # None: shown as it was written
        self._pixmaps: OrderedDict[tuple[str, int, str, float], QPixmap] = OrderedDict()
        self._wanted: dict[str, None] = {}
        self._n_running = 0
        self._worker: TaskThread | None = None
        self._is_closed = False
        self._aside_until_s = 0.0
        app = QCoreApplication.instance()
        if app is not None:  # the worker must not tell what is no longer there
            app.aboutToQuit.connect(self.close)
        self._news: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._tell_ms = _TELL_MS
        # Not at once: what asks is laying out, and would have to wait for the worker at every step.
        self._starter = QTimer(self)
        self._starter.setSingleShot(True)
        self._starter.setInterval(_START_MS)
        self._starter.timeout.connect(self._start)
        self._timer.timeout.connect(self._tell)

    def drawing(self, source: str) -> Drawing | None:
        """Return the formula as it is drawn; None when it is shown as written, which may be for now only."""
        if source in self._drawings:
            self._drawings.move_to_end(source)
            return self._drawings[source]
        if source not in self._wanted:
            self._wanted[source] = None
            if not self._starter.isActive():
                self._starter.start()
        return None

    def is_settled(self, source: str) -> bool:
        """Whether the formula will not change its looks any more."""
        return source in self._drawings

    def pixmap(self, source: str, drawing: Drawing, em_px: float, color: str, ratio: float) -> QPixmap:
        """Return the picture of a formula in type of `em_px` pixels."""
        key = (source, round(em_px * 16), color, ratio)
        made = self._pixmaps.pop(key, None) or _rasterized(drawing, em_px, color, ratio)
        self._pixmaps[key] = made
        while len(self._pixmaps) > _KEPT_PIXMAPS:
            self._pixmaps.popitem(last=False)
        return made

    def _start(self) -> None:
        """Hand what is wanted to a worker. It ends by itself when that is done: most chats have no formula."""
        if self._n_running or self._is_closed:
            return
        worker = TaskThread("formulas")
        for source in list(self._wanted)[-_BATCH:]:  # the latest are in sight
            self._n_running += 1
            worker.run(
                partial(self._typeset, source), partial(self._settle, source), partial(self._settle_as_written, source)
            )
        worker.end_when_done()
        self._worker = worker

    def _typeset(self, source: str) -> Drawing:
        """Run by the worker."""
        if self._is_closed:
            raise FormulaUnreadable("the program ends")
        return typeset(tex_of(source), is_display=is_display(source), step_aside=self._step_aside)

    def _step_aside(self) -> None:
        """Run by the worker: wait while formulas are laid out or drawn.

        Qt asks for each of them many times, and for each answer the UI thread needs the lock of the interpreter, which
        Python takes away from the worker after 5 ms only.
        """
        while time.perf_counter() < self._aside_until_s and not self._is_closed:
            time.sleep(_ASIDE_S / 2)

    def take_lead(self) -> None:
        """Say that the UI thread is at formulas now: the worker leaves the next moment to it."""
        self._aside_until_s = time.perf_counter() + _ASIDE_S

    def close(self) -> None:
        """Wait for the formula that is being typeset, and leave the others. Blocking, for a second at most."""
        self._is_closed = True
        if self._worker is not None:
            self._worker.close()

    def _settle_as_written(self, source: str, error: Exception) -> None:
        # Else it is ziamath's, about the formula: shown as it was written, which says it all.
        if isinstance(error, ImportError):
            log.warning("formulas cannot be typeset: %r", error)
        self._settle(source, None)

    def _settle(self, source: str, drawing: Drawing | None) -> None:
        self._wanted.pop(source, None)
        self._drawings[source] = drawing
        while len(self._drawings) > _KEPT_DRAWINGS:
            self._drawings.popitem(last=False)
        self._news.add(source)
        self._n_running -= 1
        if self._n_running == 0 and self._wanted:
            self._start()
        if self._n_running == 0:
            self._timer.start(_TELL_MS)  # the last for now
        elif not self._timer.isActive():
            self._timer.start(self._tell_ms)

    def _tell(self) -> None:
        self.take_lead()
        before_s = time.perf_counter()
        news, self._news = self._news, set()
        self.changed.emit(news)
        # One new formula costs the layout of a whole table.
        self._tell_ms = max(_TELL_MS, int(_REST * 1000 * (time.perf_counter() - before_s)))


class FormulaObject(QPyTextObject):
    """Draws the formulas of documents; one serves them all."""

    def __init__(self, formulas: Formulas, parent: QObject) -> None:
        super().__init__(parent)
        self._formulas = formulas

    def serve(self, document: QTextDocument) -> None:
        document.documentLayout().registerHandler(FORMULA_OBJECT, self)

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002, N803
        self._formulas.take_lead()
        char_format: Any = format
        font = char_format.toCharFormat().font()
        source = str(format.property(SOURCE_PROPERTY))
        room = _room(doc, posInDocument)
        drawing = self._formulas.drawing(source)
        if drawing is None:
            size = _source_rect(source, font, room).size()
            below = QFontMetricsF(font).descent()
            return QSizeF(size.width(), sum(_extent(source, size.height() - below, below, font)))
        em_px = _em_px(drawing, font, room)
        scale = em_px / EM
        return QSizeF(
            drawing.width * scale, sum(_extent(source, drawing.ascent * scale, drawing.descent * scale, font))
        )

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,  # noqa: A002
    ) -> None:
        self._formulas.take_lead()
        char_format = format.toCharFormat()
        font = char_format.font()
        color = char_format.foreground().color().name()
        source = str(format.property(SOURCE_PROPERTY))
        drawing = self._formulas.drawing(source)
        if drawing is None:
            painter.setFont(font)
            painter.setPen(QColor(color))
            size = _source_rect(source, font, _room(doc, posInDocument)).size()
            above, _below = _extent(source, size.height(), 0, font)
            top_left = QPointF(rect.left(), rect.top() + above - size.height())
            painter.drawText(QRectF(top_left, size), _WRAPPED, source)
            return
        em_px = _em_px(drawing, font, _room(doc, posInDocument))
        above, _below = _extent(source, drawing.ascent * em_px / EM, drawing.descent * em_px / EM, font)
        device: Any = painter.device()
        picture = self._formulas.pixmap(source, drawing, em_px, color, device.devicePixelRatioF())
        base = round(rect.top() + above)  # the letters beside it stand on whole pixels, too
        painter.drawPixmap(QPointF(round(rect.left()), base - ceil(drawing.ascent * em_px / EM)), picture)


_WRAPPED = int(Qt.AlignmentFlag.AlignLeft.value | Qt.TextFlag.TextWrapAnywhere.value)


def formula_format(text_format: QTextCharFormat, source: str) -> QTextCharFormat:
    """Return the format of the character that stands for a formula, in text of `text_format`."""
    made = QTextCharFormat(text_format)
    made.setObjectType(FORMULA_OBJECT)
    made.setProperty(SOURCE_PROPERTY, source)
    if is_tall(source):
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return made


def _room(document: QTextDocument, position: int) -> float:
    width = document.textWidth()
    if width <= 0:
        return _SOURCE_LINE_PX
    # Not through a cursor, which would ask for the layout that is being made.
    return max(40.0, width - document.findBlock(position).blockFormat().leftMargin() - 2)


def _source_rect(source: str, font: QFont, room: float) -> QRectF:
    metrics = QFontMetricsF(font)
    return metrics.boundingRect(QRectF(0, 0, room, 1e6), _WRAPPED, source).adjusted(0, 0, 1, 0)


def _em_px(drawing: Drawing, font: QFont, room: float) -> float:
    """Return the size of the type, smaller where the formula would be wider than the text."""
    em_px = QFontMetricsF(font).height() / 1.21 * _SCALE  # Inter's height is 1.21 of its size
    return min(em_px, room * EM / drawing.width)


def _extent(source: str, above: float, below: float, font: QFont) -> tuple[float, float]:
    """Return the room to take above and below the base line for a formula that reaches so far.

    Qt puts an object on that line, or its middle a quarter of the letter x above it, and knows nothing between. In a
    low one what is below shares the room of the letters' own; with a tall one the shorter side gets more than it needs.
    """
    if not is_tall(source):
        return above + _GAP_PX, 0.0
    half_x = QFontMetrics(font).xHeight() / 2
    above, below = above + _GAP_PX, below + _GAP_PX
    return max(above, below + half_x), max(below, above - half_x)


def _rasterized(drawing: Drawing, em_px: float, color: str, ratio: float) -> QPixmap:
    # Late: only where there are formulas.
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - see above

    scale = em_px / EM
    above = ceil(drawing.ascent * scale)  # whole pixels: the base line of the picture is one of the text
    size = QSizeF(drawing.width * scale, above + drawing.descent * scale)
    picture = QPixmap(ceil(size.width() * ratio), ceil(size.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(drawing.svg.replace(INK, color).encode()))
    painter = QPainter(picture)
    height = (drawing.ascent + drawing.descent) * scale
    renderer.render(painter, QRectF(0, above - drawing.ascent * scale, size.width(), height))
    painter.end()
    return picture
