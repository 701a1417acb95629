"""Claim files and vocabularies in YAML, as bytes on a disk. The first byte of an input says which: `C`, `V`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice

from factlint.corpus.reader import read_corpus
from factlint.corpus.vocabulary_reader import read_vocabulary
from factlint.quantities.messages import QuantityError
from factlint.quantities.read import read_quantity
from factlint.source import Source
from fuzz.corpora import KEYS, VALUES, sound
from fuzz.folder import VOCABULARY, folder
from fuzz.laws import held_text_of, well_told
from fuzz.literals import ROOT, literals
from fuzz.target import Target

_MOST_PROPERTIES = 3
"""Of a vocabulary with words of its own: each makes a parser."""


def _claims(data: bytes) -> None:
    path = folder() / "any.yaml"
    path.write_bytes(data)
    sound(read_corpus(path, root=folder()))


def _vocabulary(data: bytes) -> None:
    vocabulary, problems = read_vocabulary(Source("vocabulary.yaml", held_text_of(data)))
    well_told(problems)
    assert all(problem.code[1] == "4" for problem in problems), [problem.code for problem in problems]
    assert vocabulary.given or problems or not data.strip(), "a vocabulary that is none is told"
    for prop in islice(vocabulary.properties.values(), _MOST_PROPERTIES):
        if prop.kind not in {"quantity", "rank"}:
            continue
        reading = vocabulary.reading(prop)
        for text in ("about 5", "second", *(f"{word} 5 km" for word in islice(vocabulary.hedges, 2))):
            try:
                read_quantity(text, reading)
            except QuantityError as error:
                assert error.help  # noqa: PT017 - a law, not a test


WAYS: Mapping[bytes, Callable[[bytes], None]] = {b"C": _claims, b"V": _vocabulary}


def check(data: bytes) -> None:
    read = WAYS.get(data[:1])
    if read is not None:
        read(data[1:])


# --- What helps to reach deep ----------------------------------------------------------------------------------------


def seeds() -> Iterator[bytes]:
    """Mistakes as people make them, the quickstart, and every piece of YAML in the tests."""
    for path in sorted((ROOT / "tests" / "corpus" / "mistakes").glob("*/*.yaml")):
        yield (b"V" if path.parent.name == "vocabulary" else b"C") + path.read_bytes()
    for path in sorted((ROOT / "corpus").glob("**/*.yaml")):
        yield (b"V" if path.name == "vocabulary.yaml" else b"C") + path.read_bytes()
    yield b"V" + VOCABULARY.encode()
    for line in VOCABULARY.splitlines():
        yield f"V{line}\n".encode()
    head = "Cdocument: {id: storm, outlet: The Gazette, published: 2025-03-04, text: storm.txt}\nclaims:\n"
    for text in literals((ROOT / "tests" / "corpus").glob("*.py"), 400):
        if ": " in text:
            yield f"C{text}".encode()
            yield f"{head}  - {text}".encode()
            yield f"V{text}".encode()
    for way, values in _VALUES.items():
        for value in values:
            yield f'{head}  - subject: Terminal N\n    property: {way}\n    value: {value}\n    quote: "{value}"\n'.encode()


_VALUES = {
    "loading rate": (
        "nearly 1.2mn barrels a day",
        "{number: 1.2e6, unit: barrel/day, hedge: nearly}",
        "{low: 1, high: 2}",
    ),
    "share": ("about 40%", "12 of 30", "{low: 10, high: 12, unit: percent}", "up to 5%"),
    "size": ("second-largest", "3rd"),
    "visit city": ("Washington", "Moscow"),
    "arrival": ("Wednesday", "2025-03-04~", "two days ago"),
    "closed": ("true", "false"),
    "budget": ("$5 billion", "5 EUR"),
    "killed": ("three people", "no one", "umpteen people"),
}


@cache
def words() -> tuple[str, ...]:
    keys = tuple(f"{key}: " for key in (*KEYS, "properties", "entities", "places", "outlets", "speakers", "units", "kind", "aliases",
        "conversions", "rates", "hedges", "closed", "varies by", "signed", "many", "parts", "within", "quantity", "rank"))  # fmt: skip
    signs = ("- ", "\n  - ", "\n    ", "|\n", ">\n", "&a ", "*a", "!!str ", "? ", "---\n", "...\n", "%YAML 1.1\n", "<<: ", '"', "'", "{", "}",
        "[", "]", ", ", "# ", "\\n", "\\u0000", "\\ud800", "\\x1b", "\t", "{}", "[]", "''", "drone = [drone]", "5 %", "2 to 5", "1.16 USD",
        "7.33 ± 0.1 barrel", "1 tonne", "date", "place", "entity", "truth", "month", "[drone]", "[a] = b = c", "10 %", "12 aircraft")  # fmt: skip
    return (*keys, *VALUES, *signs)


def _claim(line: str) -> bytes:
    head = "Cdocument: {id: storm, outlet: The Gazette, published: 2025-03-04, text: storm.txt}\nclaims:\n"
    return f"{head}  - {line}".encode()


SHAPES: Mapping[str, Callable[[int], bytes]] = {
    "brackets": lambda n: b"C" + b"[" * n,
    "braces": lambda n: b"C" + b"{a: " * n,
    "braces closed": lambda n: b"C" + b"{a: " * n + b"}" * n,
    "dashes": lambda n: b"C" + b"- " * n,
    "lists in lists": lambda n: b"C" + b"".join(b" " * i + b"-\n" for i in range(min(n, 2_000))),
    "anchors": lambda n: b"C" + b"".join(b"a%d: &a%d [*a%d]\n" % (i + 1, i + 1, i) for i in range(n)),
    "unknown keys": lambda n: b"C" + b"".join(b"a%d: b\n" % i for i in range(n)),
    "one key": lambda n: b"C" + b"a: b\n" * n,
    "unknown keys of a claim": lambda n: _claim("subject: a\n" + "".join(f"    k{i}: b\n" for i in range(n))),
    "claims": lambda n: _claim("{subject: Port, property: share, value: 5%}\n") + b"".join(
        b"  - {id: c%d, subject: Port, property: share, value: %d%%}\n" % (i, i % 90) for i in range(n)
    ),
    "claims alike": lambda n: _claim("{subject: Port, property: share, value: 5%}\n") * 1
    + b"  - {subject: Port, property: share, value: 5%}\n" * n,
    "claims that are none": lambda n: _claim("a\n") + b"  - a\n" * n,
    "claims of unknown subjects": lambda n: _claim("a\n") + b"".join(
        b"  - {id: c%d, subject: North Terminl%d, property: share, value: 5%%}\n" % (i, i) for i in range(n)
    ),
    "claims of unknown properties": lambda n: _claim("a\n") + b"".join(
        b"  - {id: c%d, subject: Port, property: shar%d, value: 5%%}\n" % (i, i) for i in range(n)
    ),
    "claims with quotes": lambda n: _claim("a\n") + b"".join(
        b"  - {id: c%d, subject: Port, property: share, value: 40%%, quote: about 40%%}\n" % i for i in range(n)
    ),
    "claims that supersede": lambda n: _claim("a\n") + b"".join(
        b"  - {id: c%d, subject: Port, property: share, value: 40%%, status: corrected, superseded by: c%d}\n" % (i, i + 1)
        for i in range(n)
    ),
    "a long value": lambda n: _claim("{subject: Port, property: share, value: " + "9" * n + "}"),
    "a long name": lambda n: _claim("{subject: " + "Por " * n + ", property: share, value: 5%}"),
    "a long property": lambda n: _claim("{subject: Port, property: " + "shar " * n + ", value: 5%}"),
    "a long quote": lambda n: _claim("{subject: Port, property: share, value: 5%, quote: " + "about 4" * n + "}"),
    "a long chain": lambda n: _claim("{subject: Port, property: share, value: 5%, via: a" + " < a" * n + "}"),
    "many sources": lambda n: _claim("{subject: Port, property: share, value: 5%, via: [" + "a, " * n + "a]}"),
    "qualifiers": lambda n: _claim("{subject: Port, property: share, value: 5%, qualifiers: {" + "".join(f"q{i}: a, " for i in range(n)) + "}}"),
    "white space": lambda n: b"C" + b" " * n + b"a: b",
    "blank lines": lambda n: b"C" + b"\n" * n + b"a: b",
    "tabs": lambda n: b"C" + b"\t" * n + b"a: b",
    "an unclosed text": lambda n: b"C" + b'a: "' + b"b\n " * n,
    "escapes": lambda n: b'Ca: "' + b"\\u00e9" * n + b'"',
    "comments": lambda n: b"C" + b"# a\n" * n,
    "carriage returns": lambda n: b"C" + b"\r" * n + b"a: b",
    "a folded text": lambda n: _claim("subject: >\n" + "      a\n" * n),
    "entities": lambda n: b"Ventities:\n" + b"".join(b"  e%d: {within: e%d}\n" % (i, i + 1) for i in range(n)),
    "entities in a circle": lambda n: b"Ventities:\n" + b"".join(b"  e%d: {within: e%d}\n" % (i, (i + 1) % n) for i in range(n)),
    "parts": lambda n: b"Ventities: {a: {parts: [" + b"".join(b"p%d, " % i for i in range(n)) + b"]}}",
    "a part of many": lambda n: b"Ventities:\n" + b"".join(b"  e%d: {parts: [a]}\n" % i for i in range(n)),
    "aliases": lambda n: b"Ventities: {a: {aliases: [" + b"".join(b"p%d, " % i for i in range(n)) + b"]}}",
    "aliases that collide": lambda n: b"Ventities:\n" + b"".join(b"  e%d: {aliases: [a]}\n" % i for i in range(n)),
    "properties": lambda n: b"Vproperties:\n" + b"".join(b"  p%d: {kind: quantity, unit: km}\n" % i for i in range(n)),
    "properties that are none": lambda n: b"Vproperties:\n" + b"".join(b"  p%d: {kind: x}\n" % i for i in range(n)),
    "units": lambda n: b"Vunits:\n" + b"".join(b"  - u%s = [u%s]\n" % (_letters(i), _letters(i)) for i in range(n)),
    "units of units": lambda n: b"Vunits:\n  - ua = [ua]\n"
    + b"".join(b"  - u%s = 10 u%s\n" % (_letters(i + 1), _letters(i)) for i in range(n)),
    "units of units, the last first": lambda n: b"Vunits:\n"
    + b"".join(b"  - u%s = 10 u%s\n" % (_letters(i + 1), _letters(i)) for i in reversed(range(n)))
    + b"  - ua = [ua]\n",
    "a unit of many names": lambda n: b"Vunits:\n  - a = [a]" + b" = b" * n,
    "a unit of digits": lambda n: b"Vunits:\n  - a = " + b"9" * n + b" km",
    "rates": lambda n: b"Vrates: {EUR: {" + b"".join(b"%04d: 1.1 USD, " % (i % 9000 + 1000) for i in range(n)) + b"}}",
    "conversions": lambda n: b"Vconversions:\n" + b"".join(b"  c%d: {1 barrel: 2 tonne}\n" % i for i in range(n)),
    "hedges": lambda n: b"Vhedges:\n" + b"".join(b"  h%s: 5 %%\n" % _letters(i) for i in range(n)),
    "a hedge of spaces": lambda n: b'Vproperties: {a: {kind: quantity, unit: km}}\nhedges: {"a' + b" a" * n + b'": 5 %}',
    "closed lists": lambda n: b"Vclosed: [" + b"entities, " * n + b"]",
    "unknown sections": lambda n: b"V" + b"".join(b"s%d: {}\n" % i for i in range(n)),
}  # fmt: skip


def _letters(number: int) -> bytes:
    found = b""
    while number or not found:
        number, digit = divmod(number, 26)
        found = bytes([ord("a") + digit]) + found
    return found


TARGET = Target(check=check, seeds=seeds, words=words, longest=1_500, shapes=SHAPES)
