# SPDX-License-Identifier: Apache-2.0
"""What is known of a model, how it is to be loaded, and what it can be loaded on."""

import enum
from dataclasses import dataclass
from pathlib import Path

from leeward.domain.generation import Adapter, AdapterUse
from leeward.i18n import mark

EXPERT_TENSORS = r"\.ffn_(up|down|gate|gate_up)_(ch|)exps"
"""Finds the weights of experts by their names: llama.cpp's own pattern for --cpu-moe (LLM_FFN_EXPS_REGEX, common/common.h)."""


@dataclass(frozen=True, slots=True)
class Device:
    """Something that can compute, as ggml's backend registry describes it.

    Attributes:
        name: As ggml calls it ("CPU", "CUDA0"): what LoadPlan.devices takes.
        kind: "CPU", "GPU", "iGPU", "accelerator" or "other".
        total_bytes, free_bytes: 0 where the backend does not say. Of the CPU: what the system, or the container, has now.
        backend: What drives it: "CPU", "CUDA", "Metal", "Vulkan", "RPC", ...
        id: PCI address ("0000:c1:00.0"), "" where it has none.
        features: What the backend was built to use ("AVX2", "DOTPROD"), where it says.
        has_large_pages: Of the CPU: memory that a program asks for may lie in pages of 2 MB, which are read quicker.
    """

    name: str
    description: str
    kind: str
    total_bytes: int
    free_bytes: int
    backend: str = ""
    id: str = ""
    features: tuple[str, ...] = ()
    has_large_pages: bool = False


class KvType(enum.StrEnum):
    """What keys and values are stored as. The smaller ones read prompts at half the speed."""

    F16 = "f16"
    Q8_0 = "q8_0"
    Q4_0 = "q4_0"

    @property
    def bytes_per_value(self) -> float:
        """Blocks of 32 values take 34 or 18 bytes (ggml-common.h)."""
        return {KvType.F16: 2.0, KvType.Q8_0: 34 / 32, KvType.Q4_0: 18 / 32}[self]


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """How to load one model.

    Attributes:
        path: The GGUF file.
        name: What to call the model; "" takes the file's own name for it.
        n_ctx: Context length in tokens; None means what Leeward chooses (at most what the model was trained for).
        n_gpu_layers: None means as many as the devices hold; 0 means CPU only.
        n_threads: None means the free cores, decided again before every answer.
        kv_type: None means what Leeward chooses: f16 while it fits.
        n_batch: Tokens of a prompt that are read between two looks at Stop; None means 512.
        n_ubatch: Tokens that are computed at once, at most `n_batch`; None means 512.
        flash_attention: None means on, or what was found faster. Keys and values other than f16 need it, and switch it on.
        use_mlock: Keep the weights from being swapped out.
        is_forced: Load though the memory may not do.
        planned_bytes: What it is expected to take (`library.fit`); 0 where nobody counted.
        use_mmap: Map the file instead of reading it. Off for network and removable drives (a truncated mapping kills). None means
            what Leeward chooses: it is read where memory is ample, for the sake of large pages, else mapped.
        template: Chat template to use, as text or by name ("mistral-v3"); "" takes the file's own.
        reference_template: What the file's own should be, as text or by name, where that is known; "" where it is not.
        devices: Names of the devices to use (`Device.name`); empty means those that llama.cpp chooses.
        rpc_servers: Other machines to use, as HOST:PORT. Nobody else is contacted.
        moe_on_cpu: Leave the experts' weights in main memory, whichever layers the GPUs have. Nothing else has experts.
        rope_scaling: How positions are stretched: none, linear or yarn; None takes what the file says.
        rope_freq_scale: The factor of that: 0.5 doubles the context; None takes what the file says.
        adapters: LoRA adapters that lie over the model in every answer that asks for no others, each file once.
        adapter_bytes: What these take of memory; 0 where nobody counted.
        draft: A small model with the same vocabulary that guesses what comes next; None uses none.
        draft_bytes: What that takes of memory; 0 where nobody counted.
        silence_limit_s: Without a sign of life for so long the engine is ended; None means the supervisor's own limit.
    """

    path: Path
    name: str = ""
    n_ctx: int | None = None
    n_gpu_layers: int | None = None
    n_threads: int | None = None
    kv_type: KvType | None = None
    n_batch: int | None = None
    n_ubatch: int | None = None
    flash_attention: bool | None = None
    use_mlock: bool = False
    is_forced: bool = False
    planned_bytes: int = 0
    use_mmap: bool | None = None
    template: str = ""
    reference_template: str = ""
    devices: tuple[str, ...] = ()
    rpc_servers: tuple[str, ...] = ()
    moe_on_cpu: bool = False
    rope_scaling: str | None = None
    rope_freq_scale: float | None = None
    adapters: tuple[Adapter, ...] = ()
    adapter_bytes: int = 0
    draft: Path | None = None
    draft_bytes: int = 0
    silence_limit_s: float | None = None

    @property
    def uses_flash_attention(self) -> bool:
        return self.flash_attention is not False or self.kv_type not in (None, KvType.F16)


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
        template_warnings: What is odd about the chat template that is used, in English, without full stops.
        kv_type: What keys and values are stored as.
        planned_bytes: As in the plan. What was really used comes with the first answer (`Finished`).
        adapters: That lie over it where no others are asked for.
        goes_back: Whether it goes back to any place in a text it has read, not only to the checkpoints kept of it: recurrent
            and hybrid models do not.
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
    template_warnings: tuple[str, ...] = ()
    kv_type: KvType = KvType.F16
    planned_bytes: int = 0
    adapters: tuple[AdapterUse, ...] = ()
    goes_back: bool = True


class FileKind(enum.StrEnum):
    """What a GGUF file holds."""

    MODEL = mark("model", "a file")
    ADAPTER = mark("LoRA adapter", "a file")
    PROJECTOR = mark("multimodal projector", "a file")
    VOCABULARY = mark("vocabulary", "a file")
    OTHER = mark("other", "a file")


@dataclass(frozen=True, slots=True)
class TensorShare:
    """How much of a file is stored in one tensor type ("Q4_K")."""

    type_name: str
    n_tensors: int
    n_bytes: int


@dataclass(frozen=True, slots=True)
class SpecialToken:
    """A token with a meaning. `name` is "bos", "eos", "eot", "padding" and the like."""

    name: str
    id: int
    text: str


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What the header of a GGUF file says, before anything is loaded. Numbers are 0 where the file does not say.

    Attributes:
        path: The file; the first one of a model in several files.
        name, size_label, license: As the file says, "" where it does not.
        file_bytes, n_files: Of all files of the model.
        n_params: Number of weights.
        mix: What the weights are stored in, the largest share first.
        n_ctx_train: Context length the model was trained for, in tokens.
        n_heads: Of the layer that has most.
        kv_heads: Key and value heads of every layer; 0 for a layer without a KV cache.
        head_dim_k, head_dim_v: Size of one head's key and value.
        n_swa: Width of the sliding window in tokens, 0 when every layer sees everything.
        swa_layers: Whether each layer has the sliding window, where the file lists it; else empty: the architecture decides.
        n_ff: Width of the widest feed-forward layer.
        layer_bytes: Weights of every layer; the rest of `weight_bytes` belongs to none.
        expert_bytes: Weights of the experts of every layer, which are part of `layer_bytes`; empty where nobody looked.
        n_merges: Of a byte-pair tokenizer.
        tokenizer: llama.cpp's name for the kind ("llama" is SentencePiece, "gpt2" is byte-level BPE).
        chat_template: "" when the file has none.
        problems: What a user should know, as sentences.
        token_bytes: Weights that are read to make one token: of a mixture of experts, those of the experts used.
        token_params: Weights that one token of a prompt is multiplied with: without the output, which only the last one needs.
    """

    path: Path
    kind: FileKind
    architecture: str
    name: str
    size_label: str
    license: str
    file_bytes: int
    n_files: int
    n_params: int
    mix: tuple[TensorShare, ...]
    n_layers: int
    n_ctx_train: int
    n_embd: int
    n_heads: int
    kv_heads: tuple[int, ...]
    head_dim_k: int
    head_dim_v: int
    n_swa: int
    swa_layers: tuple[bool, ...]
    n_experts: int
    n_experts_used: int
    n_ff: int
    layer_bytes: tuple[int, ...]
    n_vocab: int
    n_merges: int
    tokenizer: str
    pre_tokenizer: str
    special_tokens: tuple[SpecialToken, ...]
    chat_template: str
    problems: tuple[str, ...]
    token_bytes: int = 0
    token_params: int = 0
    expert_bytes: tuple[int, ...] = ()

    @property
    def n_kv_heads(self) -> int:
        """Of the layer that has most."""
        return max(self.kv_heads, default=0)

    @property
    def weight_bytes(self) -> int:
        return sum(share.n_bytes for share in self.mix)


@dataclass(frozen=True, slots=True)
class AdapterInfo:
    """What the header of a LoRA adapter says.

    Attributes:
        alpha: Its changes are multiplied by alpha / rank; 0 leaves them as they are.
        min_rank, max_rank: How narrow the matrices are whose product is a change.
        n_changed: How many tensors of the model it changes.
    """

    alpha: float
    min_rank: int
    max_rank: int
    n_changed: int
