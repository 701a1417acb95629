"""`python -m fuzz [TARGET …] [--minutes 30]`: each target for so long, one after the other; what was found is kept.

Everything lands in `build/fuzz/TARGET/`: `corpus/` (inputs that reached something new, the start of the next run),
`found/` (inputs that broke a law, hung or took too much memory) and `log.txt`. The exit status is 1 if anything was found.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from fuzz.targets import NAMES

ROOT = Path(__file__).parents[1]
_FOLDER = ROOT / "build" / "fuzz"
_EDGES = re.compile(r"cov: (\d+) ft: (\d+)")
_DONE = re.compile(r"Done (\d+) runs in (\d+) second")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m fuzz")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(NAMES)}; all of them by default")
    parser.add_argument("--minutes", type=float, default=30, help="for each target (default: 30)")
    given = parser.parse_args(arguments)
    unknown = [name for name in given.targets if name not in NAMES]
    if unknown:
        parser.error(f"there is no target {', '.join(unknown)}; targets are {', '.join(NAMES)}")
    if find_spec("atheris") is None:
        sys.stderr.write("atheris is not installed here: `pip install atheris` (it has no wheel for every Python)\n")
        return 2
    found = 0
    for name in given.targets or NAMES:
        found += run(name, round(given.minutes * 60))
    return 1 if found else 0


def run(name: str, seconds: int) -> int:
    """One target for so many seconds; how many inputs were found."""
    folder = _FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "log.txt"
    command = [sys.executable, "-m", "fuzz.session", name, str(folder), f"-max_total_time={seconds}"]
    with log.open("wb") as file:
        ended = subprocess.run(  # noqa: S603 - this interpreter, and a name of the table
            command, cwd=ROOT, stdout=file, stderr=subprocess.STDOUT, check=False
        )
    found = sorted((folder / "found").iterdir()) if (folder / "found").is_dir() else []
    text = log.read_text(encoding="utf-8", errors="replace")
    done, edges = _DONE.search(text), _EDGES.findall(text)
    told = f"{done[1]} executions in {done[2]} s" if done else f"ended early, with status {ended.returncode}"
    seen = f"{edges[-1][0]} edges, {edges[-1][1]} features" if edges else "nothing reached"
    sys.stdout.write(f"{name}: {told}, {seen}, {len(found)} found; {log.relative_to(ROOT)}\n")
    for path in found:
        sys.stdout.write(f"  {path.relative_to(ROOT)}\n")
    sys.stdout.flush()
    return len(found) + (done is None)


if __name__ == "__main__":
    sys.exit(main())
