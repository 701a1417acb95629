"""Runs the rows of a scenario in turns, so that what else the machine does falls on all of them alike."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.cases import Case
from benchmarks.process import Run, run


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured: between `least` and `most` runs a row, fewer where they take longer than `seconds` together.

    A process that takes longer than `limit` seconds is ended, and its row says so.
    """

    least: int = 3
    most: int = 15
    seconds: float = 30
    limit: float = 1800


def measure(cases: Sequence[Case], env: Mapping[str, str], effort: Effort) -> list[dict[str, Any]]:
    """A record a case: seconds, peak memory, or why there are none. The first run of each is checked and not counted."""
    failed: dict[str, str] = {}
    wanted: dict[str, int] = {}
    for case in cases:
        first, problem = _verified(case, env, effort.limit)
        _tell(f"  {case.row}: {first.seconds:.2f} s" + (f"; {problem}" if problem else ""))
        if problem:
            failed[case.row] = problem
        else:
            wanted[case.row] = max(effort.least, min(effort.most, int(effort.seconds / max(first.seconds, 1e-3))))
    runs: dict[str, list[Run]] = {case.row: [] for case in cases}
    for turn in range(max(wanted.values(), default=0)):
        for case in cases:
            if turn < wanted.get(case.row, 0):
                done = _run(case, case.call, env, effort.limit)
                problem = _unlike(case, done)
                if problem:
                    failed[case.row], wanted[case.row] = problem, 0
                runs[case.row].append(done)
    return [_record(case, runs[case.row], failed.get(case.row)) for case in cases]


def _verified(case: Case, env: Mapping[str, str], limit: float) -> tuple[Run, str | None]:
    done = _run(case, case.verify or case.call, env, limit)
    problem = _unlike(case, done)
    if problem is None and case.wrong is not None:
        problem = case.wrong(done.out)
    if problem is None and case.verify is not None:
        done = _run(case, case.call, env, limit)
    return done, problem


def _run(case: Case, call: Sequence[str], env: Mapping[str, str], limit: float) -> Run:
    if case.before is not None:
        case.before()
    return run(call, env={**env, **case.env}, cwd=case.cwd, limit=limit)


def _unlike(case: Case, done: Run) -> str | None:
    if done.status in case.good:
        return None
    if done.status < 0:
        return f"ended by signal {-done.status} after {done.seconds:.0f} s"
    last = done.err.decode(errors="replace").strip().splitlines()[-1:] or ["it said nothing"]
    return f"exit status {done.status}: {last[0][:200]}"


def _record(case: Case, runs: Sequence[Run], problem: str | None) -> dict[str, Any]:
    record: dict[str, Any] = {"row": case.row, "size": dict(case.size), "against": case.against}
    record["targets"] = [{"most": it.most, "than": it.than} for it in case.targets]
    if problem is not None:
        return record | {"problem": problem}
    seconds = [it.seconds for it in runs]
    return record | {
        "runs": len(runs),
        "seconds": [round(it, 4) for it in seconds],
        "minimum": round(min(seconds), 4),
        "median": round(statistics.median(seconds), 4),
        "cpu_median": round(statistics.median(it.cpu_seconds for it in runs), 4),
        "peak_mib": round(max(it.peak_mib for it in runs), 1),
    }


def _tell(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
