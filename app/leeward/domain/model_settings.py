# SPDX-License-Identifier: Apache-2.0
"""What the user set for one model, declared once: range, unit, and a sentence for people. None leaves it to the settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, NewType, Self

from leeward.domain.bounds import Limits
from leeward.domain.generation import Adapter, Sampling, check_together
from leeward.domain.model_info import KvType, LoadPlan
from leeward.domain.samplers import SAMPLER_OF
from leeward.domain.settings import Settings, limits_of
from leeward.i18n import mark

ModelKey = NewType("ModelKey", str)
"""What settings are kept under: file name and size, so that a file that was moved keeps them."""

BUILTIN_TEMPLATES = (
    "chatml",
    "command-r",
    "deepseek3",
    "falcon3",
    "gemma",
    "granite",
    "llama2",
    "llama2-sys",
    "llama2-sys-bos",
    "llama3",
    "llama4",
    "mistral-v1",
    "mistral-v2",
    "mistral-v3",
    "mistral-v3-tekken",
    "mistral-v7",
    "mistral-v7-tekken",
    "openchat",
    "phi3",
    "phi4",
    "plain",
    "vicuna",
    "zephyr",
)
"""Chat templates of Leeward's own: a name in place of a template means one of these (engine/child/builtin_templates)."""

ROPE_SCALINGS = ("none", "linear", "yarn")


def model_key(name: str, size_bytes: int) -> ModelKey:
    return ModelKey(f"{name}:{size_bytes}")


def option(sentence: str, *, limits: Limits | None = None, unit: str = "", choices: tuple[str, ...] = ()) -> Any:
    """Declare one setting of a model. `sentence` says what it does and what it costs."""
    return field(default=None, metadata={"sentence": sentence, "limits": limits, "unit": unit, "choices": choices})


def drawing(name: str) -> Any:
    """Declare one sampler as a setting of a model, with its sentence, in the range of the setting of that name."""
    return option(SAMPLER_OF[name].sentence, limits=limits_of(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSettings:
    """Settings of one model. Where a name is also one of LoadPlan or Sampling, it means the same there.

    Attributes:
        template: Name of a built-in template or the text of one, used in place of the file's own.
        adapters: LoRA adapters to load on top: file and strength (see Adapter), each file once.
    """

    n_ctx: int | None = option(
        mark("How much of the conversation the model sees at once. More needs more memory, in proportion."),
        limits=Limits(1, 1_048_576),
        unit="tokens",
    )
    n_gpu_layers: int | None = option(
        mark("How many layers the graphics card computes. More is faster, as long as they fit into its memory."),
        limits=Limits(0, 1000),
        unit="layers",
    )
    n_threads: int | None = option(
        mark("How many processor cores compute. More than there are real cores makes it slower."),
        limits=Limits(1, 512),
        unit="threads",
    )
    n_batch: int | None = option(
        mark("How much of a prompt is read between two looks at the Stop button."),
        limits=Limits(1, 16_384),
        unit="tokens",
    )
    n_ubatch: int | None = option(
        mark("How much of a prompt is computed at once. More reads faster on a graphics card and needs more memory."),
        limits=Limits(1, 16_384),
        unit="tokens",
    )
    flash_attention: bool | None = option(
        mark("Compute attention in small pieces: less memory, and faster nearly everywhere.")
    )
    kv_type: KvType | None = option(
        mark(
            "How exactly the model remembers what it has read. q8_0 halves that memory, q4_0 quarters it and "
            "costs quality."
        ),
        choices=tuple(KvType),
    )
    use_mmap: bool | None = option(
        mark(
            "Leave the model in its file, which takes the least memory. Off is faster on Linux, and safer on network and "
            "USB drives."
        )
    )
    use_mlock: bool | None = option(mark("Keep the model in memory even when other programs need some."))
    moe_on_cpu: bool | None = option(
        mark("Leave the experts of a mixture model to the processor: large ones then fit a small graphics card.")
    )
    rope_scaling: str | None = option(
        mark("Stretch the context beyond what the model was trained for. Answers become worse with it."),
        choices=ROPE_SCALINGS,
    )
    rope_freq_scale: float | None = option(
        mark("The factor of that stretching: 0.5 doubles the context."), limits=Limits(0.01, 1)
    )
    temperature: float | None = drawing("temperature")
    top_k: int | None = drawing("top_k")
    top_p: float | None = drawing("top_p")
    min_p: float | None = drawing("min_p")
    repeat_penalty: float | None = drawing("repeat_penalty")
    draft: Path | None = option(
        mark(
            "A small model of the same family that guesses what comes next: it is used while answers are measured to be "
            "quicker with it, and takes memory."
        )
    )
    template: str | None = option(mark("Another chat template than the file's own."))
    adapters: tuple[tuple[Path, float], ...] | None = option(mark("Adapters loaded on top, each with its strength."))

    def __post_init__(self) -> None:
        for declared in fields(self):
            value = getattr(self, declared.name)
            if value is not None:
                _check(declared.name, value, declared.metadata)
        check_together(self.adapters_to_load)

    @property
    def adapters_to_load(self) -> tuple[Adapter, ...]:
        return tuple(Adapter(path, scale) for path, scale in self.adapters or ())

    def with_value(self, name: str, value: Any) -> Self:
        """Return a copy with one setting changed; None takes it back. Raises ValueError, TypeError as the constructor."""
        return replace(self, **{name: value})

    def over(self, weaker: "ModelSettings") -> "ModelSettings":
        """Return these settings, with those of `weaker` where these say nothing."""
        return replace(weaker, **self.given())

    def given(self) -> dict[str, Any]:
        """Return what is set, by name."""
        values = {declared.name: getattr(self, declared.name) for declared in fields(self)}
        return {name: value for name, value in values.items() if value is not None}


def load_plan(settings: Settings, own: ModelSettings, path: Path, name: str = "") -> LoadPlan:
    """Return how to load the model at `path`: as the settings say, except for what its own settings say."""
    known = {**_known_to(LoadPlan, own), "adapters": own.adapters_to_load}
    return replace(settings.load_plan(path, name), **known)


def in_use(settings: Settings, own: ModelSettings, suggested: ModelSettings) -> Settings:
    """Return the settings under which a loaded model answers.

    How words are drawn is what was set for the model; else what the user changed in the settings; else what the model's
    makers suggest.
    """
    usual = Settings()
    unchanged = {
        name: value
        for name, value in _known_to(Sampling, suggested).items()
        if getattr(settings, name) == getattr(usual, name)
    }
    return replace(settings, **{**unchanged, **_known_to(Sampling, own)})


def _known_to(kind: type[LoadPlan] | type[Sampling], own: ModelSettings) -> Mapping[str, Any]:
    known = {declared.name for declared in fields(kind)}
    return {name: value for name, value in own.given().items() if name in known}


def _check(name: str, value: Any, declared: Mapping[str, Any]) -> None:
    limits, choices = declared["limits"], declared["choices"]
    if limits and not limits.low <= value <= limits.high:
        raise ValueError(f"{name} must lie between {limits.low:g} and {limits.high:g}, not {value}")
    if choices and value not in choices:
        raise ValueError(f"{name} must be one of {', '.join(choices)}, not {value}")
