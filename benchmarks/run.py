"""Measures a scenario: `python -m benchmarks.run curated|cold|scale|rules|groups|conflict|memory`. See README.md here."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.import_times import import_times
from benchmarks.measure import Effort, measure
from benchmarks.process import run
from benchmarks.programs import ROOT, Tools, installed
from benchmarks.scenarios import SCENARIOS, Choice

RESULTS = ROOT / "benchmarks/results"
LIBRARIES = ("polars", "duckdb", "pandera", "vtlengine", "pyshacl", "great-expectations", "soda-core-duckdb", "pint")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("scenario", choices=SCENARIOS, nargs="+")
    parser.add_argument("--factlint", type=Path, help="the command to measure (default: of this checkout's .venv)")
    parser.add_argument("--data", type=Path, default=ROOT / "benchmarks/data", help="where corpora are kept")
    parser.add_argument("--most", type=int, default=1_000_000, help="claims of the largest corpus (default 1,000,000)")
    parser.add_argument(
        "--only", action="append", default=[], metavar="WORDS", help="programs with these words in their names"
    )
    parser.add_argument("--runs", type=int, default=15, help="runs of a row at most (default 15)")
    parser.add_argument(
        "--seconds", type=float, default=30, help="seconds a row, which leave at least 3 runs (default 30)"
    )
    parser.add_argument(
        "--limit", type=float, default=1800, help="seconds after which a process is ended (default 1800)"
    )
    parser.add_argument("--results", type=Path, default=RESULTS, help="where the results go")
    call = parser.parse_args(argv)
    factlint = installed(call.factlint)
    failed = False
    with tempfile.TemporaryDirectory() as cache:
        tools = Tools(factlint, factlint.parent / "python", Path(sys.executable), Path(cache) / "cache")
        effort = Effort(least=min(3, call.runs), most=call.runs, seconds=call.seconds, limit=call.limit)
        for scenario in call.scenario:
            choice = Choice(call.data.absolute(), 10_000_000 if scenario == "memory" else call.most, tuple(call.only))
            sys.stderr.write(f"{scenario}:\n")
            result = _scenario(scenario, tools, choice, effort)
            call.results.mkdir(parents=True, exist_ok=True)
            text = json.dumps(result, indent=1, ensure_ascii=False) + "\n"
            (call.results / f"{scenario}.json").write_text(text, encoding="utf-8")
            failed |= any("problem" in row for row in result["rows"])
    return 1 if failed else 0


def _scenario(name: str, tools: Tools, choice: Choice, effort: Effort) -> dict[str, Any]:
    load = os.getloadavg()[0]
    rows: list[dict[str, Any]] = []
    for block in SCENARIOS[name](tools, choice):
        by_row = {case.row: case for case in block}
        rows += [row | {"command": _shown(by_row[row["row"]].call, tools)} for row in measure(block, tools.env, effort)]
    result = {
        "scenario": name,
        "call": f"python -m benchmarks.run {name}",
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "machine": _machine(),
        "load_before": round(load, 2),
        "versions": _versions(tools),
        "rows": rows,
    }
    return result | ({"imports": import_times(tools)} if name == "cold" else {})


def _shown(call: Sequence[str], tools: Tools) -> str:
    """The command without the places of this machine."""
    names = {str(tools.factlint): "factlint", str(tools.plain): "python", str(tools.rivals): "python"}
    return " ".join(names.get(word, Path(word).name if word.startswith("/") else word) for word in call)


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    processor = platform.processor() or platform.machine()
    about = Path("/proc/cpuinfo")
    if about.exists():
        lines = about.read_text(encoding="utf-8").splitlines()
        processor = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), processor)
    return (
        f"{processor}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.release().split('-')[0]}"
    )


def _versions(tools: Tools) -> dict[str, str]:
    own = run([str(tools.factlint), "--version"], env=tools.env, cwd=ROOT, limit=60).out.decode().split()
    found = {"Python": platform.python_version(), "factlint": own[-1] if own else "?"}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


if __name__ == "__main__":
    sys.exit(main())
