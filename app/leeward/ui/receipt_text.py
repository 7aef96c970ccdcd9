# SPDX-License-Identifier: Apache-2.0
"""How an answer was made, as labelled lines. Pure functions of a message."""

from dataclasses import fields, is_dataclass

from leeward.domain.conversation import Message, MessageStatus, ReplyDetails
from leeward.domain.generation import FinishReason, Receipt, Sampling
from leeward.domain.model_info import LoadedModel
from leeward.domain.settings import Settings
from leeward.i18n import mark, tr

Lines = list[tuple[str, str]]

_SAMPLING_LABELS = {
    "temperature": mark("Temperature"),
    "top_k": mark("Top K"),
    "top_p": mark("Top P"),
    "min_p": mark("Min P"),
    "repeat_penalty": mark("Repeat penalty"),
}
"""Of what is told in every case."""


def receipt_lines(message: Message) -> Lines:
    """Return (label, value) of all that is known of how an answer was made; only what is known is in it."""
    details = message.details or ReplyDetails()
    receipt = _receipt(details.receipt) if details.receipt is not None else []
    lines = [*receipt[:1], (tr("Ended"), _ending(message, details))]
    if details.is_edited:
        lines.append((tr("Edited"), tr("by you; what the model wrote is the version before")))
    if details.n_continued:
        times = tr("once") if details.n_continued == 1 else tr("{n} times", n=details.n_continued)
        lines.append((tr("Continued"), tr("{times}; speed and settings are those of the last part", times=times)))
    return [*lines, *_figures(details), *receipt[1:]]


def why_not_again(message: Message, model: LoadedModel | None, settings: Settings) -> str:
    """Return why an answer cannot be run again as it was made under these settings, as a sentence; "" when it can."""
    details = message.details or ReplyDetails()
    receipt = details.receipt
    if receipt is None:
        return tr("What this answer was made with was not kept.")
    is_loaded = model is not None and (model.path.name, model.size_bytes) == (
        receipt.model_file,
        receipt.model_size_bytes,
    )
    reasons = (
        (details.is_edited, tr("You wrote a part of this version. Run the version before it again.")),
        (details.n_continued > 0, tr("This answer was made in several parts.")),
        (details.is_summary or details.n_seen is not None, tr("This answer was made from a part of the chat.")),
        (not is_loaded, tr("Load {model} first: it made this answer.", model=receipt.model_name or receipt.model_file)),
        (
            model is not None and model.adapters != receipt.adapters,
            tr("This answer was made with other adapters than the model is loaded with now."),
        ),
        (
            settings.form != details.form,
            tr("This answer was asked for in another form: another persona answers now."),
        ),
    )
    return next((reason for is_so, reason in reasons if is_so), "")


def _ending(message: Message, details: ReplyDetails) -> str:
    if details.finish_reason is FinishReason.CANCELLED:
        return tr("stopped by you")
    if message.status is MessageStatus.INTERRUPTED:
        return tr("interrupted")
    if details.finish_reason is FinishReason.LENGTH:
        return tr("the limit of tokens, or the end of the context")
    return tr("by itself")


def _figures(details: ReplyDetails) -> Lines:
    lines: Lines = []
    usage, timings = details.usage, details.timings
    if usage is not None:
        n_new = usage.prompt_tokens - usage.reused_tokens
        lines.append((tr("Answer"), tr("{n:,} tokens", n=usage.completion_tokens)))
        lines.append(
            (
                tr("Prompt"),
                tr(
                    "{prompt_tokens:,} tokens: {reused_tokens:,} reused, {n:,} read",
                    prompt_tokens=usage.prompt_tokens,
                    reused_tokens=usage.reused_tokens,
                    n=n_new,
                ),
            )
        )
    if timings is not None:
        lines.append(
            (
                tr("Speed"),
                tr("{speed:.1f} tokens/s", speed=timings.decode_tokens_per_second),
            )
        )
        first = tr(
            "{first_token_s:.2f} s to the first token, {prompt_s:.2f} s of it reading",
            first_token_s=timings.first_token_s,
            prompt_s=timings.prompt_s,
        )
        lines.append((tr("Time"), tr("{first}, {decode_s:.2f} s writing", first=first, decode_s=timings.decode_s)))
        if timings.drafted_tokens:
            guessed = tr(
                "{n:,} tokens, {accepted:,} of them right", n=timings.drafted_tokens, accepted=timings.accepted_tokens
            )
            lines.append((tr("Guessed"), guessed))
    return lines


def _receipt(receipt: Receipt) -> Lines:
    lines = [(tr("Model"), receipt.model_name), (tr("File"), receipt.model_file)]
    if receipt.adapters:
        lines.append((tr("Adapters"), ", ".join(f"{each.file} at {each.scale:g}" for each in receipt.adapters)))
    lines.append((tr("Seed"), str(receipt.sampling.seed)))
    lines += _sampling(receipt.sampling)
    lines.append((tr("Context"), tr("{n:,} tokens", n=receipt.n_ctx)))
    lines.append((tr("Threads"), str(receipt.n_threads)))
    lines.append((tr("Engine"), receipt.engine))
    if receipt.template_id:
        lines.append((tr("Template"), receipt.template_id))
    return [(label, value) for label, value in lines if value]


def _sampling(sampling: Sampling) -> Lines:
    """Return what is always told, and whatever else is not as usual."""
    usual, lines = Sampling(), []
    for declared in fields(sampling):
        value = getattr(sampling, declared.name)
        label = _SAMPLING_LABELS.get(declared.name, "")
        is_told = bool(label) or value != getattr(usual, declared.name)
        if is_told and declared.name != "seed":
            lines.append((label or declared.name.replace("_", " ").capitalize(), _value(value)))
    return lines


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    if is_dataclass(value):
        return ", ".join(f"{each.name.replace('_', ' ')} {_value(getattr(value, each.name))}" for each in fields(value))
    return str(value)
