"""Where a cold start goes: the modules that `python -X importtime` names, the slowest first."""

from __future__ import annotations

import re
from typing import Any, Final

from benchmarks.process import run
from benchmarks.programs import ROOT, Tools

CALLS: Final = {
    "python -c pass": None,
    "factlint --version": ["--version"],
    "factlint --help": ["--help"],
    "factlint check, again": ["check"],
    "factlint check --no-cache": ["check", "--no-cache"],
}
SHOWN: Final = 12
_LINE: Final = re.compile(r"^import time: +(\d+) \| +(\d+) \| ( *)(\S+)$")


def import_times(tools: Tools) -> list[dict[str, Any]]:
    """For each call: how many modules are imported, their milliseconds together, and the slowest by themselves."""
    records = []
    for name, arguments in CALLS.items():
        program = "pass"
        if arguments is not None:
            program = f"import sys; sys.argv = {['factlint', *arguments]!r}; from factlint.cli import run; run()"
        call = [str(tools.plain), "-X", "importtime", "-c", program]
        run(call, env=tools.env, cwd=ROOT, limit=60)  # once, so that modules are compiled and the cache is filled
        err = run(call, env=tools.env, cwd=ROOT, limit=60).err.decode(errors="replace")
        found = [(int(line[1]), line[4]) for line in map(_LINE.match, err.splitlines()) if line]
        slowest = sorted(found, reverse=True)[:SHOWN]
        records.append(
            {
                "call": name,
                "modules": len(found),
                "milliseconds": round(sum(own for own, _ in found) / 1000, 1),
                "slowest": [{"module": module, "milliseconds": round(own / 1000, 1)} for own, module in slowest],
            }
        )
    return records
