"""Random walks through a grammar of Lark: texts that follow it, whatever it says today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from random import Random

from lark import Lark, Token, UnexpectedInput
from lark.grammar import NonTerminal, Rule, Symbol, Terminal


class Walker:
    """Walks from any production; `texts` says what may be written for each terminal. One without is never entered."""

    def __init__(self, rules: Sequence[Rule], texts: Mapping[str, Sequence[str]]) -> None:
        self._texts = texts
        self._rules: dict[str, list[Rule]] = {}
        for rule in rules:
            if all(symbol.name in texts for symbol in rule.expansion if isinstance(symbol, Terminal)):
                self._rules.setdefault(rule.origin.name, []).append(rule)
        self._depth: dict[str, int] = {}
        self._measure()
        self._starts = sorted(self._depth)

    def walk(self, random: Random) -> str:
        """The words of a random production, a space between each two."""
        return " ".join(self._words(NonTerminal(random.choice(self._starts)), random, random.randint(1, 8)))

    def _measure(self) -> None:
        """How deep the shallowest tree of each name is; a name that leads nowhere has none, and its rules go."""
        growing = True
        while growing:
            growing = False
            for origin, rules in self._rules.items():
                depths = [depth for rule in rules if (depth := self._depth_of(rule)) is not None]
                if depths and min(depths) + 1 < self._depth.get(origin, 1 << 30):
                    self._depth[origin] = min(depths) + 1
                    growing = True
        self._rules = {
            origin: [rule for rule in rules if self._depth_of(rule) is not None]
            for origin, rules in self._rules.items()
        }

    def _depth_of(self, rule: Rule) -> int | None:
        depths = [self._depth.get(it.name) if isinstance(it, NonTerminal) else 0 for it in rule.expansion]
        return None if None in depths else max([0, *(it for it in depths if it is not None)])

    def _words(self, symbol: Symbol, random: Random, budget: int) -> list[str]:
        if isinstance(symbol, Terminal):
            return [random.choice(self._texts[symbol.name])]
        options = self._rules[symbol.name]
        if budget <= 0:
            least = min(self._depth_of(rule) or 0 for rule in options)
            options = [rule for rule in options if (self._depth_of(rule) or 0) == least]
        return [word for inner in random.choice(options).expansion for word in self._words(inner, random, budget - 1)]


def spellings(parser: Lark, start: str, texts: Iterable[str]) -> dict[str, list[str]]:
    """What these texts write for each terminal, as far as the parser gets in each."""
    found: dict[str, dict[str, None]] = {}
    for text in texts:
        interactive = parser.parse_interactive(text, start=start)
        try:
            for token in interactive.iter_parse():
                assert isinstance(token, Token)
                found.setdefault(token.type, {})[str(token)] = None
        except UnexpectedInput:
            continue
    return {terminal: list(words) for terminal, words in found.items()}
