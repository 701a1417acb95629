"""Where rules, claims and quotes stand, for formats that point at files."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from factlint.corpus.claim import Claim
from factlint.diagnostics import Diagnostic, Label
from factlint.language.model import Rule
from factlint.report import Report
from factlint.source import Source, Span

NO_FILE = frozenset({"", "--rule"})
"""Names of sources that are no files: the built-in rule's, and the rule of the command line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a file: lines and columns from 1, columns in code points, `end_column` past the last.

    `file` is a POSIX path relative to the configuration or, of a text, as its document writes it. `start` and `end` are
    code points of the text. Each is None where it is not known.
    """

    file: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    start: int | None = None
    end: int | None = None

    @property
    def shown(self) -> str:
        """`rules/oil.rules:7:1`, as far as it is known."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


def _stretch(source: Source, file: str, start: int, end: int) -> Place:
    first, last = source.position(start), source.position(end)
    return Place(
        file=file,
        line=first.line,
        column=first.column,
        end_line=last.line,
        end_column=last.column,
        start=start,
        end=end,
    )


def span_place(source: Source, span: Span) -> Place | None:
    """None where the source is no file."""
    return None if source.name in NO_FILE else _stretch(source, source.name, span.start, span.end)


def rule_place(rule: Rule) -> Place | None:
    return span_place(rule.source, rule.span)


def claim_place(claim: Claim) -> Place:
    """Its record; of a table without lines (line 0), the file."""
    return Place(file=claim.defined.file, line=claim.defined.line or None)


def quote_place(claim: Claim, report: Report) -> Place | None:
    """Where the quote stands in its text; None where the text is not held or the quote is not in it."""
    text = report.texts.get(claim.document.id)
    found = claim.evidence
    if text is None or found.start is None or found.end is None:
        return None
    return _stretch(text, claim.document.text or text.name, found.start, found.end)


def label_place(label: Label) -> Place | None:
    return span_place(label.source, label.span)


def diagnostic_place(diagnostic: Diagnostic) -> Place | None:
    """The words at fault, else the file; None for what stands in no file."""
    if diagnostic.primary is not None:
        return label_place(diagnostic.primary)
    return Place(file=diagnostic.file) if diagnostic.file else None


def uri(path: str) -> str:
    """A path as a URI: relative, or of a file where the path starts at the root; everything unusual in per cents."""
    # A name of bytes that are no UTF-8 holds surrogates: written as they are, since there is no right way.
    written = quote(path, safe="/~", errors="surrogatepass")
    return f"file://{written}" if path.startswith("/") else written
