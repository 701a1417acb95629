"""A whole process, as its user waits for it: wall time, processor time and peak memory, measured from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program.

    Attributes:
        seconds: from start to end by the wall clock.
        cpu_seconds: of all its threads, user and system.
        peak_mib: its largest resident memory. The system counts what it took over from the process that started it,
            so this one stays small.
        status: exit status; negative: ended by that signal.
    """

    seconds: float
    cpu_seconds: float
    peak_mib: float
    status: int
    out: bytes
    err: bytes


def run(argv: Sequence[str], *, env: Mapping[str, str], cwd: Path, limit: float) -> Run:
    """Runs a program to its end; after `limit` seconds it is killed.

    Raises:
        OSError: it cannot be started.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - programs of the benchmarks
            argv, env=dict(env), cwd=cwd, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True
        )
        timer = threading.Timer(limit, _kill, (process.pid,))
        timer.start()
        try:
            _, waited, usage = os.wait4(process.pid, 0)
        finally:
            timer.cancel()
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(waited)
        out.seek(0)
        err.seek(0)
        return Run(
            seconds=seconds,
            cpu_seconds=usage.ru_utime + usage.ru_stime,
            peak_mib=usage.ru_maxrss / 1024,
            status=process.returncode,
            out=out.read(),
            err=err.read(),
        )


def _kill(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:  # it ended just then
        return
