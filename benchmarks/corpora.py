"""The corpora of a run: generated once, kept, and compiled by factlint itself where Parquet is read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from benchmarks.process import run
from benchmarks.programs import ROOT, Tools
from benchmarks.shape import Form, Shape

FILES: Final[dict[Form, str]] = {"jsonl": "claims.jsonl", "csv": "claims.csv", "yaml": "yaml"}
PARQUET: Final = "claims.parquet"


def corpus(shape: Shape, data: Path, tools: Tools, reads: Iterable[str]) -> Path:
    """The folder of a corpus that holds at least the files (or folders) named.

    Raises:
        RuntimeError: factlint could not compile it.
    """
    folder = data / shape.name
    wanted = {*reads}
    if PARQUET in wanted and not (folder / PARQUET).exists():
        wanted.add(FILES["jsonl"])
    missing = [form for form, file in FILES.items() if file in wanted and not (folder / file).exists()]
    if missing:
        _generate(shape, folder, missing)
    if PARQUET in wanted and not (folder / PARQUET).exists():
        _compile(folder, tools)
    return folder


def _generate(shape: Shape, folder: Path, forms: Iterable[str]) -> None:
    """In a process of its own: what it takes of memory would be counted to those started later."""
    call = [sys.executable, "-m", "benchmarks.generate", str(shape.claims), "--group", str(shape.group)]
    call += ["--conflict", str(shape.conflict), "--style", shape.style, "--seed", str(shape.seed), "--to", str(folder)]
    subprocess.run([*call, *(f"--form={form}" for form in forms)], check=True, cwd=ROOT)  # noqa: S603 - our own module


def _compile(folder: Path, tools: Tools) -> None:
    call = [str(tools.factlint), "compile", "claims.jsonl", "-o", "claims.parquet"]
    done = run(call, env=tools.env, cwd=folder, limit=7200)
    if done.status != 0:
        raise RuntimeError(f"factlint compile ended with {done.status}: {done.err.decode(errors='replace')[:500]}")
