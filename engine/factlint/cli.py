"""The command line: a shell around `commands/`, one module a command.

What a call needs is imported when it is known to be needed: a run that is replayed from the cache, `--version` and
`--help` answer at once.
"""

from __future__ import annotations

import os
import sys

from factlint import streams
from factlint.cache.runs import Run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

INTERRUPTED = 130
TERMINATED = 143
"""As shells say it: 128, and the number of the signal."""


def run() -> None:
    """The installed command."""
    try:
        _speak_utf8()
        _end_cleanly_when_told_to()
        status = main(sys.argv[1:])
    except KeyboardInterrupt:
        status = INTERRUPTED
    if collector := sys.modules.get("gc"):
        collector.freeze()  # it would look at every object once more before Python ends
    sys.exit(status)


def _speak_utf8() -> None:
    """Start anew, where the locale would have the names of files and the words of the call read as something else.

    Python and its libraries settle it before a line of ours runs; and what is printed is to hang on no locale.
    """
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode and sys.executable:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - ourselves


def _end_cleanly_when_told_to() -> None:
    """SIGTERM ends a run as Ctrl-C does: half-written files are taken away. Neither gets lost."""
    import _signal  # type: ignore[import-not-found] # signal would load enum, and a replay would wait for it

    def end(*_: object) -> NoReturn:
        raise SystemExit(TERMINATED)

    if _signal.getsignal(_signal.SIGTERM) == _signal.SIG_DFL:
        _signal.signal(_signal.SIGTERM, end)
    sys.unraisablehook = _end_at_once


def _end_at_once(lost: sys.UnraisableHookArgs) -> None:
    """Python drops what is raised while it frees an object or a lock, and the run would go on."""
    if issubclass(lost.exc_type, KeyboardInterrupt):
        os._exit(INTERRUPTED)
    if issubclass(lost.exc_type, SystemExit):
        os._exit(TERMINATED)
    sys.__unraisablehook__(lost)


def main(argv: Sequence[str]) -> int:
    """Do what the call says; the exit status. A user never sees a traceback.

    Raises:
        SystemExit: help or the version was asked for, and has been printed; or the process was told to end.
    """
    streams.open_streams()
    try:
        try:
            return _called(argv)
        except SystemExit:
            streams.put("stdout", "")  # argparse leaves its help to be flushed
            raise
    except KeyboardInterrupt:
        return INTERRUPTED
    except streams.PrintingError as error:
        return _unprintable(error)
    except Exception as error:
        if os.environ.get("FACTLINT_TRACEBACK"):
            raise
        return _bug(error)


def _called(argv: Sequence[str]) -> int:
    if list(argv) == ["--version"]:
        from factlint.version import VERSION

        streams.put("stdout", f"factlint {VERSION}\n")
        raise SystemExit(0)
    known = Run.of(argv)
    status = None if known is None else known.replay()
    return _computed(argv, known) if status is None else status


def _computed(argv: Sequence[str], run: Run | None) -> int:
    import gc
    from importlib import import_module

    from factlint.arguments import CallError, parse
    from factlint.statuses import WRONG

    # A run makes many objects to keep and few to throw away: looking for these costs a twentieth.
    gc.set_threshold(200_000, 50, 100)
    try:
        arguments = parse(argv)
        command = import_module(f"factlint.commands.{arguments.command}").run
        status: int = command(arguments) if run is None else run.record(lambda: command(arguments))
    except CallError as error:
        from factlint.commands.shell import tell

        tell([error.diagnostic])
        return WRONG
    return status


def _unprintable(error: streams.PrintingError) -> int:
    from factlint.commands.shell import tell
    from factlint.diagnostics import Diagnostic
    from factlint.statuses import WRONG

    why = (error.strerror or str(error)).lower()
    tell([Diagnostic("E107", f"what was asked for cannot be printed: {why}", help="make room, or print it elsewhere")])
    return WRONG


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
