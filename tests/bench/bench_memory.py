# SPDX-License-Identifier: Apache-2.0
"""What was planned of memory, over what the engine grew by: two models, three contexts, two types of keys and values."""

import json
import sys

from helpers import models
from helpers.memory_cases import CASES, planned_and_used

MODELS = {"smollm2_135m": models.starter_path, "gemma3_270m": models.gemma_path}


def main() -> None:
    results: dict[str, dict[str, float]] = {}
    for name, path_of in MODELS.items():
        for n_ctx, kv_type in CASES[:1] if "--quick" in sys.argv else CASES:
            planned_bytes, used_bytes = planned_and_used(path_of(), n_ctx, kv_type)
            results[f"{name}_{n_ctx}_{kv_type}"] = {
                "planned_over_used": planned_bytes / used_bytes,
                "planned_bytes": planned_bytes,
                "used_bytes": used_bytes,
            }
    ratios = [case["planned_over_used"] for case in results.values()]
    print(json.dumps({**results, "lowest_planned_over_used": min(ratios), "highest_planned_over_used": max(ratios)}))


if __name__ == "__main__":
    main()
