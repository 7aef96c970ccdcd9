# SPDX-License-Identifier: Apache-2.0
"""`leeward fit`: whether a model is for this machine. `leeward calibrate`: how fast the machine is, measured and kept."""

import argparse

import msgspec

from leeward.cli.exit_codes import ExitCode
from leeward.cli.session import Session
from leeward.domain.machine_profile import CALIBRATION_LIMIT_S, Machine, MachineProfile
from leeward.domain.model_info import LoadPlan, ModelInfo
from leeward.engine.child.cores import n_cores
from leeward.engine.protocol import Engine
from leeward.library.in_words import size_text
from leeward.library.machine_profile import calibrate as measure
from leeward.library.model_check import check_model_file
from leeward.library.models import Library
from leeward.library.remote_model import read_remote_model
from leeward.library.resolve import resolve_model
from leeward.library.verdict import WORDS_PER_TOKEN, Verdict, VerdictKind, verdict
from leeward.library.web import StopFlag, Surroundings
from leeward.storage.machine_profile import MachineProfileFile
from leeward.storage.profile import Profile
from leeward.storage.secrets import TokenStore
from leeward.storage.settings_file import SettingsFile


def fit(
    arguments: argparse.Namespace,
    engine: Engine,
    library: Library,
    profile: Profile,
) -> ExitCode:
    """Print the verdict on one model; MODEL when it is too large. Raises AppError."""
    info = _info(arguments.file, library, profile)
    with Session(engine) as session:
        started = session.devices()
    machine = Machine.of(started.engine, started.devices, arguments.threads or n_cores())
    measured = MachineProfileFile(profile.machine_file).read(machine)
    plan = LoadPlan(
        info.path, n_ctx=arguments.context or None, kv_type=arguments.kv_type, moe_on_cpu=arguments.moe_on_cpu
    )
    found = verdict(info, plan, started.devices, measured)
    if arguments.json:
        print(msgspec.json.encode(as_json(found, info)).decode())
    else:
        _print(found, info, is_measured=measured is not None)
    return ExitCode.MODEL if found.kind is VerdictKind.TOO_LARGE else ExitCode.OK


def calibrate(arguments: argparse.Namespace, engine: Engine, library: Library, profile: Profile) -> ExitCode:
    """Measure with one model and keep the result. FAILED when nothing could be measured in time. Raises AppError."""
    path = resolve_model(arguments.model, library).path
    measured = measure(engine, path, arguments.threads or n_cores())
    if measured is None:
        print(f"Nothing could be measured in {CALIBRATION_LIMIT_S:.0f} s: the machine is too slow or too busy.")
        return ExitCode.FAILED
    kept = MachineProfileFile(profile.machine_file).add(measured)
    if arguments.json:
        print(msgspec.json.encode(kept).decode())
    else:
        _print_profile(kept)
    return ExitCode.OK


def as_json(found: Verdict, info: ModelInfo) -> dict[str, object]:
    """Return the object that `--json` prints: plain values only."""
    values: dict[str, object] = msgspec.to_builtins(found)
    sentences = [found.memory_sentence, found.parts_sentence, found.speed_sentence]
    promise = {"words_per_token": WORDS_PER_TOKEN} if found.promise else {}
    return {"file": info.path.name, "file_bytes": info.file_bytes, **values, **promise, "sentences": sentences}


def _info(wanted: str, library: Library, profile: Profile) -> ModelInfo:
    if wanted.startswith(("https://", "http://")):
        network = SettingsFile(profile.settings_file).load().network
        around = Surroundings(network=network, token=TokenStore(profile.token_file).get)
        return read_remote_model(wanted, around, StopFlag())
    return check_model_file(resolve_model(wanted, library).path)


def _print(found: Verdict, info: ModelInfo, *, is_measured: bool) -> None:
    print(f"{info.path.name}, {size_text(info.file_bytes)}: {found.kind}")
    print(found.memory_sentence)
    if found.max_n_ctx > found.n_ctx and found.kind is not VerdictKind.TOO_LARGE:
        print(f"The longest context that fits has {found.max_n_ctx:,} tokens.")
    if 0 < info.n_ctx_train < found.n_ctx:
        print(f"The model was trained for {info.n_ctx_train:,} tokens.")
    print(found.parts_sentence)
    print(found.speed_sentence + ("" if is_measured else " Run `leeward calibrate` once."))


def _print_profile(profile: MachineProfile) -> None:
    print(f"{profile.machine.engine}, {profile.machine.n_threads} threads, {', '.join(profile.machine.devices)}")
    for sample in profile.samples:
        print(
            f"{sample.model}: writes {sample.decode_tokens_per_second:.1f} tokens a second "
            f"({sample.bytes_per_second / 1e9:.1f} GB of weights), reads {sample.prompt_tokens_per_second:.0f} "
            f"({sample.multiplications_per_second / 1e9:.1f} billion multiplications), {sample.measured}"
        )
