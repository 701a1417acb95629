"""CSV as bytes on a disk: claims a row (`S`), and the documents beside them (`D`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from factlint.corpus.reader import read_corpus
from fuzz.corpora import KEYS, VALUES, sound
from fuzz.folder import folder
from fuzz.literals import ROOT, literals
from fuzz.target import Target

_STORED = b"id,outlet,published,text\nstorm,The Gazette,2025-03-04,storm.txt\n"
_BY_ID = b"document,id,subject,property,value,quote\nstorm,c1,Port,share,about 40%,About 40%\n"


def _claims(data: bytes) -> None:
    _read(data, _STORED)


def _documents(data: bytes) -> None:
    _read(_BY_ID, data)


def _read(claims: bytes, documents: bytes) -> None:
    inside = folder() / "csv"
    inside.mkdir(exist_ok=True)
    (inside / "documents.csv").write_bytes(documents)
    (inside / "claims.csv").write_bytes(claims)
    sound(read_corpus(inside / "claims.csv", root=inside, vocabulary=folder() / "vocabulary.yaml", sources=[folder()]))


WAYS: Mapping[bytes, Callable[[bytes], None]] = {b"S": _claims, b"D": _documents}


def check(data: bytes) -> None:
    read = WAYS.get(data[:1])
    if read is not None:
        read(data[1:])


# --- What helps to reach deep ----------------------------------------------------------------------------------------

_HEADER = "document,id,subject,property,value"


def seeds() -> Iterator[bytes]:
    """A claim with each column, a document with each; and every piece of CSV in the tests."""
    for key in KEYS:
        for value in ("2", "actual", '"a, b"', '"say ""no"""', '"two\nlines"', "a < b; c"):
            yield f"S{_HEADER},{key}\nstorm,c1,Terminal N,share,about 40%,{value}\n".encode()
            yield f"Did,{key}\nstorm,{value}\n".encode()
    for value in VALUES:
        for sign in ",;\t":
            row = f"{_HEADER}\nstorm,c1,Port,share,".replace(",", sign)
            yield f"S{row}{value}\n".encode()
    for text in literals((ROOT / "tests" / "corpus" / "flat").glob("*.py"), 600):
        if "," in text or ";" in text:
            yield b"S" + text.encode("utf-8", "surrogatepass")
            yield b"D" + text.encode("utf-8", "surrogatepass")


@cache
def words() -> tuple[str, ...]:
    columns = ("qualifiers.product", "document.outlet", "document.text", "value.number", "value.unit", "value.low", "value.high", "value.hedge")  # fmt: skip
    signs = (
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
        "\r",
        '"',
        '""',
        '","',
        ",,",
        "\ufeff",
        "\x00",
        "=1+1",
        "'",
        "\\",
        "sep=;",
        "|",
    )
    return (*KEYS, *VALUES, *columns, *signs)


def _rows(n: int, row: str) -> bytes:
    return f"S{_HEADER}\n".encode() + "".join(row.replace("#", str(at)) + "\n" for at in range(n)).encode()


SHAPES: Mapping[str, Callable[[int], bytes]] = {
    "columns": lambda n: b"S" + ",".join(f"c{at}" for at in range(n)).encode() + b"\n",
    "columns alike": lambda n: b"S" + b"id," * n + b"\n",
    "columns misspelt": lambda n: b"S" + ",".join(f"subjec{at}" for at in range(n)).encode() + b"\n",
    "qualifiers": lambda n: f"S{_HEADER}{''.join(f',qualifiers.q{at}' for at in range(n))}\nstorm,c1,Port,share,5%{',a' * n}\n".encode(),
    "commas": lambda n: b"S" + b"," * n,
    "rows of commas": lambda n: f"S{_HEADER}\n".encode() + b",,,,\n" * n,
    "a row of commas": lambda n: f"S{_HEADER}\n".encode() + b"," * n,
    "quotation marks": lambda n: f"S{_HEADER}\n".encode() + b'"' * n,
    "marks in pairs": lambda n: f'S{_HEADER}\n"'.encode() + b'""' * n,
    "cells left open": lambda n: f"S{_HEADER}\n".encode() + b'a,"\n' * n,
    "an unclosed cell": lambda n: f'S{_HEADER}\n"'.encode() + b"a\n" * n,
    "words behind cells": lambda n: f"S{_HEADER}\n".encode() + b'"a"b,' * n,
    "blank lines": lambda n: b"S" + b"\n" * n,
    "carriage returns": lambda n: b"S" + b"\r" * n,
    "a long cell": lambda n: f"S{_HEADER}\nstorm,c1,".encode() + b"a" * n + b",share,5%\n",
    "a long chain": lambda n: f"S{_HEADER},via\nstorm,c1,Port,share,5%,a".encode() + b" < a" * n,
    "parallel sources": lambda n: f"S{_HEADER},via\nstorm,c1,Port,share,5%,".encode() + b"a;" * n,
    "claims": lambda n: _rows(n, "storm,c#,Port,share,5%"),
    "claims alike": lambda n: _rows(n, "storm,,Port,share,5%"),
    "claims that do not fit": lambda n: _rows(n, "storm,c#,Port"),
    "claims of unknown documents": lambda n: _rows(n, "stor#,c#,Port,share,5%"),
    "documents": lambda n: b"Did\n" + b"".join(b"d%d\n" % at for at in range(n)),
}  # fmt: skip

TARGET = Target(check=check, seeds=seeds, words=words, longest=900, shapes=SHAPES)
