"""Spark: a session of it, and what stops it, put into words."""

from __future__ import annotations

import atexit
import logging
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from factlint.diagnostics import Diagnostic, RunError

PARTITIONS = "8"
"""Pieces that Spark cuts a shuffled table into on one machine, where nobody says otherwise; by itself it makes 200."""


@contextmanager
def session() -> Iterator[Any]:
    """A session of Spark; one that runs already is used, and goes on.

    Raises:
        RunError: Spark is not installed, does not start, or stops on its way.
    """
    running = _sessions().getActiveSession()
    spark = running or started()
    try:
        with stops_told():
            yield spark
    finally:
        if running is None:
            _stop(spark)


def kept_session() -> Any:
    """A session that goes on to the end of the process, for whoever comes next.

    Raises:
        RunError: Spark is not installed, or does not start.
    """
    running = _sessions().getActiveSession()
    if running is not None:
        return running
    spark = started()
    atexit.register(_stop, spark)
    return spark


@contextmanager
def stops_told() -> Iterator[None]:
    """While Spark works.

    Raises:
        RunError: it stops on its way.
    """
    from py4j.protocol import Py4JError  # type: ignore[import-untyped]
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError, ConnectionError) as error:
        raise RunError(stopped(error)) from error


def _sessions() -> Any:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        help_text = 'install it: pip install "factlint[spark]"'
        raise RunError(
            Diagnostic("E102", "`--engine spark` needs PySpark, which is not installed", help=help_text)
        ) from None
    return SparkSession


def _stop(spark: Any) -> None:
    with _quiet(), suppress(Exception):  # one whose Java is gone cannot even be stopped
        spark.stop()


def started() -> Any:
    """A new session.

    Raises:
        RunError: Spark is not installed, or does not start.
    """
    for logger in (logging.getLogger(), logging.getLogger("py4j.clientserver"), logging.getLogger("py4j.java_gateway")):
        logger.addFilter(_of_others)
    remote = os.environ.get("SPARK_REMOTE", "")
    if remote.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    # What its own files of settings and the environment say of master, memory and so on stands.
    builder = (
        _sessions()
        .builder.appName("factlint")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.session.timeZone", "UTC")
    )
    try:
        with _quiet():
            session = builder.getOrCreate()
            if not remote:
                _settle(session.sparkContext, session)
    except Exception as error:  # noqa: BLE001 - whatever keeps a JVM from starting
        help_text = "Spark runs on Java 17 or later: install a JRE, and set JAVA_HOME where it is not found"
        if remote:
            help_text = 'SPARK_REMOTE names a server; to speak with one takes more: pip install "pyspark[connect]"'
        raise RunError(Diagnostic("E112", f"Spark does not start: {_why(error)}", help=help_text)) from None
    return session


def _of_others(record: logging.LogRecord) -> bool:
    """By what the library that speaks with Java logs, an error is told a second time, with every line of its code."""
    return "py4j" not in record.pathname


def _settle(context: Any, session: Any) -> None:
    context.setLogLevel("OFF")
    if not context.master.startswith("local"):
        return
    if context.getConf().get("spark.sql.shuffle.partitions") is None:
        session.conf.set("spark.sql.shuffle.partitions", PARTITIONS)
    if not os.environ.get("PYSPARK_PYTHON"):
        context.pythonExec = sys.executable  # and not any other that is found first, without factlint


_CAUSES = (
    (
        r"No module named '(factlint|polars|pyarrow|narwhals)",
        "{0} is not installed where Spark judges",
        'install it on each machine of the cluster, the same version: pip install "factlint[spark]"',
    ),
    (
        r"(factlint [\d.]+\S* judges, and factlint [\d.]+\S*) asks",
        "{0} asks: they are of two versions",
        "install the same version on each machine of the cluster",
    ),
    (
        r"Error while sending or receiving|Answer from Java side is empty|Connection refused|while calling \w+\.\w+\Z",
        "Java, in which Spark runs, has ended",
        "see whether the machine ran out of memory, or somebody ended it, and check again",
    ),
    (
        r"OutOfMemoryError|Total size of serialized results|GC overhead",
        "Spark runs out of memory",
        "give the process that starts it more: export PYSPARK_SUBMIT_ARGS='--driver-memory 8g pyspark-shell'",
    ),
    (
        r"FILE_NOT_EXIST|PATH_NOT_FOUND|FileNotFoundException|does not exist",
        "a file of the table is gone, or is not there where Spark runs",
        "name a folder that every machine of the cluster sees under the same path, and that nothing writes to meanwhile",
    ),
    (
        r"CANNOT_READ_FILE|is not a Parquet file|Could not read|Failed to read|ParquetDecodingException|CorruptRecord|can not read class",
        "Spark cannot read a file of the table: it is damaged, or was written anew meanwhile",
        "write it anew: factlint compile CORPUS -o claims.parquet",
    ),
)
"""What is found in the words of Spark, what is said of it, and what helps."""


def stopped(error: BaseException) -> Diagnostic:
    words = str(error)
    for pattern, message, help_text in _CAUSES:
        if found := re.search(pattern, words):
            return Diagnostic("E113", message.format(*found.groups()), help=help_text)
    return Diagnostic(
        "E113", f"Spark stopped: {_why(error)}", help="check again; the logs of Spark say more, or use `--engine local`"
    )


def _why(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[0] if lines else type(error).__name__)[:200]


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
