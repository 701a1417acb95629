"""What the screen runs on: Polars here, or Spark where a corpus outgrows one machine. The same definition for both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from factlint.statuses import Engine
from factlint.table.lazy import Table
from factlint.table.spark import session

if TYPE_CHECKING:
    import narwhals as nw


@contextmanager
def columns(engine: Engine, table: Table) -> Iterator[nw.LazyFrame[Any]]:
    """The table as lazy columns of an engine.

    Raises:
        RunError: Spark is not installed, does not start, or stops on its way.
    """
    import narwhals as nw

    if engine == "local":
        yield nw.from_native(table.frame)
        return
    with session() as spark:
        yield nw.from_native(spark.read.parquet(*(str(it.absolute()) for it in table.files())))
