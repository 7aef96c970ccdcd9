# SPDX-License-Identifier: Apache-2.0
"""Qt's system libraries, a C++ compiler and Python's own venv module: found missing by dpkg, installed by apt."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

from .common import SetupError, run, say

# Debian and Ubuntu names. Where a name got the suffix t64, the new package still provides the old name.
QT_PACKAGES = (
    "libgl1 libegl1 libglib2.0-0 libxkbcommon0 libfontconfig1 libdbus-1-3 libgssapi-krb5-2 libgomp1 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 "
    "libxcb-xkb1 libxkbcommon-x11-0 libwayland-cursor0 libwayland-egl1"
)
QT_LIBRARIES = (
    "libGL.so.1 libEGL.so.1 libglib-2.0.so.0 libxkbcommon.so.0 libfontconfig.so.1 libdbus-1.so.3 libgomp.so.1 "
    "libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-keysyms.so.1 libxkbcommon-x11.so.0"
)


def install_system_packages(*, needs_compiler: bool, needs_venv_module: bool) -> None:
    """Install what is missing of Qt's libraries, a C++ compiler and Python's own venv module."""
    if not sys.platform.startswith("linux"):
        return
    needs_compiler = needs_compiler and not (os.environ.get("CXX") or shutil.which("c++"))
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        name_missing_libraries(needs_compiler=needs_compiler)
        return
    wanted = QT_PACKAGES.split()
    if needs_compiler:
        wanted.append("g++")
    if needs_venv_module and importlib.util.find_spec("ensurepip") is None:  # Debian has it in a package of its own
        wanted.append("python{}.{}-venv".format(*sys.version_info))
    missing = sorted(set(wanted) - installed_packages())
    if missing:
        say("Installing system libraries: " + " ".join(missing))
        apt_install(missing)


def installed_packages() -> set[str]:
    """Return the names of all installed Debian packages and of what they provide."""
    listing = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${db:Status-Status}\t${Package}, ${Provides}\n"],
        stdout=subprocess.PIPE,
        check=True,
    ).stdout.decode("utf-8", "replace")
    return parse_package_list(listing)


def parse_package_list(listing: str) -> set[str]:
    names: set[str] = set()
    for line in listing.splitlines():
        status, _, provided = line.partition("\t")
        if status == "installed":
            names.update(name.split("(")[0].strip() for name in provided.split(","))
    return names - {""}


def apt_install(packages: list[str]) -> None:
    by_hand = "sudo apt-get install --no-install-recommends " + " ".join(packages)
    hint = f"Install them by hand and run the same command again:\n  {by_hand}"
    prefix: list[str] = []
    if os.geteuid() != 0:
        if not shutil.which("sudo"):
            raise SetupError(f"Only root may install them, and there is no sudo here.\n{hint}")
        # Ask for the password on the terminal now; without a terminal sudo has to work without one.
        may = subprocess.call(["sudo", "-v"] if sys.stdin.isatty() else ["sudo", "-n", "true"])
        if may != 0:
            raise SetupError(f"sudo did not allow it.\n{hint}")
        prefix = ["sudo", "-n"]
    prefix += ["env", "DEBIAN_FRONTEND=noninteractive"]
    run([*prefix, "apt-get", "update"], "Reading the package lists", hint)
    # A fresh machine updates itself first, and holds the lock for minutes.
    patience = ["-o", "DPkg::Lock::Timeout=600"]
    run([*prefix, "apt-get", *patience, "install", "-y", "--no-install-recommends", *packages], "Installing", hint)


def name_missing_libraries(*, needs_compiler: bool) -> None:
    """Without apt: say what is missing and go on, because the names of packages are not known."""
    missing = [library for library in QT_LIBRARIES.split() if not loads(library)]
    if needs_compiler:
        missing.append("a C++ compiler")
    if missing:
        say("Missing on this system; install them with its package manager: " + ", ".join(missing))


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
