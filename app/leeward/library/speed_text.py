# SPDX-License-Identifier: Apache-2.0
"""A measurement of speed in words: for the window, the terminal, and to be shared."""

from collections.abc import Iterable

from leeward.domain.speed import LeftOutReason, SpeedChange, SpeedReport
from leeward.i18n import number, plural, tr
from leeward.library.in_words import size_text
from leeward.library.speed import LIMIT_S

Table = list[tuple[str, list[str]]]
"""A label and a value for each depth."""

_IN_CACHE = 1.0
_NOTHING = "–"  # noqa: RUF001 - a dash that stands for a number


def table_of(report: SpeedReport) -> Table:
    """Return what was measured, the lengths of the prompts in the first row."""
    depths = report.depths
    rows = [
        (tr("Length of the prompt, in tokens"), [number(each.prompt_tokens) for each in depths]),
        (tr("Reads a prompt, tokens/s"), [_rate(each.prompt_rate) for each in depths]),
        (tr("Writes, tokens/s"), [_rate(each.decode_rate) for each in depths]),
        (tr("First word"), [seconds_text(each.first_token_cold_s) for each in depths]),
        (tr("First word, asked again"), [seconds_text(each.first_token_warm_s) for each in depths]),
    ]
    if any(each.memory_bytes for each in depths):
        rows.append(
            (tr("Memory"), [size_text(each.memory_bytes) if each.memory_bytes else _NOTHING for each in depths])
        )
    return rows


def head_text(report: SpeedReport) -> str:
    """Return which model it was, and on what it ran."""
    return tr(
        "{model} on {device}, {threads}, loaded in {time}",
        model=model_text(report),
        device=report.device,
        threads=_threads(report),
        time=seconds_text(report.load_s),
    )


def model_text(report: SpeedReport) -> str:
    name, kind = " ".join(report.model.split()), report.quantization
    return name if not kind or kind.casefold() in name.casefold() else f"{name} {kind}"


def sentences_of(report: SpeedReport) -> list[str]:
    """Return what is to be said beside the table."""
    found = [limit_text(report)]
    if report.first_token_restored_s is not None:
        found.append(
            tr("First word of a chat that was kept on disk: {time}.", time=seconds_text(report.first_token_restored_s))
        )
    found.append(left_out_text(report))
    return [each for each in found if each]


def limit_text(report: SpeedReport) -> str:
    """Return how near writing comes to what memory allows, as a sentence; "" where nobody knows."""
    share = report.decode_share
    if not share:
        return ""
    rate = tr("{n:.1f} GB", n=report.bytes_per_s / 1e9)
    if share > _IN_CACHE:
        return tr(
            "Writing was faster than reading all of the model from memory ({rate} a second): the processor's caches hold a part of"
            " it, or something else kept the machine busy.",
            rate=rate,
        )
    return tr(
        "Writing reaches {percent} % of what this machine's memory allows ({rate} a second, {limit} tokens/s).",
        percent=round(100 * share),
        rate=rate,
        limit=_rate(report.decode_limit),
    )


def left_out_text(report: SpeedReport) -> str:
    """Return which depths were not measured, and why, as sentences; "" when all were."""
    sentences = []
    for reason in LeftOutReason:
        depths = [each.depth_tokens for each in report.left_out if each.reason is reason]
        if not depths:
            continue
        lengths = ", ".join(map(number, depths))
        if reason is LeftOutReason.CONTEXT:
            sentences.append(
                tr(
                    "Not measured: {lengths} tokens. With an answer that is more than the context of {n_ctx:,} has room for.",
                    lengths=lengths,
                    n_ctx=report.n_ctx,
                )
            )
        else:
            sentences.append(
                tr(
                    "Not measured: {lengths} tokens. That would have taken more than {n} seconds in all.",
                    lengths=lengths,
                    n=round(LIMIT_S),
                )
            )
    return " ".join(sentences)


def change_text(change: SpeedChange, date: str) -> str:
    """Return how much faster or slower than before, as a sentence; "" when nothing can be compared. `date`: of before."""
    if not change.prompt_ratio or not change.decode_ratio:
        return ""
    return tr(
        "Reads {prompt} times and writes {decode} times as fast as on {date}.",
        prompt=number(change.prompt_ratio, ".2f"),
        decode=number(change.decode_ratio, ".2f"),
        date=date,
    )


def line_of(report: SpeedReport, date: str) -> str:
    """Return a report in one line; `date`: when it was made."""
    depth = report.depths[-1] if report.depths else None
    if depth is None:
        return tr("{date}: {model}, too slow to be measured", date=date, model=model_text(report))
    return tr(
        "{date}: {model} on {device}, {threads}, reads {prompt} and writes {decode} tokens/s at {n:,} tokens",
        date=date,
        model=model_text(report),
        prompt=_rate(depth.prompt_rate),
        decode=_rate(depth.decode_rate),
        n=depth.prompt_tokens,
        threads=_threads(report),
        device=report.device,
    )


def share_text(report: SpeedReport) -> str:
    """Return the text to share: model, machine, engine, and the table. Nothing in it says whose machine it is."""
    machine = report.machine
    lines = [
        head_text(report),
        tr(
            "{cpu}, {n} cores, {memory} of memory, {system}",
            cpu=machine.cpu,
            n=machine.n_cores,
            memory=size_text(machine.memory_bytes),
            system=machine.system,
        ),
        tr("Leeward, engine {engine}, measured on {date} (UTC)", engine=report.engine, date=report.measured[:10]),
        "",
        *table_lines(table_of(report)),
        "",
        *sentences_of(report),
    ]
    return "\n".join(lines).rstrip() + "\n"


def table_lines(table: Table) -> Iterable[str]:
    """Yield the rows of a table as lines with columns, for a font of one width."""
    widest = max(len(label) for label, _ in table)
    for label, values in table:
        yield f"{label:<{widest}}" + "".join(f"{value:>12}" for value in values)


def seconds_text(seconds: float) -> str:
    """Return "12 ms", "0.42 s" or "12.3 s"."""
    if seconds < 0.1:
        return tr("{n} ms", n=round(1000 * seconds))
    return tr("{n:.2f} s", n=seconds) if seconds < 10 else tr("{n:.1f} s", n=seconds)


def _threads(report: SpeedReport) -> str:
    return plural("{n} thread", "{n} threads", report.n_threads)


def _rate(rate: float) -> str:
    if not rate:
        return _NOTHING
    return number(round(rate)) if rate >= 100 else number(rate, ".1f")
