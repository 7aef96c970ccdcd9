# SPDX-License-Identifier: Apache-2.0
"""What can be asked of a model beside answers: vectors, scores, tokens, the exact prompt, its template, its speed. All values
are frozen."""

import enum
from pathlib import Path
from typing import Annotated

import msgspec

from leeward.domain.bounds import Limits
from leeward.domain.generation import ChatMessage, PromptOptions
from leeward.domain.ids import QueryId
from leeward.domain.model_info import KvType
from leeward.i18n import tr

MAX_TEXTS = 16
"""Texts of one EmbedTexts: vectors of 16,000 numbers still fit one message of the engine. Ask again for more."""

Range = tuple[int, int]


class Pooling(enum.StrEnum):
    """How one vector comes from the vectors of a text's tokens."""

    MEAN = "mean"
    CLS = "cls"  # the first token's
    LAST = "last"


class EmbedTexts(msgspec.Struct, frozen=True, tag=True):
    """Ask for one vector per text.

    Attributes:
        texts: 1 to MAX_TEXTS. None is empty; one that is too long is refused, never cut.
        pooling: None takes what the model was made for, MEAN where it does not say.
        is_normalised: Whether vectors have length 1, so that their dot product is the cosine.
    """

    id: QueryId
    texts: tuple[str, ...]
    pooling: Pooling | None = None
    is_normalised: bool = True

    def __post_init__(self) -> None:
        if not 1 <= len(self.texts) <= MAX_TEXTS:
            raise ValueError(f"there must be 1 to {MAX_TEXTS} texts, not {len(self.texts)}")
        if not all(self.texts):
            raise ValueError("a text is empty")


class Embeddings(msgspec.Struct, frozen=True, tag=True):
    """One vector per text.

    Attributes:
        vectors: (n_texts, n_dimensions) as float32 of this machine, row by row.
        n_tokens: Of each text, with what the tokenizer adds.
        pooling: How they were made.
    """

    vectors: bytes
    n_dimensions: int
    n_tokens: tuple[int, ...]
    pooling: Pooling

    def vector(self, index: int) -> tuple[float, ...]:
        size_bytes = 4 * self.n_dimensions
        return tuple(memoryview(self.vectors)[index * size_bytes : (index + 1) * size_bytes].cast("f"))


class RankTexts(msgspec.Struct, frozen=True, tag=True):
    """Ask how well each text answers a query. Only models with a classification head can say."""

    id: QueryId
    query: str
    texts: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.query or not self.texts:
            raise ValueError("a query and at least one text are needed")


class Scores(msgspec.Struct, frozen=True, tag=True):
    """Higher is better; the scale is the model's own, and comparable for one query only.

    Attributes:
        n_tokens: Of each text together with the query.
    """

    scores: tuple[float, ...]
    n_tokens: tuple[int, ...]


class TokenizeText(msgspec.Struct, frozen=True, tag=True):
    """Ask for the tokens of a text.

    Attributes:
        parse_special: Whether spelled control tokens become control tokens.
        add_special: Whether to add what the model wants around a text (BOS, CLS, SEP, EOS).
    """

    id: QueryId
    text: str
    parse_special: bool = False
    add_special: bool = False


class Tokens(msgspec.Struct, frozen=True, tag=True):
    """Tokens of a text. `pieces`: the bytes each stands for, which may end inside a character; control tokens spelled."""

    ids: tuple[int, ...]
    pieces: tuple[bytes, ...]


class DetokenizeTokens(msgspec.Struct, frozen=True, tag=True):
    """Ask for the text of tokens, control tokens as they are spelled."""

    id: QueryId
    tokens: tuple[int, ...]


class Text(msgspec.Struct, frozen=True, tag=True):
    """Text of tokens; bytes that are no character are U+FFFD."""

    text: str


class ViewPrompt(msgspec.Struct, frozen=True, tag=True):
    """Ask for exactly what the model would see of a conversation."""

    id: QueryId
    messages: tuple[ChatMessage, ...]
    options: PromptOptions = PromptOptions()

    def __post_init__(self) -> None:
        if not self.messages:
            raise ValueError("a prompt needs at least one message")


class PromptPart(msgspec.Struct, frozen=True):
    """A stretch of the prompt: `message` is whose it is (its number), None for what the template added.

    Attributes:
        start, end: Its tokens: the first, and behind the last.
    """

    message: int | None
    text: str
    start: int
    end: int

    @property
    def n_tokens(self) -> int:
        return self.end - self.start


class PromptView(msgspec.Struct, frozen=True, tag=True):
    """The exact prompt.

    Attributes:
        spans: For every message the tokens of its content (first, behind the last); None where the template left it out
            or changed it so that it cannot be told. A token across a border belongs to the message it reaches into.
        parts: Text and tokens without a gap, in order. One part of nobody where it cannot be told which is whose.
        added: What the tokenizer puts before the text, as it is spelled (BOS); "" when nothing. Its token is counted in
            the first part.
    """

    tokens: tuple[int, ...]
    spans: tuple[Range | None, ...]
    parts: tuple[PromptPart, ...]
    added: str = ""

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)

    def n_tokens(self, message: int | None) -> int:
        """Return how many tokens a message became; with None those of the template."""
        return sum(part.n_tokens for part in self.parts if part.message == message)


class ExamineTemplate(msgspec.Struct, frozen=True, tag=True):
    """Ask what is to be said of the model's chat template.

    Attributes:
        template: Text or name of another one to look at; "" is the file's own.
        reference: Text or name of the one this model should have, "" where that is not known.
    """

    id: QueryId
    template: str = ""
    reference: str = ""


class ExamineFile(msgspec.Struct, frozen=True, tag=True):
    """The same of a file that need not be loaded: only its vocabulary is read. `template`: see ExamineTemplate."""

    id: QueryId
    path: Path
    template: str = ""


class FindingLevel(enum.StrEnum):
    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


class TemplateFinding(msgspec.Struct, frozen=True):
    """One thing that was looked at.

    Attributes:
        check: What it was, as an id.
        words: What was found, for people, with places for `facts`: `sentence` is both.
        fix: Name of the built-in template that would mend it, "" when none would.
    """

    check: str
    level: FindingLevel
    words: str
    fix: str = ""
    facts: dict[str, str] = {}

    @property
    def sentence(self) -> str:
        """What was found, in the language in use."""
        return tr(self.words, **self.facts)


class TemplateReport(msgspec.Struct, frozen=True, tag=True):
    """All that was found, in the order in which to read it."""

    findings: tuple[TemplateFinding, ...]

    @property
    def level(self) -> FindingLevel:
        """Of the worst finding."""
        order = list(FindingLevel)
        return max((finding.level for finding in self.findings), key=order.index, default=FindingLevel.OK)


class MeasureSpeed(msgspec.Struct, frozen=True, tag=True):
    """Ask how fast the loaded model computes in a certain way. What it has read of a chat stays as it is, and whatever else is
    asked meanwhile stops it.

    Attributes:
        n_ubatch: Tokens that are computed at once.
        n_prompt: Tokens of the prompt that is read.
        n_decode: Tokens that are computed one by one behind it.
    """

    id: QueryId
    n_threads: int
    n_ubatch: int = 512
    flash_attention: bool = True
    kv_type: KvType = KvType.F16
    n_prompt: int = 128
    n_decode: int = 16

    def __post_init__(self) -> None:
        limits = {
            "n_threads": Limits(1, 512),
            "n_ubatch": Limits(1, 8192),
            "n_prompt": Limits(1, 8192),
            "n_decode": Limits(1, 512),
        }
        for name, each in limits.items():
            if not each.low <= getattr(self, name) <= each.high:
                raise ValueError(f"{name} must lie between {each.low} and {each.high}")


class SpeedMeasured(msgspec.Struct, frozen=True, tag=True):
    """How fast it was: reading a prompt, and computing one token after the other (nothing is drawn).

    Attributes:
        is_disturbed: Other programs used the cores about that time.
    """

    prompt_tokens_per_second: Annotated[float, msgspec.Meta(gt=0, le=1e9)]
    decode_tokens_per_second: Annotated[float, msgspec.Meta(gt=0, le=1e9)]
    is_disturbed: bool = False


ModelQuery = EmbedTexts | RankTexts | TokenizeText | DetokenizeTokens | ViewPrompt | ExamineTemplate | MeasureSpeed
"""To the loaded model."""

Query = ModelQuery | ExamineFile
QueryAnswer = Embeddings | Scores | Tokens | Text | PromptView | TemplateReport | SpeedMeasured
