# SPDX-License-Identifier: Apache-2.0
"""The language of the window: Leeward's own texts, those of Qt's dialogs, how dates are written, and from which side one reads."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from leeward import i18n
from leeward.domain.settings import Language


def speak(app: QApplication, choice: Language) -> None:
    """Make every window that is built from now on speak the language of `choice`."""
    system = QLocale.system()
    code = i18n.best_of(system.uiLanguages()) if choice is Language.SYSTEM else choice.value
    i18n.use(code)
    # Its own country, where it has the language: dates and times are written as there.
    spoken = QLocale(code)
    QLocale.setDefault(system if system.language() == spoken.language() else spoken)
    app.setLayoutDirection(spoken.textDirection())
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if code == "en":
        return
    of_qt = QTranslator(app)
    if of_qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(of_qt)
