# SPDX-License-Identifier: Apache-2.0
"""Five hundred texts that want more than to be read: markup, styles, vectors, addresses, broken and nested Markdown."""

import itertools

_TAGS = (
    "<img src={u}>",
    "<img src='{u}'>",
    '<img src="{u}" onerror="alert(1)">',
    '<IMG SRC="{u}">',
    "<img/src={u}>",
    '<script src="{u}"></script>',
    "<script>fetch('{u}')</script>",
    '<iframe src="{u}"></iframe>',
    '<object data="{u}"></object>',
    '<embed src="{u}">',
    '<link rel="stylesheet" href="{u}">',
    "<style>@import url({u});</style>",
    '<div style="background-image:url({u})">x</div>',
    "<body background='{u}'>",
    '<table background="{u}"><tr><td>x</td></tr></table>',
    '<a href="{u}">x</a>',
    '<base href="{u}">',
    '<meta http-equiv="refresh" content="0;url={u}">',
    '<video src="{u}" autoplay></video>',
    '<audio src="{u}"></audio>',
    '<svg><image href="{u}"/></svg>',
    '<svg onload="alert(1)"><use xlink:href="{u}#x"/></svg>',
    '<input type="image" src="{u}">',
    '<form action="{u}"><button>x</button></form>',
    '<picture><source srcset="{u}"></picture>',
    '<p style="list-style-image:url({u})">x</p>',
    "<!--[if gte IE 4]><img src={u}><![endif]-->",
    "<![CDATA[<img src={u}>]]>",
    '<?xml-stylesheet href="{u}"?>',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "{u}">]>&e;',
)
_MARKDOWN = (
    "![x]({u})",
    "![x](<{u}>)",
    '![x]({u} "title")',
    "![x][ref]\n\n[ref]: {u}",
    "[![x]({u})](https://example.org)",
    "[x]({u})",
    "<{u}>",
    "| ![x]({u}) | <img src={u}> |\n|---|---|\n| ![y]({u}) | b |",
    "- ![x]({u})\n  > ![x]({u})",
    "# ![x]({u})",
    "**![x]({u})**",
    "`<img src={u}>`",
    "```html\n<img src={u}>\n```",
    "```{u}\nx\n```",
    "$\\href{{{u}}}{{x}}$ $\\text{{<image href='{u}'/>}}$",
    "$$\n\\includegraphics{{{u}}}\n$$",
    "x[^1]\n\n[^1]: ![x]({u})",
    "    <img src={u}>",
)
_ODD = (
    "vec<int> v; and List<String> rest of the paragraph",
    "<think>hidden?</think> seen",
    "&lt;img src=x&gt; &#60;b&#62; &amp;lt;",
    "<b>unclosed <i>tags",
    "</div></body></html>after",
    "\u202egnp.exe reversed",
    "zero\u200bwidth\u2060joiner\ufeff",
    "line\u2028separator\u2029paragraph",
    "nul\x00bell\x07escape\x1b[31mred",
    "Z\u0351\u036b\u0343a\u0344\u0360l\u0321g\u0324o\u0332",
    "frame\ufdd0marks\ufdd1and\ufffcobject",
    "\ud800 lone surrogate",
    "tab\tseparated\tcells",
    "* * *\n_ _ _\n- - -",
    "> > > > > deep",
    "1. a\n   1. b\n      1. c",
    "`` ` ``",
    "\\*not\\* \\<b\\>",
    "a  \nb\\\nc",
    "****",
    "[a](<b)c>",
    "![[[[",
    "![<script>x</script>](y)",
    '![" onerror="alert(1)](y "<img src=x>")',
    "~~~\nunclosed",
    "| a |\n|---|\n| `x \\| y` |",
    '<a href="javascript:alert(1)">x</a> [y](javascript:alert(1)) [z](vbscript:x)',
    "- [ ] <img src=x>\n- [x] <b>y</b>",
    "@import url(x); body { background: url(y) }",
    "<x:y z='<w>'>",
    "\N{OBJECT REPLACEMENT CHARACTER}" * 50,
    "{{7*7}} ${7*7} <%= 7*7 %>",
)


def corpus(canary: str, host: str) -> list[str]:
    """Return 500 texts that point to the file `canary` and to `host` ("127.0.0.1:port")."""
    addresses = [
        f"file://{canary}",
        canary,
        f"http://{host}/x.png",
        f"//{host}/x.png",
        f"\\\\{host}\\share\\x.png",
        f"file://{host}/share/x.png",
        "data:image/png;base64,iVBORw0KGgo=",
        f"data:text/html,<img src='http://{host}/y'>",
        f"qrc:{canary}",
        f"javascript:location='http://{host}/'",
        f"ftp://{host}/x",
    ]
    made = [template.format(u=u) for template, u in itertools.product(_TAGS + _MARKDOWN, addresses)]
    made += list(_ODD)
    made += [f"{a}\n\n{b}" for a, b in zip(made[::7], reversed(made[::7]), strict=True)]
    assert len(made) >= 500
    return made
