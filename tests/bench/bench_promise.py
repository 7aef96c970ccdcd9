# SPDX-License-Identifier: Apache-2.0
"""What is promised of a model's speed, over what is measured: the machine is calibrated on SmolLM2 alone, then on both models.

Below 1 the model is faster than promised. After a calibration on the model itself the ratio shows the noise of measuring.
Also how long a verdict takes: a slider asks for one at every move.
"""

import json
import statistics
import time
from typing import Any

from helpers import models
from helpers.bench import Engine, rounds, story, user
from leeward.domain.machine_profile import MachineProfile
from leeward.domain.model_info import Device, LoadPlan, ModelInfo
from leeward.engine.child.cores import n_cores
from leeward.engine.supervisor import Supervisor
from leeward.library.machine_profile import calibrate
from leeward.library.model_check import check_model_file
from leeward.library.verdict import WORDS_PER_TOKEN, verdict

ROUNDS = 5
N_TOKENS = 64
N_VERDICTS = 200
PLENTY = (Device("CPU", "", "CPU", 1 << 40, 1 << 40, features=("AVX2",)),)
LITTLE = (Device("CPU", "", "CPU", 1 << 40, 600_000_000, features=("AVX2",)),)


def profile_of(path: Any) -> MachineProfile:
    engine = Supervisor()
    try:
        profile = calibrate(engine, path, n_cores())
    finally:
        engine.close()
    if profile is None:
        raise RuntimeError(f"{path} could not be measured in time")
    return profile


def measured(path: Any) -> tuple[int, float, float]:
    """Return the tokens of a prompt, the seconds to the first word behind it, and words a second."""
    engine = Engine(LoadPlan(path, n_ctx=2048, n_threads=n_cores()))
    first_s, rates, n_prompt = [], [], 0
    for number in range(rounds(ROUNDS)):
        engine.ask(user("Something else."), 1)
        end = engine.ask(user(story(300, f"{number}.")), 1).end
        n_prompt = end.usage.prompt_tokens
        first_s.append(end.timings.first_token_s)
        rates.append(engine.decode_rate(f"{number}. {story(300)}", N_TOKENS) * WORDS_PER_TOKEN)
    engine.close()
    words_per_second = statistics.median(rates)
    # The promise is about a word, which takes more than one token.
    return n_prompt, statistics.median(first_s) + 1 / words_per_second, words_per_second


def kept(profile: MachineProfile, info: ModelInfo, real: tuple[int, float, float]) -> dict[str, float]:
    n_prompt, first_word_s, words_per_second = real
    promise = verdict(info, LoadPlan(info.path, n_ctx=2048), PLENTY, profile, prompt_tokens=n_prompt).promise
    assert promise is not None
    return {
        "words_per_second_promised_over_measured": promise.words_per_second / words_per_second,
        "first_word_s_measured_over_promised": first_word_s / promise.first_word_s,
        "promised_words_per_second": promise.words_per_second,
        "promised_first_word_s": promise.first_word_s,
    }


def verdict_us(info: ModelInfo, profile: MachineProfile, devices: tuple[Device, ...]) -> float:
    times = []
    for number in range(N_VERDICTS):
        began = time.perf_counter()
        verdict(info, LoadPlan(info.path, n_ctx=512 + 256 * number), devices, profile)
        times.append((time.perf_counter() - began) * 1e6)
    return statistics.median(times)


def main() -> None:
    smol, gemma = models.starter_path(), models.gemma_path()
    info = check_model_file(gemma)
    began = time.perf_counter()
    one = profile_of(smol)
    calibration_s = time.perf_counter() - began
    both = one.with_sample_of(profile_of(gemma))
    real = measured(gemma)
    print(
        json.dumps(
            {
                "calibration_s": calibration_s,
                "smol_bytes_per_second": one.samples[0].bytes_per_second,
                "gemma_prompt_tokens": real[0],
                "gemma_measured_first_word_s": real[1],
                "gemma_measured_words_per_second": real[2],
                "gemma_promised_from_smol": kept(one, info, real),
                "gemma_promised_from_both": kept(both, info, real),
                "verdict_us_fits": verdict_us(info, both, PLENTY),
                "verdict_us_bisected": verdict_us(info, both, LITTLE),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
