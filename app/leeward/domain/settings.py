# SPDX-License-Identifier: Apache-2.0
"""Settings, declared once: name, type, default, range, unit and scope. The settings file, the window and the docs read this."""

import enum
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

from leeward.domain.bounds import Limits
from leeward.domain.generation import ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.kv import KvStore
from leeward.domain.model_info import LoadPlan
from leeward.domain.network import HUB, NetworkSettings
from leeward.domain.power import PowerMode


class ThemeChoice(enum.StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"  # high contrast; light or dark as the desktop is


class Density(enum.StrEnum):
    """How much room the window leaves between things."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Language(enum.StrEnum):
    """Of the interface; what the others are is said in `leeward.i18n`."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"
    SPANISH = "es"
    CHINESE = "zh_CN"


class SendKey(enum.StrEnum):
    """The key that sends a message; Enter with anything else starts a line."""

    ENTER = "enter"
    CTRL_ENTER = "ctrl+enter"
    SHIFT_ENTER = "shift+enter"


class WhenFull(enum.StrEnum):
    """What is done with a message that does not fit into the context together with what came before it."""

    ASK = "ask"
    SLIDE = "slide"  # the oldest messages leave the model's memory, not the chat


class FreeAfter(enum.StrEnum):
    """After how many minutes of not being used a model is put to sleep."""

    NEVER = "never"
    MINUTES_5 = "5"
    MINUTES_15 = "15"
    MINUTES_30 = "30"
    MINUTES_60 = "60"

    @property
    def seconds(self) -> float | None:
        """None for never."""
        return None if self is FreeAfter.NEVER else 60.0 * int(self.value)


class TitleChoice(enum.StrEnum):
    """Where the title of a new chat comes from. Its first words are its title until there is another one."""

    AUTOMATIC = "automatic"  # from a model that is large enough
    MODEL = "model"
    WORDS = "words"


def setting(default: Any, *, limits: Limits | None = None, unit: str = "") -> Any:
    """Declare one setting. A value outside `limits` is refused by `Settings`, and replaced by the default on reading."""
    return field(default=default, metadata={"limits": limits, "unit": unit})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the user can set. Frozen: a change is a new value (`with_value`).

    Attributes:
        n_ctx: Context length; 0 means what Leeward chooses for the model.
        n_gpu_layers: -1 means as many as the devices hold.
        kept_gb: So much of what models have read is kept on disk; 0 keeps nothing.
        is_followed_up: Whether questions are proposed behind an answer.
        is_read_ahead: Whether a question is read while it is being written.
        n_threads: 0 means the free cores.
        power: How much of the machine models may take.
        is_tuned: Whether trials are made of how models compute fastest here, and what they found is used.
        engine_silence_limit_s: Without a sign of life for so long the engine is started again.
        max_tokens: Of an answer; 0 means as many as the context has room for.
        seed: -1 draws a new one for every answer.
        hub_endpoint: Where models are searched and fetched: the Hugging Face Hub or a mirror of it.
        proxy: Address of a proxy; empty for none.
        ca_file: Certificates to trust instead of the usual ones; empty for none.
        n_downloads: How many run at once, and how many parts of a model in several files.
        last_model: Path of the model to load at start; empty means the starter model.
        persona: Name of the persona that answers; empty is none.
    """

    theme: ThemeChoice = setting(ThemeChoice.SYSTEM)
    language: Language = setting(Language.SYSTEM)
    density: Density = setting(Density.COMFORTABLE)
    font_size_pt: int = setting(11, limits=Limits(8, 24), unit="pt")
    send_key: SendKey = setting(SendKey.ENTER)
    is_spelling_checked: bool = setting(True)
    when_full: WhenFull = setting(WhenFull.ASK)
    model_titles: TitleChoice = setting(TitleChoice.AUTOMATIC)
    is_followed_up: bool = setting(False)
    system_prompt: str = setting("")
    free_model_after: FreeAfter = setting(FreeAfter.MINUTES_30)
    power: PowerMode = setting(PowerMode.BALANCED)
    is_tuned: bool = setting(True)
    n_ctx: int = setting(0, limits=Limits(0, 1_048_576), unit="tokens")
    n_gpu_layers: int = setting(-1, limits=Limits(-1, 1000), unit="layers")
    kept_gb: int = setting(4, limits=Limits(0, 1000), unit="GB")
    is_read_ahead: bool = setting(True)
    n_threads: int = setting(0, limits=Limits(0, 512), unit="threads")
    engine_silence_limit_s: int = setting(60, limits=Limits(15, 3600), unit="s")
    max_tokens: int = setting(0, limits=Limits(0, 1_048_576), unit="tokens")
    temperature: float = setting(0.7, limits=Limits(0, 5))
    top_k: int = setting(40, limits=Limits(0, 1000))
    top_p: float = setting(0.95, limits=Limits(0, 1))
    min_p: float = setting(0.05, limits=Limits(0, 1))
    repeat_penalty: float = setting(1.1, limits=Limits(0.1, 10))
    seed: int = setting(-1, limits=Limits(-1, 2**32 - 2))
    hub_endpoint: str = setting(HUB)
    proxy: str = setting("")
    ca_file: str = setting("")
    n_downloads: int = setting(2, limits=Limits(1, 8), unit="downloads")
    last_model: str = setting("")
    persona: str = setting("")

    def __post_init__(self) -> None:
        for declared in fields(self):
            problem = _problem(getattr(self, declared.name), declared.metadata.get("limits"))
            if problem:
                raise ValueError(f"{declared.name} {problem}")

    def with_value(self, name: str, value: Any) -> Self:
        """Return a copy with one setting changed. Raises ValueError outside its range, TypeError for an unknown name."""
        return replace(self, **{name: value})

    @property
    def sampling(self) -> Sampling:
        return Sampling(
            temperature=self.temperature,
            top_k=self.top_k,
            top_p=self.top_p,
            min_p=self.min_p,
            repeat_penalty=self.repeat_penalty,
            seed=None if self.seed < 0 else self.seed,
        )

    def request(self, id_: GenerationId, messages: tuple[ChatMessage, ...]) -> GenerationRequest:
        """Return what is asked of the model under these settings."""
        return GenerationRequest(id_, messages, self.sampling, self.max_tokens or None)

    @property
    def form(self) -> str:
        """Return `GenerationRequest.form` of what is asked under these settings."""
        return self.request(GenerationId(""), (ChatMessage(Role.USER, ""),)).form

    @property
    def network(self) -> NetworkSettings:
        endpoint = self.hub_endpoint.strip().rstrip("/") or HUB
        return NetworkSettings(
            endpoint,
            self.proxy.strip(),
            Path(self.ca_file.strip()) if self.ca_file.strip() else None,
            is_loopback_http_allowed=endpoint.startswith("http://"),  # a mirror on this machine that the user named
        )

    def kept_in(self, folder: Path) -> KvStore | None:
        """Return where what models have read is kept, in `folder`; None where nothing is."""
        return KvStore(folder, self.kept_gb * 1000**3) if self.kept_gb else None

    def load_plan(self, path: Path, name: str = "") -> LoadPlan:
        """Return how the model at `path` is to be loaded under these settings; `name` is what to call it."""
        return LoadPlan(
            path=path,
            name=name,
            n_ctx=self.n_ctx or None,
            n_gpu_layers=None if self.n_gpu_layers < 0 else self.n_gpu_layers,
            n_threads=self.n_threads or None,
            silence_limit_s=self.engine_silence_limit_s,
        )


def limits_of(name: str) -> Limits:
    """Return the range of the numeric setting `name`."""
    for declared in fields(Settings):
        if declared.name == name and declared.metadata["limits"] is not None:
            limits: Limits = declared.metadata["limits"]
            return limits
    raise KeyError(name)


def _problem(value: Any, limits: Limits | None) -> str:
    if limits is None:
        return ""
    return (
        ""
        if limits.low <= value <= limits.high
        else f"must lie between {limits.low:g} and {limits.high:g}, not {value}"
    )
