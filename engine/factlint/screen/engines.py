"""What the screen runs on: Polars here, or Spark where a corpus outgrows one machine. The same definition for both."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from factlint.diagnostics import Diagnostic, RunError
from factlint.statuses import Engine
from factlint.table.lazy import Table

if TYPE_CHECKING:
    import narwhals as nw


@contextmanager
def columns(engine: Engine, table: Table) -> Iterator[nw.LazyFrame[Any]]:
    """The table as lazy columns of an engine.

    Raises:
        RunError: Spark is not installed, or does not start.
    """
    import narwhals as nw

    if engine == "local":
        yield nw.from_native(table.frame)
        return
    session = _session()
    try:
        yield nw.from_native(session.read.parquet(str(table.file())))
    finally:
        session.stop()


def _session() -> Any:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        help_text = 'install it: pip install "factlint[spark]"'
        raise RunError(
            Diagnostic("E102", "`--engine spark` needs PySpark, which is not installed", help=help_text)
        ) from None
    builder = (
        SparkSession.builder.appName("factlint")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.execution.arrow.pyspark.enabled", "true")
    )
    if not os.environ.get("SPARK_REMOTE") and not os.environ.get("MASTER"):
        builder = builder.config("spark.master", "local[*]").config("spark.sql.shuffle.partitions", "8")
    try:
        with _quiet():
            session = builder.getOrCreate()
            session.sparkContext.setLogLevel("OFF")
    except Exception as error:  # noqa: BLE001 - whatever keeps a JVM from starting
        help_text = "Spark runs on Java 17 or later: install a JRE, and set JAVA_HOME where it is not found"
        why = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise RunError(Diagnostic("E112", f"Spark does not start: {why[:200]}", help=help_text)) from None
    return session


@contextmanager
def _quiet() -> Iterator[None]:
    """Java greets on the error stream of whoever starts it; what goes wrong comes as an exception."""
    try:
        target = sys.stderr.fileno()
    except (OSError, ValueError, AttributeError):  # not a real stream: nothing to hush
        yield
        return
    sys.stderr.flush()
    kept = os.dup(target)
    silent = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(silent, target)
        yield
    finally:
        os.dup2(kept, target)
        os.close(kept)
        os.close(silent)
