# SPDX-License-Identifier: Apache-2.0
"""Whether llama.cpp may be given a file as a model, and what kind of model its header describes.

llama.cpp asserts much of what it takes from a header, and a failed assertion ends the process (llama-model.cpp,
load_hparams). Everything of that which a header alone decides is compared here first.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from leeward.domain.errors import ModelNotFound, ModelUnreadable
from leeward.domain.model_info import EXPERT_TENSORS, FileKind, ModelInfo, SpecialToken, TensorShare
from leeward.i18n import mark, tr
from leeward.library.gguf_source import DamagedHeader
from leeward.library.gguf_types import (
    ARCHITECTURES,
    ARCHITECTURES_AS_OF,
    MAX_EXPERTS,
    MAX_LAYERS,
    MAX_POOLING_TYPE,
    ROPE_SCALING_TYPES,
    ValueType,
)
from leeward.library.header import (
    MAX_TEXT_BYTES,
    SPECIAL_TOKENS,
    TOKEN_TYPES,
    TOKENS,
    GgufHeader,
    TensorInfo,
    read_header,
    said,
)
from leeward.library.in_words import size_text

CHAT_TEMPLATE = "tokenizer.chat_template"

_MAX_FILES = 1024
_MAX_EMBEDDING = 2**24
_MAX_HEADS = 2**16
_MAX_HEAD_DIMENSIONS = 2**16
_MAX_VOCABULARY = 2**24
_MAX_CONTEXT = 2**31 - 1
_ARCHITECTURE = re.compile(r"[\w.-]{1,64}", re.ASCII)
_LAYER = re.compile(r"blk\.(\d{1,3})\.")
_EXPERTS = re.compile(EXPERT_TENSORS)
_PART = re.compile(r"(?P<stem>.*)-\d{5}-of-\d{5}\.gguf", re.DOTALL)
_NO_VOCABULARY = frozenset({"no_vocab", "none"})
_WHOLE_NUMBERS = frozenset({ValueType.U32, ValueType.I32})


def check_model_file(path: Path) -> ModelInfo:
    """Return what the header of a model says, all its files compared. Nothing else may go to the engine.

    Blocking: about a tenth of a second for a large vocabulary, two at the very most.

    Raises:
        ModelNotFound: There is no such file, or one of the model's files is missing.
        ModelUnreadable: It cannot be loaded as a model; the reason says why.
    """
    first, *others = model_headers(path)
    return model_info(first, others)


def model_headers(path: Path) -> tuple[GgufHeader, ...]:
    """Return the headers of all files of a model, checked as for loading. Raises as `check_model_file`."""
    header = read_header(path)
    if kind_of(header) is not FileKind.MODEL:
        raise ModelUnreadable(path, what_it_is(header))
    return _checked_model(header)


def what_it_is(header: GgufHeader) -> str:
    """Return what a file that is no model holds, as a phrase that begins with "it"."""
    return _NOT_A_MODEL[kind_of(header)].format(said(header.text("general.architecture")))


def inspect_file(path: Path) -> ModelInfo:
    """Return what the header of any GGUF file says; a model is checked as for loading.

    Raises: ModelNotFound, ModelUnreadable.
    """
    header = read_header(path)
    first, *others = _checked_model(header) if kind_of(header) is FileKind.MODEL else (header,)
    return model_info(first, others)


def check_model_header(header: GgufHeader) -> None:
    """Compare everything that llama.cpp asserts of a model's header. For one that did not come from a disk.

    Raises ModelUnreadable.
    """
    try:
        _check_model(header)
    except DamagedHeader as error:
        raise ModelUnreadable(header.path, str(error)) from error


def _checked_model(header: GgufHeader) -> tuple[GgufHeader, ...]:
    parts = _other_parts(header)
    check_model_header(header)
    return (header, *parts)


def kind_of(header: GgufHeader) -> FileKind:
    """Return what the file holds."""
    kind, architecture = header.text("general.type"), header.text("general.architecture")
    if kind == "adapter" or header.text("adapter.type"):
        return FileKind.ADAPTER
    if architecture == "clip" or kind in ("mmproj", "clip-vision"):
        return FileKind.PROJECTOR
    if kind not in ("", "model") or architecture in ("imatrix", "controlvector"):
        return FileKind.OTHER
    is_part = (header.integer("split.count") or 0) > 1  # the first part may hold the metadata alone
    return FileKind.MODEL if header.tensors or is_part else FileKind.VOCABULARY


_NOT_A_MODEL = {
    FileKind.ADAPTER: "it is a LoRA adapter for models of the architecture {}, which is loaded on top of such a model",
    FileKind.PROJECTOR: mark(
        "it is the part of a multimodal model that sees and hears (mmproj), which goes with another file"
    ),
    FileKind.VOCABULARY: mark("it holds a vocabulary and no weights"),
    FileKind.OTHER: mark("it holds something else than a model"),
}


# Models in several files


def _other_parts(header: GgufHeader) -> list[GgufHeader]:
    n_files, number = header.integer("split.count") or 0, header.integer("split.no") or 0
    if n_files <= 1:
        return []
    name = _PART.fullmatch(header.path.name)
    if name is None or n_files > _MAX_FILES:
        raise ModelUnreadable(
            header.path, f"it is one of {n_files:,} files of a model, and its name does not say which"
        )
    stem = name["stem"]
    paths = [header.path.with_name(f"{stem}-{part:05d}-of-{n_files:05d}.gguf") for part in range(1, n_files + 1)]
    if number != 0:
        raise ModelUnreadable(header.path, f"it is file {number + 1} of {n_files}: open {said(paths[0].name)}")
    if header.path != paths[0]:
        raise ModelUnreadable(header.path, f"it is the first of {n_files} files, and its name does not say so")
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise ModelNotFound(missing[0])
    parts = [read_header(path) for path in paths[1:]]
    for expected, part in enumerate(parts, start=1):
        if part.integer("split.no") != expected:
            raise ModelUnreadable(part.path, f"it is not file {expected + 1} of {n_files} of this model")
    names = [tensor.name for each in (header, *parts) for tensor in each.tensors]
    if len(set(names)) != len(names) or len(names) != header.integer("split.tensors.count"):
        raise ModelUnreadable(header.path, f"its {n_files} files do not belong together")
    return parts


# What llama.cpp asserts


def _check_model(header: GgufHeader) -> None:
    architecture = header.text("general.architecture")
    if not _ARCHITECTURE.fullmatch(architecture):
        raise DamagedHeader(mark("it does not say of which architecture it is"))
    n_layers = _whole(header, f"{architecture}.block_count", "layers", 1, MAX_LAYERS)
    _whole(header, f"{architecture}.context_length", "tokens of context", 1, _MAX_CONTEXT)
    _whole(header, f"{architecture}.embedding_length", "values per token", 1, _MAX_EMBEDDING)
    next_token_layers = header.integer(f"{architecture}.nextn_predict_layers") or 0
    if next_token_layers > n_layers:
        raise DamagedHeader(f"it claims {next_token_layers:,} extra layers of {n_layers}")
    _check_heads(header, architecture, n_layers)
    _check_experts(header, architecture, n_layers)
    _check_numbers(header, architecture)
    _check_vocabulary(header, architecture)


def _whole(header: GgufHeader, key: str, what: str, low: int, high: int) -> int:
    """Return a number the model must have. llama.cpp reads these as u32 and nothing else."""
    value = header.integer(key)
    if value is None or header.types[key] is not ValueType.U32:
        raise DamagedHeader(f"it does not say how many {what} it has")
    if not low <= value <= high:
        raise DamagedHeader(f"it claims {value:,} {what}, which must be {low} to {high:,}")
    return value


def _by_layer(header: GgufHeader, key: str, n_layers: int) -> tuple[int, ...]:
    """Return a number of every layer: one for all, or an array. Empty when the file has neither."""
    if key not in header.types:
        return ()
    if n_layers > MAX_LAYERS:
        raise DamagedHeader(f"it claims {n_layers:,} layers")
    value = header.integer(key)
    if value is not None:
        return (value,) * n_layers
    facts = header.arrays.get(key)
    if facts is None or facts.element not in _WHOLE_NUMBERS or facts.count != n_layers:
        raise DamagedHeader(f"its metadata key {said(key)} is not a number for each of its {n_layers} layers")
    return tuple(int(value) for value in facts.values)


def _check_heads(header: GgufHeader, architecture: str, n_layers: int) -> None:
    prefix = f"{architecture}.attention."
    heads = _by_layer(header, f"{prefix}head_count", n_layers)
    kv_heads = _by_layer(header, f"{prefix}head_count_kv", n_layers) or heads
    if not all(0 <= n <= _MAX_HEADS for n in (*heads, *kv_heads)):
        raise DamagedHeader(f"it claims a number of attention heads that is not 0 to {_MAX_HEADS:,}")
    for n_heads, n_kv_heads in zip(heads, kv_heads, strict=False):
        if n_kv_heads and n_heads % n_kv_heads:
            raise DamagedHeader(f"its {n_heads} attention heads cannot share {n_kv_heads} heads of keys and values")
    if not any(heads):
        if any(tensor.name.endswith(("attn_q.weight", "attn_qkv.weight")) for tensor in header.tensors):
            raise DamagedHeader(mark("it has attention and does not say how many heads"))
        return
    head_dim = _head_dim(header, f"{prefix}key_length", heads)
    for key in ("key_length", "value_length", "key_length_swa", "value_length_swa"):
        size = header.integer(prefix + key)
        if size is not None and not 0 < size <= _MAX_HEAD_DIMENSIONS:
            raise DamagedHeader(f"it claims attention heads of {size:,} values")
    if heads[0] == 0:  # a layer without attention comes first: the architecture decides
        return
    n_rotated = header.integer(f"{architecture}.rope.dimension_count") or 0
    largest = max(head_dim, header.integer(f"{prefix}key_length_swa") or 0)
    if n_rotated % 2 or not 0 <= n_rotated <= largest:  # ggml_rope asserts both
        raise DamagedHeader(f"it turns {n_rotated:,} values of attention heads that have {largest:,}")


def _head_dim(header: GgufHeader, key: str, heads: Sequence[int]) -> int:
    """Return the size of a head: as the file says, or the embedding's share."""
    said_size = header.integer(key)
    n_embd = header.integer(f"{header.text('general.architecture')}.embedding_length") or 0
    first = heads[0] if heads else 0  # llama.cpp divides by the first layer's
    return said_size if said_size is not None else n_embd // (first or max(heads, default=0) or 1)


def _check_experts(header: GgufHeader, architecture: str, n_layers: int) -> None:
    n_experts = header.integer(f"{architecture}.expert_count") or 0
    n_used = max(_by_layer(header, f"{architecture}.expert_used_count", n_layers), default=0)
    n_groups = header.integer(f"{architecture}.expert_group_count") or 0
    n_groups_used = header.integer(f"{architecture}.expert_group_used_count") or 0
    if architecture.startswith("hunyuan") and n_experts <= 1:  # llama.cpp takes it for a model without experts
        return
    fits = 0 <= n_experts <= MAX_EXPERTS
    if n_experts:
        fits = fits and 0 < n_used <= n_experts and 0 <= n_groups < n_experts
        if n_groups > 1:
            fits = fits and n_experts % n_groups == 0 and 0 < n_groups_used < n_groups
    else:
        fits = fits and n_used == 0 and n_groups == 0
    if not fits:
        raise DamagedHeader(f"its experts do not add up: {n_used:,} of {n_experts:,} used, in {n_groups:,} groups")


def _check_numbers(header: GgufHeader, architecture: str) -> None:
    scaling = f"{architecture}.rope.scaling.type"
    if scaling in header.types and header.text(scaling) not in ROPE_SCALING_TYPES:
        raise DamagedHeader(f"it scales its context by an unknown method, {said(header.text(scaling))}")
    pooling = header.integer(f"{architecture}.pooling_type") or 0
    if not 0 <= pooling <= MAX_POOLING_TYPE:
        raise DamagedHeader(f"it pools embeddings by an unknown method, {pooling}")
    for name in ("layer_norm_epsilon", "layer_norm_rms_epsilon", "group_norm_epsilon"):
        value = header.values.get(f"{architecture}.attention.{name}", 0.0)
        if not isinstance(value, float) or not math.isfinite(value) or value < 0:  # the normalising asserts it
            raise DamagedHeader(f"its {name} is no number from 0 up")


def _check_vocabulary(header: GgufHeader, architecture: str) -> None:
    n_claimed = header.integer(f"{architecture}.vocab_size") or 0
    if n_claimed > _MAX_VOCABULARY:
        raise DamagedHeader(f"it claims {n_claimed:,} tokens")
    tokenizer = header.text("tokenizer.ggml.model")
    if not tokenizer:
        raise DamagedHeader(mark("it does not say which tokenizer it has"))
    if tokenizer in _NO_VOCABULARY:
        return
    tokens = header.arrays.get(TOKENS)
    if tokens is None or tokens.element is not ValueType.STRING or tokens.count == 0:
        raise DamagedHeader(mark("it has no list of tokens"))
    allowed = {
        "tokenizer.ggml.scores": {ValueType.F32, ValueType.I32},
        TOKEN_TYPES: {ValueType.I32},
        "tokenizer.ggml.merges": {ValueType.STRING},
        "tokenizer.ggml.precompiled_charsmap": {ValueType.U8, ValueType.I8},
    }
    for key, elements in allowed.items():
        if key not in header.types:
            continue
        facts = header.arrays.get(key)
        if facts is None or facts.element not in elements:
            raise DamagedHeader(f"its metadata key {said(key)} is of the wrong type")
        if key in ("tokenizer.ggml.scores", TOKEN_TYPES) and facts.count < tokens.count:
            raise DamagedHeader(f"its {tokens.count:,} tokens have {facts.count:,} entries in {said(key)}")


# What the header describes


def model_info(header: GgufHeader, parts: Iterable[GgufHeader] = ()) -> ModelInfo:
    """Return the header's facts. `parts`: the headers of the model's other files.

    Raises ModelUnreadable when a number is not as llama.cpp would read it.
    """
    try:
        return _model_info(header, (header, *parts))
    except DamagedHeader as error:
        raise ModelUnreadable(header.path, str(error)) from error


def _model_info(header: GgufHeader, files: Sequence[GgufHeader]) -> ModelInfo:
    architecture = header.text("general.architecture")
    tensors = [tensor for file in files for tensor in file.tensors]

    def number(key: str) -> int:
        return header.integer(f"{architecture}.{key}") or 0

    n_layers = number("block_count")
    heads = _by_layer(header, f"{architecture}.attention.head_count", n_layers)
    swa = header.arrays.get(f"{architecture}.attention.sliding_window_pattern")
    tokens, merges = header.arrays.get(TOKENS), header.arrays.get("tokenizer.ggml.merges")
    n_experts = number("expert_count")
    n_experts_used = max(_by_layer(header, f"{architecture}.expert_used_count", n_layers), default=0)
    token_bytes, token_params = _work_of_a_token(tensors, n_experts_used / n_experts if n_experts else 1.0)
    return ModelInfo(
        path=header.path,
        kind=kind_of(header),
        architecture=architecture,
        name=header.text("general.name"),
        size_label=header.text("general.size_label"),
        license=header.text("general.license"),
        file_bytes=sum(file.file_bytes for file in files),
        n_files=len(files),
        n_params=sum(math.prod(tensor.shape) for tensor in tensors),
        mix=_mix(files),
        n_layers=n_layers,
        n_ctx_train=number("context_length"),
        n_embd=number("embedding_length"),
        n_heads=max(heads, default=0),
        kv_heads=_by_layer(header, f"{architecture}.attention.head_count_kv", n_layers) or heads,
        head_dim_k=_head_dim(header, f"{architecture}.attention.key_length", heads) if any(heads) else 0,
        head_dim_v=_head_dim(header, f"{architecture}.attention.value_length", heads) if any(heads) else 0,
        n_swa=number("attention.sliding_window"),
        swa_layers=tuple(bool(value) for value in swa.values) if swa else (),
        n_experts=n_experts,
        n_experts_used=n_experts_used,
        n_ff=max(_by_layer(header, f"{architecture}.feed_forward_length", n_layers), default=0),
        layer_bytes=_layer_bytes(tensors, n_layers),
        expert_bytes=_layer_bytes((tensor for tensor in tensors if _EXPERTS.search(tensor.name)), n_layers),
        n_vocab=tokens.count if tokens else number("vocab_size"),
        n_merges=merges.count if merges else 0,
        tokenizer=header.text("tokenizer.ggml.model"),
        pre_tokenizer=header.text("tokenizer.ggml.pre"),
        special_tokens=_special_tokens(header),
        chat_template=header.text(CHAT_TEMPLATE),
        problems=_problems(header),
        token_bytes=token_bytes,
        token_params=token_params,
    )


def _work_of_a_token(tensors: Sequence[TensorInfo], share_of_experts: float) -> tuple[int, int]:
    """Return the bytes that are read to make a token, and the weights that a token of a prompt is multiplied with."""
    looked_up = {"per_layer_token_embd.weight", "position_embd.weight"}  # one row of each
    if any(tensor.name == "output.weight" for tensor in tensors):
        looked_up.add("token_embd.weight")  # else it is the output, too
    n_bytes = n_params = 0.0
    for tensor in tensors:
        share = share_of_experts if "_exps." in tensor.name else 1.0
        n_bytes += share * tensor.n_bytes if tensor.name not in looked_up else 0.0
        if _LAYER.match(tensor.name) and len(tensor.shape) > 1:
            n_params += share * math.prod(tensor.shape)
    return round(n_bytes), round(n_params)


def _layer_bytes(tensors: Iterable[TensorInfo], n_layers: int) -> tuple[int, ...]:
    """Return the bytes of the tensors of each layer ("blk.<layer>....")."""
    sizes = [0] * min(n_layers, MAX_LAYERS)
    for tensor in tensors:
        layer = _LAYER.match(tensor.name)
        if layer and int(layer[1]) < len(sizes):
            sizes[int(layer[1])] += tensor.n_bytes
    return tuple(sizes)


def _mix(files: Iterable[GgufHeader]) -> tuple[TensorShare, ...]:
    sizes: defaultdict[str, list[int]] = defaultdict(list)
    for file in files:
        for tensor in file.tensors:
            sizes[tensor.type.name].append(tensor.n_bytes)
    shares = (TensorShare(name, len(each), sum(each)) for name, each in sizes.items())
    return tuple(sorted(shares, key=lambda share: -share.n_bytes))


def _special_tokens(header: GgufHeader) -> tuple[SpecialToken, ...]:
    found = []
    for name, text in header.special_tokens.items():
        number = header.integer(SPECIAL_TOKENS[name])
        if number is not None:
            found.append(SpecialToken(name, number, text))
    return tuple(found)


def _problems(header: GgufHeader) -> tuple[str, ...]:
    found = []
    kind, architecture = kind_of(header), header.text("general.architecture")
    if kind is not FileKind.MODEL:
        return (tr("It cannot be loaded as a model: {reason}.", reason=tr(what_it_is(header))),)
    if architecture not in ARCHITECTURES:
        found.append(
            tr(
                "Its architecture {architecture} is not among those that llama-cpp-python {version} "
                "knows; a newer engine may be needed.",
                architecture=said(architecture),
                version=ARCHITECTURES_AS_OF,
            )
        )
    if header.types.get(CHAT_TEMPLATE) is None:
        found.append(tr("It has no chat template, so it may be a base model that continues text instead of answering."))
    elif not header.text(CHAT_TEMPLATE):
        found.append(
            tr(
                "Its chat template is empty, larger than {size}, or not text.",
                size=size_text(MAX_TEXT_BYTES),
            )
        )
    if "tokenizer.ggml.model" in header.types and not header.special_tokens.get("eos"):
        found.append(tr("It does not name the token that ends an answer."))
    return tuple(found)
