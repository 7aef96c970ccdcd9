# SPDX-License-Identifier: Apache-2.0
"""What the window needs later does not come in at the start."""

import subprocess
import sys

LATER = (
    *("markdown_it", "pygments", "ziamath", "httpx", "huggingface_hub", "numpy", "llama_cpp", "jinja2", "keyring"),
    *("PySide6.QtNetwork", "xml.etree", "leeward.chat.extraction"),
)


def test_the_first_picture_waits_for_no_library_that_is_needed_later():
    program = "import sys, leeward.desktop; print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not set(LATER) & set(result.stdout.split())


def test_no_source_is_read_for_what_is_imported():
    program = (
        "import linecache, sys\n"
        "from leeward.bridge.lean_imports import let_sources_be\n"
        "let_sources_be()\n"
        "before = set(linecache.cache)\n"
        "import leeward.desktop\n"
        "print(len(sys.modules), *set(linecache.cache) - before)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    n_modules, *read = result.stdout.split()
    assert int(n_modules) > 300
    assert read == []
