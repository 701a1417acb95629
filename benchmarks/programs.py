"""What is measured: factlint and its rivals, how each is called, and how its answers are checked."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.answers import Answers
from benchmarks.checked import factlint_is_wrong, rival_is_wrong
from benchmarks.shape import Form, Style

ROOT: Final = Path(__file__).resolve().parent.parent

Wrong = Callable[[bytes, Answers], str | None]


@dataclass(frozen=True, slots=True)
class Tools:
    """Where the programs are.

    Attributes:
        factlint: the command, as installed.
        plain: the Python that factlint is installed in, for `python -c pass`.
        rivals: the Python that the rivals' libraries are installed in.
        cache: a folder for factlint's cache, so that nobody's own is touched.
    """

    factlint: Path
    plain: Path
    rivals: Path
    cache: Path

    @property
    def env(self) -> dict[str, str]:
        """Ours, but that compiled modules are kept as for any user, and colours and caches do not depend on the caller."""
        env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        return env | {"PYTHONPATH": str(ROOT), "FACTLINT_CACHE_DIR": str(self.cache), "NO_COLOR": "1"}


@dataclass(frozen=True, slots=True)
class Program:
    """A program that does the jobs.

    Attributes:
        name: in tables.
        reads: the file (or folder) that it reads, of those generated.
        style: of claims that it can read.
        form: what has to be generated for it.
        most: claims beyond which it is not asked: it would take hours, or the machine's memory.
        rules: the sets of rules it knows, by the beginnings of their names.
    """

    name: str
    reads: str
    style: Style = "raw"
    form: Form = "jsonl"
    most: int = 10_000_000
    rules: tuple[str, ...] = ("four", "rules", "everywhere")
    module: str | None = None
    """Of a rival; None: factlint."""

    @property
    def wrong(self) -> Wrong:
        return factlint_is_wrong if self.module is None else rival_is_wrong

    @property
    def good(self) -> tuple[int, ...]:
        """Statuses of a run that went as it should: factlint's is 1 where it found something."""
        return (0, 1) if self.module is None else (0,)

    def call(self, tools: Tools, folder: Path, rules: str, *, every: bool = False, cached: bool = False) -> list[str]:
        """The command line; `every` finding in full, or as many as anyone gets."""
        if self.module is not None:
            return [str(tools.rivals), "-m", f"benchmarks.rivals.{self.module}", str(folder), rules]
        call = [str(tools.factlint), "check", f"{rules}.rules", "--corpus", self.reads, "--format", "json"]
        call += ["--limit", "999999999"] if every else []
        return call + ([] if cached else ["--no-cache"])

    def knows(self, rules: str) -> bool:
        return rules.split("-", maxsplit=1)[0] in self.rules


FOUR: Final = ("four",)

PROGRAMS: Final[Mapping[str, Program]] = {
    it.name: it
    for it in (
        Program("factlint, Parquet", "claims.parquet"),
        Program("Polars, Parquet", "claims.parquet", module="polars_parquet"),
        Program("DuckDB, Parquet", "claims.parquet", module="duckdb_parquet"),
        Program("factlint, JSONL", "claims.jsonl"),
        Program("Polars, JSONL", "claims.jsonl", module="polars_jsonl"),
        Program("DuckDB, JSONL", "claims.jsonl", module="duckdb_jsonl"),
        Program("factlint, JSONL in words", "claims.jsonl", style="words"),
        Program("Polars, JSONL in words", "claims.jsonl", style="words", module="polars_words"),
        Program("factlint, CSV", "claims.csv", form="csv", most=1_000_000),
        Program("factlint, YAML", "yaml", form="yaml", most=10_000),
        Program("plain Python with pint, YAML", "yaml", form="yaml", most=10_000, rules=FOUR, module="plain_pint"),
        Program("pandera, JSONL", "claims.jsonl", most=1_000_000, rules=FOUR, module="pandera_checks"),
        Program("Great Expectations, JSONL", "claims.jsonl", most=1_000_000, rules=FOUR, module="great_expectations"),
        Program("Soda on DuckDB, JSONL", "claims.jsonl", most=1_000_000, rules=FOUR, module="soda"),
        Program("vtlengine, JSONL", "claims.jsonl", most=1_000_000, rules=FOUR, module="vtl"),
        Program("pySHACL, JSONL", "claims.jsonl", most=1_000, rules=FOUR, module="shacl"),
    )
}
"""By name, in the order of tables: each factlint first, then what reads the same file."""


def installed(factlint: Path | None = None) -> Path:
    """The command `factlint`: as given, of this checkout's `.venv`, or beside this Python."""
    for place in (factlint, ROOT / ".venv/bin/factlint", Path(sys.executable).parent / "factlint"):
        if place is not None and place.exists():
            return place.absolute()
    raise FileNotFoundError("no factlint: run `make setup`, or name it with --factlint")
