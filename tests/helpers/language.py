# SPDX-License-Identifier: Apache-2.0
"""The interface in German, as far as a test says how."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import i18n as collector

from leeward import i18n, resources


@contextmanager
def german(translations: Mapping[tuple[str, str], str], folder: Path) -> Iterator[None]:
    """Speak German within. `translations`: by text and comment; `folder`: where the file is written."""
    texts = {key: collector.Text({"test"}) for key in translations}
    path = folder / "leeward_de.ts"
    collector.write(path, "de", texts, {key: [text] for key, text in translations.items()})
    with mock.patch.object(resources, "path", return_value=path):
        i18n.use("de")
    try:
        yield
    finally:
        i18n.use("en")
