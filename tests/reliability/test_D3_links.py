# SPDX-License-Identifier: Apache-2.0
"""D3: a click on a link opens http, https and mailto only, after the full address was shown and agreed to."""

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from helpers.chats import answer, user
from leeward.chat import links
from leeward.ui import theme
from leeward.ui.chat.blocks import TextWidget
from leeward.ui.chat.view import ChatView
from leeward.ui.link_dialog import ask_to_open

# The offscreen platform says so for every dialog.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

GOOD = {
    "https://example.org": "https://example.org",
    "http://example.org/a?b=c#d": "http://example.org/a?b=c#d",
    "HTTPS://EXAMPLE.ORG/A": "https://example.org/A",
    "https://example.org:8443/": "https://example.org:8443/",
    "http://192.168.0.1/": "http://192.168.0.1/",
    "http://localhost:8080/x": "http://localhost:8080/x",
    "https://example.org/%2e%2e/x": "https://example.org/../x",  # what QUrl makes of it is what is shown
    "https://example.org/a_(b)": "https://example.org/a_(b)",
    "https://müller.example/": "https://xn--mller-kva.example/",
    "https://аpple.com/": "https://xn--pple-43d.com/",
    "https://例え.jp/道": "https://xn--r8jz45g.jp/%E9%81%93",
    "https://example.org/?q=javascript:alert(1)": "https://example.org/?q=javascript:alert(1)",
    "https://example.org/file:///etc/passwd": "https://example.org/file:///etc/passwd",
    "mailto:someone@example.org": "mailto:someone@example.org",
    "mailto:a@example.org?subject=x": "mailto:a@example.org?subject=x",
}
BAD = [
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "file://server/share",
    "file:relative",
    "/etc/passwd",
    "//server/share",
    "\\\\server\\share",
    "\\\\?\\C:\\x",
    "C:\\Windows\\system32\\calc.exe",
    "c:/windows",
    "../x",
    "x.html",
    "#fragment",
    "?query",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "vbscript:x",
    "data:text/html,<script>1</script>",
    "data:image/svg+xml,<svg/>",
    "blob:https://example.org/x",
    "about:blank",
    "chrome://settings",
    "view-source:https://example.org",
    "qrc:/x",
    "ftp://example.org/",
    "sftp://example.org/",
    "smb://server/share",
    "ssh://host/-oProxyCommand=x",
    "telnet://host",
    "ldap://host",
    "tel:+123",
    "sms:123",
    "vscode://x",
    "ms-msdt:/id",
    "search-ms:query=x",
    "steam://run/1",
    "x-custom:y",
    "https:/example.org",
    "https:example.org",
    "https:///etc/passwd",
    "https://",
    "https://user:pw@example.org/",
    "https://example.org@evil.example/",
    "https://example.org\\@evil.example/",
    "https://example.org/\u202egpj.exe",
    "https://exa\u200bmple.org/",
    "https://example.org:99999/",
    "mailto:",
    "mailto:a@example.org?attach=/etc/passwd",
]


class Opener(QObject):
    """Takes the place of the desktop for every scheme."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.fixture
def opener(qapp):
    made = Opener()
    schemes = {
        "http",
        "https",
        "mailto",
        "file",
        "javascript",
        "ftp",
        "smb",
        "data",
        "x-custom",
        "vscode",
        "ssh",
        "tel",
    }
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, made, "open")
    yield made
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def view(qtbot, opener):
    made = ChatView(theme.LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.dialogs = []
    made.link_clicked.connect(lambda address: made.dialogs.append(ask_to_open(address, made)))
    with qtbot.waitExposed(made):
        made.show()
    return made


def click_everywhere(view):
    """Click on every letter that could be a link, as a user would."""
    for piece in list(view.pieces_in_sight()):
        if isinstance(piece.widget, TextWidget):
            for y in range(6, piece.widget.height(), 12):
                for x in range(3, 60, 14):
                    QTest.mouseClick(
                        piece.widget.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, y)
                    )
                    if view.dialogs:
                        return


def test_D3_there_are_enough_addresses():
    assert len(GOOD) + len(BAD) >= 60


@pytest.mark.parametrize("address", BAD)
def test_D3_a_bad_address_is_no_link_and_opens_nothing(view, opener, address):
    for text in (f"[click](<{address}>)", f"[click]({address})", f"<{address}>", address):
        view.show_messages([answer(1, text)], assistant_name="m")
        for piece in view.pieces_in_sight():
            if isinstance(piece.widget, TextWidget):
                hrefs = {
                    one.toCharFormat().anchorHref()
                    for one in piece.widget.document().allFormats()
                    if one.isCharFormat()
                } - {""}
                # A part of it may be a good address of its own; that is then what is opened and shown.
                assert address not in hrefs
                assert all(links.check(href) is not None for href in hrefs)
        if not any(links.check(part) for part in text.split()) and "example.org" not in address:
            click_everywhere(view)
    assert view.dialogs == []
    assert opener.opened == []
    assert ask_to_open(address, view) is None


@pytest.mark.parametrize(("address", "shown"), GOOD.items())
def test_D3_a_good_address_is_shown_in_full_and_opened_once_after_yes(view, opener, qtbot, address, shown):
    view.show_messages([answer(1, f"[click me here](<{address}>)")], assistant_name="m")
    click_everywhere(view)
    (dialog,) = view.dialogs
    assert opener.opened == []
    assert dialog.address.text() == shown
    QTest.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert opener.opened == [QUrl(shown).toString(QUrl.ComponentFormattingOption.FullyEncoded)]


def test_D3_no_means_nothing_is_opened(view, opener):
    view.show_messages([answer(1, "[click me here](https://example.org)")], assistant_name="m")
    click_everywhere(view)
    (dialog,) = view.dialogs
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert opener.opened == []


def test_D3_the_door_checks_again(view, opener):
    """What the text widget reports is checked, not what was drawn."""
    view.show_messages([answer(1, "text")], assistant_name="m")
    text = next(p.widget for p in view.pieces_in_sight() if isinstance(p.widget, TextWidget))
    for address in (address for address in BAD if address.isascii()):  # QUrl writes the others out in ASCII
        text.anchorClicked.emit(QUrl(address))
    assert view.dialogs == []
    assert opener.opened == []


def test_D3_the_users_own_text_has_no_links(view, opener):
    view.show_messages([user(1, "https://example.org")], assistant_name="m")
    click_everywhere(view)
    assert view.dialogs == []
