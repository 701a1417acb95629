"""JSON to nodes: every value the text it is written as, every node where it stands, every mistake where it was made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.corpus.flat.json_nodes import read_json
from factlint.corpus.yaml_nodes import MAX_DEPTH, MAX_SCALAR, Listing, Mapping, Node, Scalar, plain
from factlint.source import Source, Span


def parsed(text: str) -> Any:
    node, problems = read_json(Source("x.jsonl", text))
    assert problems == []
    assert node is not None
    return plain(node)


@pytest.mark.parametrize(
    "written", ["40", "4.40", "-0", "1e3", "1.2E+6", "true", "false", "123456789012345678901234567890"]
)
def test_numbers_and_truths_stay_the_text_they_are_written_as(written: str) -> None:
    assert parsed(f'{{"value": {written}}}') == {"value": written}
    assert parsed(f'{{"values": [{written}, {written}]}}') == {"values": [written, written]}


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ('{"a": {"b": "c", "d": ["e", "f"]}}', {"a": {"b": "c", "d": ["e", "f"]}}),
        ('{"a": "tab\\tand \\u00e9 and \\"marks\\""}', {"a": 'tab\tand é and "marks"'}),
        ('{"a": "\\ud83d\\udea2"}', {"a": "🚢"}),
        ('{"a":"b","c":null}', {"a": "b"}),
        ('{"a": [null]}', {"a": [""]}),
        (' \t{ "a" \t: "b" } ', {"a": "b"}),
        ("{}", {}),
        ('{"a": []}', {"a": []}),
        ('{"": "b"}', {"": "b"}),
    ],
)
def test_json_is_read(text: str, meaning: object) -> None:
    assert parsed(text) == meaning


@pytest.mark.parametrize(
    ("text", "code", "message", "at"),
    [
        ('{"a": NaN}', "E209", "`NaN` is no value of JSON", "NaN"),
        ('{"a": -Infinity}', "E209", "`-Infinity` is no value of JSON", "-Infinity"),
        ('{"a": True}', "E209", "`True` is no value of JSON", "True"),
        ('{"a": 010}', "E209", "`010` is no value of JSON", "010"),
        ('{"a": 1.}', "E209", "`1.` is no value of JSON", "1."),
        ('{"a": +1}', "E209", "`+1` is no value of JSON", "+1"),
        ('{"a": 40%}', "E209", "`40%` is no value of JSON", "40%"),
        ("{\"a\": 'b'}", "E209", "`'b'` is no value of JSON", "'b'"),
        ("{'a': 1}", "E209", "`'a'` stands where a key in quotation marks belongs", "'a'"),
        ("{a: 1}", "E209", "`a` stands where a key in quotation marks belongs", "a"),
        ('{"a": 1,}', "E209", "a comma stands before `}`", ","),
        ('{"a": [1,]}', "E209", "a comma stands before `]`", ","),
        ('{"a": ,}', "E209", "`,` stands where a value belongs", ","),
        ('{"a": 1},', "E209", "a comma stands between two lines", ","),
        ('{"a": 1} {"a": 2}', "E209", "something stands behind the end of the object", '{"a": 2}'),
        ('{"a" 1}', "E209", "no colon follows the key `a`", '"a"'),
        ('{"a": 1 "b": 2}', "E209", '`"` stands where a comma or `}` belongs', '"'),
        ('{"a": "say "no" now"}', "E209", "`n` stands where a comma or `}` belongs", "n"),
        ('{"a": 1', "E209", "`{` is never closed", "{"),
        ('{"a": [1', "E209", "`[` is never closed", "["),
        ('{"a":', "E209", "`{` is never closed", "{"),
        ('{"a": 1,', "E209", "`{` is never closed", "{"),
        ("{", "E209", "`{` is never closed", "{"),
        ('{"a": "b', "E209", "this quotation mark is never closed", '"'),
        ('{"a": "\\q"}', "E209", "a backslash begins an escape that does not exist", "\\q"),
        ('{"a": "\\ud83d"}', "E209", "this text holds U+D83D, which is half a character", '"\\ud83d"'),
        ('{"a": 1, "b": 2, "a": 3}', "E205", "`a` is written twice", '"a"'),
        ('{"a": null, "a": 3}', "E205", "`a` is written twice", '"a"'),
        ('{"a": "x\\u0000y"}', "E218", "this text holds the control character U+0000", '"x\\u0000y"'),
        ('{"a": "x\x1b[1my"}', "E218", "this text holds the control character U+001B", '"x\x1b[1my"'),
    ],
)
def test_a_mistake_is_told_where_it_stands(text: str, code: str, message: str, at: str) -> None:
    _, (problem,) = read_json(Source("x.jsonl", text))
    assert (problem.code, problem.message) == (code, message)
    assert problem.help
    assert problem.primary is not None
    assert text[problem.primary.span.start : problem.primary.span.end] == at


def test_of_a_key_written_twice_the_first_stands() -> None:
    node, problems = read_json(Source("x.jsonl", '{"a": 1, "a": 2}'))
    assert node is not None
    assert plain(node) == {"a": "1"}
    assert problems[0].related[0].span == Span(1, 4)


def test_depth_is_bounded() -> None:
    deepest = "[" * MAX_DEPTH + "1" + "]" * MAX_DEPTH
    assert read_json(Source("x.jsonl", deepest))[1] == []
    for deeper in (f"[{deepest}]", "[" * 100_000, '{"a":' * 100_000):
        node, (problem,) = read_json(Source("x.jsonl", deeper))
        assert node is None
        assert problem.code == "E206"


@pytest.mark.parametrize("written", ['"{}"', "1{}"], ids=["text", "number"])
def test_length_is_bounded(written: str) -> None:
    text = f'{{"a": {written.format("0" * MAX_SCALAR)}, "b": "c"}}'
    node, problems = read_json(Source("x.jsonl", text))
    assert [it.code for it in problems] == ([] if written.startswith('"') else ["E206"])
    assert isinstance(node, Mapping)
    assert node.text("b") == "c"
    _, (problem,) = read_json(Source("x.jsonl", f'{{"a": {written.format("0" * (MAX_SCALAR + 1))}}}'))
    assert problem.code == "E206"


def test_words_inside_a_value_are_found_in_the_line() -> None:
    source = Source("x.jsonl", '{"before": "é東𝄞", "value": "nearly 40 persent", "other": "a\\u0020b"}')
    node, _ = read_json(source)
    assert isinstance(node, Mapping)
    value, other = node.get("value"), node.get("other")
    assert isinstance(value, Scalar)
    assert isinstance(other, Scalar)
    at = value.within(source, 10, 17)
    assert source.text[at.start : at.end] == "persent"
    assert other.within(source, 0, 1) == other.span  # an escape: the whole value


# --- Laws ------------------------------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8)
VALUES = st.recursive(
    TEXTS | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


def as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_text(it) for key, it in value.items()}
    if isinstance(value, list):
        return [as_text(it) for it in value]
    return value if isinstance(value, str) else json.dumps(value)


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for inner in node.items if isinstance(node, Listing) else ():
        yield from nodes(inner)
    for key, inner in node.entries.values() if isinstance(node, Mapping) else ():
        yield key
        yield from nodes(inner)


@given(VALUES, st.booleans(), st.sampled_from([None, 1]))
def test_what_json_writes_is_read(value: Any, ascii_only: bool, indent: int | None) -> None:
    assert parsed(json.dumps(value, ensure_ascii=ascii_only, indent=indent)) == as_text(value)


@given(VALUES)
def test_every_node_spans_the_json_it_was_read_from(value: Any) -> None:
    text = json.dumps(value)
    root, _ = read_json(Source("x.jsonl", text))
    assert root is not None
    for node in nodes(root):
        assert as_text(json.loads(text[node.span.start : node.span.end])) == plain(node)


@given(st.text(max_size=30) | st.text('{}[]":,\\ 1aent', max_size=30))
def test_any_text_is_read_or_told_as_python_would(text: str) -> None:
    node, problems = read_json(Source("x.jsonl", text))
    try:
        meant = json.loads(text, strict=False, parse_float=str, parse_int=str)  # a number is as it is written
    except json.JSONDecodeError:
        meant = None
        assert problems or node is None
    if node is not None and not problems:
        assert plain(node) == _without_null(as_text(meant))


def _without_null(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_null(it) for key, it in value.items() if it != "null"}
    if isinstance(value, list):
        return ["" if it == "null" else _without_null(it) for it in value]
    return value
