"""`python -m scripts.site`: runs the features and writes the documentation, with what they came to, as a site."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from factlint.gherkin.saved_reports import OPTION
from scripts.site.build import build
from scripts.site.places import DeadLinkError
from scripts.site.record import NoRecordError, read_record
from scripts.site.results import count, read_results

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """0 if the site was made, whatever the scenarios came to; 2 if it could not be."""
    parser = argparse.ArgumentParser(prog="python -m scripts.site", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "site", help="the folder of the site (build/site)")
    parser.add_argument("--results", type=Path, help=f"results of an earlier run (pytest features {OPTION} FOLDER)")
    parser.add_argument(
        "--sources", type=Path, action="append", default=[], help="a folder of texts, as for factlint check"
    )
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="factlint-results-") as folder:
        if given.results is None:
            run_features(Path(folder))
        results = read_results(given.results or Path(folder))
        try:
            features = build(ROOT, given.out, results, read_record(ROOT, tuple(it.resolve() for it in given.sources)))
        except (DeadLinkError, NoRecordError) as error:
            sys.stderr.write(f"docs: {error}\n")
            return 2
    outcomes = count(outcome for feature in features for outcome in feature.outcomes)
    told = ", ".join(f"{number:,} {it}" for it, number in outcomes.items())
    sys.stdout.write(f"docs: {given.out / 'index.html'}\nscenarios: {told or 'none'}\n")
    return 0


def run_features(folder: Path) -> None:
    """Run the scenarios; their results are what they are, and stand in the folder."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "features",
        "-q",
        "--no-header",
        "-p",
        "no:cacheprovider",
        OPTION,
        str(folder),
    ]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if finished.returncode not in {0, 1}:
        sys.stderr.write(finished.stdout + finished.stderr)


if __name__ == "__main__":
    sys.exit(main())
