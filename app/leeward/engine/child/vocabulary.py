# SPDX-License-Identifier: Apache-2.0
"""What a model file says of its tokens, and its chat template: text to tokens and back. Needs neither weights nor a context."""

import ctypes
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import llama_cpp

from leeward.domain.errors import ModelUnreadable
from leeward.engine.child.builtin_templates import VocabularyFacts

if TYPE_CHECKING:
    from leeward.engine.child.llama import NativeLog

N_REMEMBERED = 4096
"""Tokens whose text is kept at hand."""

_CONTROL = llama_cpp.LLAMA_TOKEN_ATTR_CONTROL | llama_cpp.LLAMA_TOKEN_ATTR_UNKNOWN


class DecodeFailed(Exception):
    """llama_decode refused; `code` is its return value (llama.h)."""

    def __init__(self, code: int) -> None:
        super().__init__(f"llama_decode returned {code}")
        self.code = code


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the tokenizer's model says of itself."""

    bos: int
    eos_text: str
    bos_text: str
    add_bos: bool


class Tokenizer:
    """Text to tokens and back."""

    def __init__(self, vocab: "llama_cpp.llama_vocab_p") -> None:
        self.vocab = vocab

    def tokenize(self, text: str, *, parse_special: bool, add_special: bool = False) -> list[int]:
        """Return the tokens of `text`.

        Args:
            parse_special: Spelled control tokens become control tokens.
            add_special: With what the vocabulary wants around a text (BOS, CLS, SEP, EOS).
        """
        data = text.encode("utf-8", "replace")
        capacity = len(data) + 16
        for _ in range(2):
            tokens = (llama_cpp.llama_token * capacity)()
            n = llama_cpp.llama_tokenize(self.vocab, data, len(data), tokens, capacity, add_special, parse_special)
            if n >= 0:
                return tokens[:n]
            capacity = -n
        raise DecodeFailed(n)

    def detokenize(self, tokens: Sequence[int]) -> str:
        """Return the text of tokens, control tokens as they are spelled; bytes that are no character are U+FFFD."""
        array = (llama_cpp.llama_token * len(tokens))(*tokens)
        capacity = 16 * len(tokens) + 16
        for _ in range(2):
            buffer = ctypes.create_string_buffer(capacity)
            n = llama_cpp.llama_detokenize(self.vocab, array, len(tokens), buffer, capacity, False, True)
            if n >= 0:
                return buffer.raw[:n].decode("utf-8", "replace")
            capacity = -n
        raise DecodeFailed(n)


class ModelVocabulary(Tokenizer):
    """The vocabulary of a model in memory, which whoever loaded it frees. Not thread-safe."""

    def __init__(self, model: "llama_cpp.llama_model_p") -> None:
        super().__init__(llama_cpp.llama_model_get_vocab(model))
        self._model: llama_cpp.llama_model_p | None = model
        self.n_vocab = llama_cpp.llama_vocab_n_tokens(self.vocab)
        # Histories are checked again every turn; the vocabulary (0.4 s for 262,144 tokens) only when something is found.
        self._spells_control = lru_cache(maxsize=512)(
            lambda text: self.tokenize(text, parse_special=True) != self.tokenize(text, parse_special=False)
        )
        # Texts repeat their tokens, and a call into C takes ten times as long as a look-up.
        self.piece = lru_cache(maxsize=N_REMEMBERED)(self._plain_piece)
        self.is_end = lru_cache(maxsize=N_REMEMBERED)(self._is_end)
        self._piece_buffer = ctypes.create_string_buffer(256)

    def metadata(self, key: str) -> str:
        """Return a metadata value of the file as text, "" when it is not there."""
        size = llama_cpp.llama_model_meta_val_str(self._model, key.encode(), None, 0)
        if size < 0:
            return ""
        buffer = ctypes.create_string_buffer(size + 1)
        llama_cpp.llama_model_meta_val_str(self._model, key.encode(), buffer, size + 1)
        return buffer.value.decode("utf-8", "replace")

    @cached_property
    def chat_template(self) -> str:
        """The template's text, "" when the file has none."""
        text = llama_cpp.llama_model_chat_template(self._model, None)
        return text.decode("utf-8", "replace") if text else ""

    @cached_property
    def vocabulary(self) -> Vocabulary:
        bos = llama_cpp.llama_vocab_bos(self.vocab)
        eos = llama_cpp.llama_vocab_eos(self.vocab)
        return Vocabulary(
            bos=bos,
            bos_text=self._text_of(bos),
            eos_text=self._text_of(eos),
            add_bos=bos >= 0 and llama_cpp.llama_vocab_get_add_bos(self.vocab),
        )

    @cached_property
    def template_facts(self) -> VocabularyFacts:
        is_sentencepiece = llama_cpp.llama_vocab_type(self.vocab) == llama_cpp.LLAMA_VOCAB_TYPE_SPM
        return VocabularyFacts(
            has_token=self.has_token,
            bos_text=self.vocabulary.bos_text,
            eos_text=self.vocabulary.eos_text,
            # llama.cpp's default for SentencePiece is to put it (llama-vocab.cpp).
            adds_space=is_sentencepiece and self.metadata("tokenizer.ggml.add_space_prefix") != "false",
            is_sentencepiece=is_sentencepiece,
        )

    @cached_property
    def control_text(self) -> re.Pattern[str] | None:
        """Matches every spelling of a control token; None when the vocabulary has none."""
        texts = [
            self._text_of(token)
            for token in range(llama_cpp.llama_vocab_n_tokens(self.vocab))
            if self.is_control(token)
        ]
        spelled = sorted((re.escape(text) for text in texts if text), key=len, reverse=True)
        return re.compile("|".join(spelled)) if spelled else None

    def spells_control(self, text: str) -> bool:
        """Whether `text` has something in it that the tokenizer could take for a control token."""
        return self._spells_control(text)

    def has_token(self, text: str) -> bool:
        """Whether `text` is one token of the vocabulary, control tokens included."""
        return len(self.tokenize(text, parse_special=True)) == 1

    def _is_end(self, token: int) -> bool:
        """Whether the model ends its turn with this token."""
        return bool(llama_cpp.llama_vocab_is_eog(self.vocab, token))

    def is_control(self, token: int) -> bool:
        """Whether the token can only be written by a program, never spelled by a person."""
        return bool(llama_cpp.llama_vocab_get_attr(self.vocab, token) & _CONTROL)

    @property
    def adds_bos(self) -> bool:
        """Whether the model wants BOS before every text."""
        return self.vocabulary.add_bos

    def _text_of(self, token: int) -> str:
        text = llama_cpp.llama_vocab_get_text(self.vocab, token) if token >= 0 else None
        return text.decode("utf-8", "replace") if text else ""

    def _plain_piece(self, token: int) -> bytes:
        """Return the bytes a token stands for; control tokens stand for none."""
        return self._piece(token, is_spelled=False)

    def spelled_piece(self, token: int) -> bytes:
        """Return the bytes a token stands for, control tokens as they are spelled."""
        return self._piece(token, is_spelled=True)

    def _piece(self, token: int, *, is_spelled: bool) -> bytes:
        buffer = self._piece_buffer
        n = llama_cpp.llama_token_to_piece(self.vocab, token, buffer, len(buffer), 0, is_spelled)
        if n < 0:
            self._piece_buffer = buffer = ctypes.create_string_buffer(-n)
            n = llama_cpp.llama_token_to_piece(self.vocab, token, buffer, len(buffer), 0, is_spelled)
        return buffer.raw[:n]

    def token_text(self, token: int) -> str:
        """Return what a token stands for, for people; a control token is spelled, half a character is U+FFFD."""
        piece = self.piece(token)
        return piece.decode("utf-8", "replace") if piece else self._text_of(token)


@contextmanager
def vocabulary_of(path: Path, log: "NativeLog") -> Iterator[ModelVocabulary]:
    """Load what a file says of its tokens, without its weights, and free it again. Raises ModelUnreadable."""
    params = llama_cpp.llama_model_default_params()
    params.vocab_only = True
    params.n_gpu_layers = 0
    log.clear()
    model = llama_cpp.llama_model_load_from_file(os.fsencode(path), params)
    if not model:
        raise ModelUnreadable(path, log.last_errors)
    try:
        yield ModelVocabulary(model)
    finally:
        llama_cpp.llama_model_free(model)
