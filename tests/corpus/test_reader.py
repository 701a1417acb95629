"""Which files are read, what is told of those that cannot be, and that no order of the file system matters."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from factlint.corpus.folder import MAX_FILE
from factlint.corpus.reader import Corpus, read_corpus
from tests.corpus.conftest import Write


def document(id_: str, head: str = "", claim: str = "") -> str:
    return (
        f"document: {{id: {id_}{head}}}\n"
        f"claims:\n  - {{id: {claim or id_}-claim, subject: Port, property: ships waiting, value: '304', quote: 304 ships}}\n"
    )


def codes(corpus: Corpus) -> list[str]:
    return [diagnostic.code for diagnostic in corpus.diagnostics]


def test_a_folder_is_read_recursively_and_in_the_order_of_ids(write: Write) -> None:
    folder = write({"b.yaml": document("b"), "deep/er/a.yml": document("a"), "notes.txt": "not YAML: at: all"})
    corpus = read_corpus(folder, root=folder)
    assert [claim.id for claim in corpus.claims] == ["a-claim", "b-claim"]
    assert [doc.id for doc in corpus.documents] == ["a", "b"]
    assert corpus.claims[0].defined.file == "deep/er/a.yml"
    assert corpus.claims[0].defined.line == 3
    assert corpus.diagnostics == ()


@pytest.mark.parametrize(
    "name",
    [
        ".hidden/x.yaml",
        ".x.yaml",
        "sources/x.yaml",
        "deep/sources/x.yaml",
        "quickstart/x.yaml",
        "quickstart/deep/x.yaml",
    ],
)
def test_what_is_hidden_or_a_text_or_another_corpus_is_left_out(write: Write, name: str) -> None:
    folder = write({"a.yaml": document("a"), name: "broken: [", "quickstart/vocabulary.yaml": "entities: {}"})
    corpus = read_corpus(folder, root=folder)
    assert [claim.id for claim in corpus.claims] == ["a-claim"]
    assert corpus.diagnostics == ()


def test_one_file_is_a_corpus_with_the_vocabulary_beside_it(write: Write) -> None:
    vocabulary = "properties: {ships waiting: {kind: quantity}}"
    folder = write({"a.yaml": document("a"), "b.yaml": "broken: [", "vocabulary.yaml": vocabulary})
    corpus = read_corpus(folder / "a.yaml", root=folder)
    assert [claim.id for claim in corpus.claims] == ["a-claim"]
    assert corpus.vocabulary.given
    assert corpus.diagnostics == ()


def test_a_vocabulary_may_lie_elsewhere(write: Write, tmp_path: Path) -> None:
    other = tmp_path / "words.yaml"
    other.write_text("properties: {mood: {kind: entity}}", encoding="utf-8")
    corpus = read_corpus(write({"a.yaml": document("a")}), root=tmp_path, vocabulary=other)
    assert codes(corpus) == ["E224"]


def test_a_vocabulary_that_is_not_there_is_told(write: Write, tmp_path: Path) -> None:
    corpus = read_corpus(write({"a.yaml": document("a")}), root=tmp_path, vocabulary=tmp_path / "words.yaml")
    assert codes(corpus) == ["E401"]
    assert len(corpus.claims) == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("missing", "E200"),
        ("claims.jsonl", "E208"),
        ("claims.parquet", "E200"),
        ("claims.pdf", "E200"),
    ],
)
def test_what_is_no_corpus(tmp_path: Path, name: str, code: str) -> None:
    if name != "missing":
        (tmp_path / name).write_text("", encoding="utf-8")
    corpus = read_corpus(tmp_path / name, root=tmp_path)
    assert codes(corpus) == [code]
    assert corpus.diagnostics[0].file == name
    assert corpus.claims == ()


def test_an_empty_folder_holds_no_documents(tmp_path: Path) -> None:
    assert codes(read_corpus(tmp_path, root=tmp_path)) == ["E208"]


@pytest.mark.parametrize("name", ["corpus", "corpus/x.yaml", "corpus/vocabulary.yaml"])
def test_a_pipe_is_never_waited_for(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)
    corpus = read_corpus(tmp_path / "corpus", root=tmp_path)
    assert set(codes(corpus)) <= {"E200", "E201", "E401", "E208"}
    assert name in {diagnostic.file for diagnostic in corpus.diagnostics}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_without_permission_is_told(write: Write) -> None:
    folder = write({"a.yaml": document("a"), "locked/b.yaml": document("b")})
    (folder / "locked").chmod(0)
    corpus = read_corpus(folder, root=folder)
    (folder / "locked").chmod(0o700)
    assert codes(corpus) == ["E200"]
    assert len(corpus.claims) == 1


def test_a_link_out_of_the_corpus_is_refused(write: Write, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "b.yaml").write_text(document("b"), encoding="utf-8")
    folder = write({"a.yaml": document("a")})
    (folder / "b.yaml").symlink_to(outside / "b.yaml")
    (folder / "more").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    corpus = read_corpus(folder, root=folder)
    assert codes(corpus) == ["E201", "E201"]
    assert [claim.id for claim in corpus.claims] == ["a-claim"]


@pytest.mark.parametrize(
    ("data", "position"),
    [
        (document("a").encode("utf-16"), (1, 1)),
        (document("a").encode("utf-16-le"), (1, 1)),
        (b"document:\n  id: caf\xe9\n", (2, 10)),
        (b"PK\x03\x04\x00\x00\x00", (1, 1)),
    ],
    ids=["UTF-16", "UTF-16 without a mark", "Latin-1", "binary"],
)
def test_what_is_not_utf_8_is_told(write: Write, data: bytes, position: tuple[int, int]) -> None:
    folder = write({"a.yaml": document("a")})
    (folder / "b.yaml").write_bytes(data)
    corpus = read_corpus(folder, root=folder)
    assert codes(corpus) == ["E202"]
    assert corpus.diagnostics[0].where == ("b.yaml", *position)
    assert corpus.rejected_documents == 1
    assert len(corpus.claims) == 1


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_windows_editors_are_welcome(write: Write, newline: str) -> None:
    folder = write({})
    (folder / "a.yaml").write_bytes(b"\xef\xbb\xbf" + document("a").replace("\n", newline).encode())
    corpus = read_corpus(folder, root=folder)
    assert corpus.diagnostics == ()
    assert corpus.claims[0].defined.line == 3


def test_a_file_beyond_all_measure_is_refused(write: Write) -> None:
    folder = write({"a.yaml": document("a")})
    with (folder / "b.yaml").open("wb") as file:
        file.truncate(MAX_FILE + 1)
    assert codes(read_corpus(folder, root=folder)) == ["E206"]


def test_two_documents_of_one_id(write: Write) -> None:
    folder = write({"a.yaml": document("a"), "b.yaml": document("A", claim="b")})
    corpus = read_corpus(folder, root=folder)
    assert codes(corpus) == ["E217"]
    assert corpus.diagnostics[0].related[0].source.name == "a.yaml"
    assert (len(corpus.claims), corpus.rejected_documents, corpus.rejected_claims) == (1, 1, 0)


def test_two_claims_of_one_id_in_two_files(write: Write) -> None:
    folder = write({"a.yaml": document("a", claim="x"), "b.yaml": document("b", claim="x")})
    corpus = read_corpus(folder, root=folder)
    assert codes(corpus) == ["E216"]
    assert [corpus.diagnostics[0].where[0], corpus.diagnostics[0].related[0].source.name] == ["b.yaml", "a.yaml"]
    assert corpus.rejected_claims == 1


def test_the_corpus_is_named_relative_to_the_root_or_as_given(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write({"a.yaml": document("a")})
    assert read_corpus(folder, root=tmp_path).claims[0].defined.file == "corpus/a.yaml"
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert read_corpus(Path("../corpus"), root=Path()).claims[0].defined.file == "../corpus/a.yaml"


def test_the_collector_runs_again_afterwards(write: Write) -> None:
    folder = write({"a.yaml": document("a")})
    assert gc.isenabled()
    read_corpus(folder, root=folder)
    assert gc.isenabled()


# --- Held texts ------------------------------------------------------------------------------------------------------


def text_of(corpus: Corpus) -> tuple[str, str] | None:
    source = corpus.texts.get("a")
    return None if source is None else (source.name, source.text)


def test_a_text_is_looked_for_in_the_source_folders_then_beside_then_in_sources(write: Write, tmp_path: Path) -> None:
    folder = write({"deep/a.yaml": document("a", ", text: t.txt")})
    first, second = tmp_path / "first", tmp_path / "second"
    places = [folder / "sources", folder / "deep", second, first]
    assert read_corpus(folder, root=folder, sources=[first, second]).texts_missing == ("t.txt",)
    for place in places:
        place.mkdir(exist_ok=True)
        (place / "t.txt").write_bytes(f"304 ships\r\n{place.name}".encode())
        corpus = read_corpus(folder, root=folder, sources=[first, second])
        assert text_of(corpus) == ("t.txt", f"304 ships\n{place.name}")
        assert corpus.texts_missing == ()


@pytest.mark.parametrize("name", ["../t.txt", "deep/../../t.txt", "/etc/hostname", "C:/t.txt", "..\\t.txt"])
def test_a_path_that_leaves_its_folder_is_refused(write: Write, tmp_path: Path, name: str) -> None:
    (tmp_path / "t.txt").write_text("secret", encoding="utf-8")
    folder = write({"a.yaml": document("a", f", text: '{name}'"), "deep/x.txt": ""})
    corpus = read_corpus(folder, root=folder)
    assert codes(corpus) == ["E230"]
    assert (corpus.texts, corpus.claims, corpus.rejected_documents) == ({}, (), 1)


def test_a_text_that_is_a_link_out_of_its_folder_is_refused(write: Write, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    folder = write({"a.yaml": document("a", ", text: t.txt")})
    (folder / "t.txt").symlink_to(tmp_path / "secret.txt")
    corpus = read_corpus(folder, root=folder)
    assert codes(corpus) == ["E230"]
    assert corpus.texts == {}


def test_a_source_folder_may_itself_be_a_link(write: Write, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "t.txt").write_text("304 ships", encoding="utf-8")
    folder = write({"a.yaml": document("a", ", text: t.txt")})
    (folder / "sources").symlink_to(tmp_path / "texts")
    assert text_of(read_corpus(folder, root=folder)) == ("t.txt", "304 ships")


@pytest.mark.parametrize("kind", ["folder", "pipe", "binary"])
def test_a_text_that_cannot_be_read_is_told_and_not_held(write: Write, kind: str) -> None:
    folder = write({"a.yaml": document("a", ", text: t.txt")})
    path = folder / "t.txt"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.write_bytes(b"\xff\x00")
    corpus = read_corpus(folder, root=folder)
    assert codes(corpus) == ["E231"]
    assert corpus.texts_missing == ("t.txt",)
    assert corpus.claims[0].evidence.status == "not_held"
