"""JSON lines as regular expressions: those that are sound as far as one can tell, and those that certainly are.

A line is *certain* where its keys stand in the order in which most lines of the file have them, each once, and what is
under each can be read in one way alone. Nothing else has to be asked of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Any

from factlint.bulk.lines import Keys

Pairs = Sequence[tuple[str, Any]]

_CHARACTER = r'[^"\\\x00-\x1f\x7f-\x{9f}]'
_ESCAPE = r'\\["\\/nt]|\\u(?:00[a-fA-F][0-9a-fA-F]|0[1-9a-fA-F][0-9a-fA-F]{2}|[1-9a-cA-CefEF][0-9a-fA-F]{3}|[dD][0-7][0-9a-fA-F]{2})'
_TEXT = rf'"(?:{_CHARACTER}|{_ESCAPE})*"'
NUMBER = r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?"
_WHOLE = r"(?:0|[1-9][0-9]{0,14})"
_MEMBER = rf"{_TEXT} ?: ?(?:{_TEXT}|{NUMBER})"
OBJECT = rf"\{{ ?{_MEMBER}(?:, ?{_MEMBER})* ?\}}"
_LIST = rf"\[ ?{_TEXT}(?:, ?{_TEXT})* ?\]"

_SAMPLES = 64
_MANY = 16
"""Shapes of qualifiers: with more, the expression would be slower than what it spares."""
_LONGEST = 20_000
"""Characters of an expression; one that is far longer (names without end) is refused as too large."""

_PLAIN_KEY = r"[^\"\\\x00-\x1f\x7f-\x9f]+"
_PLAIN_TEXT = rf'"{_CHARACTER}+"'
_NO_JSON_TEXT = r'"[^"\\\x00-\x1f\x7f-\x{9f}\[{]' + rf'{_CHARACTER}*"'
_PLAIN_LIST = rf"\[{_PLAIN_TEXT}(?:, ?{_PLAIN_TEXT})*\]"
_AS_READ = r"-?(?:(?:[1-9][0-9]{0,8}|0)\.[0-9]{0,3}[1-9]|[1-9][0-9]{0,14})|0"
"""Numbers of which a reader of JSON keeps every digit."""


def plain(keys: Keys) -> str:
    """A regular expression: JSON with these keys alone, no deeper than they go."""
    flat = "|".join(re.escape(key) for key in keys.every if key not in keys.nested)
    deep = "|".join(re.escape(key) for key in keys.nested if key != "value")
    said = rf"{_TEXT}|{_WHOLE}|null"
    member = rf'"(?:{flat})" ?: ?(?:{said})|"(?:{deep})" ?: ?(?:{said}|{OBJECT}|{_LIST})'
    if "value" in keys.every:
        member += rf'|"value" ?: ?(?:{_TEXT}|{NUMBER}|true|false|null|{OBJECT}|{_LIST})'
    return rf"^\{{(?:{member})(?:, ?(?:{member}))*\}}\r?$"


def certain(data: bytes, keys: Keys) -> str | None:
    """A regular expression, made of some lines of the data: those of which nothing has to be asked. None where the lines
    have no order of keys in common.
    """
    records = list(_records(data))
    order = _order([[key for key, _ in record] for record in records])
    qualifiers = {tuple(key for key, _ in value) for it in records for key, value in it if key == "qualifiers"}
    if not set(keys.required) <= set(order) <= set(keys.every) or len(qualifiers) > _MANY:
        return None
    before: list[str] = []
    after: list[str] = []
    last = max(order.index(key) for key in keys.required)
    for at, key in enumerate(order):
        member = rf'"{re.escape(key)}" ?: ?(?:{_certain(key, keys, qualifiers)})'
        member = f"{member}, ?" if at < last else f", ?{member}" if at > last else member
        (before if at <= last else after).append(member if key in keys.required else f"(?:{member})?")
    shape = rf"^\{{{''.join(before)}{''.join(after)}\}}\r?$"
    return shape if len(shape) <= _LONGEST else None


def _certain(key: str, keys: Keys, qualifiers: Iterable[tuple[str, ...]]) -> str:
    """What may stand under a key."""
    match key:
        case "qualifiers":
            shapes = (
                ", ?".join(rf'"{re.escape(it)}" ?: ?{_PLAIN_TEXT}' for it in shape) for shape in sorted(qualifiers)
            )
            return "|".join(rf"\{{{shape}\}}" for shape in shapes)
        case "value":
            return f"{_NO_JSON_TEXT}|{_AS_READ}"
        case "via":
            return f"{_NO_JSON_TEXT}|{_PLAIN_LIST}"
        case _:
            return f"{_NO_JSON_TEXT if key in keys.nested else _PLAIN_TEXT}|{_WHOLE}"


def _records(data: bytes) -> Iterator[Pairs]:
    """Lines here and there that are objects, with no key twice, and with qualifiers that are."""
    for start in range(0, len(data), max(1, len(data) // _SAMPLES)):
        begin = data.find(b"\n", start) + 1
        try:
            found = json.loads(data[begin : data.find(b"\n", begin)], object_pairs_hook=list)
        except (ValueError, RecursionError):
            continue
        if _is_object(found) and all(_is_object(value) for key, value in found if key == "qualifiers"):
            yield found


def _is_object(value: object) -> bool:
    """Whether pairs are those of an object, each with a key of its own that needs no escape."""
    if not isinstance(value, list) or not value or not all(isinstance(it, tuple) for it in value):
        return False
    keys = [key for key, _ in value]
    return len(set(keys)) == len(keys) and all(re.fullmatch(_PLAIN_KEY, key) for key in keys)


def _order(seen: Sequence[Sequence[str]]) -> Sequence[str]:
    """All keys in an order that no record contradicts; none where there is no such order."""
    after: dict[str, set[str]] = {}
    for keys in seen:
        for before, key in pairwise(["", *keys]):
            after.setdefault(key, set()).add(before)
    try:
        return [key for key in TopologicalSorter(after).static_order() if key]
    except CycleError:
        return []
