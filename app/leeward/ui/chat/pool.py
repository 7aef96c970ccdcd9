# SPDX-License-Identifier: Apache-2.0
"""Makes, fills and recycles the widgets of the pieces in sight."""

from collections import defaultdict
from typing import Any

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from leeward.chat import links
from leeward.i18n import mark, tr
from leeward.ui.chat.blocks import TableWidget, TextWidget
from leeward.ui.chat.code_block import CodeWidget
from leeward.ui.chat.controls import NameWidget, ReasoningWidget, StatusWidget
from leeward.ui.chat.footer import FooterWidget
from leeward.ui.chat.formulas import FormulaObject, Formulas
from leeward.ui.chat.highlight import Highlighter
from leeward.ui.chat.items import Item, Piece, PieceKind
from leeward.ui.chat.memory_line import MemoryLine
from leeward.ui.chat.model import CodeBlock
from leeward.ui.chat.style import ChatStyle
from leeward.ui.chat.text_area import SelectionHost
from leeward.ui.chat.thinking import reasoning_label

_SYSTEM_LINE = mark("System prompt set")


class WidgetPool(QObject):
    """Hands out widgets for pieces.

    Signals:
        link_clicked(str)              an address that `links.check` lets pass, as it will be opened
        action_requested(Item, MessageAction)
        menu_requested(Item, QPoint)   where on the screen
        reasoning_toggled(Item)
        code_save_requested(str, str)  language and text
        code_wrap_toggled(), tools_toggled()
    """

    link_clicked = Signal(str)
    action_requested = Signal(object, object)
    menu_requested = Signal(object, object)
    reasoning_toggled = Signal(object)
    code_save_requested = Signal(str, str)
    code_wrap_toggled = Signal()
    tools_toggled = Signal()

    def __init__(self, parent: QWidget, host: SelectionHost) -> None:
        super().__init__(parent)
        self._parent = parent
        self._host = host
        self._free: dict[PieceKind, list[QWidget]] = defaultdict(list)
        self._pieces: dict[QWidget, Piece] = {}
        self.highlighter = Highlighter(self)
        self.formulas = Formulas(self)
        self._formula_object = FormulaObject(self.formulas, self)
        self.n_made = 0
        self.is_code_wrapped = False
        self.are_tools_open = False

    def piece_of(self, widget: QWidget | None) -> Piece | None:
        """Return what `widget`, or the widget around it, shows now."""
        while widget is not None and widget is not self._parent:
            piece = self._pieces.get(widget)
            if piece is not None:
                return piece
            widget = widget.parentWidget()
        return None

    def hand_out(self, piece: Piece) -> None:
        """Give `piece` a widget if it has none."""
        if piece.widget is None:
            free = self._free[piece.kind]
            piece.widget = free.pop() if free else self._make(piece.kind)
            piece.is_dirty = True
        self._pieces[piece.widget] = piece

    def take_back(self, piece: Piece) -> None:
        widget = piece.widget
        piece.widget = None
        piece.is_dirty = True
        self._pieces.pop(widget, None)
        if isinstance(widget, CodeWidget):
            widget.drop()
        widget.hide()
        self._free[piece.kind].append(widget)

    def fill(self, piece: Piece, style: ChatStyle) -> None:
        """Make the widget show its piece."""
        widget: Any = piece.widget
        block: Any = piece.block  # of the class that the kind says
        item = piece.item
        match piece.kind:
            case PieceKind.TEXT:
                widget.show_block(block, style, is_muted=piece.is_muted)
                widget.set_caret(is_shown=piece.is_growing and not piece.is_muted)
                if item.is_user:
                    widget.setAccessibleName(tr("You said"))
            case PieceKind.CODE:
                widget.set_wrapped(is_wrapped=self.is_code_wrapped)
                widget.set_folded(is_folded=block.is_tool and not self.are_tools_open)
                widget.show_block(block, style, is_growing=piece.is_growing, is_joined=piece.is_joined)
            case PieceKind.TABLE:
                widget.show_block(block, style)
            case PieceKind.NAME:
                widget.show_name(item.name, style)
            case PieceKind.STATUS:
                widget.show_status(item.status if item.is_live else tr(_SYSTEM_LINE), style)
            case PieceKind.MEMORY:
                widget.show_line(style)
            case PieceKind.REASONING:
                label = reasoning_label(item.reasoning_s, is_thinking=item.is_live and not item.blocks)
                widget.show_state(label, style, is_open=item.is_reasoning_open)
            case PieceKind.FOOTER:
                widget.show_footer(item.footer(), style)
        piece.is_dirty = False

    def _make(self, kind: PieceKind) -> QWidget:
        self.n_made += 1
        if kind is PieceKind.FOOTER:
            return self._make_footer()
        if kind is PieceKind.CODE:
            code = CodeWidget(self._parent, self._host, self.highlighter)
            code.copy_requested.connect(self._on_code_copy_requested)
            code.save_requested.connect(self._on_code_save_requested)
            code.wrap_toggled.connect(self.code_wrap_toggled)
            code.fold_toggled.connect(self.tools_toggled)
            return code
        if kind is PieceKind.REASONING:
            switch = ReasoningWidget(self._parent)
            switch.clicked.connect(lambda: self._tell(self.reasoning_toggled, switch))
            return switch
        if kind in (PieceKind.TEXT, PieceKind.TABLE):
            text = (TextWidget if kind is PieceKind.TEXT else TableWidget)(self._parent, self._host)
            self._formula_object.serve(text.document())
            text.anchorClicked.connect(self._on_anchor_clicked)
            # Keys and clicks on the text lead to the same menu as the button below it.
            text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            text.customContextMenuRequested.connect(
                lambda place: self._tell(self.menu_requested, text, text.mapToGlobal(place))
            )
            return text
        simple: dict[PieceKind, type[QWidget]] = {
            PieceKind.NAME: NameWidget,
            PieceKind.STATUS: StatusWidget,
            PieceKind.MEMORY: MemoryLine,
        }
        return simple.get(kind, QFrame)(self._parent)  # the line of a rule is drawn by the view

    def _make_footer(self) -> FooterWidget:
        footer = FooterWidget(self._parent)
        footer.action_requested.connect(lambda action: self._tell(self.action_requested, footer, action))
        footer.menu_requested.connect(lambda place: self._tell(self.menu_requested, footer, place))
        return footer

    def _tell(self, signal: Any, widget: QWidget, *more: object) -> None:
        piece = self._pieces.get(widget)
        if piece is not None:
            signal.emit(piece.item, *more)

    def _on_anchor_clicked(self, url: QUrl) -> None:
        # Checked when it was drawn; checked again because this is the door.
        link = links.check(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if link is not None:
            self.link_clicked.emit(link.address)

    def _on_code_save_requested(self, widget: CodeWidget) -> None:
        piece = self._pieces.get(widget)
        if piece is not None:
            self.code_save_requested.emit(widget.source()[0], _whole_code(piece))

    def _on_code_copy_requested(self, widget: CodeWidget) -> None:
        piece = self._pieces.get(widget)
        if piece is not None:
            QGuiApplication.clipboard().setText(_whole_code(piece))
            widget.show_copied()


def _whole_code(piece: Piece) -> str:
    """Return the text of the code block that begins with `piece`, all its parts."""
    item: Item = piece.item
    parts = [piece.text]
    for following in item.pieces[piece.index + 1 :]:
        if not (isinstance(following.block, CodeBlock) and following.block.part):
            break
        parts.append(following.text)
    return "\n".join(parts)
