# SPDX-License-Identifier: Apache-2.0
"""A persona with everything in it."""

from leeward.domain.generation import AdapterUse
from leeward.domain.persona import Persona

FULL = Persona(
    name="Größe & Co: C++",
    description="All of it.",
    model="tiny",
    max_tokens=100,
    stop=("END", "\n\n"),
    is_reasoning=False,
    adapters=(AdapterUse("style.gguf", 0.5),),
    sampling={
        "temperature": 0.2,
        "xtc.probability": 0.5,
        "dry.breakers": ["\n"],
        "logit_bias": [[5, -100.0]],
        "seed": 0,
    },
    system_prompt='Two "lines"\nand a \\ here.\r\n',
    json_schema='{"type": "object"}',
)
