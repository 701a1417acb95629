"""Measuring and the tables made of it; no test here depends on how long anything takes."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from benchmarks.cases import Case, Target
from benchmarks.measure import Effort, measure
from benchmarks.process import run
from benchmarks.programs import PROGRAMS
from benchmarks.table import between, table, targets

ENV = dict(os.environ)
ONCE = Effort(least=1, most=1, limit=60)


def python(program: str) -> list[str]:
    return [sys.executable, "-c", program]


def test_a_process_is_measured_with_what_it_printed(tmp_path: Path) -> None:
    done = run(
        python("import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"), env=ENV, cwd=tmp_path, limit=60
    )
    assert (done.status, done.out, done.err) == (3, b"out\n", b"err\n")
    assert done.seconds > 0
    assert done.peak_mib > 1


def test_the_peak_is_the_most_memory_that_the_process_held(tmp_path: Path) -> None:
    done = run(python("bytearray(300 * 2**20)"), env=ENV, cwd=tmp_path, limit=60)
    assert 300 < done.peak_mib < 600


def test_memory_of_who_measures_does_not_count(tmp_path: Path) -> None:
    held = bytearray(os.urandom(2**20) * 300)
    done = run(python("pass"), env=ENV, cwd=tmp_path, limit=60)
    assert held
    assert done.peak_mib < 100


def test_a_program_that_cannot_be_started_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no-such-program"):
        run(["no-such-program"], env=ENV, cwd=tmp_path, limit=60)


def test_a_process_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    done = run(python("import time; time.sleep(600)"), env=ENV, cwd=tmp_path, limit=0.5)
    assert done.status == -signal.SIGKILL


def test_a_row_is_measured_only_after_its_output_was_found_right(tmp_path: Path) -> None:
    good = Case("good", python("print(1)"), tmp_path, wrong=lambda out: None if out == b"1\n" else "not 1")
    bad = Case("bad", python("print(2)"), tmp_path, wrong=lambda out: None if out == b"1\n" else "not 1")
    failing = Case("failing", python("raise SystemExit('no')"), tmp_path)
    rows = {row["row"]: row for row in measure([good, bad, failing], ENV, ONCE)}
    assert rows["good"]["runs"] == 1
    assert rows["bad"]["problem"] == "not 1"
    assert "median" not in rows["bad"]
    assert rows["failing"]["problem"] == "exit status 1: no"


def test_what_is_done_before_a_run_is_done_before_each(tmp_path: Path) -> None:
    made: list[int] = []
    case = Case("row", python("pass"), tmp_path, before=lambda: made.append(1))
    measure([case], ENV, Effort(least=3, most=3, limit=60))
    assert len(made) == 4  # the first run, which is checked, and three that count


def row(name: str, median: float | None, **more: Any) -> dict[str, Any]:
    measured = {} if median is None else {"median": median, "minimum": median, "cpu_median": median, "runs": 3}
    return {"row": name, "size": {}, "against": None, "targets": [], "peak_mib": 100.0, **measured, **more}


def result(*rows: dict[str, Any]) -> dict[str, Any]:
    about = {"call": "python -m benchmarks.run x", "machine": "m", "date": "2025-01-01", "load_before": 0.1}
    return {"scenario": "x", **about, "versions": {"Python": "3.11"}, "rows": list(rows)}


@pytest.mark.parametrize(
    ("mine", "other", "shown"),
    [
        (1.4, 1.0, "| mine (x) | 1.40 × | 1.5 × other | reached |"),
        (1.5, 1.0, "| mine (x) | 1.50 × | 1.5 × other | reached |"),  # the limit itself is within
        (3.0, 1.0, "| mine (x) | 3.00 × | 1.5 × other | **missed by 100 %** |"),
        (3.0, None, "| mine (x) | – | 1.5 × other | not measured: other was not run |"),
    ],
)
def test_a_target_is_reached_or_missed_by_so_much(mine: float, other: float | None, shown: str) -> None:
    aim = {"most": 1.5, "than": "other"}
    rows = [row("mine", mine, targets=[aim])] + ([] if other is None else [row("other", other)])
    assert shown in targets({"x": result(*rows)})


def test_a_row_that_failed_says_why_instead_of_a_time() -> None:
    wrong = row("mine", None, problem="agree: 1 violations, expected 2", targets=[{"most": 1.5, "than": "other"}])
    assert "| mine |  | – | – | – | – | – | agree: 1 violations, expected 2 |" in table(result(wrong))
    assert "not measured: agree: 1 violations, expected 2" in targets({"x": result(wrong)})


def test_memory_has_a_target_of_its_own() -> None:
    reached = row("mine", 1.0, targets=[{"most": 50, "than": None}])
    assert "| mine (x) | 100 MiB | 50 MiB | **missed by 100 %** |" in targets({"x": result(reached)})


def test_tables_replace_what_stands_between_their_markers() -> None:
    text = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n"
    assert between(text, "x", "new") == "a\n<!-- x -->\n\nnew\n<!-- /x -->\nb\n"
    with pytest.raises(ValueError, match="no markers for y"):
        between(text, "y", "new")


def test_every_rival_is_described_in_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "benchmarks/README.md").read_text(encoding="utf-8")
    missing = [it.module for it in PROGRAMS.values() if it.module is not None and f"`{it.module}`" not in readme]
    assert missing == []


def test_targets_say_what_they_are() -> None:
    assert str(Target(1.5, "other")) == "≤ 1.5 × other"
    assert str(Target(3072)) == "≤ 3,072 MiB"
