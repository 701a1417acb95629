"""A claim a row: columns, cells, and what spreadsheets make of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.corpus.flat.cells import Table
from factlint.corpus.flat.columns import OF_CLAIMS, delimiter_of
from factlint.corpus.reader import Corpus
from tests.corpus.flat.reading import corpus_of, ids, told

HEADER = "document,id,subject,property,value,unit,quote"
GOOD = "d,good,Port,share,40%,,forty"
VOCABULARY = "properties: {share: {kind: quantity, unit: percent, qualifiers: [product]}}\n"

Read = Callable[..., Corpus]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def _read(*lines: str, encoding: str = "utf-8", newline: str = "\n") -> Corpus:
        return corpus_of(tmp_path, "claims.csv", newline.join(lines).encode(encoding), VOCABULARY)

    return _read


@pytest.mark.parametrize(
    ("bad", "code", "message", "column"),
    [
        ('d,x,Port,share,"40 persent",,q', "E221", "`persent` is not a unit that factlint knows", 20),
        ('d,x,Port,share,"say ""40""",,q', "E221", "`say` is not a word that factlint knows beside a number", 16),
        ("d,x,,share,40%,,q", "E214", "`subject` has no value", 5),
        (",x,Port,share,40%,,q", "E214", "`document` has no value", 1),
        ("d,x,Port,share, ,,q", "E214", "`value` has no value", 16),
        ("d,x,Port,share,40%", "E233", "this row has 5 cells, and the header has 7", 19),
        ("d,x,Port,share,40%,,q,more", "E233", "this row has 8 cells, and the header has 7", 23),
        ('d,x,Port,share,"40%,,q', "E209", "this quotation mark is never closed", 16),
        ('d,x,Port,share,"40"%,,q', "E209", "words stand behind the quotation mark that closes this cell", 20),
        ("d,x,Port,share,40%,,\x1b[1m", "E218", "this text holds the control character U+001B", 21),
        ("d,x,Port,share,40%,," + "q" * 1_000_000, "E206", "this line is 1,000,020 bytes long", 1),
    ],
)  # fmt: skip
def test_a_bad_row_is_told_and_the_others_stand(bad: str, code: str, message: str, column: int, read: Read) -> None:
    corpus = read(HEADER, GOOD, bad, GOOD.replace("good", "after"))
    assert told(corpus) == [(code, message, 3, column)]
    assert corpus.diagnostics[0].help
    assert ids(corpus) == ["after", "good"]
    assert corpus.rejected_claims == 1


def test_cells_go_on_over_lines_and_lines_are_still_counted(read: Read) -> None:
    rows = ('d,a,Port,share,40%,,"said:\n""forty""\nof them"', GOOD, "d,b,Port,share,4O%,,q")
    corpus = read(HEADER, *rows)
    assert [(it.id, it.defined.line, it.quote) for it in corpus.claims] == [
        ("a", 2, 'said:\n"forty"\nof them'),
        ("good", 5, "forty"),
    ]
    assert [it[2] for it in told(corpus)] == [6]


def test_a_mark_that_is_never_closed_takes_no_other_row_with_it(read: Read) -> None:
    corpus = read(
        HEADER, 'd,a,Port,share,40%,,"forty', GOOD, 'd,b,Port,share,41%,,"so ""it"" was"', "d,c,Port,share,42%,,q"
    )
    assert told(corpus) == [("E209", "this quotation mark is never closed", 2, 21)]
    assert ids(corpus) == ["b", "c", "good"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_spreadsheets_write(delimiter: str, encoding: str, newline: str, read: Read) -> None:
    rows = [["document", " subject ", "property", "value", "quote", "", ""],
            ["d", "Port", "share", "40%", 'a "b", c; d\te', "", ""],
            ["", "", "", "", "", "", ""]]  # fmt: skip
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    corpus = read(*text.getvalue().split("\n"), encoding=encoding, newline=newline)
    assert told(corpus) == []
    assert [it.quote for it in corpus.claims] == ['a "b", c; d\te']


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "{=A1}", "%s{0}"])
def test_a_formula_is_a_text(words: str, read: Read) -> None:
    (claim,) = read(HEADER, f"d,a,{words},share,40%,,{words}").claims
    assert (claim.subject.text, claim.quote) == (words, words)


def test_columns_below_a_key(read: Read) -> None:
    header = "document,document.outlet,document.via,subject,property,value,value.low,value.high,value.unit,qualifiers.product,via"
    corpus = read(
        header,
        "d,Gazette,Agency,Port,share,,10,12,percent,crude,A < B; C",
        "d,,,Quay,share,40%,,,,,A",
        "e,,,Dock,share,,10,,percent,,",
    )
    assert told(corpus) == []
    low, quay, dock = sorted(corpus.claims, key=lambda it: it.defined.line)
    assert low.value_text == "10 to 12 percent"
    assert [(key, name.text) for key, name in low.qualifiers] == [("product", "crude")]
    assert [name.text for name in low.sources] == ["A", "C"]
    assert low.unnamed == ("B",)
    assert [name.text for name in quay.sources] == ["A"]
    assert quay.document.outlet is not None
    assert (dock.value_text, dock.document.outlet) == ("at least 10 percent", None)


def test_white_space_around_words_does_not_count_but_in_prefix_and_suffix(read: Read, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("at dusk two ships, at noon two ships waited", encoding="utf-8")
    corpus = read(
        "document,document.text,subject,property,value,quote,prefix,suffix",
        "d,d.txt, Port ,share, 2% ,  two ships ,at noon ,",
        "d,,Quay,share,2%,two ships,,  waited",
    )
    assert told(corpus) == []
    places = {it.subject.text: (it.evidence.status.value, it.evidence.start) for it in corpus.claims}
    assert places == {"Port": ("unsupported", 27), "Quay": ("unsupported", 27)}


# --- The header ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "code", "message", "help_", "kept"),
    [
        ("vale", "E210", "a claim has no column `vale`", "did you mean `value`?", False),
        ("qualifiers.", "E210", "a claim has no column `qualifiers.`", "did you mean `qualifiers.product`?", False),
        ("qualifiers", "E210", "a claim has no column `qualifiers`", "did you mean `qualifiers.product`?", False),
        ("superseded_by", "E210", "a claim has no column `superseded_by`", "did you mean `superseded by`?", False),
        ("outlet", "E210", "a claim has no column `outlet`", "did you mean `document.outlet`?", False),
        ("document.id", "E210", "a claim has no column `document.id`", "did you mean `document`?", False),
        ("quote", "E205", "`quote` is written twice", "keep one of the two", False),
        ("colour", "E210", "a claim has no column `colour`", None, True),
    ],
)
def test_a_column_that_is_none_is_told_once(
    name: str, code: str, message: str, help_: str | None, kept: bool, read: Read
) -> None:
    """What stands in a column that is close to a known one was meant: claims that fill it in are left out."""
    corpus = read(f"{HEADER},{name}", f"{GOOD},", "d,filled,Port,share,40%,,q,something")
    assert told(corpus) == [(code, message, 1, len(HEADER) + 2)]
    assert help_ is None or corpus.diagnostics[0].help == help_
    assert ids(corpus) == (["filled", "good"] if kept else ["good"])
    assert corpus.rejected_claims == (0 if kept else 1)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("document,subject,value", [("E211", "a claim lacks `property`")]),
        ("subject", [("E211", f"a claim lacks `{key}`") for key in ("document", "property", "value")]),
        ("document,subject,property,vlaue", [("E210", "a claim has no column `vlaue`")]),
        ("d,Port,share,40%", [("E210", f"a claim has no column `{it}`") for it in ("d", "Port", "share", "40%")]),
    ],
)
def test_a_header_that_cannot_make_a_claim_is_told_alone(
    header: str, expected: list[tuple[str, str]], read: Read
) -> None:
    corpus = read(header, "d,Port,share,40%", "d,Port,share,40%,,,,,,")
    assert [it[:2] for it in told(corpus)][: len(expected)] == expected
    assert {it[2] for it in told(corpus)} == {1}
    assert (corpus.claims, corpus.rejected_documents) == ((), 1)


def test_a_cell_below_no_name(read: Read) -> None:
    corpus = read(f"{HEADER},", f"{GOOD},", "d,x,Port,share,40%,,q,stray")
    assert told(corpus) == [("E233", "this cell stands in a column that has no name", 2 + 1, 23)]
    assert ids(corpus) == ["good"]


@pytest.mark.parametrize(
    ("text", "code"), [("", "E211"), ("\n\n", "E211"), (HEADER, "E208"), (HEADER + "\n\n", "E208")]
)
def test_nothing_to_read(text: str, code: str, read: Read) -> None:
    assert [it.code for it in read(text).diagnostics] == [code]


def test_a_value_in_two_ways(read: Read) -> None:
    corpus = read("document,subject,property,value,value.low", "d,Port,share,40%,10")
    assert told(corpus) == [("E212", "`value` is given as a whole and in parts", 2, 14)]


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [(HEADER, ","), (HEADER.replace(",", ";"), ";"), (HEADER.replace(",", "\t"), "\t"), ("subject", ","), ("", ","),
     ('"document";"subject"', ";"), ("a,b;subject;value", ";")],
)  # fmt: skip
def test_the_delimiter_is_what_divides_the_known_names(line: str, delimiter: str) -> None:
    assert delimiter_of(line, OF_CLAIMS) == delimiter


# --- Documents -------------------------------------------------------------------------------------------------------


def test_mistakes_in_a_table_of_documents(read: Read, tmp_path: Path) -> None:
    table = "id;outlet;publishd\nd;Gazette;\ne;Lantern;2031\n;Lantern;\nf;Lantern\n"
    (tmp_path / "documents.csv").write_text(table, encoding="utf-8")
    corpus = read(HEADER, GOOD, "e,x,Port,share,40%,,q", "f,y,Port,share,40%,,q")
    assert sorted((it.code, *it.where) for it in corpus.diagnostics) == sorted(
        [
            ("E219", "claims.csv", 4, 1),
            ("E210", "documents.csv", 1, 11),
            ("E214", "documents.csv", 4, 1),
            ("E233", "documents.csv", 5, 10),
        ]
    )
    assert (ids(corpus), corpus.rejected_documents, corpus.rejected_claims) == (["good"], 3, 1)


# --- Laws ------------------------------------------------------------------------------------------------------------

CELLS = st.text(st.sampled_from('ab "\n,;\té'), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_the_standard_library_writes_is_read(rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    lines = enumerate(text.getvalue().removesuffix("\n").split("\n"), 1)
    read = list(Table(lines, "x.csv"))
    assert [[cell.text for cell in row.cells] for row in read] == rows
    for row in read:
        assert (
            row.source.text
            == "\n".join(text.getvalue().split("\n")[row.source.first_line - 1 :])[: len(row.source.text)]
        )
        assert all(row.source.text[cell.span.start] == '"' == row.source.text[cell.span.end - 1] for cell in row.cells)


@given(st.text(st.sampled_from('a",\n'), max_size=40))
def test_any_text_is_read_to_its_end(text: str) -> None:
    """Each line that is not blank is in a row, or a row begins there that is told."""
    read = list(Table(enumerate(text.split("\n"), 1), "x.csv"))
    seen = {row.source.first_line + at for row in read for at in range(row.source.text.count("\n") + 1)}
    assert seen >= {number for number, line in enumerate(text.split("\n"), 1) if line.strip()}
