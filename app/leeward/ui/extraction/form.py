# SPDX-License-Identifier: Apache-2.0
"""Where it is said which texts become a table, what is taken out of each, and where the table goes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from leeward.bridge.extraction import CSV, JSONL
from leeward.i18n import tr
from leeward.ui.controls import PlainLabel, TextButton
from leeward.ui.extraction.words import EXAMPLE, count_text, schema_text
from leeward.ui.fonts import code_font

if TYPE_CHECKING:
    from leeward.bridge.extraction import ExtractionBridge

SUFFIXES: Final = (CSV, JSONL)
_CHECK_AFTER_MS = 250
_SCHEMA_LINES = 9


class ExtractionForm(QScrollArea):
    """What is typed is checked while it is typed.

    Signals:
        edited()   anything was changed
    """

    edited = Signal()

    def __init__(self, bridge: "ExtractionBridge", parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._is_target_typed = False
        self._schema_error: Exception | None = None
        self.folder = QLineEdit()
        self.choose_folder = TextButton(tr("Choose…"))
        self.n_files = PlainLabel("", "muted", is_wrapped=True)
        self.schema = QPlainTextEdit(EXAMPLE)
        self.schema_remark = PlainLabel("", "muted", is_wrapped=True)
        self.open_schema = TextButton(tr("Open a file…"))
        self.example = TextButton(tr("Example"))
        self.target = QLineEdit()
        self.choose_target = TextButton(tr("Choose…"))
        self.csv = TextButton("CSV")
        self.jsonl = TextButton("JSON Lines")
        self.answers = PlainLabel("", "muted", is_wrapped=True)
        self._folder_timer = _timer(self, self._count)
        self._schema_timer = _timer(self, self._check)
        self._lay_out()
        self._connect()
        self._check()

    # What is typed

    @property
    def folder_path(self) -> Path | None:
        return _path(self.folder)

    @property
    def target_path(self) -> Path | None:
        return _path(self.target)

    def complaint(self) -> tuple[str, QWidget] | None:
        """Return what is missing or wrong before anything is looked at, and the field of it."""
        target = self.target_path
        if self.folder_path is None:
            return tr("Choose the folder with the texts first."), self.folder
        if self._schema_error is not None:
            return tr("Mend the JSON schema first, or take the example."), self.schema
        if target is None:
            return tr("Say where the table goes."), self.target
        if target.suffix.lower() not in SUFFIXES:
            return tr("The name of the table must end in {csv} or {jsonl}.", csv=CSV, jsonl=JSONL), self.target
        return None

    def take_folder(self, folder: Path) -> None:
        self.folder.setText(str(folder))

    def take_dropped(self, path: Path) -> None:
        """Take a folder, or a file with a schema."""
        if path.suffix.lower() == ".json":
            self._bridge.read_schema(path)
        else:
            self.take_folder(path)

    def take_schema(self, schema: str) -> None:
        """Show another schema; what was there comes back with Undo."""
        cursor = self.schema.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(schema)
        self.schema.moveCursor(cursor.MoveOperation.Start)

    # Laying out

    def _lay_out(self) -> None:
        self.folder.setAccessibleName(tr("Folder with the texts"))
        self.folder.setPlaceholderText(tr("Choose a folder, or drop it here"))
        self.choose_folder.setAccessibleName(tr("Choose the folder with the texts"))
        self.schema.setAccessibleName(tr("JSON schema"))
        self.schema.setProperty("kind", "field")
        self.schema.setTabChangesFocus(True)
        self.schema.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.schema.setFont(code_font(max(8.0, self.font().pointSizeF() - 1)))
        self.schema.setFixedHeight(_SCHEMA_LINES * self.schema.fontMetrics().lineSpacing() + 22)
        self.open_schema.setAccessibleName(tr("Open a file with a JSON schema"))
        self.example.setAccessibleName(tr("Put in the example of a schema"))
        self.target.setAccessibleName(tr("The table"))
        self.choose_target.setAccessibleName(tr("Choose where the table goes"))
        self.csv.setAccessibleName(tr("As CSV, for spreadsheets"))
        self.jsonl.setAccessibleName(tr("As JSON Lines, for programs"))
        for field in (self.folder, self.schema, self.target):
            field.setAcceptDrops(False)  # what is dropped goes to the dialog
        for button in (self.csv, self.jsonl):
            button.setCheckable(True)
        page = QWidget()
        page.setObjectName("form")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(20, 14, 20, 10)
        layout.setSpacing(6)
        layout.addWidget(self.answers)
        layout.addSpacing(6)
        layout.addWidget(PlainLabel(tr("Texts"), "strong"))
        layout.addLayout(_line(self.folder, self.choose_folder))
        layout.addWidget(self.n_files)
        layout.addSpacing(6)
        layout.addWidget(PlainLabel(tr("What to take out of each, as a JSON schema"), "strong"))
        layout.addWidget(self.schema)
        layout.addWidget(self.schema_remark)
        layout.addLayout(_line(self.open_schema, self.example, None))
        layout.addSpacing(6)
        layout.addWidget(PlainLabel(tr("Table"), "strong"))
        layout.addLayout(_line(self.target, self.choose_target))
        layout.addLayout(_line(self.csv, self.jsonl, None))
        layout.addStretch(1)
        self.setProperty("kind", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("What the table is made of"))
        self.setWidget(page)
        for button in page.findChildren(TextButton):
            button.setAutoDefault(False)  # Enter in a field must not press a button
        self.n_files.hide()

    def _connect(self) -> None:
        bridge = self._bridge
        bridge.counted.connect(self._on_counted)
        bridge.schema_checked.connect(self._on_schema_checked)
        bridge.schema_read.connect(self.take_schema)
        bridge.schema_refused.connect(self._on_schema_refused)
        self.folder.textChanged.connect(self._on_folder_changed)
        self.schema.textChanged.connect(self._schema_timer.start)
        self.schema.textChanged.connect(self.edited)
        self.target.textEdited.connect(self._on_target_edited)
        self.target.textChanged.connect(self._show_kind)
        self.target.textChanged.connect(self.edited)
        self.choose_folder.clicked.connect(self._on_choose_folder)
        self.open_schema.clicked.connect(self._on_open_schema)
        self.example.clicked.connect(lambda: self.take_schema(EXAMPLE))
        self.choose_target.clicked.connect(self._on_choose_target)
        self.csv.clicked.connect(lambda: self._set_suffix(CSV))
        self.jsonl.clicked.connect(lambda: self._set_suffix(JSONL))
        self._show_kind()

    # The texts

    @Slot()
    def _on_folder_changed(self) -> None:
        folder = self.folder_path
        self.n_files.hide()
        if folder is not None and not self._is_target_typed:
            suffix = JSONL if self.jsonl.isChecked() else CSV
            self.target.setText(str(folder.parent / f"{folder.name or 'table'}{suffix}"))
        self._folder_timer.start()
        self.edited.emit()

    def _count(self) -> None:
        if self.folder_path is not None:
            self._bridge.count(self.folder_path)

    @Slot(object, int)
    def _on_counted(self, folder: Path, n_files: int) -> None:
        if folder == self.folder_path:
            self.n_files.setText(count_text(n_files))
            self.n_files.show()

    @Slot()
    def _on_choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder with the texts"), _begin(self.folder_path))
        if chosen:
            self.take_folder(Path(chosen))

    # The schema

    def _check(self) -> None:
        self._bridge.check_schema(self.schema.toPlainText())

    @Slot(str, object, object)
    def _on_schema_checked(self, schema: str, names: tuple[str, ...], error: Exception | None) -> None:
        if schema == self.schema.toPlainText():
            self._schema_error = error
            self.schema_remark.setText(schema_text(names, error))

    @Slot(object, str)
    def _on_schema_refused(self, path: Path, reason: str) -> None:
        self.schema_remark.setText(
            tr("{name} cannot be used: {reason}. Choose another file.", name=path.name, reason=reason)
        )

    @Slot()
    def _on_open_schema(self) -> None:
        kinds = f"{tr('JSON schemas')} (*.json);;{tr('All files')} (*)"
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Open a JSON schema"), _begin(self.folder_path), kinds)
        if chosen:
            self._bridge.read_schema(Path(chosen))

    # The table

    @Slot()
    def _on_target_edited(self) -> None:
        self._is_target_typed = bool(self.target.text().strip())

    @Slot()
    def _show_kind(self) -> None:
        target = self.target_path
        suffix = target.suffix.lower() if target is not None else CSV
        self.csv.setChecked(suffix == CSV)
        self.jsonl.setChecked(suffix == JSONL)

    def _set_suffix(self, suffix: str) -> None:
        target = self.target_path
        if target is not None and target.name:
            is_known = target.suffix.lower() in SUFFIXES
            self.target.setText(str(target.with_name(f"{target.stem if is_known else target.name}{suffix}")))
            self._show_kind()
        else:
            self.csv.setChecked(suffix == CSV)
            self.jsonl.setChecked(suffix == JSONL)

    @Slot()
    def _on_choose_target(self) -> None:
        kinds = [f"CSV (*{CSV})", f"JSON Lines (*{JSONL})"]
        kind = kinds[self.jsonl.isChecked()]
        # Whether it may be replaced is asked later, where it is known what can be gone on with.
        chosen, kind = QFileDialog.getSaveFileName(
            self,
            tr("Where the table goes"),
            _begin(self.target_path),
            ";;".join(kinds),
            kind,
            QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            has_suffix = Path(chosen).suffix.lower() in SUFFIXES
            self.target.setText(chosen if has_suffix else f"{chosen}{JSONL if kind == kinds[1] else CSV}")
            self._is_target_typed = True


def _timer(parent: QWidget, run: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(_CHECK_AFTER_MS)
    timer.timeout.connect(run)
    return timer


def _line(*widgets: QWidget | None) -> QHBoxLayout:
    """Return a row of controls; None is room, and a field takes what is left."""
    line = QHBoxLayout()
    line.setSpacing(8)
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        else:
            line.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
    return line


def _path(field: QLineEdit) -> Path | None:
    text = field.text().strip()
    try:
        return Path(text).expanduser().absolute() if text else None
    except RuntimeError:  # the home of a user who is not known
        return Path(text).absolute()


def _begin(path: Path | None) -> str:
    return str(path or Path.home())
