"""A table of Spark's catalog, `spark:NAME`: the files in which it stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from factlint import files
from factlint.corpus.folder import IN_CATALOG, Listed
from factlint.diagnostics import Diagnostic, RunError
from factlint.table import messages
from factlint.table.spark import kept_session, stops_told


def list_table(corpus: str) -> Listed:
    """The files of the table `spark:NAME`; or why they cannot be told, among it that Spark cannot be had."""
    files.tell_again({("content", corpus): None})  # a catalog is not asked again: no run that asked it is kept
    try:
        found = _found(corpus.removeprefix(IN_CATALOG))
    except RunError as error:
        found = error.diagnostic
    if isinstance(found, Diagnostic):
        return Listed(Path(corpus), (), None, (found,))
    return Listed(Path(corpus), found, None)


def _found(name: str) -> tuple[Path, ...] | Diagnostic:
    if not re.fullmatch(r"\w+(\.\w+){0,2}", name):
        return messages.no_table_name(name)
    spark = kept_session()
    with stops_told():
        if not spark.catalog.tableExists(name):
            return messages.unknown_table(name)
        about = _about(spark, name)
        if "VIEW" in about.get("Type", "VIEW") or about.get("Provider", "").lower() != "parquet":
            return messages.no_parquet_table(name)
        spark.catalog.refreshTable(name)  # others may have written to it since this session looked
        places = [urlsplit(it) for it in sorted(spark.table(name).inputFiles())]
    away = next((it.scheme for it in places if it.scheme not in {"", "file"}), None)
    if away is not None:
        return messages.table_elsewhere(name, away)
    return tuple(Path(unquote(it.path)) for it in places) or messages.empty_table(name)


def _about(spark: Any, name: str) -> dict[str, str]:
    """What the catalog says of a table, by its own words."""
    return {row["col_name"]: row["data_type"] for row in spark.sql(f"DESCRIBE TABLE EXTENDED {name}").collect()}
