"""YAML to nodes: every scalar the text it is written as, every node where it stands, every trap refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.corpus.yaml_nodes import MAX_DEPTH, MAX_SCALAR, Listing, Mapping, Scalar, plain, read_yaml
from factlint.source import Source


def parsed(text: str) -> object:
    node, problems = read_yaml(Source("x.yaml", text), "E2")
    assert problems == []
    assert node is not None
    return plain(node)


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "null", "~", "4.40", "12:30", "010", "1_000", "0x1F", "2025-03-04", "1e3", ".5", "-5", "=", "<<"],
)
def test_every_scalar_stays_the_text_it_is_written_as(written: str) -> None:
    assert parsed(f"value: {written}") == {"value": written}


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("a: {b: c, d: [e, f]}", {"a": {"b": "c", "d": ["e", "f"]}}),
        ("a: 'it''s'", {"a": "it's"}),
        ('a: "tab\\tand \\u00e9"', {"a": "tab\tand é"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: two\n  lines", {"a": "two lines"}),
        ("a:\n- b\n- c: d", {"a": ["b", {"c": "d"}]}),
        ("a: Port Authority < duty officer # why", {"a": "Port Authority < duty officer"}),
        ("a:\r\n  b: c\r\n", {"a": {"b": "c"}}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("a: !!str 5", {"a": "5"}),
        ("a:", {"a": ""}),
    ],
)
def test_every_style_of_yaml_is_read(text: str, meaning: object) -> None:
    assert parsed(text) == meaning


def scalar(text: str, key: str) -> tuple[Source, Scalar]:
    source = Source("x.yaml", text)
    node, _ = read_yaml(source, "E2")
    assert isinstance(node, Mapping)
    found = node.get(key)
    assert isinstance(found, Scalar)
    return source, found


@pytest.mark.parametrize(
    "text",
    [
        "value: nearly 40 persent",
        'value: "nearly 40 persent"',
        "value: 'nearly 40 persent'  # quoted",
        "{before: é東𝄞, value: nearly 40 persent}",
        "before: 東京𝄞\nvalue: nearly 40 persent",
        'before: "\ufeff and \u2028 count as characters"\nvalue: nearly 40 persent',
    ],
)
def test_words_inside_a_value_are_found_in_the_file(text: str) -> None:
    source, value = scalar(text, "value")
    start = value.text.index("persent")
    at = value.within(source, start, start + 7)
    assert text[at.start : at.end] == "persent"


@pytest.mark.parametrize(
    "text", ['value: "a\\u0020b"', "value: it\n  goes on", "value: 'it''s'", "value: >\n  folded\n"]
)
def test_where_characters_are_folded_the_whole_value_is_pointed_at(text: str) -> None:
    source, value = scalar(text, "value")
    assert value.within(source, 0, 2) == value.span


def test_a_mapping_covers_its_entries_and_no_space_behind() -> None:
    source = Source("x.yaml", "claims:\n  - id: x\n    note: y\n\n  - id: z\n")
    node, _ = read_yaml(source, "E2")
    assert isinstance(node, Mapping)
    claims = node.get("claims")
    assert isinstance(claims, Listing)
    first = claims.items[0].span
    assert source.text[first.start : first.end] == "id: x\n    note: y"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x b\nc: *x", "E204"),
        ("a: !!python/object/apply:os.system [ls]", "E204"),
        ("a: !own b", "E204"),
        ("a: b\n---\nc: d", "E204"),
        ("? [a]\n: b", "E204"),
        ("a: b\na: c", "E205"),
        ("a: " + "[" * 200_000, "E206"),
        ("a: " + "{b: " * 200_000, "E206"),
        ("- " * 50_000, "E206"),
        ("a: " + "x" * 10_000_000, "E206"),
        ('a: "\\x1b[31m"', "E218"),
        ('a: "\\0"', "E218"),
        ("a: \x1b[31m", "E202"),
        ("a: \x00", "E202"),
        ("a: b: c", "E203"),
        ("a:\n\tb: c", "E203"),
        ("\ta: b", "E203"),
        ("a: [b", "E203"),
        ("a: 'it's'", "E203"),
        ("%YAML 7.7\n---\na: b", "E203"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_claims_may_not_use_is_refused(text: str, code: str) -> None:
    _, problems = read_yaml(Source("x.yaml", text), "E2")
    assert code in {problem.code for problem in problems}
    assert all(problem.help for problem in problems)


def test_a_vocabularys_mistakes_have_codes_of_their_own() -> None:
    _, problems = read_yaml(Source("vocabulary.yaml", "a: b\na: c"), "E4")
    assert [problem.code for problem in problems] == ["E405"]


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    node, problems = read_yaml(Source("x.yaml", bomb), "E2")
    assert isinstance(node, Mapping)
    assert {problem.code for problem in problems} == {"E204"}


def test_all_of_them_in_one_run() -> None:
    _, problems = read_yaml(Source("x.yaml", "a: &x b\nc: *x\nd: !t e\nd: f\n"), "E2")
    assert [problem.where[1] for problem in problems] == [1, 2, 3, 4]


def test_depth_and_length_that_claims_need_are_free() -> None:
    assert parsed("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1))
    assert parsed("a: " + "x" * MAX_SCALAR)


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_no_text_raises(text: str) -> None:
    source = Source("x.yaml", text)
    node, problems = read_yaml(source, "E2")
    assert node is None or node.span.end <= len(text)
    for problem in problems:
        assert problem.primary is not None
        assert 0 <= problem.primary.span.start <= len(text)


_YAML_BITS = st.lists(
    st.sampled_from(
        [
            "a",
            ": ",
            "- ",
            "\n",
            "  ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "'",
            '"',
            "|",
            ">",
            "&x",
            "*x",
            "!t",
            "#",
            "?",
            "%",
            "\t",
            "---",
        ]
    )
)


@given(_YAML_BITS)
def test_no_mixture_of_signs_raises(bits: list[str]) -> None:
    source = Source("x.yaml", "".join(bits))
    node, problems = read_yaml(source, "E2")
    assert all(problem.help and problem.message and problem.primary for problem in problems)
    assert node is None or plain(node) is not None
