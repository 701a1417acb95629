"""Statements are told apart at the margin, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.language.lines import blanked, chunks
from factlint.language.parse import parse_rules
from factlint.source import Source

RULE = "claims must have quote"


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("", []),
        ("\n\n  \n# nothing\n", []),
        ("a\nb\n", ["a", "b"]),
        ("a\n  b\n\tc\nd", ["a\n  b\n\tc", "d"]),
        ("a\n\n  b\n", ["a\n\n  b"]),  # a blank line means nothing
        ("a\n# at the margin\n  b\n", ["a\n" + " " * len("# at the margin") + "\n  b"]),  # nor does a comment
        ("a # end\nb", ["a", "b"]),
        ('a "# none" # one\n', ['a "# none"']),
        ('a "say \\"# none\\"" # one', ['a "say \\"# none\\""']),
        ("quote matches /#1/ # one", ["quote matches /#1/"]),
        ("quote matches # two\n /#1/ # one", ["quote matches      \n /#1/"]),  # the comment hides nothing
        ("a / b # one", ["a / b"]),
        ('a "open\nb\n', ['a "open', "b"]),  # a text that never ends spoils its own statement alone
        ("a\r\n  b\r\nc\r\n", ["a\r\n  b", "c"]),
    ],
)
def test_statements(text: str, statements: list[str]) -> None:
    assert [chunk.text for chunk in chunks(text)[0]] == statements


def test_what_is_indented_before_any_statement_continues_nothing() -> None:
    found, _ = chunks("  a\nb")
    assert [(chunk.text, chunk.indented) for chunk in found] == [("a", True), ("b", False)]


@given(st.text(alphabet='ab "#/\\\n\t\r', max_size=60))
def test_offsets_survive(text: str) -> None:
    found, comments = chunks(text)
    whole = blanked(text)
    assert len(whole) == len(text)
    for chunk in found:
        assert whole[chunk.span.start : chunk.span.end] == chunk.text
    for comment in comments:
        assert text[comment.start] == "#"
        assert "\n" not in text[comment.start : comment.end]


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("indent", ["  ", "\t", "    "])
def test_marks_ends_and_tabs_do_not_matter(mark: str, end: str, indent: str) -> None:
    plain, _ = parse_rules(Source("a.rules", f"{RULE}\n  severity info\n"))
    file, problems = parse_rules(Source("a.rules", f"{mark}{RULE}{end}{indent}severity info{end}"))
    assert problems == []
    assert file.statements == plain.statements
