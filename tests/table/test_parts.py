"""A table in several files: read as the one that it is, or refused with the file at fault."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl
import pytest

from factlint.cli import main
from factlint.corpus.corpus import LARGE, Corpus
from factlint.corpus.folder import list_parts
from factlint.corpus.reader import read_corpus
from factlint.language.load import load_rules
from factlint.language.resolve import resolve
from factlint.screen.run import screened
from factlint.table.columns import COLUMNS
from factlint.table.corpus import compile_corpus, open_parts, open_table, vocabulary_source
from factlint.table.spark_schema import for_spark, from_spark
from factlint.table.store import KEY
from tests.screen.claims import write
from tests.screen.test_screen import all_said


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = write(tmp_path, 300, seed=11, members=3)
    corpus = read_corpus(path, root=tmp_path)
    compile_corpus(corpus, tmp_path / "claims.parquet", vocabulary_source(path, None, tmp_path))
    return tmp_path / "claims.parquet"


def split(
    table: Path, folder: Path, number: int = 3, *, by_spark: bool = False, names: Sequence[str] = ()
) -> list[Path]:
    """The rows of a table dealt out to some files, as others write them: in any order, and as Spark with long numbers."""
    folder.mkdir(exist_ok=True)
    frame = pl.read_parquet(table)
    meaning = pl.read_parquet_metadata(table)[KEY]
    if by_spark:
        frame = frame.with_columns(pl.col(pl.UInt32).cast(pl.Int64))
    paths = []
    for at in range(number):
        path = folder / (names[at] if names else f"part-{at:05}-c000.snappy.parquet")
        metadata = for_spark(meaning) if by_spark else {KEY: meaning}
        frame.gather_every(number, at).reverse().write_parquet(path, metadata=metadata)
        paths.append(path)
    return paths


def opened(folder: Path, large: int = LARGE) -> Corpus:
    listed = list_parts(folder, folder.parent)
    assert listed is not None
    return open_parts(listed, root=folder.parent, large=large)


@pytest.mark.parametrize("by_spark", [False, True], ids=["by compile", "by Spark"])
@pytest.mark.parametrize("number", [1, 3])
def test_the_files_of_a_table_are_that_table(*, number: int, by_spark: bool, table: Path, tmp_path: Path) -> None:
    folder = tmp_path / "claims"
    split(table, folder, number, by_spark=by_spark)
    (folder / "_SUCCESS").touch()
    (folder / ".part-00000.parquet.crc").write_bytes(b"crc!")
    (folder / "_temporary.parquet").write_bytes(b"half of a file")
    for large in (0, LARGE):
        whole, parts = open_table(table, root=tmp_path, large=large), opened(folder, large)
        assert not parts.diagnostics
        assert parts.is_table is (large == 0)
        assert [repr(it) for it in parts.claims] == [repr(it) for it in whole.claims]
        assert [repr(it) for it in parts.documents] == [repr(it) for it in whole.documents]


@pytest.mark.parametrize("by_spark", [False, True], ids=["by compile", "by Spark"])
def test_a_table_in_files_gives_the_same_report(
    *, by_spark: bool, table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    split(table, tmp_path / "claims", by_spark=by_spark)
    seen = []
    for corpus in (table, tmp_path / "claims"):
        status = main(["check", str(tmp_path / "all.rules"), "--corpus", str(corpus), "--format", "json", "--no-cache"])
        seen.append((status, capsys.readouterr().out))
    assert seen[0] == seen[1]
    assert json.loads(seen[0][1])["summary"]["violated"]


def test_a_table_in_files_is_screened_as_the_one_that_it_is(table: Path, tmp_path: Path) -> None:
    split(table, tmp_path / "claims", by_spark=True)
    whole, parts = open_table(table, root=tmp_path, large=0), opened(tmp_path / "claims", 0)
    files, _ = load_rules([tmp_path / "all.rules"], tmp_path)
    model, wrong = resolve(files, whole.vocabulary)
    assert not wrong
    found = [screened(model, it, 20, today=None, in_full=False).results for it in (whole, parts)]
    assert [all_said(it) for it in found[1]] == [all_said(it) for it in found[0]]


def test_files_are_compiled_into_one(table: Path, tmp_path: Path) -> None:
    split(table, tmp_path / "claims", by_spark=True)
    again = tmp_path / "again.parquet"
    assert main(["compile", str(tmp_path / "claims"), "-o", str(again)]) == 0
    assert pl.read_parquet(again).equals(pl.read_parquet(table))
    assert pl.read_parquet_metadata(again)[KEY] == pl.read_parquet_metadata(table)[KEY]


def test_a_folder_of_claims_may_hold_a_table_too(table: Path, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    split(table, tmp_path / "corpus")
    assert list_parts(tmp_path / "corpus", tmp_path) is not None
    (tmp_path / "corpus" / "a.yaml").write_text("document: {id: a}\nclaims: []\n")
    assert list_parts(tmp_path / "corpus", tmp_path) is None


@pytest.mark.parametrize("beside", [False, True], ids=["in its metadata alone", "beside it too"])
def test_the_vocabulary_comes_with_the_files(*, beside: bool, table: Path, tmp_path: Path) -> None:
    split(table, tmp_path / "claims", by_spark=True)
    if beside:
        (tmp_path / "claims" / "vocabulary.yaml").write_text((tmp_path / "vocabulary.yaml").read_text())
    found = opened(tmp_path / "claims")
    assert not found.diagnostics
    assert found.vocabulary.entities.names == open_table(table, root=tmp_path).vocabulary.entities.names


def test_another_vocabulary_beside_the_files_is_told(table: Path, tmp_path: Path) -> None:
    split(table, tmp_path / "claims")
    (tmp_path / "claims" / "vocabulary.yaml").write_text("properties: {share: {kind: quantity}}\n")
    (found,) = opened(tmp_path / "claims").diagnostics
    assert (found.code, found.file) == ("E273", "claims")


def told(folder: Path) -> tuple[str, str | None, str]:
    found = opened(folder)
    (problem,) = found.diagnostics
    assert not found.claims
    return problem.code, problem.file, problem.message


def test_a_file_of_another_table_is_named(table: Path, tmp_path: Path) -> None:
    folder = tmp_path / "claims"
    first, *_ = split(table, folder)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.yaml").write_text("document: {id: a}\nclaims: [{subject: S, property: p, value: 40%}]\n")
    corpus = read_corpus(tmp_path / "other", root=tmp_path)
    compile_corpus(corpus, folder / "part-other.parquet", None)
    assert told(folder) == (
        "E275", "claims/part-other.parquet", f"this file and `{first.name}` are not parts of one table",
    )  # fmt: skip


def test_files_that_hold_rows_twice_are_refused(table: Path, tmp_path: Path) -> None:
    first, *_ = split(table, tmp_path / "claims")
    (tmp_path / "claims" / "copy.parquet").write_bytes(first.read_bytes())
    assert told(tmp_path / "claims") == ("E275", "claims", "rows of this table stand in its files more than once: 100")


def test_a_file_that_is_missing_is_noticed(table: Path, tmp_path: Path) -> None:
    _, second, _ = split(table, tmp_path / "claims")
    second.unlink()
    code, file, message = told(tmp_path / "claims")
    assert (code, file) == ("E275", "claims")
    assert message.startswith("rows of this table are missing from its files: ")


def test_tables_that_were_compiled_apart_are_refused(table: Path, tmp_path: Path) -> None:
    """Their metadata may be equal, where the same properties and units occur; their rows are numbered alike."""
    folder = tmp_path / "claims"
    folder.mkdir()
    for name in ("a.parquet", "b.parquet"):
        (folder / name).write_bytes(table.read_bytes())
    assert told(folder)[0] == "E275"


def test_a_table_in_partitions_is_refused(table: Path, tmp_path: Path) -> None:
    meaning = pl.read_parquet_metadata(table)[KEY]
    for key, frame in pl.read_parquet(table).partition_by("kind", as_dict=True, include_key=False).items():
        folder = tmp_path / "claims" / f"kind={key[0]}"
        folder.mkdir(parents=True)
        frame.write_parquet(folder / "part-0.parquet", metadata={KEY: meaning})
    code, file, message = told(tmp_path / "claims")
    assert (code, file) == ("E275", "claims/kind=date")
    assert "partitioned by `kind`" in message


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: path.write_bytes(b"PAR1 and then nothing"), "E270"),
        (lambda path: pl.read_parquet(path).write_parquet(path), "E271"),
        (lambda path: pl.DataFrame({"id": ["a"]}).write_parquet(path, metadata={KEY: "{"}), "E271"),
    ],
    ids=["cut short", "without its metadata", "without its columns"],
)
def test_the_file_at_fault_is_named(spoil: Callable[[Path], object], code: str, table: Path, tmp_path: Path) -> None:
    _, second, _ = split(table, tmp_path / "claims")
    spoil(second)
    assert told(tmp_path / "claims")[:2] == (code, f"claims/{second.name}")


def test_a_file_elsewhere_is_no_part(table: Path, tmp_path: Path) -> None:
    first, *_ = split(table, tmp_path / "claims")
    elsewhere = first.rename(tmp_path / "moved.parquet")
    first.symlink_to(elsewhere)
    assert told(tmp_path / "claims")[:2] == ("E201", f"claims/{first.name}")


def test_what_spark_carries_is_what_was_meant() -> None:
    meaning = json.dumps({"version": 1, "vocabulary": {"text": 'properties: {"p": {}}\n# Ölpreis'}})
    metadata = for_spark(meaning)
    assert from_spark(metadata) == meaning
    (text,) = metadata.values()
    assert [it["name"] for it in json.loads(text)["fields"]] == list(COLUMNS)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"fields": 1}', '{"fields": [{"name": "id", "metadata": {"factlint": 1}}]}']
)
def test_a_schema_of_others_carries_nothing(text: str) -> None:
    (key,) = for_spark("{}")
    assert from_spark({key: text}) is None
