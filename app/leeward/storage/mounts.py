# SPDX-License-Identifier: Apache-2.0
"""What kind of file system a folder lies on."""

import sys
from pathlib import Path

_REMOTE = frozenset(
    {"9p", "afs", "ceph", "cifs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs", "sshfs"}
)


def is_remote(folder: Path, mount_table: Path = Path("/proc/self/mounts")) -> bool:
    """Say whether memory mapped files cannot be trusted there: network and FUSE file systems.

    Known on Linux only; elsewhere False.
    """
    kind = file_system(folder, mount_table)
    return kind in _REMOTE or kind.startswith("fuse")


def file_system(folder: Path, mount_table: Path = Path("/proc/self/mounts")) -> str:
    """Return the kind of the mount that holds `folder`, as the kernel names it; empty when not known."""
    if sys.platform != "linux":
        return ""
    try:
        lines = mount_table.read_text("utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    target = folder.resolve()
    depth, kind = -1, ""
    for line in lines:
        _device, mount_point, mount_kind, *_ = line.split(" ")
        point = Path(_unescape(mount_point))
        if len(point.parts) >= depth and target.is_relative_to(point):  # a later mount lies over an earlier one
            depth, kind = len(point.parts), mount_kind
    return kind


def _unescape(text: str) -> str:
    for code, character in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        text = text.replace(code, character)
    return text
