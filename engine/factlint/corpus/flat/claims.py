"""A record of a flat file to the draft of a claim, and what it says of its document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factlint.corpus import file_messages
from factlint.corpus.drafts import DraftClaim
from factlint.corpus.file_messages import Form
from factlint.corpus.flat import messages
from factlint.corpus.flat.rows import Row
from factlint.corpus.records import LineRecord
from factlint.corpus.shape import KEYS, salvage, shape, validate
from factlint.corpus.yaml_nodes import Listing, Mapping, Node, Scalar, plain
from factlint.diagnostics import Diagnostic, Label
from factlint.source import Source, Span

_PLAIN = re.compile(r"[+\u2212-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_ENDS_IN_A_NUMBER = re.compile(
    r".*\d\s*(?:k|thousand|mn|mln|mio|million|bn|bln|billion|tn|trillion)?", re.ASCII | re.IGNORECASE | re.DOTALL
)
_EXAMPLE = "document: {id: harbour-gazette-2025-03-04}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim and its document: the id it gives, or the object that describes it. None: that part cannot be read."""

    row: Row
    document: Scalar | Mapping | None
    claim: DraftClaim | None
    problems: tuple[Diagnostic, ...]


def read_entry(row: Row, form: Form) -> Entry:
    """What a row says. A row without a node has nothing but its problems."""
    if row.node is None:
        return Entry(row, None, None, row.problems)
    source = row.source
    node, problems = _with_unit(row.node, source)
    document = node.get("document")
    if isinstance(document, Listing):
        problems.append(
            file_messages.wrong_shape(
                "E2", source, document.span, "`document`", shape(document), f"an id or {KEYS}", _EXAMPLE, form
            )
        )
        document = None
    data = plain(node)
    if isinstance(document, Mapping) or (document is None and "document" in data):
        data["document"] = "x"  # judged by itself
    record, wrong = validate(LineRecord, node, data, source, "E2", form)
    sound = row.sound and record is not None and not problems
    record = record or salvage(LineRecord, data)
    own = Mapping({key: entry for key, entry in node.entries.items() if key != "document"}, node.span)
    claim = None if record is None else DraftClaim(own, source, sound, record)
    return Entry(row, document, claim, (*row.problems, *problems, *wrong))


def _with_unit(node: Mapping, source: Source) -> tuple[Mapping, list[Diagnostic]]:
    """The value with the unit that stands beside it: a plain number becomes `{number, unit}`, `nearly 40` words."""
    unit, value = node.get("unit"), node.get("value")
    if not isinstance(unit, Scalar) or not unit.text.strip():
        return node, []
    entries = {key: entry for key, entry in node.entries.items() if key != "unit"}
    rest = Mapping(entries, node.span)
    if value is None:
        return rest, []
    unit_key, value_key = node.entries["unit"][0], node.entries["value"][0]
    if not isinstance(value, Scalar):
        return rest, [messages.unit_twice(Label(source, unit.span))]
    text = value.text.strip()
    whole: Node
    if _PLAIN.fullmatch(text):
        number = Scalar("number", value_key.span)
        whole = Mapping({"number": (number, value), "unit": (unit_key, unit)}, value.span)
    elif _ENDS_IN_A_NUMBER.fullmatch(text):
        whole = Scalar(f"{text} {unit.text.strip()}", value.span)
    elif text:
        at, beside = Label(source, value.span), Label(source, unit.span)
        return rest, [messages.unit_beside_words(at, beside, text, unit.text)]
    else:
        whole = value
    entries["value"] = (value_key, whole)
    return Mapping(entries, node.span), []


def spoilt(span: Span, problems: tuple[Diagnostic, ...]) -> bool:
    """Whether one of the problems lies in the span."""
    return any(it.primary is not None and span.start <= it.primary.span.start < span.end for it in problems)
