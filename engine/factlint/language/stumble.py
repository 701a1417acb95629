"""A place at which a statement could not be read on, and what may be said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lark import Token


@dataclass(frozen=True, slots=True)
class Stumble:
    """Where in a statement the parser stopped, the tokens it had taken, and the terminals it would have taken next."""

    at: int
    tokens: tuple[Token, ...]
    accepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A stumble with what the hints look at: the words at fault, the kinds of token before them, and what follows."""

    text: str
    at: int
    word: str
    kinds: tuple[str, ...]
    accepts: frozenset[str]
    tokens: tuple[Token, ...]

    @property
    def last(self) -> str:
        return self.kinds[-1] if self.kinds else ""

    @property
    def rest(self) -> str:
        return self.text[self.at :]

    @property
    def before(self) -> str:
        return self.text[: self.at]


@dataclass(frozen=True, slots=True)
class Hint:
    """What to say: `message` None leaves the general one; `span` (in the statement) None leaves the words at fault."""

    help: str
    message: str | None = None
    code: str = "E301"
    span: tuple[int, int] | None = None
