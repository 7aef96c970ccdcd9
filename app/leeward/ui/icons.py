# SPDX-License-Identifier: Apache-2.0
"""Icons of the window: Lucide outlines from `resources/icons`, drawn in one colour and kept."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from leeward import resources
from leeward.ui.direction import is_mirrored

# QIcon takes the pixmap that fits the screen and scales the larger one down for ratios between.
_PIXEL_RATIOS = (1.0, 2.0)
_APP_ICON_SIZES_PX = (16, 32, 48, 64, 128, 256)


# What points to where one reads on; in a mirrored window they point there, too.
_DIRECTED = ("chevron-left", "chevron-right", "panel-left", "folder-input", "external-link", "undo-2")


def pixmap(name: str, color: str, size_px: int = 18, pixel_ratio: float = 1.0) -> QPixmap:
    """Draw the icon `name` ("plus") in `color` ("#rrggbb").

    Args:
        size_px: Edge length in logical pixels.
        pixel_ratio: Device pixels per logical pixel, as the widget's `devicePixelRatio()` gives it.

    Raises:
        FileNotFoundError: There is no such icon; a misspelt name must not go unseen.
    """
    return _pixmap(name, color, size_px, pixel_ratio, _is_turned(name))


def icon(name: str, color: str, size_px: int = 18, disabled_color: str = "") -> QIcon:
    """Return the icon `name` for buttons and actions, sharp on ordinary and on dense screens."""
    return _icon(name, color, size_px, disabled_color, _is_turned(name))


def app_icon() -> QIcon:
    """Return Leeward's own icon in the sizes that window managers ask for."""
    made = QIcon()
    for size_px in _APP_ICON_SIZES_PX:
        made.addPixmap(app_pixmap(size_px))
    return made


@lru_cache(maxsize=16)
def app_pixmap(size_px: int, pixel_ratio: float = 1.0) -> QPixmap:
    """Draw Leeward's own icon."""
    return _draw(_svg("leeward"), size_px, pixel_ratio)


def _is_turned(name: str) -> bool:
    return name in _DIRECTED and is_mirrored()


@lru_cache(maxsize=512)
def _pixmap(name: str, color: str, size_px: int, pixel_ratio: float, is_turned: bool) -> QPixmap:  # noqa: FBT001 - of the key
    drawn = _draw(_svg(name).replace("currentColor", color), size_px, pixel_ratio)
    return drawn.transformed(QTransform.fromScale(-1, 1)) if is_turned else drawn


@lru_cache(maxsize=256)
def _icon(name: str, color: str, size_px: int, disabled_color: str, is_turned: bool) -> QIcon:  # noqa: FBT001 - of the key
    made = QIcon()
    for pixel_ratio in _PIXEL_RATIOS:
        made.addPixmap(_pixmap(name, color, size_px, pixel_ratio, is_turned))
        if disabled_color:
            made.addPixmap(_pixmap(name, disabled_color, size_px, pixel_ratio, is_turned), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=128)
def _svg(name: str) -> str:
    return resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")


def _draw(svg: str, size_px: int, pixel_ratio: float) -> QPixmap:
    edge = round(size_px * pixel_ratio)
    drawn = QPixmap(edge, edge)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    drawn.setDevicePixelRatio(pixel_ratio)
    return drawn
