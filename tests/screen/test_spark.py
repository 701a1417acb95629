"""Spark gives the report that this machine gives, wherever the groups are judged; what goes wrong there is told."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from factlint.cli import main
from factlint.corpus.folder import list_parts
from factlint.corpus.reader import Corpus, read_corpus
from factlint.diagnostics import RunError
from factlint.language.load import load_rules
from factlint.language.model import Model
from factlint.language.resolve import resolve
from factlint.screen import cluster
from factlint.screen.cluster import Cluster
from factlint.screen.run import screened
from factlint.table import spark as spark_
from factlint.table.corpus import compile_corpus, open_parts, open_table, readable, vocabulary_source
from factlint.table.spark_schema import for_spark
from factlint.table.store import KEY
from tests.screen.claims import write
from tests.screen.test_screen import all_said

pytestmark = pytest.mark.skipif(
    shutil.which("java") is None and "JAVA_HOME" not in os.environ,
    reason="there is no Java: the Spark engine was not tested (sh scripts/java.sh)",
)

RULES = """language 1
rule share-10: share claims must agree within 10%
rule all-5: claims must agree within 5%
rule names: city, ok claims must agree
rule opened: flow claims must agree within 10%
    using crude oil
rule per-outlet: share claims per outlet must agree within 1%
rule any-subject: share claims regardless of subject must agree within 90%
rule most: share claims must be at most 60%
rule both: share claims must agree within 10% and be at most 90%
rule backed: share claims must be corroborated by at least 2 independent sources within 10%
rule newest: latest share claims must agree
rule exact: share claims must agree exactly
rule ratio: share / delay must be at most 2 percent/hour
accept opened for {first}
    because "a known outlier"
"""


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """One session for all tests: starting Java takes longer than they do."""
    session = spark_.started()
    session.conf.set("spark.sql.shuffle.partitions", "2")  # the tables are small
    yield session
    session.stop()


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table as `compile` writes it, in a folder with rules."""
    folder = tmp_path_factory.mktemp("compiled")
    path = write(folder, 600, seed=4, members=4)
    rules = folder / "all.rules"
    first = next(line for line in rules.read_text().splitlines() if line.startswith("accept")).split()[-1]
    rules.write_text(RULES.replace("{first}", first))
    table = folder / "claims.parquet"
    compile_corpus(read_corpus(path, root=folder), table, vocabulary_source(path, None, folder))
    meaning = pl.read_parquet_metadata(table)[KEY]
    pl.read_parquet(table).write_parquet(table, metadata={KEY: meaning, **for_spark(meaning)})
    return folder


def opened(folder: Path) -> tuple[Corpus, Model]:
    corpus = open_table(folder / "claims.parquet", root=folder, large=0)
    files, problems = load_rules([folder / "all.rules"], folder)
    model, wrong = resolve(files, corpus.vocabulary)
    assert not [*problems, *wrong, *corpus.diagnostics]
    return corpus, model


def said(model: Model, corpus: Corpus, limit: int, engine: Any) -> list[object]:
    found = screened(model, corpus, limit, today=None, in_full=False, engine=engine)
    return [(all_said(it), it.thanks_words) for it in found.results]


@pytest.mark.parametrize(
    ("here", "limit"), [(0, 3), (0, 10**9), (30, 3)], ids=["all away", "all away and listed", "some away"]
)
@pytest.mark.usefixtures("spark")
def test_groups_judged_by_executors_give_the_same_report(
    here: int, limit: int, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "JUDGED_HERE", here)
    monkeypatch.setattr(cluster, "AT_ONCE", 20)
    away: list[str] = []
    judge = Cluster.judge

    def noted(self: Cluster) -> None:
        judge(self)
        away.extend(task.rule.name for task in self.tasks)

    monkeypatch.setattr(Cluster, "judge", noted)
    corpus, model = opened(compiled)
    assert said(model, corpus, limit, "spark") == said(model, corpus, limit, "local")
    assert away
    assert ("most" in away) is (limit == 10**9)  # what certainly is violated is looked at only to be told of


def test_what_spark_writes_of_a_table_is_that_table(spark: Any, compiled: Path, tmp_path: Path) -> None:
    spark.read.parquet(str(compiled / "claims.parquet")).repartition(3).write.parquet(str(tmp_path / "claims"))
    assert (tmp_path / "claims" / "_SUCCESS").exists()
    listed = list_parts(tmp_path / "claims", tmp_path)
    assert listed is not None
    assert len(listed.files) == 3
    parts = open_parts(listed, root=tmp_path, large=0)
    assert not parts.diagnostics
    corpus, model = opened(compiled)
    assert [repr(it) for it in parts.claims] == [repr(it) for it in corpus.claims]
    wanted = said(model, corpus, 5, "local")
    assert said(model, parts, 5, "local") == wanted
    assert said(model, parts, 5, "spark") == wanted


def test_part_of_a_table_is_none(spark: Any, compiled: Path, tmp_path: Path) -> None:
    spark.read.parquet(str(compiled / "claims.parquet")).filter("kind = 'quantity'").write.parquet(
        str(tmp_path / "claims")
    )
    listed = list_parts(tmp_path / "claims", tmp_path)
    assert listed is not None
    assert [it.code for it in open_parts(listed, root=tmp_path).diagnostics] == ["E275"]


def test_a_session_that_runs_goes_on(spark: Any, compiled: Path) -> None:
    corpus, model = opened(compiled)
    said(model, corpus, 1, "spark")
    assert spark.range(3).count() == 3


@pytest.fixture
def catalog(spark: Any, compiled: Path, tmp_path: Path) -> Iterator[Any]:
    """Tables of a catalog: the claims, a view of them, and the same as text."""
    claims = spark.read.parquet(str(compiled / "claims.parquet"))
    claims.repartition(2).write.option("path", str(tmp_path / "of claims")).saveAsTable("claims")
    claims.select("id").write.format("csv").option("path", str(tmp_path / "csv")).saveAsTable("texts")
    claims.filter("stance = 'asserts'").createTempView("asserted")
    yield spark
    spark.catalog.dropTempView("asserted")
    for name in ("claims", "texts"):
        spark.sql(f"DROP TABLE {name}")


@pytest.mark.usefixtures("catalog")
def test_a_table_of_a_catalog_gives_the_same_report(compiled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seen = []
    for corpus in (str(compiled / "claims.parquet"), "spark:claims", "spark:default.claims"):
        rules = str(compiled / "all.rules")
        status = main(["check", rules, "--corpus", corpus, "--format", "json", "--no-cache"])
        seen.append((status, capsys.readouterr().out))
    assert json.loads(seen[0][1])["summary"]["violated"]
    assert seen[1] == seen[0]
    assert seen[2] == seen[0]


@pytest.mark.usefixtures("catalog")
def test_a_table_of_a_catalog_brings_its_vocabulary_into_one_file(compiled: Path, tmp_path: Path) -> None:
    assert main(["compile", "spark:claims", "-o", str(tmp_path / "again.parquet")]) == 0
    table = compiled / "claims.parquet"
    assert pl.read_parquet(tmp_path / "again.parquet").equals(pl.read_parquet(table))
    assert pl.read_parquet_metadata(tmp_path / "again.parquet")[KEY] == pl.read_parquet_metadata(table)[KEY]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nothing", "Spark knows no table `nothing`"),
        ("asserted", "`asserted` is a view, or no table of Parquet files"),
        ("texts", "`texts` is a view, or no table of Parquet files"),
        ("claims; DROP TABLE claims", "is no name of a table"),
        ("", "`` is no name of a table"),
    ],
)
@pytest.mark.usefixtures("catalog")
def test_what_is_no_table_of_a_catalog_is_told(name: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--corpus", f"spark:{name}", "--rule", "share claims must agree"]) == 2
    err = capsys.readouterr().err
    assert "error[E276]" in err
    assert words in err


@pytest.mark.usefixtures("spark")
def test_a_file_that_vanishes_is_told(compiled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "JUDGED_HERE", 0)
    (tmp_path / "claims").mkdir()
    shutil.copy(compiled / "claims.parquet", tmp_path / "claims" / "a.parquet")
    listed = list_parts(tmp_path / "claims", tmp_path)
    assert listed is not None
    parts = open_parts(listed, root=tmp_path, large=0)
    _, model = opened(compiled)
    judge = Cluster.judge

    def robbed(self: Cluster) -> None:
        (tmp_path / "claims" / "a.parquet").unlink()
        judge(self)

    monkeypatch.setattr(Cluster, "judge", robbed)
    with pytest.raises(RunError) as raised, readable(parts):
        screened(model, parts, 5, today=None, in_full=False, engine="spark")
    assert raised.value.diagnostic.code == "E270"
    assert "it is gone" in raised.value.diagnostic.message


@pytest.mark.usefixtures("spark")
def test_a_damaged_file_is_told(compiled: Path, tmp_path: Path) -> None:
    table = tmp_path / "claims.parquet"
    data = bytearray((compiled / "claims.parquet").read_bytes())
    data[200:20_000] = bytes(19_800)
    table.write_bytes(data)
    corpus = open_table(table, root=tmp_path, large=0)
    _, model = opened(compiled)
    with pytest.raises(RunError) as raised, readable(corpus):
        screened(model, corpus, 5, today=None, in_full=False, engine="spark")
    assert raised.value.diagnostic.code == "E113"
    assert "damaged" in raised.value.diagnostic.message


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("ModuleNotFoundError: No module named 'factlint'", "factlint is not installed where Spark judges"),
        ("java.lang.OutOfMemoryError: Java heap space", "Spark runs out of memory"),
        ("An error occurred while calling o30.sessionState", "Java, in which Spark runs, has ended"),
        ("An error occurred while calling o30.collect.\n: java.lang.OutOfMemoryError", "Spark runs out of memory"),
        (
            "RuntimeError: factlint 0.1.0 judges, and factlint 0.2.0 asks",
            "factlint 0.1.0 judges, and factlint 0.2.0 asks: ",
        ),
        ("[PATH_NOT_FOUND] Path does not exist: file:/x", "a file of the table is gone"),
        ("[FAILED_READ_FILE.CANNOT_READ_FILE] x", "Spark cannot read a file of the table"),
        ("\n  what nobody knows\nand more", "Spark stopped: what nobody knows"),
        ("", "Spark stopped: ValueError"),
    ],
)
def test_what_stops_spark_is_put_into_words(words: str, message: str) -> None:
    found = spark_.stopped(ValueError(words))
    assert found.code == "E113"
    assert found.message.startswith(message)
    assert found.help


def test_another_version_judges_nothing() -> None:
    with pytest.raises(RuntimeError, match="asks"):
        cluster.judged("0", b"", None)


class _Absent:
    """Sessions that nobody can start."""

    builder: _Absent

    def __getattr__(self, _name: str) -> Any:
        return lambda *_: self

    def getOrCreate(self) -> Any:  # noqa: N802 - Spark's name
        raise ImportError("\n  it is not there\nat all")


@pytest.mark.parametrize(
    ("remote", "words"), [("", "Spark runs on Java 17"), ("sc://there", "SPARK_REMOTE names a server")]
)
def test_what_keeps_spark_from_starting_is_told(remote: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    absent = _Absent()
    absent.builder = absent
    monkeypatch.setattr(spark_, "_sessions", lambda: absent)
    monkeypatch.setenv("SPARK_REMOTE", remote)
    with pytest.raises(RunError) as raised:
        spark_.started()
    problem = raised.value.diagnostic
    assert (problem.code, problem.message) == ("E112", "Spark does not start: it is not there")
    assert problem.help is not None
    assert words in problem.help


KILLED = """
import os, signal, sys
from factlint.cli import main
from factlint.screen import passes

measure = passes.all_collected

def killed(frames):
    from pyspark.sql import SparkSession
    os.kill(SparkSession.getActiveSession().sparkContext._gateway.proc.pid, signal.SIGKILL)
    return measure(frames)

passes.all_collected = killed
sys.exit(main(sys.argv[1:]))
"""


def test_java_that_is_killed_leaves_a_message_and_nothing_else(compiled: Path) -> None:
    corpus = str(compiled / "claims.parquet")
    call = ["check", "--engine", "spark", "--corpus", corpus, "--rule", "share claims must agree", "--no-cache"]
    done = subprocess.run([sys.executable, "-c", KILLED, *call], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("error[E113]: Java, in which Spark runs, has ended\n")
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
