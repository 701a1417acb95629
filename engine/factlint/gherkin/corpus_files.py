"""The files of a corpus that a scenario writes by their names, among them flat ones."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

_ROWS = ".csv"
_COMPILED = ".parquet"
_FLAT = (_ROWS, ".jsonl", _COMPILED)
_DOCUMENTS = ("documents.jsonl", "documents.csv")
"""They describe the documents of a flat file beside them."""


def text_of(name: str, table: Sequence[Sequence[str]] | None, docstring: str | None) -> str:
    """The text of a file that stands below a step, as it is or as a table.

    Raises:
        AssertionError: there is neither, or the name leads elsewhere, or is not that of a table.
    """
    if Path(name).name != name or "\\" in name:
        raise AssertionError(f"`{name}` leads out of the folder of the corpus; write a name such as `claims.csv`")
    if docstring is not None:
        return docstring.rstrip("\n") + "\n"
    if table is None:
        raise AssertionError(f"nothing stands in `{name}`: a table or a text belongs below this step")
    if Path(name).suffix != _ROWS:
        raise AssertionError(f"a table is written as CSV, and `{name}` is none; name it .csv, or write it as a text")
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(table)
    return written.getvalue()


def is_flat(path: Path) -> bool:
    """Does this file hold the claims of many documents?"""
    return path.suffix.lower() in _FLAT and path.is_file()


def is_text(path: Path) -> bool:
    """Is this a file that shows which claims were written into it, read or not? (A compiled one holds none but sound ones.)"""
    return path.is_file() and path.suffix.lower() != _COMPILED


def claims_among(names: Iterable[str]) -> str | None:
    """The flat file of claims, if there is one; else the files are those of a folder.

    Raises:
        AssertionError: there are several, or documents of a flat file that is missing.
    """
    given = list(names)
    flat = [name for name in given if name.lower().endswith(_FLAT) and name not in _DOCUMENTS]
    if len(flat) > 1:
        raise AssertionError(f"a check takes one flat file of claims, and these are several: {', '.join(flat)}")
    beside = [name for name in given if name in _DOCUMENTS]
    if beside and not flat:
        raise AssertionError(f'`{beside[0]}` says whom claims are from: give them too, in the corpus file "claims.csv"')
    return flat[0] if flat else None
