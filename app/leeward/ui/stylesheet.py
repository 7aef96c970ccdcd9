# SPDX-License-Identifier: Apache-2.0
"""The one style sheet of the window, made from a theme and a font size. Widgets are chosen by their `kind` property."""

from string import Template

from leeward.ui.direction import is_mirrored
from leeward.ui.theme import Theme

# Distances are multiples of 4 px. Only widgets with a `kind` are restyled, so that a widget which paints by itself
# (the chat view) is left alone. ":focus" shows after Tab only: the buttons do not take focus from a click.
_TEMPLATE = Template("""
QWidget#window, QWidget#page, QWidget#modelsPage { background: $window; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px 6px; font-size: ${small}pt; }

QWidget#sidebar { background: $sidebar; border-$end: 1px solid $border; }
QWidget#header { background: $window; border-bottom: 1px solid $border; }
QWidget#scrim { background: rgba(0, 0, 0, 120); }

QFrame#findBar { background: $surface; border: 1px solid $border; border-radius: 10px; }
QFrame#findBar QLineEdit { border: none; background: transparent; color: $text; padding: 4px 0; }

QLabel[kind="muted"] { color: $text_muted; font-size: ${small}pt; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="title"] { font-size: ${large}pt; font-weight: 600; }
QLabel[kind="verdict"] { font-weight: 600; color: $warning; }
QLabel[kind="verdict"][verdict="fits"], QLabel[kind="verdict"][verdict="ok"] { color: $success; }
QLabel[kind="verdict"][verdict="too large"], QLabel[kind="verdict"][verdict="problem"] { color: $danger; }
QLabel[kind="section"] { color: $text_muted; font-size: ${small}pt; font-weight: 600; }

QLabel[kind="chip"] { color: $text; background: $user_bubble; border-radius: 9px; padding: 3px 9px; font-size: ${small}pt; font-weight: 600; }

QToolButton[kind="icon"] { border: 2px solid transparent; border-radius: 9px; padding: ${b5}px; background: transparent; }
QToolButton[kind="icon"]:hover, QToolButton[kind="icon"]:open { background: $surface_hover; }
QToolButton[kind="icon"]:pressed { background: $border; }
QToolButton[kind="icon"]:focus { border-color: $accent; }

QPushButton[kind="quiet"], QPushButton[kind="model"] { border: 2px solid transparent; border-radius: 9px; padding: ${b5}px 10px; background: transparent;
    text-align: left; color: $text; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="model"]:hover, QPushButton[kind="model"]:open { background: $surface_hover; }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="model"]:pressed { background: $border; }
QPushButton[kind="quiet"]:focus, QPushButton[kind="model"]:focus { border-color: $accent; }
QPushButton[kind="model"]::menu-indicator { image: none; width: 0; }
QPushButton[kind="model"] { font-weight: 600; padding-$end: 18px; }

QPushButton[kind="outline"] { border: 1px solid $border; border-radius: 9px; padding: ${b7}px 14px; background: $surface; color: $text; }
QPushButton[kind="outline"]:hover { background: $surface_hover; }
QPushButton[kind="outline"]:pressed { background: $border; }
QPushButton[kind="outline"]:focus { border: 2px solid $accent; padding: ${b6}px 13px; }
QPushButton[kind="outline"]:disabled { color: $text_muted; }
QPushButton[kind="outline"]:checked { background: $user_bubble; border-color: $accent; font-weight: 600; }

QPushButton[kind="primary"] { border: 2px solid $accent; border-radius: 9px; padding: ${b6}px 14px; background: $accent;
    color: $on_accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border-color: $text; }
QPushButton[kind="primary"]:disabled { background: $surface_hover; border-color: $surface_hover; color: $text_muted; }

QPushButton[kind="card"] { border: 1px solid $border; border-radius: 14px; padding: ${y11}px 14px; background: $surface; color: $text;
    text-align: left; }
QPushButton[kind="card"]:hover { background: $surface_hover; }
QPushButton[kind="card"]:focus { border: 2px solid $accent; padding: ${y10}px 13px; }

QPushButton[kind="send"] { border: 2px solid $accent; border-radius: 11px; background: $accent; padding: 0; }
QPushButton[kind="send"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="send"]:focus { border-color: $text; }
QPushButton[kind="send"]:disabled { background: $surface_hover; border-color: $surface_hover; }

QLineEdit { border: 1px solid $border; border-radius: 9px; padding: ${y6}px 8px; background: $surface; color: $text;
    selection-background-color: $selection; selection-color: $text; placeholder-text-color: $text_muted; }
QLineEdit:focus { border: 2px solid $accent; padding: ${y5}px 7px; }

QFrame#popover { background: $surface; border: 1px solid $border_strong; }
QFrame#promptMenu { background: $surface; border: none; }
QFrame#chip { background: $surface; border: 1px solid $border_strong; border-radius: 10px; }
QFrame#chip QLabel { font-size: ${small}pt; }
QFrame#composer { background: $surface; border: 1px solid $border_strong; border-radius: 18px; }
QFrame#composerBar { background: $surface; border: 1px solid $border; border-radius: 10px; }
QFrame#composer[focused="true"] { border: 1px solid $accent; }
QPlainTextEdit[kind="composer"] { border: none; background: transparent; color: $text; padding: 0;
    selection-background-color: $selection; selection-color: $text; placeholder-text-color: $text_muted; }
QPlainTextEdit[kind="field"] { border: 1px solid $border; border-radius: 9px; padding: ${y4}px; background: $surface; color: $text;
    selection-background-color: $selection; selection-color: $text; placeholder-text-color: $text_muted; }
QPlainTextEdit[kind="field"]:focus { border: 2px solid $accent; padding: ${y3}px; }

QAbstractSpinBox[kind="number"] { border: 1px solid $border; border-radius: 9px; padding: ${y5}px 6px; background: $surface; color: $text;
    selection-background-color: $selection; selection-color: $text; }
QAbstractSpinBox[kind="number"]::up-button, QAbstractSpinBox[kind="number"]::down-button { width: 0; height: 0; border: none; }
QAbstractSpinBox[kind="number"] QLineEdit, QAbstractSpinBox[kind="number"] QLineEdit:focus { border: none; padding: 0; background: transparent; }
QAbstractSpinBox[kind="number"]:focus { border: 2px solid $accent; padding: ${y4}px 5px; }

QListView[kind="conversations"] { border: 2px solid transparent; border-radius: 9px; background: transparent; outline: none; }
QListView[kind="conversations"]:focus { border-color: $border; }
QListView[kind="conversations"] QLineEdit { border-radius: 6px; padding: 2px 6px; }

QListView[kind="parts"], QTreeView[kind="parts"] { border: 1px solid $border; border-radius: 9px; padding: 4px; background: $surface; color: $text; outline: none; }
QListView[kind="parts"]:focus, QTreeView[kind="parts"]:focus { border: 2px solid $accent; padding: 3px; }
QListView[kind="parts"]::item, QTreeView[kind="parts"]::item { padding: ${b6}px 6px; border-radius: 6px; }
QListView[kind="parts"]::item:selected, QTreeView[kind="parts"]::item:selected { background: $selection; color: $text; }

QTableView[kind="parts"] { border: 1px solid $border; border-radius: 9px; padding: 4px; background: $surface; color: $text; outline: none;
    selection-background-color: $selection; selection-color: $text; }
QTableView[kind="parts"] QAbstractScrollArea::corner, QTableView[kind="parts"]::corner { background: transparent; border: none; }
QTableView[kind="parts"]:focus { border: 2px solid $accent; padding: 3px; }
QTableView[kind="parts"] QHeaderView, QTableView[kind="parts"] QHeaderView::section { background: $surface; color: $text_muted;
    border: none; }
QTableView[kind="parts"] QHeaderView::section { border-bottom: 1px solid $border; padding: 4px 6px; font-weight: 600; }

QCheckBox { border: 2px solid transparent; border-radius: 7px; padding: ${b4}px 4px ${b4}px 2px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator:unchecked, QListView[kind="parts"]::indicator:unchecked { border: 1px solid $text_muted; border-radius: 3px;
    background: $surface; }

QListView[kind="rows"] { border: 2px solid transparent; border-radius: 9px; background: transparent; outline: none; }
QListView[kind="rows"]:focus { border-color: $border; }

QWidget#detail { border-$start: 1px solid $border; background: $window; }
QWidget#detailForm { background: $window; }
QScrollArea#downloads { border: none; border-top: 1px solid $border; background: $sidebar; }
QWidget#downloadRows { background: $sidebar; }

QSlider:horizontal { min-height: 30px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 7px; border: 1px solid $accent; background: $accent; }
QSlider::handle:horizontal:focus { border-color: $text; }

QProgressBar { border: none; border-radius: 2px; background: $border; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { border-radius: 2px; background: $accent; }

QMenu { background: $surface; color: $text; border: 1px solid $border; border-radius: 10px; padding: 6px; menu-scrollable: 1; }
QMenu::item { padding: ${b7}px 28px ${b7}px 10px; border-radius: 6px; }
QMenu::item:selected { background: $surface_hover; }
QMenu::item:disabled { color: $text_muted; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 6px 4px; }
QMenu::section { color: $text_muted; padding: 6px 10px 2px 10px; font-size: ${small}pt; }

QFrame#banner { background: $surface; border: 1px solid $border; border-$start: 4px solid $warning; border-radius: 10px; }
QFrame#banner[severity="danger"] { border-$start-color: $danger; }
QFrame#snackbar { background: $text; border-radius: 10px; }
QFrame#snackbar QLabel { color: $window; }
QFrame#snackbar QPushButton { border: 2px solid transparent; border-radius: 7px; padding: 3px 10px; background: transparent;
    color: $on_snackbar; font-weight: 600; }
QFrame#snackbar QPushButton:hover { background: rgba(128, 128, 128, 60); }
QFrame#snackbar QPushButton:focus { border-color: $on_snackbar; }
QLabel#dropHint { background: $surface; border: 2px dashed $accent; border-radius: 18px; color: $text; font-size: ${large}pt; }

QDialog { background: $window; }
QScrollArea[kind="plain"], QScrollArea[kind="plain"] > QWidget > QWidget#form { background: transparent; border: none; }
QFrame[kind="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; border: none; }
QScrollBar::handle:vertical { background: $scroll; border-radius: 3px; min-height: 32px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: $text_muted; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; border: none; }
QScrollBar::handle:horizontal { background: $scroll; border-radius: 3px; min-width: 32px; margin: 2px; }
QScrollBar::handle:horizontal:hover { background: $text_muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
""")

# What the template calls $y7 is 7 px above and below, and less where little room is wanted. $b7 is that of what is pressed: a
# finger needs about 32 px, also there.
_PADDINGS_PX = (3, 4, 5, 6, 7, 10, 11)


def stylesheet(theme: Theme, font_size_pt: int) -> str:
    """Return the style sheet of every window of the program."""
    colors = {name: getattr(theme, name) for name in theme.__dataclass_fields__ if name not in ("syntax", "is_compact")}
    return _TEMPLATE.substitute(
        colors,
        **{f"y{px}": max(1, px - 3) if theme.is_compact else px for px in _PADDINGS_PX},
        **{f"b{px}": px - 1 if theme.is_compact else px for px in _PADDINGS_PX},
        accent_hover=mix(theme.accent, theme.text if theme.is_dark else theme.window, 0.14),
        border_strong=mix(theme.border, theme.text, 0.12),
        scroll=mix(theme.window, theme.text, 0.24),
        on_snackbar="#3d44c9" if theme.is_dark else "#aab0ff",
        small=small_pt(font_size_pt),
        large=font_size_pt + 6,
        start="right" if is_mirrored() else "left",
        end="left" if is_mirrored() else "right",
    )


def small_pt(font_size_pt: int) -> float:
    """Return the size of secondary text beside body text of `font_size_pt`."""
    return max(7.5, font_size_pt - 1.5)


def mix(color: str, other: str, share: float) -> str:
    """Return `color` with `share` (0 to 1) of `other` in it; all "#rrggbb"."""
    parts = (round(int(color[i : i + 2], 16) * (1 - share) + int(other[i : i + 2], 16) * share) for i in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)
