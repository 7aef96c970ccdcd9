# SPDX-License-Identifier: Apache-2.0
"""GGUF models with Mistral's real vocabularies, made from mistral-common's own files, and random weights of few bytes."""

import shutil
from pathlib import Path

import gguf
import numpy as np

N_EMBD, N_FF, N_HEAD, N_CTX = 32, 32, 4, 4096


def write_mistral_gguf(path: Path, tokenizer: Path, *, add_space_prefix: bool | None, template: str = "") -> Path:
    """Write the model to `path` and return it. `add_space_prefix` None leaves the key out, as llama.cpp's converter does."""
    from gguf.vocab import MistralTokenizerType, MistralVocab

    folder = path.parent / f"{path.stem} tokenizer"
    folder.mkdir()
    shutil.copy(tokenizer, folder / ("tekken.json" if tokenizer.suffix == ".json" else tokenizer.name))
    vocab = MistralVocab(folder)
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("Mistral's vocabulary")
    writer.add_context_length(N_CTX)
    writer.add_embedding_length(N_EMBD)
    writer.add_block_count(1)
    writer.add_feed_forward_length(N_FF)
    writer.add_head_count(N_HEAD)
    writer.add_head_count_kv(N_HEAD)
    writer.add_rope_dimension_count(N_EMBD // N_HEAD)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(vocab.vocab_size)
    writer.add_tokenizer_model(vocab.gguf_tokenizer_model)
    texts, scores, types = zip(*vocab.all_tokens(), strict=True)
    writer.add_token_list(list(texts))
    writer.add_token_scores(list(scores))
    writer.add_token_types(list(types))
    if vocab.tokenizer_type == MistralTokenizerType.tekken:
        writer.add_tokenizer_pre("tekken")
        writer.add_token_merges(vocab.extract_vocab_merges_from_model())
    writer.add_bos_token_id(vocab.bos_id)
    writer.add_eos_token_id(vocab.eos_id)
    writer.add_unk_token_id(vocab.unk_id)
    writer.add_add_bos_token(True)
    if add_space_prefix is not None:
        writer.add_add_space_prefix(add_space_prefix)
    if template:
        writer.add_chat_template(template)
    for name, shape in {
        "token_embd": (vocab.vocab_size, N_EMBD),
        "output": (vocab.vocab_size, N_EMBD),
        "output_norm": (N_EMBD,),
        "blk.0.attn_norm": (N_EMBD,),
        "blk.0.attn_q": (N_EMBD, N_EMBD),
        "blk.0.attn_k": (N_EMBD, N_EMBD),
        "blk.0.attn_v": (N_EMBD, N_EMBD),
        "blk.0.attn_output": (N_EMBD, N_EMBD),
        "blk.0.ffn_norm": (N_EMBD,),
        "blk.0.ffn_gate": (N_FF, N_EMBD),
        "blk.0.ffn_up": (N_FF, N_EMBD),
        "blk.0.ffn_down": (N_EMBD, N_FF),
    }.items():
        writer.add_tensor(f"{name}.weight", np.zeros(shape, np.float16 if len(shape) > 1 else np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
