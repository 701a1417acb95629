"""Hostile files, each in the place of a harmless one: the tool says what is wrong with it, and judges the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.project import FILES, call, check_manners, write

CLAIMS, WORDS, RULES = "corpus/gazette.yaml", "corpus/vocabulary.yaml", "rules/shares.rules"
ESCAPE = "\\e[31m\\e]0;title\\a"
BOMB = "a: &a [x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\n"


def claim(**keys: Any) -> dict[str, str]:
    """The first of the two claims with other values; the second stays as it is."""
    record = {"id": "a", "subject": "X", "property": "share", "value": "40%", **keys}
    head = "document: {id: gazette, outlet: Gazette, published: 2025-03-04}\nclaims:\n"
    return {CLAIMS: f"{head}- {json.dumps(record)}\n- {{id: b, subject: X, property: share, value: 60%}}\n"}


def words(text: str) -> dict[str, str]:
    return {WORDS: FILES[WORDS] + text}


def rule(text: str) -> dict[str, str]:
    return {RULES: text + "\n"}


def known(text: str | bytes) -> dict[str, str | bytes]:
    return {"known.json": text, "factlint.toml": FILES["factlint.toml"] + 'baseline = "known.json"\n'}


ROWS: list[tuple[str, dict[str, Any], int, set[str]]] = [
    # what it is, the files, the status, codes that must be told
    ("aliases that grow", {CLAIMS: BOMB}, 2, {"E204"}),
    ("nesting in flow style", {CLAIMS: "[" * 100_000}, 2, {"E206"}),
    ("nesting in block style", {CLAIMS: "".join(" " * depth + "a:\n" for depth in range(2000))}, 2, {"E206"}),
    ("keys twice", {CLAIMS: "document: {id: d, id: e}\nclaims: []\nclaims: []\n"}, 2, {"E205"}),
    ("tabs", {CLAIMS: "document:\n\tid: d\nclaims: []\n"}, 2, {"E203"}),
    ("a byte order mark", {CLAIMS: b"\xef\xbb\xbf" + FILES[CLAIMS].encode()}, 1, set()),
    ("UTF-16", {CLAIMS: FILES[CLAIMS].encode("utf-16")}, 2, {"E202"}),
    ("NUL", {CLAIMS: b'document: {id: "a\x00b"}\n'}, 2, {"E202"}),
    ("a line of a million characters", {CLAIMS: f'document: {{id: d, title: "{"x" * 1_000_000}"}}\n'}, 2, {"E206"}),
    ("a merge key", {CLAIMS: "x: &x {id: d}\ndocument: {<<: *x}\n"}, 2, {"E204"}),
    ("a tag that constructs", {CLAIMS: 'document: !!python/object/apply:os.system ["true"]\n'}, 2, {"E204"}),
    ("a lone surrogate", {CLAIMS: 'document: {id: "\\ud800"}\n'}, 2, {"E203"}),
    ("a power as a unit", claim(value="5 6^800000"), 2, {"E221"}),
    ("a unit to a huge power", claim(value="5 meter^800000"), 2, {"E221"}),
    ("an expression as a unit", claim(value="5 m**m**m"), 2, {"E221"}),
    ("a name of Python as a unit", claim(value="5 __import__"), 2, {"E221"}),
    ("a huge number", claim(value="1e999999999%"), 2, {"E221"}),
    ("a number of 5,000 digits", claim(value="9" * 5000 + "%"), 2, {"E221"}),
    ("a tiny number", claim(value="1e-999999999%"), 2, {"E221"}),
    ("no number", claim(value={"number": "nan", "unit": "percent"}), 2, {"E221"}),
    ("an infinite one", claim(value={"low": "-inf", "high": "inf", "unit": "percent"}), 2, {"E221"}),
    ("a value of 600,000 characters", claim(value="about " * 100_000 + "40%"), 2, {"E206"}),
    ("50,000 brackets", claim(value="(" * 50_000), 2, {"E221"}),
    ("a terminal escape in a subject", claim(subject="\x1b[31mred\x07"), 2, {"E218"}),
    ("a terminal escape in a quote", claim(quote="\x1b]0;title\x07"), 2, {"E218"}),
    ("a terminal escape as a key", {CLAIMS: f'"{ESCAPE}": 1\n'}, 2, {"E210"}),
    ("text that runs backwards", claim(subject="\u202eabc\u2066"), 0, set()),
    ("a workflow command", claim(subject="::error::x%0a"), 0, set()),
    ("markup", claim(subject="<script>alert(1)</script>"), 0, set()),
    ("a date before Christ", claim(property="day", value="-0044-03-15"), 2, {"E220"}),
    ("a text outside", {CLAIMS: FILES[CLAIMS].replace("gazette.txt", "../../../../etc/passwd")}, 2, set()),
    ("an absolute text", {CLAIMS: FILES[CLAIMS].replace("gazette.txt", "/etc/passwd")}, 2, set()),
    ("a vocabulary of aliases", {WORDS: BOMB}, 2, set()),
    ("units that compute", words('units: ["x = 6^800000", "y = __import__(1)", "z = [z]"]\n'), 2, set()),
    ("units in a circle", words('units: ["aa = 2 bb", "bb = 2 aa"]\n'), 2, set()),
    ("places in a circle", words("places:\n  A: {within: B}\n  B: {within: A}\n"), 2, set()),
    ("20,000 brackets", rule(f"rule x: {'(' * 20_000}share of X{')' * 20_000} must be at most 5%"), 2, set()),
    ("20,000 times not", rule(f"rule x: share claims where {'not ' * 20_000}unit is percent must agree"), 2, set()),
    ("a pattern made to backtrack", rule("rule x: share claims where quote matches /(a+)+$/ must agree"), 0, set()),
    ("a pattern that grows", rule("rule x: share claims where quote matches /(a{1000}){1000}/ must agree"), 2, set()),
    ("a rule of UTF-16", {RULES: "rule x: share claims must agree\n".encode("utf-16")}, 2, set()),
    ("a rule of Latin-1", {RULES: b'rule x "\xe9": share claims must agree\n'}, 2, set()),
    ("a rule with NUL", rule("rule x\x00: share claims must agree"), 2, set()),
    ("an escape in a title", rule('rule x "\x1b[2J": share claims must agree because "\x1b[2J"'), 1, set()),
    ("an import outside", rule('import "../../../etc/passwd"\nrule x: share claims must agree'), 2, set()),
    ("an absolute import", rule('import "/etc/passwd"\nrule x: share claims must agree'), 2, set()),
    ("an import of itself", rule('import "shares.rules"\nrule x: share claims must agree'), 2, set()),
    ("a tolerance beyond all numbers", rule("rule x: share claims must agree within 1e99999%"), 2, set()),
    ("a let of itself", rule("let a = b\nlet b = a\nrule x: share claims must agree within a"), 2, set()),
    ("a path with NUL in it", {"factlint.toml": 'corpus = "a\\u0000b"\nrules = ["a\\u0000b"]\n'}, 2, {"E111"}),
    ("a configuration of brackets", {"factlint.toml": "a = " + "[" * 100_000}, 2, {"E110"}),
    ("a configuration with a huge number", {"factlint.toml": "corpus = " + "9" * 5000 + "\n"}, 2, {"E110"}),
    ("a binary configuration", {"factlint.toml": bytes(range(256))}, 2, set()),
    ("a configuration of other types", {"factlint.toml": "corpus = 5\nrules = {a = 1}\n"}, 2, set()),
    ("a baseline of brackets", known("[" * 100_000), 2, {"E108"}),
    ("a baseline of other types", known('{"version": 1, "findings": [5, null, {}]}'), 2, {"E108"}),
    ("a baseline with a huge number", known('{"version": ' + "9" * 5000 + "}"), 2, {"E108"}),
    ("a binary baseline", known(b"\xff\xfe\x00"), 2, {"E108"}),
]


@pytest.mark.parametrize(("changes", "status", "codes"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_hostile_files(changes: dict[str, Any], status: int, codes: set[str], tmp_path: Path) -> None:
    outcome = call(write(tmp_path, changes), "check", "--no-cache")
    check_manners(outcome)
    assert outcome.status == status, outcome.err
    assert codes <= outcome.codes, outcome.err
    assert "root:" not in outcome.out + outcome.err, "a file outside the project was read"
    if status == 2 and "factlint.toml" not in changes:  # which corpus is meant, is not known without it
        assert outcome.out, "the rest is judged and reported all the same"
