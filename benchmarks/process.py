"""A whole process, as its user waits for it: wall time, processor time and peak memory, measured from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_LAUNCH = Path(__file__).with_name("launch.py")


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program.

    Attributes:
        seconds: from start to end by the wall clock.
        cpu_seconds: of all its threads, user and system.
        peak_mib: its largest resident memory.
        status: exit status; negative: ended by that signal. Of one that was killed here, time and memory are not known.
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
    with tempfile.NamedTemporaryFile() as told, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - programs of the benchmarks
            [sys.executable, "-ISs", str(_LAUNCH), told.name, *argv],
            env=dict(env), cwd=cwd, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True,
        )  # fmt: skip
        timer = threading.Timer(limit, _kill, (process.pid,))
        timer.start()
        try:
            process.wait()
        finally:
            timer.cancel()
        elapsed = time.perf_counter() - start
        out.seek(0)
        err.seek(0)
        if process.returncode < 0:
            return Run(elapsed, 0, 0, process.returncode, out.read(), err.read())
        if process.returncode:
            raise OSError(err.read().decode(errors="replace"))
        seconds, cpu_seconds, peak, status = told.read().split()
        return Run(float(seconds), float(cpu_seconds), int(peak) / 1024, int(status), out.read(), err.read())


def _kill(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:  # it ended just then
        return
