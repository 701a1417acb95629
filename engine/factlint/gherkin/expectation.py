"""What a step that fails says, and how the words of a step are held against others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class ExpectationError(AssertionError):
    """What a step expects is not so: what that is, and below it what was found."""


def failed(expectation: str, found: str) -> ExpectationError:
    return ExpectationError(f"expected: {expectation}\n\n{found}")


def folded(text: str) -> str:
    """Without differences of white space."""
    return " ".join(text.split())


def holds(text: str | None, words: str) -> bool:
    return text is not None and folded(words) in folded(text)


def counted(number: int, noun: str) -> str:
    """`1 finding`, `2 findings`, `no findings`."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def quote(names: Iterable[str]) -> str:
    """Names for an expectation."""
    return " and ".join(f"“{name}”" for name in names) or "none"


def sets(lists: Iterable[Sequence[str]]) -> set[frozenset[str]]:
    return {frozenset(each) for each in lists}
