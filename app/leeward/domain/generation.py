# SPDX-License-Identifier: Apache-2.0
"""What is asked of a model and what comes back. All values are frozen and cross threads and processes as they are."""

import enum
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import msgspec

from leeward.domain.bounds import Count, Limits, Seconds
from leeward.domain.ids import GenerationId
from leeward.domain.samplers import SAMPLER_OF, limits_of_parts

MAX_ADAPTERS = 8
"""Of one model or request, and how many the engine keeps in memory. Not measured: adapters are some MiB each."""

MAX_BREAKERS = 100
MAX_CHOICES = 16


class Role(enum.StrEnum):
    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"
    TOOL = "tool"  # what a tool that was called gave back


class FinishReason(enum.StrEnum):
    """Why an answer ended."""

    STOP = "stop"  # the model ended its turn, or a stop string was met
    LENGTH = "length"  # max_tokens, or the context is full
    CANCELLED = "cancelled"  # stopped by the user
    TOOL_CALLS = "tool_calls"  # the model ended its turn and asked for tools


@dataclass(frozen=True, slots=True)
class ToolCall:
    """What a model asks a tool for.

    Attributes:
        id: By which the tool's answer says what it answers: the model's own, or nine letters and digits.
        arguments: A JSON object as text.
    """

    id: str
    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message as the model is shown it.

    Attributes:
        tool_calls: Of an assistant's message.
        tool_call_id, name: Of a tool's message: the call it answers, and the tool.
        reasoning: What the assistant thought before it answered. Most templates show it to the model only within one turn.
    """

    role: Role
    content: str
    tool_calls: tuple[ToolCall, ...] = ()
    tool_call_id: str = ""
    name: str = ""
    reasoning: str = ""


@dataclass(frozen=True, slots=True)
class DynamicTemperature:
    """A temperature that follows how sure the model is (https://arxiv.org/abs/2309.02772).

    Attributes:
        spread: The temperature lies between `temperature - spread` and `temperature + spread`.
        exponent: Above 1 keeps it low until the model is very unsure.
    """

    spread: float = 0.5
    exponent: float = 1.0

    def __post_init__(self) -> None:
        _check(self, limits_of_parts("dynamic_temperature"))


@dataclass(frozen=True, slots=True)
class Xtc:
    """Exclude top choices: with `probability`, drop all but the least probable of the tokens above `threshold`."""

    probability: float = 0.5
    threshold: float = 0.1

    def __post_init__(self) -> None:
        _check(self, limits_of_parts("xtc"))


@dataclass(frozen=True, slots=True)
class Mirostat:
    """Hold the surprise of the text at `tau` bits a token (https://arxiv.org/abs/2007.14966).

    Attributes:
        version: 1 or 2, as in the paper and its successor.
        eta: How fast it learns.
    """

    version: int = 2
    tau: float = 5.0
    eta: float = 0.1

    def __post_init__(self) -> None:
        _check(self, limits_of_parts("mirostat"))


@dataclass(frozen=True, slots=True)
class Dry:
    """Do not repeat yourself: a penalty that grows with the length of what a token would repeat.

    Attributes:
        multiplier: Of the penalty `multiplier * base ** (length - allowed_length)`.
        allowed_length: Repetitions up to this many tokens cost nothing.
        last_n: How many recent tokens are looked at, the prompt's included.
        breakers: A repetition does not reach across these strings.
    """

    multiplier: float = 0.8
    base: float = 1.75
    allowed_length: int = 2
    last_n: int = 1024
    breakers: tuple[str, ...] = ("\n", ":", '"', "*")

    def __post_init__(self) -> None:
        _check(self, limits_of_parts("dry"))
        if len(self.breakers) > MAX_BREAKERS:
            raise ValueError(f"breakers must be at most {MAX_BREAKERS}, not {len(self.breakers)}")


@dataclass(frozen=True, slots=True)
class AdaptiveP:
    """Draw tokens whose probability is near `target` on average; `decay` is the weight of earlier ones."""

    target: float = 0.5
    decay: float = 0.9

    def __post_init__(self) -> None:
        _check(self, limits_of_parts("adaptive_p"))


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the next token is chosen. `engine/child/sampling` says in which order, and why.

    Attributes:
        temperature: 0 takes the most probable token always.
        top_k: Keep this many most probable tokens; 0 keeps all.
        top_p: Keep the smallest set with this total probability; 1 keeps all.
        min_p: Drop tokens below this share of the best one's probability.
        repeat_penalty: Divide the logits of recent tokens by this; 1 is off.
        repeat_last_n: How many recent tokens the penalties look at.
        frequency_penalty: Subtracted per occurrence among the recent tokens.
        presence_penalty: Subtracted once if a token is among the recent ones.
        seed: 0 to 2**32 - 2. None draws one; the receipt says which. A given seed also fixes the thread
            count, and reads a prompt that is wholly in the cache again from where its last piece began: the same request
            then gives the same tokens, alone or asked again. Behind another conversation that shares a beginning with
            it, the last digits may differ.
        typical_p: Keep tokens of typical surprise up to this total probability; 1 keeps all.
        top_n_sigma: Drop tokens further than this many standard deviations below the best logit; 0 keeps all.
        dynamic_temperature, xtc, mirostat, dry, adaptive_p: None is off. Mirostat takes the place of everything that
            cuts candidates, except top_k and top_n_sigma; with adaptive_p too, Mirostat draws.
        logit_bias: Pairs of a token and what is added to its logit (-100 to 100; -100 never, 100 always).
        is_infill: For prompts that ask to fill a gap: end early rather than late.
    """

    temperature: float = 0.7
    top_k: int = 40
    top_p: float = 0.95
    min_p: float = 0.05
    repeat_penalty: float = 1.1
    repeat_last_n: int = 64
    frequency_penalty: float = 0.0
    presence_penalty: float = 0.0
    seed: int | None = None
    typical_p: float = 1.0
    top_n_sigma: float = 0.0
    dynamic_temperature: DynamicTemperature | None = None
    xtc: Xtc | None = None
    mirostat: Mirostat | None = None
    dry: Dry | None = None
    adaptive_p: AdaptiveP | None = None
    logit_bias: tuple[tuple[int, float], ...] = ()
    is_infill: bool = False

    def __post_init__(self) -> None:
        limits = limits_of_parts("")
        _check(self, {name: each for name, each in limits.items() if getattr(self, name) is not None})
        if any(not 0 <= token < 2**31 or not -100 <= bias <= 100 for token, bias in self.logit_bias):
            raise ValueError("logit_bias must hold tokens from 0 on with a bias between -100 and 100")

    def with_values(self, values: Mapping[str, Any]) -> "Sampling":
        """Return a copy with some samplers changed, by their names in `domain/samplers`.

        One part of a sampler that was off turns it on, with its other parts as usual.

        Raises:
            ValueError: There is no such sampler, or the value is not of its kind or outside its range.
        """
        table: dict[str, Any] = msgspec.to_builtins(self)
        for name, value in values.items():
            if name not in SAMPLER_OF:
                raise ValueError(f"there is no sampler {name[:60]}")
            owner, _, part = name.rpartition(".")
            if owner and table[owner] is None:
                table[owner] = {}
            (table[owner] if owner else table)[part] = value
        return msgspec.convert(table, Sampling)


def usual_values() -> dict[str, Any]:
    """Return what each sampler of `domain/samplers` is by its name; for one that is off, what its parts are when it is on."""
    on = Sampling(
        dynamic_temperature=DynamicTemperature(), xtc=Xtc(), mirostat=Mirostat(), dry=Dry(), adaptive_p=AdaptiveP()
    )
    table = msgspec.to_builtins(on)
    places = ((name, *name.rpartition(".")[::2]) for name in SAMPLER_OF)
    return {name: (table[owner] if owner else table)[part] for name, owner, part in places}


@dataclass(frozen=True, slots=True)
class PromptOptions:
    """What a template may be told beside the messages.

    Attributes:
        tools, documents: As dicts in the usual form; none is passed as None, which is what templates test for.
        is_reasoning: Whether the model should think first; None leaves it to the template.
    """

    tools: tuple[dict[str, Any], ...] = ()
    documents: tuple[dict[str, Any], ...] = ()
    is_reasoning: bool | None = None

    @property
    def tool_parameters(self) -> dict[str, dict[str, Any]]:
        """The JSON schema of each tool's arguments, by the tool's name: {"type": "function", "function": {...}}, or what is
        inside alone."""
        found: dict[str, dict[str, Any]] = {}
        for tool in self.tools:
            function = tool.get("function", tool)
            name = function.get("name") if isinstance(function, dict) else None
            if isinstance(name, str) and name:
                parameters = function.get("parameters")
                found[name] = parameters if isinstance(parameters, dict) else {}
        return found


@dataclass(frozen=True, slots=True)
class Adapter:
    """A LoRA adapter, laid over the loaded model for all answers (LoadPlan) or for one (GenerationRequest).

    Attributes:
        path: The GGUF file.
        scale: 1 is as strong as it was trained, 0 is nothing, below 0 is the other way round.
    """

    path: Path
    scale: float = 1.0

    def __post_init__(self) -> None:
        _check(self, {"scale": Limits(-10, 10)})

    @property
    def use(self) -> "AdapterUse":
        return AdapterUse(self.path.name, self.scale)


def check_together(adapters: Sequence[Adapter]) -> None:
    """Raise ValueError for more adapters than are laid over a model, or one file twice."""
    if not len({adapter.path for adapter in adapters}) == len(adapters) <= MAX_ADAPTERS:
        raise ValueError(f"adapters must be at most {MAX_ADAPTERS}, each of another file")


@dataclass(frozen=True, slots=True)
class AdapterUse:
    """An adapter that lies over a model: its file name without the folder."""

    file: str
    scale: float


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """One answer to be made.

    Attributes:
        id: Chosen by the caller; unique while the engine lives.
        messages: The conversation, oldest first; the last one is the user's.
        max_tokens: Of the answer; None means as many as the context has room for.
        stop: The answer ends before the first of these strings; not looked for in reasoning and tool calls.
        grammar: In GBNF, from the rule `root` on: nothing else can be answered. "" is no grammar. Where the template has
            opened the model's reasoning, it holds from the end of that on.
        json_schema: The same as a JSON schema; at most one of the two.
        n_probs: How many of the most probable tokens are told with every token of the answer.
        options: What the chat template is told beside the messages. Tool calls are looked for only where it has tools.
        tool_choice: "auto", "none" (the template still shows the tools, so that the cache keeps its beginning, but nothing
            is taken for a call), "required", or the name of the tool that must be called.
        n_choices: How many answers are made; the n-th is drawn with seed + n.
        adapters: Laid over the model for this answer, each file once; None takes those that it was loaded with. Their sum
            does not depend on their order, but for the last digits.
        begun: An answer that is gone on with: the model reads it as what it has just written itself, and only what comes
            behind it is told. Its reasoning is over when it has content.
        is_aside: Asked beside the conversation that the model has just read: what the KV cache holds of that is the same
            afterwards. One answer of at most `max_tokens`; fails with AsideRefused where it would cost more than that.
        keep_as: Name (letters, digits, _ and -) under which the engine keeps on disk what it has read of this conversation;
            "" keeps nothing.
        is_background: Nobody waits for it: answers that somebody waits for come first.
        is_ahead: Only read what will be there however the last message goes on; no answer is made. In the background.
    """

    id: GenerationId
    messages: tuple[ChatMessage, ...]
    sampling: Sampling = field(default_factory=Sampling)
    max_tokens: int | None = None
    stop: tuple[str, ...] = ()
    grammar: str = ""
    json_schema: str = ""
    n_probs: int = 0
    options: PromptOptions = PromptOptions()
    tool_choice: str = "auto"
    n_choices: int = 1
    adapters: tuple[Adapter, ...] | None = None
    begun: ChatMessage | None = None
    is_aside: bool = False
    keep_as: str = ""
    is_background: bool = False
    is_ahead: bool = False

    @property
    def form(self) -> str:
        """What the answer has to be, and what the template is told, as a digest; "" where nothing is said of it."""
        said = (self.stop, self.grammar, self.json_schema, self.options, self.tool_choice)
        if said == ((), "", "", PromptOptions(), "auto"):
            return ""
        return hashlib.sha256(repr(said).encode()).hexdigest()[:32]

    def __post_init__(self) -> None:
        if self.begun is not None and self.begun.role is not Role.ASSISTANT:
            raise ValueError("only an answer can be gone on with")
        if not self.messages:
            raise ValueError("a request needs at least one message")
        if self.max_tokens is not None and self.max_tokens < 1:
            raise ValueError(f"max_tokens must be at least 1, not {self.max_tokens}")
        if self.grammar and self.json_schema:
            raise ValueError("a request has a grammar or a json_schema, not both")
        if self.tool_choice not in ("auto", "none"):
            if self.tool_choice != "required" and self.tool_choice not in self.options.tool_parameters:
                raise ValueError(f"tool_choice names no tool: {self.tool_choice[:40]}")
            if not self.options.tool_parameters:
                raise ValueError("tool_choice is required, but there are no tools")
            if self.grammar or self.json_schema:
                raise ValueError("a request that must call a tool has no grammar or json_schema")
        if self.is_aside and (self.max_tokens is None or self.n_choices != 1 or self.begun is not None):
            raise ValueError("what is asked beside a conversation is one answer from its beginning, with max_tokens")
        _check(self, {"n_probs": Limits(0, 100), "n_choices": Limits(1, MAX_CHOICES)})
        check_together(self.adapters or ())


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one answer.

    Attributes:
        prompt_tokens: Of the rendered conversation.
        reused_tokens: Of these, how many were still in the KV cache and not read again.
        completion_tokens: Sampled, the end-of-turn token not counted.
    """

    prompt_tokens: Count
    reused_tokens: Count
    completion_tokens: Count


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds of one answer, by a monotonic clock in the engine process.

    Attributes:
        prompt_s: Reading the part of the prompt that was not reused.
        first_token_s: From the request's arrival to the first sampled token.
        decode_s: From the first sampled token to the last.
        drafted_tokens: Read ahead because they might come next, and how many of them did (`engine/child/speculation`).
    """

    prompt_s: Seconds
    first_token_s: Seconds
    decode_s: Seconds
    decode_tokens_per_second: Annotated[float, msgspec.Meta(ge=0)]
    drafted_tokens: Count = 0
    accepted_tokens: Count = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """What the model said to a question that belongs to no chat."""

    text: str
    reason: FinishReason


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is needed to make the same answer again.

    Attributes:
        model_name: As shown to the user.
        model_file: File name without its folder.
        model_size_bytes: Of the file. A content hash comes with the model library.
        template_id: First 16 hex digits of the SHA-256 of the chat template's text.
        sampling: With the seed that was used, never None.
        engine: Version of llama-cpp-python.
        n_ctx, n_threads: As they were for this answer.
        adapters: That lay over the model.
    """

    model_name: str
    model_file: str
    model_size_bytes: int
    template_id: str
    sampling: Sampling
    engine: str
    n_ctx: int
    n_threads: int
    adapters: tuple[AdapterUse, ...] = ()


def _check(value: object, limits: Mapping[str, Limits]) -> None:
    for name, each in limits.items():
        if not each.low <= getattr(value, name) <= each.high:  # also refuses NaN
            raise ValueError(f"{name} must lie between {each.low} and {each.high}, not {getattr(value, name)}")
