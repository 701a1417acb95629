"""A claim a line: what is read, what is told of each line, and that the other lines stand."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factlint.corpus.flat.jsonl import rows
from factlint.corpus.flat.lines import MAX_RECORD
from factlint.corpus.flat.rows import Lost
from factlint.corpus.reader import Corpus, read_corpus
from tests.corpus.flat.reading import corpus_of, ids, told

GOOD = '{"document": "d", "id": "good", "subject": "Port", "property": "share", "value": "40%"}'
VOCABULARY = "properties: {share: {kind: quantity, unit: percent}, city: {kind: place}, open: {kind: truth}}\n"

Read = Callable[..., Corpus]


def line(**fields: Any) -> str:
    return json.dumps({"document": "d", "subject": "Port", "property": "share", "value": "41%", **fields})


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The corpus of some lines, with a vocabulary beside."""

    def _read(*lines: str | bytes, documents: str | None = None) -> Corpus:
        data = b"\n".join(it if isinstance(it, bytes) else it.encode() for it in lines)
        if documents is not None:
            (tmp_path / "documents.jsonl").write_text(documents, encoding="utf-8")
        return corpus_of(tmp_path, "claims.jsonl", data, VOCABULARY)

    return _read


@pytest.mark.parametrize(
    ("bad", "code", "message", "column"),
    [
        ('{"document": "d"', "E209", "`{` is never closed", 1),
        (line() + ",", "E209", "a comma stands between two lines", 74),
        ("40", "E212", "this line is a text, not a set of keys", 1),
        ("null", "E212", "this line is null, not a set of keys", 1),
        ("[1, 2]", "E212", "this line is a list, not a set of keys", 1),
        (line(value=None), "E211", "a claim lacks `value`", 2),
        (line(document=None), "E211", "a claim lacks `document`", 20),
        (line(document=["d"]), "E212", "`document` is a list, not an id or a set of keys", 14),
        (line(document="a b"), "E215", "`document` cannot be `a b`: an id holds letters, digits, `.`, `_` and `-` alone", 14),
        (line(document={"outlet": "x"}), "E211", "a document lacks `id`", 15),
        (line(document={"id": "e", "colour": "x"}), "E210", "a document has no key `colour`", 26),
        (line(outlet="x"), "E210", "a claim has no key `outlet`", 75),
        (line(subjet="x"), "E210", "a claim has no key `subjet`", 75),
        (line(stance="rejects"), "E213", "`stance` cannot be `rejects`", 85),
        (line(subject=["Port"]), "E212", "`subject` is a list, not a text", 30),
        (line(subject=""), "E214", "`subject` has no value", 19),
        (line(via=["a", None]), "E214", "`via` has no value", 75),
        (line(note="\x07"), "E218", "this text holds the control character U+0007", 83),
        (line(note="\ud83d"), "E209", "this text holds U+D83D, which is half a character", 83),
        (line(note="x" * MAX_RECORD), "E206", f"this line is {MAX_RECORD + 85:,} bytes long", 1),
        (b'{"document": "caf\xe9"}', "E202", "this file is in another encoding, not text in UTF-8", 18),
        (b'{"document": "\x00"}', "E218", "this text holds the control character U+0000", 14),
        ('{"a": 1, "a": 2}', "E205", "`a` is written twice", 10),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_and_the_others_stand(
    bad: str | bytes, code: str, message: str, column: int, read: Read
) -> None:
    corpus = read(GOOD, "", bad, line(id="after"))
    assert (code, message, 3, column) in told(corpus)
    assert {it[2] for it in told(corpus)} == {3}
    assert all(it.help for it in corpus.diagnostics)
    assert ids(corpus) == ["after", "good"]
    assert corpus.rejected_claims + corpus.rejected_documents == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"nearly 40%"', "nearly 40%"),
        ("40", "40"),
        ("4.40", "4.40"),
        ('{"number": 40, "unit": "percent"}', "40 percent"),
        ('{"low": 10, "high": 12, "unit": "percent"}', "10 to 12 percent"),
        ('40, "unit": "percent"', "40 percent"),
        ('40, "unit": null', "40"),
        ('40, "unit": ""', None),
        ('"40", "unit": "percent"', "40 percent"),
        ('"1,200", "unit": "percent"', "1,200 percent"),
        ('"nearly 40", "unit": "percent"', "nearly 40 percent"),
        ('"1.2 thousand", "unit": "percent"', "1.2 thousand percent"),
        ('"10 to 12", "unit": "percent"', "10 to 12 percent"),
        ('"two thirds", "unit": "percent"', None),
        ('"40%", "unit": "percent"', None),
        ('{"number": 40}, "unit": "percent"', None),
    ],
)
def test_values_and_units(written: str, meant: str | None, read: Read) -> None:
    corpus = read(GOOD, GOOD.replace('"40%"', written).replace("good", "x"))
    found = [claim.value_text for claim in corpus.claims if claim.id == "x"]
    assert found == ([] if meant is None else [meant])
    bare = meant is not None and "percent" not in meant and "%" not in meant  # a ratio, and so 4,000 %
    assert [it[0] for it in told(corpus)] == (["W204"] * bare if meant else ["E214" if '""' in written else "E212"])


def test_a_plain_number_with_a_unit_carries_no_precision(read: Read) -> None:
    """As `{number: 40, unit: percent}` does in YAML; without a unit it is read as words of an article are."""
    corpus = read(
        line(id="raw", value=40, unit="percent"),
        line(id="structured", value={"number": 40, "unit": "percent"}),
        line(id="number", value=0.4),
        line(id="text", value="0.4"),
        line(id="words", value="40%"),
    )
    values = {claim.id: claim.value for claim in corpus.claims}
    assert values["raw"] == values["structured"]
    assert values["number"] == values["text"]
    widths = {key: it.interval.high - it.interval.low for key, it in values.items()}  # type: ignore[union-attr, operator]
    assert widths["raw"] == 0 < widths["words"]


def test_truths_are_read(read: Read) -> None:
    corpus = read('{"document": "d", "subject": "Port", "property": "open", "value": true}')
    assert corpus.diagnostics == ()
    assert corpus.claims[0].value_text == "true"


def test_what_editors_do_to_files(read: Read) -> None:
    corpus = read(b"\xef\xbb\xbf" + GOOD.encode() + b"\r", b"\r", b"   ", line(id="b").encode() + b"\r", b"")
    assert told(corpus) == []
    assert [(it.id, it.defined.line) for it in corpus.claims] == [("b", 4), ("good", 1)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"[\n{GOOD},\n{GOOD}\n]\n", "this file is one list, not a claim a line"),
        (f"[{GOOD}, {GOOD}]", "this file is one list, not a claim a line"),
        (f"\n\n [{GOOD}]", "this file is one list, not a claim a line"),
        (json.dumps(json.loads(GOOD), indent=2), "this file is an object over several lines, not a claim a line"),
    ],
    ids=["a list", "a list in a line", "blank lines first", "indented"],
)
def test_another_layout_is_told_once(text: str, message: str, read: Read) -> None:
    corpus = read(text)
    assert [(it.code, it.message) for it in corpus.diagnostics] == [("E209", message)]
    assert "jq -c" in (corpus.diagnostics[0].help or "")
    assert (corpus.claims, corpus.rejected_documents) == ((), 1)


@pytest.mark.parametrize(
    ("data", "code"),
    [(GOOD.encode("utf-16"), "E202"), (b"PK\x03\x04\x00\x00", "E202"), (b"", "E208"), (b"\n \n", "E208")],
    ids=["UTF-16", "binary", "empty", "blank"],
)
def test_a_file_of_another_kind_is_told(data: bytes, code: str, read: Read) -> None:
    corpus = read(data)
    assert [it.code for it in corpus.diagnostics] == [code]
    assert corpus.diagnostics[0].where[0] == "claims.jsonl"


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "claims.jsonl")
    assert [it.code for it in read_corpus(tmp_path / "claims.jsonl", root=tmp_path).diagnostics] == ["E200"]
    (row,) = rows(tmp_path / "claims.jsonl", "claims.jsonl")
    assert (row.lost, [it.code for it in row.problems]) == (Lost.FILE, ["E201"])


# --- Documents -------------------------------------------------------------------------------------------------------

HEAD = {"id": "d", "outlet": "Gazette", "published": "2031-03-04"}


def test_a_document_is_described_once_or_each_time(read: Read) -> None:
    corpus = read(line(id="a", document="D"), line(id="b", document=HEAD), line(id="c", document=HEAD), GOOD)
    assert told(corpus) == []
    assert [document.id for document in corpus.documents] == ["d"]
    assert {str(claim.document.outlet and claim.document.outlet.text) for claim in corpus.claims} == {"Gazette"}


def test_two_descriptions_that_differ_are_told_once(read: Read) -> None:
    other = {**HEAD, "outlet": "Lantern"}
    corpus = read(line(id="a", document=HEAD), *(line(id=f"b{it}", document=other) for it in range(3)), GOOD)
    assert told(corpus) == [("E217", "two different documents have the id `d`", 2, 36)]
    assert corpus.diagnostics[0].related[0].position.line == 1
    assert (ids(corpus), corpus.rejected_claims) == (["a", "good"], 3)


def test_a_mistake_in_a_document_is_told_once_and_leaves_its_claims_out(read: Read) -> None:
    broken = {**HEAD, "published": "soon"}
    corpus = read(line(id="a", document=broken), line(id="b", document=broken), line(id="c", document="e"))
    assert [(it[0], it[2]) for it in told(corpus)] == [("E220", 1)]
    assert (ids(corpus), corpus.rejected_documents, corpus.rejected_claims) == (["c"], 1, 0)


def test_an_id_that_the_list_of_documents_lacks_is_told_once(read: Read) -> None:
    listed = json.dumps({**HEAD, "id": "gazette-2031"}) + "\n"
    corpus = read(*(line(id=f"c{it}", document="gazete-2031") for it in range(3)), documents=listed)
    assert told(corpus) == [("E219", "no document is described as `gazete-2031`, which 3 claims are from", 1, 14)]
    assert corpus.diagnostics[0].help == "did you mean `gazette-2031`?"
    assert (corpus.claims, corpus.rejected_claims) == ((), 3)


def test_mistakes_in_the_list_of_documents_are_told_there(read: Read) -> None:
    listed = '{"id": "d", "outlet": "Gazette"\n{"id": "d"}\n{"id": "e", "colour": "red"}\n{"id": "D", "outlet": "x"}\n'
    corpus = read(GOOD, documents=listed)
    assert [(it.code, *it.where) for it in corpus.diagnostics] == [
        ("E209", "documents.jsonl", 1, 1),
        ("E210", "documents.jsonl", 3, 13),
        ("E217", "documents.jsonl", 4, 8),
    ]
    assert ids(corpus) == ["good"]


def test_documents_without_claims_are_documents(read: Read) -> None:
    corpus = read(GOOD, documents='{"id": "d"}\n{"id": "silent"}\n')
    assert [document.id for document in corpus.documents] == ["d", "silent"]


def test_the_list_of_documents_is_no_corpus(tmp_path: Path) -> None:
    (tmp_path / "documents.jsonl").write_text('{"id": "d"}\n', encoding="utf-8")
    corpus = read_corpus(tmp_path / "documents.jsonl", root=tmp_path)
    assert [(it.code, it.file) for it in corpus.diagnostics] == [("E200", "documents.jsonl")]


def test_default_ids_are_those_of_yaml(read: Read, tmp_path: Path) -> None:
    (claim,) = read(line(quote="41 per cent")).claims
    yaml = "document: {id: d}\nclaims:\n- {subject: Port, property: share, value: 41%, quote: 41 per cent}\n"
    (tmp_path / "d.yaml").write_text(yaml, encoding="utf-8")
    assert [it.id for it in read_corpus(tmp_path / "d.yaml", root=tmp_path).claims] == [claim.id]


# --- Size ------------------------------------------------------------------------------------------------------------


def test_rows_are_read_one_at_a_time(tmp_path: Path) -> None:
    """A reader who stops after the first row has read no more than a buffer of a file that has no end of lines."""
    path = tmp_path / "claims.jsonl"
    path.write_bytes(GOOD.encode() + b"\n")
    with path.open("r+b") as file:
        file.truncate(5_000_000_000)  # sparse: it takes no room, and would take minutes to be read
    found = rows(path, "claims.jsonl")
    assert next(found).node is not None


def test_a_long_line_is_skipped_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_bytes(b'{"note": "' + b"x" * 10_000_000 + b'"}\n' + GOOD.encode())
    first, second = rows(path, "claims.jsonl")
    assert ([it.code for it in first.problems], len(first.source.text)) == (["E206"], 200)
    assert (second.line, second.node is not None) == (2, True)
