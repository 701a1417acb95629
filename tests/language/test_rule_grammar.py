"""The grammar itself: one meaning for each text, and the words that nobody may use as a name."""

from __future__ import annotations

import logging
import re

import pytest
from lark import Lark, logger

from factlint.grammars import grammar_text
from factlint.language.parse import grammar, parse_rules
from factlint.language.wording import KEYWORDS
from factlint.source import Source


def conflicts(text: str, caplog: pytest.LogCaptureFixture) -> list[str]:
    """What Lark resolves without a word unless it is asked: it shifts."""
    before = logger.level
    logger.addHandler(caplog.handler)
    logger.setLevel(logging.DEBUG)
    try:
        Lark(text, parser="lalr", lexer="contextual")
    finally:
        logger.setLevel(before)
        logger.removeHandler(caplog.handler)
    return [record.message for record in caplog.records if "onflict" in record.message]


def test_no_conflict_is_resolved_silently(caplog: pytest.LogCaptureFixture) -> None:
    assert conflicts(grammar_text("rules"), caplog) == []


def test_a_conflict_would_be_seen(caplog: pytest.LogCaptureFixture) -> None:
    dangling = 'start: "if" start | "if" start "else" start | "x"'
    assert conflicts(dangling, caplog)


def test_the_grammar_and_the_messages_know_the_same_keywords() -> None:
    name = re.search(r"^NAME: .*?\(\?!\(\?:([a-z|]+)\)", grammar_text("rules"), re.MULTILINE)
    assert name is not None
    assert frozenset(name[1].split("|")) == KEYWORDS


def test_the_parser_is_built_once() -> None:
    assert grammar() is grammar()


@pytest.mark.parametrize("keyword", sorted(KEYWORDS))
def test_a_name_that_holds_a_keyword_is_quoted(keyword: str) -> None:
    unquoted, _ = parse_rules(Source("a.rules", f"claims about oil {keyword} gas per subject must agree\n"))
    assert f"'oil {keyword}" not in repr(unquoted.statements)
    assert f"{keyword} gas'" not in repr(unquoted.statements)
    quoted, none = parse_rules(Source("a.rules", f'claims about "oil {keyword} gas" per subject must agree\n'))
    assert none == []
    assert len(quoted.statements) == 1


@pytest.mark.parametrize(
    "name",
    [
        "agree",
        "share",
        "median",
        "be",
        "at",
        "most",
        "value",
        "Bob's deal",
        "oil & gas",
        "D.C.",
        "Area 51",
        "in-flight",
        "Must",
        "Élysée",
    ],
)
def test_other_words_are_names(name: str) -> None:
    file, problems = parse_rules(Source("a.rules", f"claims about {name} must agree\n"))
    assert problems == []
    assert len(file.statements) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "rule changes claims must agree",
        "import volume claims must agree",
        "let prices claims must agree",
        "language skills claims must agree",
        "accept rate claims must be at most 5%",
        "accept must be at most 5%",
    ],
)
def test_words_of_the_margin_are_names_where_they_are_not_followed_by_what_they_need(sentence: str) -> None:
    file, problems = parse_rules(Source("a.rules", sentence))
    assert problems == []
    assert [type(statement).__name__ for statement in file.statements] == ["Rule"]
