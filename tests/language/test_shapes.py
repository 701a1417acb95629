"""A statement of a shape that was seen is read as if it had been parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.language import parse, shapes
from factlint.language.lines import chunk_of
from factlint.language.parse import grammar, parse_rules
from factlint.language.shapes import Shapes
from factlint.source import Source
from tests.language.rule_texts import statements, texts_of

FOUR = (
    "rule agree: oil exports claims in 2025-10 where product is crude must agree within 8%",
    'rule backed "Backed twice":\n    stock claims about Rosneft must be corroborated by at least 2 independent sources',
    "oil exports of Russia in 2025-10 / export share must be at most 33 million barrels/day\n    severity warning",
    "let slack = 10%, 12%",
)


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    parse._shapes.cache_clear()
    yield
    parse._shapes.cache_clear()


def told(read: Any) -> tuple[list[tuple[str, str, int | None, int | None]], list[Any]]:
    tokens, steps = read
    return [(it.type, str(it), it.start_pos, it.end_pos) for it in tokens], list(steps)


def every(node: Any) -> Any:
    """A tree with its spans, which equality passes over."""
    if is_dataclass(node):
        return type(node).__name__, [(it.name, every(getattr(node, it.name))) for it in fields(node)]
    return [every(it) for it in node] if isinstance(node, tuple) else node


def nodes(text: str) -> list[Any]:
    file, problems = parse_rules(Source("a.rules", text))
    return [*map(every, file.statements), *problems]


@given(st.lists(statements, min_size=1, max_size=4))
def test_what_is_read_by_its_shape_is_what_the_parser_reads(drawn: Sequence[str]) -> None:
    parse._shapes.cache_clear()
    texts = [chunk.text for it in drawn if (chunk := chunk_of(it)[0]) is not None]
    parsed = [(text, it) for text in texts if isinstance(it := parse._parsed(text), tuple)]
    for text, it in parsed:
        known = parse._shapes().read(text)
        assert known is not None
        assert told(known) == told(it)


@pytest.mark.parametrize("first", FOUR)
@pytest.mark.parametrize("other", FOUR)
def test_statements_in_one_file_are_those_that_each_is_alone(first: str, other: str) -> None:
    alone = nodes(first) + nodes("\n" * (len(first) + 1) + other)
    parse._shapes.cache_clear()
    assert nodes(f"{first}\n{other}") == alone
    assert nodes(f"{first}\n{other}") == alone  # now that both shapes are known


@pytest.mark.parametrize(
    "wrong",
    [
        "rule agree: oil exports claims in 2025-10 where product is crude must agree within",
        "rule agree: oil exports claims in 2025-10 where product is crude must agree within 8% 9%",
        "rule agree: oil exports claims in 2025-10 where product crude must agree within 8%",
        "rule agree: oil exports claims in 2025-10 where product is crude must agree within 8% !",
        "rule agree: oil exports claims in 2025-10 where product is",
        "rule agree:",
    ],
)
def test_a_mistake_in_a_known_shape_is_told_as_ever(wrong: str) -> None:
    alone = nodes(wrong)
    nodes(FOUR[0])
    assert nodes(wrong) == alone
    assert alone[-1].code == "E301"


def test_words_of_another_length_have_their_own_places() -> None:
    nodes("rule a: stock claims must agree within 8%")
    (found,) = parse_rules(Source("a.rules", "rule long-name:   oil   exports claims must agree within 12.5 %"))[
        0
    ].statements
    (alone,) = nodes("rule long-name:   oil   exports claims must agree within 12.5 %")
    assert every(found) == alone


@pytest.mark.parametrize(("limit", "most"), [("_LONGEST", 3), ("_MOST", 5)])
def test_what_is_kept_has_an_end_and_the_rest_is_parsed(limit: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [nodes(it) for it in FOUR]
    parse._shapes.cache_clear()
    monkeypatch.setattr(shapes, limit, most)
    assert [nodes(it) for it in FOUR] == before
    assert [nodes(it) for it in FOUR] == before
    assert parse._shapes()._kept <= 5


def test_nothing_is_known_at_first() -> None:
    assert Shapes({}).read("claims must agree") is None


def test_no_word_begins_with_a_space() -> None:
    """White space between words is passed over without asking what may stand there."""
    words = [it for it in grammar().terminals if it.name not in grammar().lexer_conf.ignore]
    samples = [text for it in words for text in texts_of(it.name)]
    for terminal in words:
        starts = re.compile(terminal.pattern.to_regexp())
        assert not any(starts.match(f" {text}") for text in samples), terminal.name
