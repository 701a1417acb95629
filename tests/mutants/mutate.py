"""Mutation testing with mutmut: python -m tests.mutants.mutate [PACKAGE …] [--again] [--work FOLDER]

The project is copied, and only the copy is changed. What was tried is kept there: a second run tries what has changed
since, and with `--again` those that survived. `--told` only tells.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

from tests.project.project_files import ROOT, copy_project

CONFIGURATION = Path(__file__).with_name("mutation.toml")
STATUS = {0: "survived", 1: "killed", 3: "killed", 5: "no tests", 33: "no tests"}
"""mutmut's exit statuses; any other is that of a test that never came to an end."""

TABLES = ROOT / "engine" / "factlint" / "tables"
"""The parsers, made when the package was installed: without them most of the time goes into making them again."""

LEFT = {"survived", "no tests"}

COPIED = ("features", "grammar", "docs", "corpus", "rules", "README.md")
IN_PYPROJECT = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = ["src/factlint/{package}/*.py"]
do_not_mutate = {spared}
also_copy = {copied}
pytest_add_cli_args = ["-p", "tests.mutants.fresh", "-p", "no:cacheprovider", "-p", "no:randomly"]
pytest_add_cli_args_test_selection = {tests}
timeout_constant = 8.0
timeout_multiplier = 1.5
track_dependencies = false
"""


def chosen(mutant: str, file: str, wanted: Mapping[str, Any]) -> bool:
    """Whether a mutant is tried; of a sample this hangs on its name alone, so that other changes leave it as it is."""
    return file in wanted["files"] or crc32(mutant.encode()) % wanted["every"] == 0


def prepare(package: str, wanted: Mapping[str, Any], folder: Path) -> None:
    """The copy: the engine in `src/`, where mutmut looks for it, and its configuration in pyproject.toml."""
    for name in ("src", "engine", "tests", "features", "mutants/tests", "mutants/features"):
        shutil.rmtree(folder / name, ignore_errors=True)
    (folder / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)  # which test reaches what: told anew
    copy_project(folder)
    if TABLES.exists():
        shutil.copytree(TABLES, folder / "engine" / "factlint" / TABLES.name, dirs_exist_ok=True)
    shutil.move(folder / "engine", folder / "src")
    # What is on the path has to be there from the start: Python looks for a folder once.
    (folder / "mutants" / "src").mkdir(parents=True, exist_ok=True)
    shutil.copytree(folder / "tests", folder / "mutants" / "tests")
    spared = [f"src/factlint/{package}/{name}" for name in wanted["spared"]]
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(
            IN_PYPROJECT.format(
                package=package, spared=json.dumps(spared), copied=json.dumps(COPIED), tests=json.dumps(wanted["tests"])
            )
        )


def forget_survivors(folder: Path) -> None:
    """What survived, or was reached by no test, is to be tried again."""
    for meta in (folder / "mutants" / "src").rglob("*.meta"):
        kept = json.loads(meta.read_text(encoding="utf-8"))
        codes = kept["exit_code_by_key"]
        kept["exit_code_by_key"] = {it: None if STATUS.get(code) in LEFT else code for it, code in codes.items()}
        meta.write_text(json.dumps(kept), encoding="utf-8")


def run(folder: Path, choice: Mapping[str, Any]) -> None:
    (folder / "choice.json").write_text(json.dumps(choice), encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(folder / "mutants" / "src"), str(folder / "mutants")]),
        "PYTHONHASHSEED": "0",
        "FACTLINT_NO_CACHE": "1",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-P", "-m", "tests.mutants.within", "choice.json"]
    subprocess.run(command, cwd=folder, env=environment, check=True)


def results(folder: Path, wanted: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """By file, how it went with each mutant that was tried."""
    found: dict[str, dict[str, str]] = {}
    for meta in sorted((folder / "mutants" / "src").rglob("*.meta")):
        file = meta.name.removesuffix(".meta")
        tried = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
        found[file] = {
            name: STATUS.get(code, "timeout")
            for name, code in tried.items()
            if code is not None and chosen(name, file, wanted)
        }
    return found


def survivors(tried: Mapping[str, Mapping[str, str]]) -> list[str]:
    return [name for of_file in tried.values() for name, how in of_file.items() if how in LEFT]


def table(package: str, tried: Mapping[str, Mapping[str, str]], files: Sequence[str]) -> Iterator[str]:
    """The files in which every mutant was tried, then the sample of the others."""
    rows = {name: Counter[str]() for name in [*files, "the others", "all"]}
    for file, of_file in tried.items():
        for row in (file if file in files else "the others", "all"):
            rows[row].update(of_file.values())
    columns = ("killed", "timeout", "survived", "no tests")
    yield f"{package:<20}{'tried':>8}" + "".join(f"{column:>10}" for column in columns) + f"{'score':>9}"
    for name, count in rows.items():
        number = sum(count.values())
        score = f"{(count['killed'] + count['timeout']) / number:.1%}" if number else "–"
        yield f"{name:<20}{number:>8}" + "".join(f"{count[column]:>10}" for column in columns) + f"{score:>9}"


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants.mutate", description=__doc__)
    parser.add_argument(
        "packages", nargs="*", metavar="PACKAGE", help="quantities, assertions, evaluate (default: all)"
    )
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "factlint-mutants", metavar="FOLDER")
    parser.add_argument("--again", action="store_true", help="try those that survived again")
    parser.add_argument("--told", action="store_true", help="tell what came out, try nothing")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> int:
    asked = arguments(given)
    configuration = tomllib.loads(CONFIGURATION.read_text(encoding="utf-8"))
    packages = configuration["package"]
    unknown = sorted(set(asked.packages) - packages.keys())
    if unknown:
        sys.stderr.write(f"mutate: no such package in {CONFIGURATION.name}: {', '.join(unknown)}\n")
        return 2
    for package in asked.packages or packages:
        wanted, folder = packages[package], asked.work / package
        if not asked.told:
            if asked.again:
                forget_survivors(folder)
            prepare(package, wanted, folder)
            run(folder, {**wanted, "without": configuration["without"]})
        tried = results(folder, wanted)
        lines = [*table(package, tried, wanted["files"]), *(f"  {name}" for name in survivors(tried))]
        sys.stdout.write("\n".join(["", *lines, ""]))
    sys.stdout.write(f"\nto see one: cd {asked.work}/PACKAGE && python -m mutmut show MUTANT\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
