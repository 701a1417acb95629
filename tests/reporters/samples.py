"""Reports that every format must do justice to, by name: what can be found, and what can be wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from factlint.diagnostics import Diagnostic
from factlint.report import Report
from tests.support import Row, run, write_corpus

GAZETTE = "The harbour.\r\n\r\nNearly 40% of all ships, “the\nlargest share” so far, lay at “Ä” dock.\n"

HELD: list[Row] = [
    {
        "document": "gazette",
        "outlet": "Gazette",
        "published": "2025-03-04",
        "text": "gazette.txt",
        "url": "https://gazette.example/a b?c=<d>",
        "value": "nearly 40%",
        "quote": "Nearly 40% of all ships, “the largest share”",
    },
    {"document": "lantern", "outlet": "Lantern", "value": "60%", "quote": "60 per cent", "speaker": "minister"},
    {"document": "radio", "outlet": "Radio", "value": "about 41%", "stance": "asserts"},
]

MANY: list[Row] = [
    {"subject": f"Port {letter}", "value": value, "quote": value}
    for letter in "ABCD"
    for value in ("40%", "60%", "80%")
]

TWO: list[Row] = [{"value": "40%", "quote": "40%"}, {"value": "60%", "quote": "60%"}]

SHARES = 'language 1\nrule shares "Shares agree":\n    share claims must agree within 10%\n    tags sanity, oil\n'


def nothing_found(folder: Path) -> Report:
    return run(folder, [{"value": "40%", "quote": "40%"}, {"value": "40%", "quote": "40%"}], SHARES)


def held_texts(folder: Path) -> Report:
    """A quote over two lines of a text with mixed line ends; one whose text is not held; a claim without a quote."""
    corpus = write_corpus(folder, [])
    (corpus / "gazette.txt").write_bytes(GAZETTE.encode())
    because = '    because "Ships are counted once."\n'
    return run(folder, HELD, SHARES + because)


def many_findings(folder: Path) -> Report:
    """More findings than are shown in full, of three severities and two assertions in one rule."""
    rules = (
        SHARES
        + 'rule cap:\n    share claims about "Port A" must be at most 50% and be at most 55%\n    severity warning\n'
        + 'rule lone:\n    share claims about "Port B" must be corroborated by at least 2 independent sources\n'
        + "    severity info\n"
    )
    return replace(run(folder, MANY, rules), limit=2)


def diagnostics_only(folder: Path) -> Report:
    """No rule is left to judge: mistakes in a rule, a claim and the configuration, and a warning."""
    rows: list[Row] = [{"value": "forty percent or so", "unit": "x"}, {"value": "40%"}]
    report = run(folder, rows, "language 1\nrule bad:\n    shares claims must agree\nlet unused = 3%\n")
    broken = Diagnostic("E110", "the configuration cannot be read: it is not UTF-8", file="factlint.toml")
    return replace(report, results=(), diagnostics=(broken, *report.diagnostics))


def no_location(folder: Path) -> Report:
    """A rule of the command line, which stands in no file, and a mistake in the call."""
    report = run(folder, TWO, "share claims must agree")
    call = Diagnostic("E105", "--select names no rule: `x`", help="rules here: rule")
    return replace(report, diagnostics=(call,))


def accepted(folder: Path) -> Report:
    """One finding accepted with its reason, another not."""
    rows = [*MANY[:2], *MANY[3:5]]
    accept = 'accept shares for c2 because "An old figure." until 2026-06-30\n'
    return run(folder, rows, SHARES + accept, today="2026-01-01")


def undetermined(folder: Path) -> Report:
    rows: list[Row] = [{"value": "40%", "quote": "40%"}, {"value": "at least 40%", "quote": "at least 40%"}]
    return run(folder, rows, 'rule exact:\n    share claims must agree exactly\n    because "One table."\n')


def known(folder: Path) -> Report:
    """A baseline holds the first finding of a rule, and not the second."""
    report = run(folder, [*MANY[:2], *MANY[3:5]], SHARES)
    result, *others = report.results
    first, second = result.findings
    marked = replace(result, findings=(replace(first, known=True), second))
    return replace(report, results=(marked, *others), baseline=True)


def nothing_judged(folder: Path) -> Report:
    """A rule that judged nothing, in a run where that fails."""
    rules = SHARES + "rule idle:\n    share claims in 1999 must agree\n"
    return run(folder, [TWO[0], {**TWO[0], "subject": "B"}], rules, strict=True)


def same_sentence_twice(folder: Path) -> Report:
    """Two bare sentences of the same words, which are two rules."""
    return run(folder, TWO, "share claims must agree\nshare claims must agree\n")


SAMPLES: Mapping[str, Callable[[Path], Report]] = {
    "nothing-found": nothing_found,
    "held-texts": held_texts,
    "many-findings": many_findings,
    "diagnostics-only": diagnostics_only,
    "no-location": no_location,
    "accepted": accepted,
    "undetermined": undetermined,
    "known": known,
    "nothing-judged": nothing_judged,
    "same-sentence-twice": same_sentence_twice,
}


# --- Hostile text ----------------------------------------------------------------------------------------------------

HOSTILE = (
    "\x1b[31mred\x1b[0m \u202egnp.exe\u202c \x00\x07\x85\u2028 \ud800 \ufffe ]]> <script>alert(1)</script> <!-- & &amp; "
    "\r\n::error file=a,line=1::owned\n::set-output name=x::y\n##[error]z\n%0A::warning::w "
    "@octocat user@example.org https://evil.example www.evil.example ![i](http://evil.example/i.png) [l](javascript:x) "
    "[1](1) {0} {{ }} `code` ``` | a | b | *b* _i_ ~~s~~ # h\n# heading\n- item\n1. one\n> q\n=== GH" + "-12 o/r#" + "123 "
    ":smile: $x$ $5 $6 [^1] </details></summary> =cmd|'/c calc'!A1 0123abcdef"
)  # fmt: skip
"""Something for every format to stumble over."""

_FREE = frozenset({
    "author", "because", "file", "help", "message", "name", "note", "problem", "quote", "reading", "sentence", "text",
    "thanks_text", "title", "url", "value_text", "words", "working", "id",
})  # fmt: skip
"""Fields that carry words of others. Verdicts, codes, severities and keys are the tool's own."""

_HASHED = frozenset({"id", "name", "quote"})
"""What a fingerprint is made of: the reader of claims lets no lone surrogate in there."""


def hostile(folder: Path) -> Report:
    """Hostile words in every field that a document, a vocabulary, a rule or a file name can fill, and more."""
    corpus = write_corpus(folder, [])
    (corpus / "gazette.txt").write_bytes(GAZETTE.encode())
    rules = SHARES + 'rule idle:\n    share claims in 1999 must agree\naccept shares for c2 because "x"\n'
    made = run(folder, [*HELD, *MANY, {"value": "nonsense"}], rules, today="2026-01-01", strict=True)
    poisoned: Report = _poisoned(made)
    return replace(poisoned, today=made.today)


def _poisoned(value: Any, key: str = "") -> Any:
    """The value with hostile words put before every free text in it, however deep."""
    if isinstance(value, str):
        if key not in _FREE or type(value) is not str:
            return value
        return (HOSTILE.replace("\ud800", "") if key in _HASHED else HOSTILE) + value
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_poisoned(item, key) for item in value)
    if isinstance(value, Mapping):
        # Documents are looked up by their ids.
        return {_poisoned(name, "id") if key == "texts" else name: _poisoned(item) for name, item in value.items()}
    return _poisoned_record(value) if hasattr(type(value), "__dataclass_fields__") else value


def _poisoned_record(record: Any) -> Any:
    from dataclasses import fields

    from factlint.source import Source

    if isinstance(record, Source):  # its text is what offsets count in; a source without a name is no file
        return replace(record, name=HOSTILE + record.name) if record.name else record
    changed = {it.name: _poisoned(getattr(record, it.name), it.name) for it in fields(record) if it.init}
    return replace(record, **changed)
