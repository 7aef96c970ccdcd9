# SPDX-License-Identifier: Apache-2.0
"""What the Hugging Face Hub says of repositories and their files."""

import enum
from dataclasses import dataclass


class Sort(enum.StrEnum):
    """By what search results are sorted, the most first."""

    DOWNLOADS = "downloads"
    LIKES = "likes"
    RECENT = "recent"

    @property
    def parameter(self) -> str:
        """The Hub's own word."""
        return "lastModified" if self is Sort.RECENT else self.value


@dataclass(frozen=True, slots=True)
class FoundRepo:
    """A search result. Numbers are 0 and texts "" where the Hub does not say.

    Attributes:
        n_downloads: In the last 30 days.
        modified_s: Of the last commit, in seconds since 1970.
        is_gated: Its files are given only to who accepted terms.
        architecture, n_params, n_ctx_train: What the Hub read in one of its GGUF files.
    """

    repo: str
    n_downloads: int
    n_likes: int
    modified_s: float
    license: str
    is_gated: bool
    architecture: str
    n_params: int
    n_ctx_train: int


@dataclass(frozen=True, slots=True)
class RepoFile:
    """A file of a repository. `sha256` is "" where the Hub does not say."""

    path: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository as of one commit."""

    repo: str
    commit: str
    license: str
    is_gated: bool
    files: tuple[RepoFile, ...]
