"""The command line: a shell around `commands/`, one module a command.

What a call needs is imported when it is known to be needed: a run that is replayed from the cache, `--version` and
`--help` answer at once.
"""

from __future__ import annotations

import os
import sys

from factlint.cache.runs import Run
from factlint.files import silence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130


def run() -> None:
    """The installed command."""
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Do what the call says; the exit status. A user never sees a traceback.

    Raises:
        SystemExit: help or the version was asked for, and has been printed.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _called(argv)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        silence()
        return 0
    except Exception as error:
        if os.environ.get("FACTLINT_TRACEBACK"):
            raise
        return _bug(error)


def _called(argv: Sequence[str]) -> int:
    if list(argv) == ["--version"]:
        from factlint.version import VERSION

        sys.stdout.write(f"factlint {VERSION}\n")
        raise SystemExit(0)
    known = Run.of(argv)
    status = None if known is None else known.replay()
    return _computed(argv, known) if status is None else status


def _computed(argv: Sequence[str], run: Run | None) -> int:
    import gc
    from importlib import import_module

    from factlint.arguments import CallError, parse
    from factlint.statuses import WRONG

    gc.set_threshold(
        50_000, 20, 20
    )  # a run makes many objects to keep and few to throw away: looking costs a twentieth
    try:
        arguments = parse(argv)
        command = import_module(f"factlint.commands.{arguments.command}").run
        status: int = command(arguments) if run is None else run.record(lambda: command(arguments))
    except CallError as error:
        from factlint.commands.shell import tell

        tell([error.diagnostic])
        return WRONG
    return status


def _bug(error: Exception) -> int:
    from factlint.commands.shell import tell
    from factlint.diagnostics import Diagnostic
    from factlint.statuses import WRONG

    bug = Diagnostic(
        "E901",
        f"factlint met a bug of its own: {type(error).__name__}: {error}",
        help="nothing of yours was changed; run it again with FACTLINT_TRACEBACK=1 and report what it prints",
    )
    tell([bug])
    return WRONG
