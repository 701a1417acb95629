"""A record alone is a source: its places are those of the whole file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.diagnostics import Diagnostic, Label
from factlint.reporters.diagnostics import render
from factlint.source import Position, Source, Span

TEXT = st.text(st.sampled_from("ab\n"), max_size=20)


@given(TEXT, TEXT, st.data())
def test_a_record_counts_its_lines_in_the_file(before: str, record: str, data: st.DataObject) -> None:
    whole = Source("x", f"{before}\n{record}")
    alone = Source("x", record, before.count("\n") + 2)
    at = data.draw(st.integers(0, len(record)))
    position = alone.position(at)
    assert position == whole.position(len(before) + 1 + at)
    assert alone.line(position.line) == whole.line(position.line)
    assert alone.offset(position.line, position.column) == at


@pytest.mark.parametrize("line", [-3, 0, 1, 6, 9])
def test_outside_of_the_record_no_line_is_known(line: int) -> None:
    source = Source("x", "a\nb\nc", 3)
    assert source.line(line) == ""
    assert source.position(source.offset(line, 1)) in {Position(3, 1), Position(5, 1)}


def test_a_value_of_a_hundred_thousand_characters_is_shown_in_a_line() -> None:
    source = Source("x", f'{{"note": "{"x" * 100_000}"}}', 7)
    shown = render(Diagnostic("E206", "too long", Label(source, Span(9, 100_011)), help="shorten it"))
    assert max(map(len, shown.splitlines())) <= 80
    assert "x:7:10" in shown
