# SPDX-License-Identifier: Apache-2.0
"""What the commands return to the shell."""

import enum

from leeward.domain.errors import (
    AppError,
    EngineError,
    ExchangeError,
    ModelError,
    NetworkError,
    PromptError,
    StorageError,
)


class ExitCode(enum.IntEnum):
    OK = 0
    FAILED = 1  # something else went wrong, or a check found a problem
    USAGE = 2  # the command line makes no sense
    MODEL = 3  # the model is not there, damaged, unknown or too large
    PROMPT = 4  # the conversation does not fit, or the model's template refuses it
    ENGINE = 5  # the engine ended or hangs
    PROFILE = 6  # the profile folder cannot be used
    NETWORK = 7  # something could not be fetched
    FILE = 8  # a file to be imported or restored is damaged or of no known kind
    INTERRUPTED = 130  # Ctrl+C, as shells count it


def exit_code_of(error: AppError) -> ExitCode:
    """Return the code for an error that ends a command."""
    by_kind = {
        ModelError: ExitCode.MODEL,
        PromptError: ExitCode.PROMPT,
        EngineError: ExitCode.ENGINE,
        StorageError: ExitCode.PROFILE,
        NetworkError: ExitCode.NETWORK,
        ExchangeError: ExitCode.FILE,
    }
    return next((code for kind, code in by_kind.items() if isinstance(error, kind)), ExitCode.FAILED)
