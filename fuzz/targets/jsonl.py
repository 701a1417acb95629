"""JSON as bytes on a disk: claims a line (`L`), the documents beside them (`D`), reviews of claims (`R`)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from factlint.corpus.reader import read_corpus
from fuzz.corpora import KEYS, VALUES, sound
from fuzz.folder import folder
from fuzz.literals import ROOT, literals
from fuzz.target import Target

HEAD = {"id": "storm", "outlet": "The Gazette", "published": "2025-03-04", "text": "storm.txt"}
_STORED = json.dumps(HEAD) + "\n"
_BY_ID = '{"document": "storm", "id": "c1", "subject": "Port", "property": "share", "value": "about 40%", "quote": "About 40%"}\n'


def _lines(data: bytes) -> None:
    _read("claims.jsonl", data, _STORED.encode())


def _documents(data: bytes) -> None:
    _read("claims.jsonl", _BY_ID.encode(), data)


def _reviews(data: bytes) -> None:
    path = folder() / "reviews.json"
    path.write_bytes(data)
    sound(read_corpus(path, root=folder()))


def _read(name: str, claims: bytes, documents: bytes) -> None:
    path = folder() / name
    path.write_bytes(claims)
    path.with_name("documents.jsonl").write_bytes(documents)
    sound(read_corpus(path, root=folder()))


WAYS: Mapping[bytes, Callable[[bytes], None]] = {b"L": _lines, b"D": _documents, b"R": _reviews}


def check(data: bytes) -> None:
    read = WAYS.get(data[:1])
    if read is not None:
        read(data[1:])


# --- What helps to reach deep ----------------------------------------------------------------------------------------

_CLAIM = {"subject": "Terminal N", "property": "loading rate", "value": "nearly 1.2mn barrels a day"}
_REVIEW = {
    "@context": "https://schema.org", "@type": "ClaimReview", "url": "https://checks.example/1", "datePublished": "2025-03-05",
    "claimReviewed": "The terminal is closed", "author": {"@type": "Organization", "name": "The Gazette"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "harbour master"}, "datePublished": "2025-03-04"},
    "reviewRating": {"@type": "Rating", "ratingValue": 2, "bestRating": 5, "worstRating": 1, "alternateName": "Mostly false"},
}  # fmt: skip


def seeds() -> Iterator[bytes]:
    """A claim with each key, a document with each, a review; and every piece of JSON in the tests."""
    for key in KEYS:
        for value in ("2", "actual", "about 40%", ["a < b"], {"number": 5, "unit": "percent"}, None, True, 1.5e300):
            yield b"L" + _line({"document": "storm", **_CLAIM, "quote": "nearly 1.2mn barrels a day", key: value})
            yield b"D" + _line({**HEAD, key: value})
    for prop in ("share", "change", "killed", "budget", "size", "visit city", "role", "arrival", "closed"):
        for value in ("about 40%", "second-largest", "Wednesday", "true", "Washington", "5 EUR", 12, -3.5):
            yield b"L" + _line({"document": HEAD, **_CLAIM, "property": prop, "value": value})
    yield b"L" + b"".join(_line({"document": "storm", "id": f"c{n}", **_CLAIM}) for n in range(3))
    yield b"D" + _line(HEAD) + _line({**HEAD, "id": "calm"})
    yield b"R" + _line(_REVIEW)
    yield b"R" + _line({"@graph": [_REVIEW, {**_REVIEW, "reviewRating": None}]})
    for text in literals((ROOT / "tests" / "corpus" / "flat").glob("*.py"), 600):
        if "{" in text:
            for way in b"LDR":
                yield bytes([way]) + text.encode("utf-8", "surrogatepass")


def _line(record: Mapping[str, object]) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


@cache
def words() -> tuple[str, ...]:
    keys = tuple(
        f'"{key}": ' for key in (*KEYS, *_REVIEW, "name", "ratingValue", "bestRating", "alternateName", "@graph", "@id")
    )
    values = tuple(json.dumps(value) for value in VALUES)
    signs = ("{", "}", "[", "]", ",", ":", '"', "\\", "\n", "\r\n", "null", "true", "false", "NaN", "Infinity", "-0", "1e400", "1E-400",
        "0.1", "01", "\\ud800", "\\udc00\\ud800", "\\u0000", "\\x", "\\/", "\x00", "\ufeff", "\t", "//", "'", '""', "{}", "[]", "[[", "Claim")  # fmt: skip
    return (*keys, *values, *signs)


def _claims(n: int, line: str) -> bytes:
    return b"L" + "".join(line.replace("#", str(at)) + "\n" for at in range(n)).encode()


SHAPES: Mapping[str, Callable[[int], bytes]] = {
    "brackets": lambda n: b"L" + b"[" * n,
    "braces": lambda n: b"L" + b'{"a":' * n,
    "brackets of a review": lambda n: b"R" + b"[" * n + b"]" * n,
    "reviews": lambda n: b"R[" + b",".join([json.dumps(_REVIEW).encode()] * n) + b"]",
    "reviews of pages": lambda n: (
        b"R["
        + b",".join(json.dumps({**_REVIEW, "url": f"https://checks.example/{at}"}).encode() for at in range(n))
        + b"]"
    ),
    "references": lambda n: (
        b"R["
        + b",".join(b'{"@id": "%d", "@type": "Claim", "author": {"@id": "%d"}}' % (at, at + 1) for at in range(n))
        + b"]"
    ),
    "lists of a review": lambda n: b'R{"@type": [' + b'"a",' * n + b'"ClaimReview"]}',
    "keys": lambda n: b"L{" + b",".join(b'"k%d": 1' % at for at in range(n)) + b"}",
    "one key": lambda n: b"L{" + b",".join(b'"k": 1' for _ in range(n)) + b"}",
    "an unclosed text": lambda n: b'L{"a": "' + b"a" * n,
    "escapes": lambda n: b'L{"subject": "' + b"\\u00e9" * n + b'"}',
    "backslashes": lambda n: b'L{"subject": "' + b"\\" * n,
    "halves": lambda n: b'L{"subject": "' + b"\\ud800" * n + b'"}',
    "quotation marks": lambda n: b"L{" + b'"' * n,
    "white space": lambda n: b"L{" + b" " * n + b"}",
    "spaces in a key": lambda n: b'L{"a"' + b" " * n + b"x",
    "blank lines": lambda n: b"L" + b"\n" * n,
    "digits": lambda n: b'L{"value": ' + b"9" * n + b"}",
    "lines that are none": lambda n: b"L" + b"x\n" * n,
    "claims": lambda n: _claims(
        n, '{"document": "storm", "id": "c#", "subject": "Port", "property": "share", "value": "5%"}'
    ),
    "claims alike": lambda n: _claims(
        n, '{"document": "storm", "subject": "Port", "property": "share", "value": "5%"}'
    ),
    "claims with documents": lambda n: _claims(
        n, '{"document": {"id": "d#"}, "id": "c#", "subject": "Port", "property": "share", "value": "5%"}'
    ),
    "claims with one document": lambda n: _claims(
        n,
        '{"document": {"id": "d", "outlet": "The Gazette"}, "id": "c#", "subject": "Port", "property": "share", "value": "5%"}',
    ),
    "claims of documents that differ": lambda n: _claims(
        n, '{"document": {"id": "d", "title": "#"}, "id": "c#", "subject": "Port", "property": "share", "value": "5%"}'
    ),
    "claims of unknown documents": lambda n: _claims(
        n, '{"document": "stor#", "id": "c#", "subject": "Port", "property": "share", "value": "5%"}'
    ),
    "claims without a value": lambda n: _claims(n, '{"document": "storm", "id": "c#"}'),
    "documents": lambda n: b"D" + b"".join(b'{"id": "d%d"}\n' % at for at in range(n)),
    "documents alike": lambda n: b"D" + b'{"id": "d"}\n' * n,
}

TARGET = Target(check=check, seeds=seeds, words=words, longest=1_200, shapes=SHAPES)
