"""The grammar itself: free of conflicts, and in step with the tables that give its words a meaning."""

from __future__ import annotations

import logging

import lark
import pytest

from factlint.grammars import grammar_text
from factlint.quantities import hedges
from factlint.quantities.messages import QuantityError
from factlint.quantities.own_hedges import hedge_words
from factlint.quantities.parse import parse_written


def test_the_grammar_has_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger=lark.logger.name)
    lark.logger.propagate = True
    lark.Lark(grammar_text("quantity"), parser="lalr", lexer="contextual", start=["quantity", "rank"], debug=True)
    assert "conflict" not in caplog.text.lower()


@pytest.mark.parametrize("phrase", hedges.HEDGES)
def test_every_hedge_that_is_suggested_can_be_written(phrase: str) -> None:
    found = hedge_words(phrase)
    assert found is not None
    assert found.text == phrase


@pytest.mark.parametrize("phrase", sorted(set(hedges.EXAMPLES) - set(hedges.HEDGES)))
def test_every_other_word_that_is_suggested_can_be_written(phrase: str) -> None:
    tries = [phrase, f"5 {phrase}", f"{phrase} none", f"a {phrase}", f"{phrase} 5", f"{phrase} 5 and 6"]
    assert any(_reads(text) for text in tries)


def _reads(text: str) -> bool:
    try:
        parse_written(text)
    except QuantityError:
        return False
    return True


def test_a_missing_grammar_is_said() -> None:
    with pytest.raises(FileNotFoundError, match="missing from this installation"):
        grammar_text("no-such-grammar")
