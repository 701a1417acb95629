"""How the parsers cut a text into words: as Lark does, but without compiling what a run never looks at.

Lark joins the terminals that may follow at a state of the parser into one regular expression, for each state, before it
reads. A few rules pass through dozens of states, once or twice each, and compiling takes longer than the rest of a small
check. Here a terminal is compiled once, and tried one after the other in Lark's order; what is used often is joined.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any

from lark.lexer import BasicLexer, ContextualLexer, PatternStr, Scanner, UnlessCallback

if TYPE_CHECKING:
    from collections.abc import Callable

    from lark.common import LexerConf
    from lark.lexer import TerminalDef, Token
    from lark.utils import TextSlice

_KEYWORD = re.compile(r"([a-z]+)\(\?![^|]*\Z")
"""A word and what may not follow it, as `grammars` writes the keywords."""

OFTEN = 100
"""Matches at one state after which its terminals are joined: compiling them has paid by then."""


class LateLexer(ContextualLexer):
    """A contextual lexer that makes the lexer of a state when the parser is there for the first time."""

    def __init__(
        self, conf: LexerConf, states: dict[int, Collection[str]], always_accept: Collection[str] = ()
    ) -> None:
        self._conf = conf
        self._always = {*conf.ignore, *always_accept}
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._root: _Lexer | None = None
        self.lexers = _Lexers(self, states)

    def for_terminals(self, names: Collection[str]) -> _Lexer:
        conf = copy(self._conf)
        known = self._conf.terminals_by_name
        conf.terminals = [known[name] for name in {*names, *self._always} if name in known]
        conf.skip_validation = True
        return _Lexer(conf, self._compiled)

    @property
    def root_lexer(self) -> _Lexer:  # type: ignore[override] # an attribute there, of which only this is read
        if self._root is None:
            self._root = self.for_terminals(self._conf.terminals_by_name)
        return self._root


class _Lexers(dict[int, Any]):
    def __init__(self, lexer: LateLexer, states: Mapping[int, Collection[str]]) -> None:
        super().__init__()
        self._lexer = lexer
        self._states = states
        self._known: dict[frozenset[str], _Lexer] = {}

    def __missing__(self, state: int) -> _Lexer:
        names = frozenset(self._states[state])
        if names not in self._known:
            self._known[names] = self._lexer.for_terminals(names)
        self[state] = self._known[names]
        return self._known[names]


class _Lexer(BasicLexer):
    def __init__(self, conf: LexerConf, compiled: dict[str, re.Pattern[str]]) -> None:
        super().__init__(conf)
        self._compiled = compiled

    def _build_scanner(self) -> Scanner:
        options = (self.g_regex_flags, self.re, self.use_bytes)
        callbacks: dict[str, Callable[[Token], Token]] = {}
        embedded: set[str] = set()
        for terminal in self.terminals:
            words = self._also_matched(terminal)
            if words:
                callbacks[terminal.name] = UnlessCallback(Scanner(words, *options))  # type: ignore[no-untyped-call]
                embedded |= {it.name for it in words if set(it.pattern.flags) <= set(terminal.pattern.flags)}
        self.callback = callbacks
        return _OneByOne([it for it in self.terminals if it.name not in embedded], self._test, *options)

    def _also_matched(self, terminal: TerminalDef) -> list[TerminalDef]:
        """The words in quotes that an expression matches too: what it matched is such a word, then."""
        if isinstance(terminal.pattern, PatternStr):
            return []
        words = [it for it in self.terminals if isinstance(it.pattern, PatternStr) and it.priority == terminal.priority]
        return [it for it in words if self._matched(terminal, it.pattern.value, 0) == it.pattern.value]

    def _matched(self, terminal: TerminalDef, text: str, at: int) -> str | None:
        found = text.startswith(_beginning(terminal), at) and self._test(terminal)(text, at)
        return found.group() if found else None

    def _test(self, terminal: TerminalDef) -> Callable[..., re.Match[str] | None]:
        compiled = self._compiled.get(terminal.name)
        if compiled is None:
            compiled = self._compiled[terminal.name] = re.compile(terminal.pattern.to_regexp(), self.g_regex_flags)
        return compiled.match


class _OneByOne(Scanner):
    """Terminals in Lark's order; the first that matches has it. A word is looked for before its pattern is compiled."""

    def __init__(
        self,
        terminals: list[TerminalDef],
        test: Callable[[TerminalDef], Callable[..., re.Match[str] | None]],
        *options: Any,
    ) -> None:
        self._given = (terminals, *options)
        self._test = test
        self.allowed_types = {it.name for it in terminals}
        self._beginnings = [(_beginning(it), it) for it in terminals]
        self._used = 0
        self._joined: Scanner | None = None

    def match(self, text: TextSlice[str], pos: int) -> tuple[str, str] | None:
        if self._joined is not None:
            return self._joined.match(text, pos)  # type: ignore[no-any-return]
        self._used += 1
        if self._used == OFTEN:
            self._joined = Scanner(*self._given)  # type: ignore[no-untyped-call]
        for beginning, terminal in self._beginnings:
            if text.text.startswith(beginning, pos):
                found = self._test(terminal)(text.text, pos, text.end)
                if found:
                    return found.group(), terminal.name
        return None


def _beginning(terminal: TerminalDef) -> str:
    """What every match of a terminal begins with, as far as that is plain to see."""
    if terminal.pattern.flags:
        return ""
    if isinstance(terminal.pattern, PatternStr):
        return terminal.pattern.value
    found = _KEYWORD.match(terminal.pattern.value)
    return found[1] if found else ""
