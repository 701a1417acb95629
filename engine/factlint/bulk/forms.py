"""How a flat file is written, by its name."""

from __future__ import annotations

from pathlib import Path

from factlint.bulk.csv_lines import csv_lines
from factlint.bulk.json_lines import JsonLines
from factlint.bulk.lines import Keys, Lines
from factlint.corpus.flat.read import form_of


def lines_of(path: Path, name: str, keys: Keys) -> Lines:
    """The lines of a `.jsonl` or `.csv` file; `name` is what messages call it.

    Raises:
        NotInBulkError: it is nothing for columns.
        OSError: it cannot be read.
    """
    return Lines(path, name, csv_lines(path, keys) if form_of(path) == "csv" else JsonLines(keys))
