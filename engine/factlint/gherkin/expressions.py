"""How a step is written down: words, `(s)` where the plural may follow, `is/are` where either may stand, `{id}`.

The forms are those of Cucumber expressions, which business readers of feature files know; the kinds of values are ours.
A colon at the end is the author's to set or leave.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pytest_bdd.parsers import StepParser

_QUOTED = r'"[^"]+"'
_MORE = r"(?:(?:, and |, | and )"
_WORD = r"(?:[^\s\",]|(?<=\d),(?=\d))+"


@dataclass(frozen=True, slots=True)
class Kind:
    """What may stand for a `{parameter}`: its pattern, what becomes of it, and how the manual describes it."""

    pattern: str
    read: Callable[[str], Any]
    meaning: str


def quoted(text: str) -> list[str]:
    """The names of a list: `"a", "b" and "c"`."""
    return re.findall(r'"([^"]+)"', text)


def _sides(text: str) -> list[list[str]]:
    return [quoted(side) for side in re.split(r"\bagainst\b", text)]


def _unquoted(text: str) -> str:
    return text[1:-1]


def _count(text: str) -> int:
    return 0 if text == "no" else int(text)


KINDS: dict[str, Kind] = {
    "text": Kind('".+?"', _unquoted, "words in quotation marks, which may hold further ones"),
    "name": Kind(_QUOTED, _unquoted, "a name in quotation marks"),
    "names": Kind(f"{_QUOTED}{_MORE}{_QUOTED})*", quoted, 'one or more of them: `"a", "b" and "c"`'),
    "sides": Kind(
        f"{_QUOTED}{_MORE}(?:against )?{_QUOTED})*", _sides, 'one or more lists: `"a" and "b", and against "c"`'
    ),
    "count": Kind(r"\d+|no", _count, "a whole number, or `no`"),
    "quote": Kind(
        '"(?:(?!" from ").)+"', _unquoted, "the words of a quote in quotation marks, which may hold further ones"
    ),
    "amount": Kind(
        f"{_WORD}(?: {_WORD}){{0,5}}?",
        str,
        "a number with its unit: `39.5 %`, `6 hours`, `half a million barrels a day`",
    ),
    "date": Kind(r"[\d-]+", str, "a day: `2025-10-27`"),
    "says": Kind("says|denies|expects", str, "says, denies or expects"),
    "format": Kind(
        "text|(?i:json|sarif|junit|github|markdown|annotations|html)",
        str.casefold,
        "text, JSON, SARIF, JUnit, GitHub, Markdown, annotations or HTML",
    ),
    "threshold": Kind(
        "(?:error|warning|info)s?|nothing",
        lambda text: {"nothing": "never"}.get(text, text.removesuffix("s")),
        "errors, warnings, infos or nothing",
    ),
    "code": Kind(r"[EW]\d{3}", str, "the code of a mistake: `E310`"),
    "verdict": Kind(
        "satisfied|violated|undetermined|accepted|not applicable",
        str,
        "satisfied, violated, undetermined, accepted or not applicable",
    ),
    "outcome": Kind("holds|fails", {"holds": "satisfied", "fails": "violated"}.__getitem__, "holds or fails"),
    "end": Kind("passes|fails", str, "passes or fails"),
    "severity": Kind("error|warning|info", str, "error, warning or info"),
    "age": Kind("known|new", str, "known or new"),
    "why": Kind("precision|a hedge|a range", lambda text: text.removeprefix("a "), "precision, a hedge or a range"),
    "key": Kind(r"\w[\w ]*", str, "a key of claims: subject, month, a qualifier …"),
    "status": Kind(
        "verified|inferred|unsupported|missing|ambiguous|text changed|not held|none",
        str,
        "verified, inferred, unsupported, missing, ambiguous, text changed, not held or none",
    ),
}
"""The kinds of values, by the name of the parameter; a digit may follow it (`{name2}`)."""

_TOKEN = re.compile(r"\{(?P<name>[a-z]+\d?)\}|\((?P<optional>[^)]+)\)|(?P<either>\w+(?:/\w+)+)")


class Expression(StepParser):
    """A step's words as a pattern; `name` is the expression as written."""

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(_pattern_of(self.name) + ":?")

    @property
    def kinds(self) -> list[str]:
        """The kinds of its parameters, in order."""
        return [found["name"].rstrip("0123456789") for found in _TOKEN.finditer(self.name) if found["name"]]

    def is_matching(self, name: str) -> bool:
        return self._pattern.fullmatch(name) is not None

    def parse_arguments(self, name: str) -> dict[str, Any] | None:
        found = self._pattern.fullmatch(name)
        if found is None:
            return None
        return {key: KINDS[key.rstrip("0123456789")].read(value) for key, value in found.groupdict().items()}


def _pattern_of(expression: str) -> str:
    parts = []
    end = 0
    for found in _TOKEN.finditer(expression):
        parts.append(re.escape(expression[end : found.start()]))
        end = found.end()
        if name := found["name"]:
            parts.append(f"(?P<{name}>{KINDS[name.rstrip('0123456789')].pattern})")
        elif optional := found["optional"]:
            parts.append(f"(?:{re.escape(optional)})?")
        else:
            parts.append(f"(?:{'|'.join(map(re.escape, found['either'].split('/')))})")
    parts.append(re.escape(expression[end:]))
    return "".join(parts)
