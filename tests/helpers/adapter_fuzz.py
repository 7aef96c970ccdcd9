# SPDX-License-Identifier: Apache-2.0
"""A program: lays every adapter of a folder over a model in the real engine and reads a few tokens with it.

`adapter_fuzz.py MODEL FOLDER` prints the name of each file before llama.cpp gets it, and how that went behind it.
"""

import sys
from pathlib import Path

from leeward.domain.errors import AdapterUnfit
from leeward.domain.generation import Adapter
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.llama import Llama, NativeLog, Piece
from leeward.engine.child.vocabulary import DecodeFailed


def main() -> None:
    model, folder = map(Path, sys.argv[1:])
    llama = Llama(LoadPlan(model, n_ctx=64, n_threads=1), NativeLog(lambda *_: None), lambda _: True)
    for path in sorted(folder.iterdir()):
        print(path.name, end=" ", flush=True)
        try:
            llama.adapters.use([Adapter(path)])
            llama.roll_back(0, 0)
            llama.decode([Piece(0, [1, 70, 80, 90])])
            print("used", flush=True)
        except (AdapterUnfit, DecodeFailed) as error:
            print("refused", error, flush=True)
        llama.adapters.use([])
    llama.close()


if __name__ == "__main__":
    main()
