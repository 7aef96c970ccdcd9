# SPDX-License-Identifier: Apache-2.0
"""Colours, type and spacing of the window. One frozen `Theme` is handed to every widget that paints by itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour is "#rrggbb". Text colours keep 4.5:1 against the backgrounds they stand on, 7:1 in high contrast.

    Attributes:
        window: Behind the chat.
        sidebar: Behind the list of conversations.
        surface: Composer, menus, dialogs.
        surface_hover: A surface under the pointer.
        border: Lines one pixel wide.
        text, text_muted: Body text; secondary text (dates, counts).
        accent, on_accent: Primary actions only, and text on them.
        user_bubble, selection: Behind the user's messages; behind selected text and the current row.
        code_background, code_inline: Behind code blocks; behind code inside a line.
        danger, warning, success: Banners and status, as text or line colour.
        syntax: Pygments token family to colour: keyword, string, number, comment, function, class, operator, builtin.
        is_compact: Little room between things; for small screens and long lists.
    """

    name: str
    is_dark: bool
    window: str
    sidebar: str
    surface: str
    surface_hover: str
    border: str
    text: str
    text_muted: str
    accent: str
    on_accent: str
    user_bubble: str
    selection: str
    code_background: str
    code_inline: str
    danger: str
    warning: str
    success: str
    syntax: dict[str, str]
    is_compact: bool = False


DARK = Theme(
    name="dark",
    is_dark=True,
    window="#17181c",
    sidebar="#111215",
    surface="#1f2126",
    surface_hover="#282b32",
    border="#2e3138",
    text="#e9eaee",
    text_muted="#9a9da8",
    accent="#8b93ff",
    on_accent="#0e0f1a",
    user_bubble="#2a2f52",
    selection="#3a427d",
    code_background="#101114",
    code_inline="#2a2c33",
    danger="#ff8a8a",
    warning="#f0c060",
    success="#7fd39b",
    syntax={
        "keyword": "#c792ea",
        "string": "#9ccc87",
        "number": "#e0a575",
        "comment": "#8b8f9b",
        "function": "#82aaff",
        "class": "#f0c674",
        "operator": "#6fcfd8",
        "builtin": "#f0c674",
    },
)

LIGHT = Theme(
    name="light",
    is_dark=False,
    window="#ffffff",
    sidebar="#f5f6f8",
    surface="#ffffff",
    surface_hover="#eef0f4",
    border="#dfe2e8",
    text="#1b1c21",
    text_muted="#636774",
    accent="#4a51e0",
    on_accent="#ffffff",
    user_bubble="#ecedfd",
    selection="#d5d8fa",
    code_background="#f5f6fa",
    code_inline="#e9ebf0",
    danger="#b3261e",
    warning="#8a5a00",
    success="#1b7a3d",
    syntax={
        "keyword": "#8a2fc4",
        "string": "#2d7a2d",
        "number": "#9a5200",
        "comment": "#6a6e7a",
        "function": "#2256c9",
        "class": "#8a6100",
        "operator": "#0b7285",
        "builtin": "#8a6100",
    },
)

CONTRAST_DARK = Theme(
    name="high contrast, dark",
    is_dark=True,
    window="#000000",
    sidebar="#000000",
    surface="#000000",
    surface_hover="#1d1d24",
    border="#b8bac6",
    text="#ffffff",
    text_muted="#d6d8e0",
    accent="#b4baff",
    on_accent="#000000",
    user_bubble="#15183a",
    selection="#2a3170",
    code_background="#000000",
    code_inline="#1d1d24",
    danger="#ffa6a6",
    warning="#ffd479",
    success="#9be8b4",
    syntax={
        "keyword": "#dcb3f5",
        "string": "#b9e6a6",
        "number": "#f2bf95",
        "comment": "#c3c6d1",
        "function": "#a9c5ff",
        "class": "#f7d795",
        "operator": "#93e4ec",
        "builtin": "#f7d795",
    },
)

CONTRAST_LIGHT = Theme(
    name="high contrast, light",
    is_dark=False,
    window="#ffffff",
    sidebar="#ffffff",
    surface="#ffffff",
    surface_hover="#e9ebf2",
    border="#4a4d57",
    text="#000000",
    text_muted="#33353d",
    accent="#2a2fa8",
    on_accent="#ffffff",
    user_bubble="#e9eafb",
    selection="#cdd1f7",
    code_background="#ffffff",
    code_inline="#e9ebf2",
    danger="#8c1410",
    warning="#5f3d00",
    success="#0c5327",
    syntax={
        "keyword": "#5d1a86",
        "string": "#1b521b",
        "number": "#6b3800",
        "comment": "#44474f",
        "function": "#153a8f",
        "class": "#5c4100",
        "operator": "#064b58",
        "builtin": "#5c4100",
    },
)
