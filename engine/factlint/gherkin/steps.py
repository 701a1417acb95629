"""The step library as a list: each step with its words, its meaning and an example. The manual is made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc
from typing import Literal, ParamSpec, TypeVar

import pytest_bdd

from factlint.gherkin.expressions import Expression

P = ParamSpec("P")
T = TypeVar("T")

Keyword = Literal["Given", "When", "Then"]


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its keyword, its expressions (several say the same), what it means, lines that use it, what it does."""

    keyword: Keyword
    expressions: tuple[Expression, ...]
    meaning: str
    example: str
    function: Callable[..., object]


STEPS: list[Step] = []
"""Every step, in the order in which the modules define them."""


def given(*expressions: str, example: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    return _step("Given", expressions, example)


def when(*expressions: str, example: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    return _step("When", expressions, example)


def then(*expressions: str, example: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    return _step("Then", expressions, example)


_DECORATORS = {"Given": pytest_bdd.given, "When": pytest_bdd.when, "Then": pytest_bdd.then}


def _step(keyword: Keyword, expressions: tuple[str, ...], example: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Make a function a step, found by pytest-bdd in the module that defines it, and list it; its docstring is the
    meaning.
    """

    def register(function: Callable[P, T]) -> Callable[P, T]:
        parsers = tuple(map(Expression, expressions))
        for parser in parsers:
            _DECORATORS[keyword](parser, stacklevel=2)(function)
        meaning = cleandoc(function.__doc__ or "")
        STEPS.append(Step(keyword, parsers, meaning, cleandoc(example), function))
        return function

    return register
