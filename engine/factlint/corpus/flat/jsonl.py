"""JSON lines: a record a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factlint.corpus.file_messages import wrong_shape
from factlint.corpus.flat import messages
from factlint.corpus.flat.json_nodes import read_json
from factlint.corpus.flat.lines import lines
from factlint.corpus.flat.rows import Lost, Row
from factlint.corpus.shape import KEYS, shape
from factlint.corpus.yaml_nodes import Mapping
from factlint.diagnostics import Diagnostic
from factlint.source import Source, Span


def rows(path: Path, name: str) -> Iterator[Row]:
    """The records of a file of JSON lines; blank lines are none. `name` is what messages call the file."""
    first = True
    for number, line in lines(path, name):
        if isinstance(line, Diagnostic):
            yield lost_row(name, number, line)
        elif line.strip():
            if first and (line.strip() == "{" or line.lstrip()[0] == "["):
                yield _not_lines(Source(name, line, number))
                return
            yield row(name, number, line)
        first = first and isinstance(line, str) and not line.strip()


def lost_row(name: str, number: int, problem: Diagnostic) -> Row:
    """What stands for a line that is not text, or for a whole file (0)."""
    source = Source(name, "", number) if problem.primary is None else problem.primary.source
    return Row(source, None, (problem,), lost=Lost.RECORD if number else Lost.FILE)


def row(name: str, number: int, line: str) -> Row:
    """The record that a line holds, numbered from 1 in its file."""
    source = Source(name, line, number)
    node, problems = read_json(source)
    if isinstance(node, Mapping):
        return Row(source, node, tuple(problems), sound=not problems)
    if not problems:
        span = Span(len(line) - len(line.lstrip()), len(line.rstrip()))
        found = "null" if node is None else shape(node)
        problems = [wrong_shape("E2", source, span, "this line", found, KEYS, '{"document": …, "subject": …}')]
    return Row(source, None, tuple(problems), lost=Lost.RECORD)


def _not_lines(source: Source) -> Row:
    start = len(source.text) - len(source.text.lstrip())
    problem = messages.not_json_lines(source, Span(start, start + 1), source.text[start])
    return Row(source, None, (problem,), lost=Lost.FILE)
