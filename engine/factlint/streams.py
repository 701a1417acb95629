"""What is printed, and where: the one way to `stdout` and `stderr`, which may be closed, full, or a pipe that nobody reads.

Every run passes here, also one that is replayed: nothing is imported that Python has not imported by itself.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


class PrintingError(OSError):
    """What was to be printed cannot be, as where the disk is full that it goes to."""


def open_streams() -> None:
    """UTF-8 for all that is printed, whatever the locale says; what goes to a closed stream goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # and so no file that is opened later takes its place
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - as long as the process
        elif hasattr(getattr(sys, name), "reconfigure"):
            getattr(sys, name).reconfigure(encoding="utf-8", errors="backslashreplace")


def put(stream: str, text: str) -> None:
    """Print on `stdout` or `stderr`, at once.

    A reader who closes the pipe has seen enough: the rest is dropped, and the status stands. What cannot be said on
    `stderr` can be said nowhere.

    Raises:
        PrintingError: `stdout` takes no more.
    """
    out = getattr(sys, stream)
    try:
        if text:
            out.write(text)
        out.flush()
    except BrokenPipeError:
        _silence(out)
    except OSError as error:
        _silence(out)
        if stream == "stdout":
            raise PrintingError(error.errno, error.strerror) from error


def _silence(out: TextIO) -> None:
    """Send what is still to be printed nowhere; Python would complain once more when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
