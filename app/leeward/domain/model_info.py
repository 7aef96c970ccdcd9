# SPDX-License-Identifier: Apache-2.0
"""What is known of a model, how it is to be loaded, and what it can be loaded on."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Device:
    """Something that can compute, as ggml's backend registry describes it.

    Attributes:
        kind: "CPU", "GPU", "iGPU", "accelerator" or "other".
        total_bytes, free_bytes: 0 where the backend does not say; for the CPU ggml calls everything free.
    """

    name: str
    description: str
    kind: str
    total_bytes: int
    free_bytes: int


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """How to load one model.

    Attributes:
        path: The GGUF file.
        name: What to call the model; "" takes the file's own name for it.
        n_ctx: Context length in tokens; None means what Leeward chooses (at most what the model was trained for).
        n_gpu_layers: None means as many as the devices hold; 0 means CPU only.
        n_threads: None means the free cores, decided again before every answer.
        use_mmap: Map the file instead of reading it. Off for network and removable drives (a truncated mapping kills).
    """

    path: Path
    name: str = ""
    n_ctx: int | None = None
    n_gpu_layers: int | None = None
    n_threads: int | None = None
    use_mmap: bool = True


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model in memory, as the engine found it.

    Attributes:
        name: From the plan, else `general.name` of the file, else the file's stem.
        n_ctx: Context length in tokens that was allocated.
        n_ctx_train: Context length the model was trained for.
        n_params: Number of weights.
        template_note: Why the model's own chat template is not used, in English; "" when it is.
        load_s: Seconds from the request to the model being ready.
        device: What computes, in words ("CPU", "CUDA0: NVIDIA ...").
    """

    path: Path
    name: str
    architecture: str
    n_ctx: int
    n_ctx_train: int
    n_params: int
    n_vocab: int
    size_bytes: int
    template_note: str
    load_s: float
    device: str
