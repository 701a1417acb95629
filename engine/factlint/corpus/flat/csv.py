"""CSV: a header of keys, and a claim or a document a row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factlint.corpus import file_messages
from factlint.corpus.flat import messages
from factlint.corpus.flat.cells import Cells, Table, too_long
from factlint.corpus.flat.columns import OF_CLAIMS, OF_DOCUMENTS, Columns, Header, delimiter_of, read_header
from factlint.corpus.flat.lines import lines
from factlint.corpus.flat.rows import Lost, Row
from factlint.corpus.yaml_nodes import CONTROL, MAX_SCALAR, Listing, Mapping, Node, Scalar
from factlint.diagnostics import Diagnostic
from factlint.source import Source, Span

_PARALLEL = ";"
_AS_WRITTEN = ("prefix", "suffix")
"""Columns in which white space at the ends is part of what is said."""


def claim_rows(path: Path, name: str) -> Iterator[Row]:
    """The claims of a CSV file. `name` is what messages call it."""
    return _rows(path, name, OF_CLAIMS)


def document_rows(path: Path, name: str) -> Iterator[Row]:
    """The documents of a CSV file."""
    return _rows(path, name, OF_DOCUMENTS)


def _rows(path: Path, name: str, known: Columns) -> Iterator[Row]:
    table = Table(lines(path, name), name)
    table.delimiter = delimiter_of(table.peek(), known)
    first = next(table, None)
    if first is None:
        source = Source(name, "")
        yield Row(source, None, (messages.no_header(source, known.place),), lost=Lost.FILE)
        return
    if first.problem is not None:
        yield Row(first.source, None, (first.problem,), lost=Lost.FILE)
        return
    header = read_header(first.source, first.cells, known)
    if header.problems:
        lost = Lost.NOTHING if header.usable else Lost.FILE
        yield Row(first.source, None, header.problems, lost=lost)
    if header.usable:
        for cells in table:
            if cells.problem is not None:
                yield Row(cells.source, None, (cells.problem,), lost=Lost.RECORD)
            elif any(cell.text.strip() for cell in cells.cells):
                yield row(cells, header, known)


def row(cells: Cells, header: Header, known: Columns) -> Row:
    """The record that a row of cells is under a header."""
    source = cells.source
    width = len(header.columns)
    filled = max((at + 1 for at, cell in enumerate(cells.cells) if cell.text.strip()), default=0)
    if len(cells.cells) < width or filled > width:
        at = cells.cells[width].span if filled > width else Span(len(source.text), len(source.text))
        found = len(cells.cells) if len(cells.cells) < width else filled
        problem = messages.row_does_not_fit(source, at, found, width)
        return Row(source, None, (problem,), lost=Lost.RECORD)
    problems: list[Diagnostic] = []
    sound = True
    suspicious = len(source.text) > MAX_SCALAR or CONTROL.search(source.text) is not None
    entries: dict[str, tuple[Scalar, Node]] = {}
    parts: dict[str, list[tuple[Scalar, Scalar]]] = {}
    for column, cell in zip(header.columns, cells.cells, strict=False):
        if not cell.text.strip():
            continue
        if not column.path:
            sound = sound and not column.meant
            problems += [messages.cell_without_column(source, cell.span)] if not column.name else []
            continue
        wrong = _wrong(source, cell) if suspicious else None
        if wrong is not None:
            problems.append(wrong)
            continue
        value = _trimmed(source, cell) if column.path[-1] not in _AS_WRITTEN else cell
        key = Scalar(column.path[-1], value.span)
        if len(column.path) > 1:
            parts.setdefault(column.path[0], []).append((key, value))
        else:
            entries[key.text] = (key, _items(source, value) if key.text == "via" else value)
    problems += _join(source, entries, parts)
    _empty(entries, header, cells, known)
    node = Mapping(entries, Span(0, len(source.text)))
    return Row(source, node, tuple(problems), sound=sound and not problems)


def _wrong(source: Source, cell: Scalar) -> Diagnostic | None:
    control = CONTROL.search(cell.text)
    if control:
        return file_messages.control_character("E2", source, cell.span, control.group())
    return too_long(source, cell)


def _trimmed(source: Source, cell: Scalar) -> Scalar:
    """The cell without white space around its words, as YAML would read it."""
    text = cell.text.strip()
    if text == cell.text:
        return cell
    if source.text.startswith('"', cell.span.start):
        return Scalar(text, cell.span)
    start = cell.span.start + len(cell.text) - len(cell.text.lstrip())
    return Scalar(text, Span(start, start + len(text)))


def _items(source: Source, cell: Scalar) -> Node:
    """`Saltwind Agency; Port Authority < duty officer`: parallel items."""
    if _PARALLEL not in cell.text:
        return cell
    items: list[Scalar] = []
    start = 0
    for part in cell.text.split(_PARALLEL):
        text = part.strip()
        if text:
            lead = start + len(part) - len(part.lstrip())
            items.append(Scalar(text, cell.within(source, lead, lead + len(text))))
        start += len(part) + 1
    return Listing(tuple(items), cell.span)


def _join(
    source: Source, entries: dict[str, tuple[Scalar, Node]], parts: dict[str, list[tuple[Scalar, Scalar]]]
) -> list[Diagnostic]:
    """Puts the columns `document.outlet`, `qualifiers.product`, `value.low` below their keys."""
    problems: list[Diagnostic] = []
    for name, found in parts.items():
        span = Span(found[0][0].span.start, found[-1][0].span.end)
        below: dict[str, tuple[Scalar, Node]] = {
            key.text: (key, _items(source, value) if key.text == "via" else value) for key, value in found
        }
        whole = entries.get(name)
        if whole is not None and name == "document":
            key, id_ = whole
            below = {"id": (Scalar("id", key.span), id_), **below}
        elif whole is not None:
            problems.append(messages.value_twice(source, whole[0].span, found[0][0].span))
            continue
        entries[name] = (Scalar(name, span), Mapping(below, span))
    return problems


def _empty(entries: dict[str, tuple[Scalar, Node]], header: Header, cells: Cells, known: Columns) -> None:
    """Puts an empty text where a claim must have one, so that the message points at the empty cell."""
    for names in known.required:
        key = known.path(names[0])[0]
        if key not in entries:
            paths = {known.path(name) for name in names}
            at = next(index for index, column in enumerate(header.columns) if column.path in paths)
            span = cells.cells[at].span
            entries[key] = (Scalar(key, span), Scalar("", span))
