"""The header of a CSV file: which key each column is, and which are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factlint.corpus import file_messages
from factlint.corpus.flat import messages
from factlint.corpus.near import suggest
from factlint.corpus.records import DocumentRecord, LineRecord, NumberRecord, RangeRecord, Record
from factlint.corpus.yaml_nodes import Scalar
from factlint.diagnostics import Diagnostic
from factlint.source import Source, Span

DELIMITERS = (",", ";", "\t")
_QUALIFIER = "qualifiers."


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the keys that lead to its values, such as `("document", "outlet")`.

    Of one without a name, or whose name is no key, the path is empty. `meant` tells that it is close to one that is:
    what stands in it is then part of the claim, and a claim with something there is left out.
    """

    name: str
    path: tuple[str, ...] = ()
    meant: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    columns: tuple[Column, ...]
    problems: tuple[Diagnostic, ...]
    usable: bool


def _keys(model: type[Record]) -> tuple[str, ...]:
    return tuple(info.alias or name for name, info in model.model_fields.items())


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that a kind of file may have: names to paths of keys. `required`: one of each set must be there."""

    place: str
    paths: dict[str, tuple[str, ...]]
    required: tuple[tuple[str, ...], ...]
    qualifiers: bool = False

    def path(self, name: str) -> tuple[str, ...]:
        """The path that a name means; empty where it is no column's."""
        if self.qualifiers and name.startswith(_QUALIFIER) and name[len(_QUALIFIER) :].strip():
            return ("qualifiers", name[len(_QUALIFIER) :].strip())
        return self.paths.get(name, ())


def _of_claims() -> Columns:
    paths: dict[str, tuple[str, ...]] = {key: (key,) for key in _keys(LineRecord) if key != "qualifiers"}
    parts = dict.fromkeys((*_keys(NumberRecord), *_keys(RangeRecord)))
    paths |= {f"value.{key}": ("value", key) for key in parts}
    paths |= {f"document.{key}": ("document", key) for key in _keys(DocumentRecord) if key != "id"}
    values = ("value", "value.number", "value.low", "value.high")
    return Columns("a claim", paths, (("document",), ("subject",), ("property",), values), qualifiers=True)


OF_CLAIMS = _of_claims()
OF_DOCUMENTS = Columns("a document", {key: (key,) for key in _keys(DocumentRecord)}, (("id",),))


def delimiter_of(line: str, known: Columns) -> str:
    """What divides the names of a header: of comma, semicolon and tab the one that leaves the most known names."""
    counted = [sum(bool(known.path(name.strip(' "'))) for name in line.split(mark)) for mark in DELIMITERS]
    return DELIMITERS[counted.index(max(counted))]


def read_header(source: Source, cells: Sequence[Scalar], known: Columns) -> Header:
    """The columns of a header, and every mistake in it: told once, for all rows."""
    columns: list[Column] = []
    problems: list[Diagnostic] = []
    first: dict[tuple[str, ...], Scalar] = {}
    meant: set[tuple[str, ...]] = set()
    for cell in cells:
        name = cell.text.strip()
        path = known.path(name)
        if not path and name:
            problem, near = _unknown(source, cell.span, name, known)
            problems.append(problem)
            columns.append(Column(name, meant=near is not None))
            meant.add(known.path(near or ""))
        elif path in first:
            problems.append(file_messages.duplicate_key("E2", source, cell, first[path]))
            columns.append(Column(name, meant=True))
        else:
            first |= {path: cell} if path else {}
            columns.append(Column(name, path))
    usable = True
    for names in known.required:
        paths = {known.path(name) for name in names}
        usable = usable and not paths.isdisjoint(first)
        if paths.isdisjoint(first) and paths.isdisjoint(meant):
            problems.append(messages.missing_column(source, Span(0, len(source.text)), known.place, names[0]))
    return Header(tuple(columns), tuple(problems), usable)


def _unknown(source: Source, span: Span, name: str, known: Columns) -> tuple[Diagnostic, str | None]:
    """What is told of a name that no column has, and the name that it is close to."""
    nearest = suggest(name, known.paths) or suggest(name.replace("_", " "), known.paths)
    if known.qualifiers and name.rstrip(".") in {"qualifiers", "qualifier"}:
        nearest = "qualifiers.product"
    elif known.qualifiers and name == "document.id":
        nearest = "document"
    elif known.qualifiers and nearest is None and f"document.{name}" in known.paths:
        nearest = f"document.{name}"
    return messages.unknown_column(source, span, known.place, name, nearest, tuple(known.paths)), nearest
