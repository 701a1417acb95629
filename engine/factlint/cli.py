"""The command line: a shell around `commands/`, one module a command.

A command's module is imported when it is called, so that `--help` and a mistyped option answer at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from factlint.arguments import CallError, parse
from factlint.commands.shell import silence, tell
from factlint.diagnostics import Diagnostic
from factlint.statuses import OK, WRONG

INTERRUPTED = 130


def run() -> None:
    """The installed command."""
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Do what the call says; the exit status. A user never sees a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        arguments = parse(argv)
        status: int = import_module(f"factlint.commands.{arguments.command}").run(arguments)
    except CallError as error:
        tell([error.diagnostic])
        return WRONG
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        silence()
        return OK
    except Exception as error:
        if os.environ.get("FACTLINT_TRACEBACK"):
            raise
        tell([_bug(error)])
        return WRONG
    return status


def _bug(error: Exception) -> Diagnostic:
    return Diagnostic(
        "E901",
        f"factlint met a bug of its own: {type(error).__name__}: {error}",
        help="nothing of yours was changed; run it again with FACTLINT_TRACEBACK=1 and report what it prints",
    )
