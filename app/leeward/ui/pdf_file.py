# SPDX-License-Identifier: Apache-2.0
"""A conversation as a PDF file, from the page that is exported as HTML, laid out by Qt's own text engine.

It holds its letters as text, with the fonts it needs. Nothing is loaded: a picture is a word on the page, as in the HTML.
"""

from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from leeward.chat.transfer.html_page import html_of
from leeward.chat.transfer.wording import title_of
from leeward.domain.whole_conversation import WholeConversation
from leeward.ui import fonts

_TEXT_PT = 10
_FOOTER_PT = 8
_MARGIN_MM = 18.0
_FOOTER_MM = 8.0
_DOTS_PER_INCH = 600
_INK = "#24211d"
_QUIET = "#6b655c"

# What Qt knows of CSS: no variables, no rounded corners, no queries. Sizes of headings
# are words, for Qt's own steps of them win over points.
_STYLE = f"""
body {{ color: {_INK}; }}
h1 {{ font-size: x-large; margin-bottom: 2px; }}
h2 {{ font-size: small; color: {_QUIET}; margin-top: 18px; margin-bottom: 3px; }}
h3 {{ font-size: large; }} h4, h5, h6 {{ font-size: medium; }}
.plain {{ white-space: pre-wrap; }}
.user .said, .system .said {{ background-color: #f1ece3; }}
details {{ color: {_QUIET}; }}
pre {{ background-color: #f4f1ec; white-space: pre-wrap; }}
pre, code {{ font-family: "{fonts.CODE_FAMILY}"; font-size: 9pt; }}
table {{ border-collapse: collapse; }}
th, td {{ border: 1px solid #cfc8bc; padding: 3px 6px; }}
blockquote {{ color: {_QUIET}; margin-left: 20px; }}
a {{ color: #a63f00; }}
.quiet {{ color: {_QUIET}; font-size: 8pt; }}
"""


def pdf_of(whole: WholeConversation) -> bytes:
    """Return the file. Blocking; any thread, while the application object is there."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(title_of(whole))
    writer.setCreator("Leeward")
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    _draw(_document(html_of(whole, style=_STYLE), writer), writer)
    buffer.close()
    return bytes(buffer.data().data())


class _Document(QTextDocument):
    """Loads nothing. No answer, or an empty one, would let Qt look for a file itself: a picture of nothing does not."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return QImage()


def _document(html: str, writer: QPdfWriter) -> QTextDocument:
    document = _Document()
    document.setUndoRedoEnabled(False)
    document.documentLayout().setPaintDevice(writer)  # or it is laid out for the dots of the screen
    document.setDefaultFont(fonts.ui_font(_TEXT_PT))
    document.setDocumentMargin(0)
    document.setHtml(html)
    page = writer.pageLayout().paintRectPixels(_DOTS_PER_INCH)
    document.setPageSize(QSizeF(page.width(), page.height() - _dots(_FOOTER_MM)))
    return document


def _draw(document: QTextDocument, writer: QPdfWriter) -> None:
    size, n_pages = document.pageSize(), document.pageCount()
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()  # the program's own may be light on dark
    palette.setColor(QPalette.ColorRole.Text, QColor(_INK))
    context.palette = palette
    painter = QPainter(writer)
    for page in range(n_pages):
        if page:
            writer.newPage()
        shown = QRectF(QPointF(0, page * size.height()), size)
        painter.save()
        painter.translate(0, -shown.top())
        painter.setClipRect(shown)
        context.clip = shown
        document.documentLayout().draw(painter, context)
        painter.restore()
        if n_pages > 1:
            _draw_footer(painter, size, f"{page + 1} / {n_pages}")
    painter.end()


def _draw_footer(painter: QPainter, size: QSizeF, text: str) -> None:
    painter.setFont(fonts.ui_font(_FOOTER_PT))
    painter.setPen(QColor(_QUIET))
    place = QRectF(0, size.height(), size.width(), _dots(_FOOTER_MM))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag.AlignBottom, text)


def _dots(length_mm: float) -> float:
    return length_mm / 25.4 * _DOTS_PER_INCH
