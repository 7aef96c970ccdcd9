# SPDX-License-Identifier: Apache-2.0
"""A BERT of a few KB with random weights as GGUF, and the same forward pass in numpy to compare with."""

from dataclasses import dataclass
from pathlib import Path

import gguf
import numpy as np

N_EMBD, N_FF, N_HEAD, N_LAYERS, N_CTX = 32, 48, 4, 2, 64
CLS, SEP = 2, 3
WORDS = ["north", "south", "river", "bread", "lamp", "is", "the", "a"]
TOKENS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *(f"▁{word}" for word in WORDS)]
EPSILON = 1e-12


@dataclass(frozen=True)
class TinyBert:
    """`path`: the file. `weights`: name to array, as in the file."""

    path: Path
    weights: dict[str, np.ndarray]

    def hidden(self, tokens: list[int]) -> np.ndarray:
        """Return the last hidden states (n_tokens, N_EMBD): https://arxiv.org/abs/1810.04805 section 3, post-norm."""
        w, n_tokens = self.weights, len(tokens)
        x = w["token_embd.weight"][tokens] + w["position_embd.weight"][:n_tokens] + w["token_types.weight"][0]
        x = _norm(x, w["token_embd_norm.weight"], w["token_embd_norm.bias"])
        for layer in range(N_LAYERS):
            name = f"blk.{layer}."
            q, k, v = (
                _linear(x, w, f"{name}attn_{each}").reshape(n_tokens, N_HEAD, -1).swapaxes(0, 1) for each in "qkv"
            )
            seen = _softmax(q @ k.swapaxes(1, 2) / np.sqrt(N_EMBD // N_HEAD)) @ v
            x = x + _linear(seen.swapaxes(0, 1).reshape(n_tokens, N_EMBD), w, f"{name}attn_output")
            x = _norm(x, w[f"{name}attn_output_norm.weight"], w[f"{name}attn_output_norm.bias"])
            x = x + _linear(_gelu(_linear(x, w, f"{name}ffn_up")), w, f"{name}ffn_down")
            x = _norm(x, w[f"{name}layer_output_norm.weight"], w[f"{name}layer_output_norm.bias"])
        return x

    def score(self, tokens: list[int]) -> float:
        """Return the first output of the classification head over the first token."""
        return float(
            _linear(np.tanh(_linear(self.hidden(tokens)[0], self.weights, "cls")), self.weights, "cls.output")[0]
        )


def ids_of(text: str) -> list[int]:
    """Return the tokens of words that the vocabulary has, without what is added around them."""
    return [TOKENS.index(f"▁{word}") for word in text.split()]


def write_tiny_bert(
    path: Path, *, has_head: bool = False, pooling: gguf.PoolingType | None = None, rerank_template: str = ""
) -> TinyBert:
    """Write the model. Same arguments, same bytes."""
    writer = gguf.GGUFWriter(path, "bert")
    writer.add_name("Tiny BERT")
    writer.add_context_length(N_CTX)
    writer.add_embedding_length(N_EMBD)
    writer.add_block_count(N_LAYERS)
    writer.add_feed_forward_length(N_FF)
    writer.add_head_count(N_HEAD)
    writer.add_layer_norm_eps(EPSILON)
    writer.add_causal_attention(False)
    if rerank_template:
        writer.add_chat_template([{"name": "rerank", "template": rerank_template}])
    if pooling is not None:
        writer.add_pooling_type(pooling)
    writer.add_vocab_size(len(TOKENS))
    writer.add_token_type_count(2)
    writer.add_tokenizer_model("bert")
    writer.add_token_list(TOKENS)
    writer.add_token_types([gguf.TokenType.CONTROL] * 5 + [gguf.TokenType.NORMAL] * len(WORDS))
    writer.add_bos_token_id(CLS)
    writer.add_sep_token_id(SEP)
    writer.add_eos_token_id(SEP)
    writer.add_unk_token_id(1)
    writer.add_pad_token_id(0)
    writer.add_mask_token_id(4)
    random = np.random.default_rng(7)
    weights = {name: random.normal(0, 0.5, shape).astype(np.float32) for name, shape in _shapes(has_head).items()}
    for name, values in weights.items():
        writer.add_tensor(name, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return TinyBert(path, weights)


def _shapes(has_head: bool) -> dict[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {
        "token_embd.weight": (len(TOKENS), N_EMBD),
        "position_embd.weight": (N_CTX, N_EMBD),
        "token_types.weight": (2, N_EMBD),
        "token_embd_norm.weight": (N_EMBD,),
        "token_embd_norm.bias": (N_EMBD,),
    }
    for layer in range(N_LAYERS):
        name = f"blk.{layer}."
        for each, n_out, n_in in (
            ("attn_q", N_EMBD, N_EMBD),
            ("attn_k", N_EMBD, N_EMBD),
            ("attn_v", N_EMBD, N_EMBD),
            ("attn_output", N_EMBD, N_EMBD),
            ("ffn_up", N_FF, N_EMBD),
            ("ffn_down", N_EMBD, N_FF),
        ):
            shapes |= {f"{name}{each}.weight": (n_out, n_in), f"{name}{each}.bias": (n_out,)}
        for each in ("attn_output_norm", "layer_output_norm"):
            shapes |= {f"{name}{each}.weight": (N_EMBD,), f"{name}{each}.bias": (N_EMBD,)}
    if has_head:
        shapes |= {"cls.weight": (N_EMBD, N_EMBD), "cls.bias": (N_EMBD,)}
        shapes |= {"cls.output.weight": (1, N_EMBD), "cls.output.bias": (1,)}
    return shapes


def _linear(x: np.ndarray, weights: dict[str, np.ndarray], name: str) -> np.ndarray:
    return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def _norm(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(-1, keepdims=True) + EPSILON) * weight + bias


def _softmax(x: np.ndarray) -> np.ndarray:
    powers = np.exp(x - x.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


def _gelu(x: np.ndarray) -> np.ndarray:
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))
