# SPDX-License-Identifier: Apache-2.0
"""Which addresses may become links, and how they are shown."""

import pytest

from leeward.chat import links


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTP://Example.org:8080/a?b=c#d", "http://example.org:8080/a?b=c#d"),
        ("https://example.org/ä b".replace(" ", "%20"), "https://example.org/%C3%A4%20b"),
        ("http://127.0.0.1:631/", "http://127.0.0.1:631/"),
        ("http://[::1]/", "http://[::1]/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("mailto:a@example.org?subject=hi%20there", "mailto:a@example.org?subject=hi%20there"),
    ],
)
def test_good_addresses_pass(address, shown):
    assert links.check(address) == links.Link(shown)


def test_a_host_in_foreign_letters_is_shown_in_punycode_and_in_its_own():
    link = links.check("https://аррӏе.com/login")
    assert link is not None
    assert link.address.startswith("https://xn--")
    assert link.address.isascii()
    assert link.readable_host == "аррӏе.com"
    again = links.check(link.address)
    assert again == link


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org",
        "//example.org",
        "/etc/passwd",
        "\\\\server\\share",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "https:example.org",
        "https:///etc/passwd",
        "https://",
        "https://user@example.org",
        "https://example.org@evil.example",
        "https://exa mple.org",
        "https://example.org\\@evil.example",
        "https://example.org/\u202egpj.exe",
        "https://exam\u200bple.org",
        "https://example.org:99999/",
        "https://example.org:x/",
        "https://-.example",
        "mailto:",
        "mailto:a@example.org?attach=/etc/passwd",
        "mailto:nobody",
        "https://example.org/" + "a" * 3000,
        "smb://server/share",
        "vscode://x",
    ],
)
def test_everything_else_stays_text(address):
    assert links.check(address) is None
