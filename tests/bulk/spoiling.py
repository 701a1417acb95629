"""What may happen to the bytes of a line: mostly a slip or two of somebody's hand, or of a program that writes JSON."""

from __future__ import annotations

import json
from random import Random
from typing import Any

_PIECES = [
    *(it.encode() for it in '"\\{}[],: \t\r\0\x7f\x85\u2028\ufeff.-10'),
    b"null", b"true", b"NaN", b"Infinity", b"e5", b"1.50", b"1e400", b"\\u00e9", b"\\u0000", b"\\n", b'""', b'": "',
    b'", "', b'"value": ', b'"quote": "x", ', b"\xff",
]  # fmt: skip
_VALUES: list[Any] = [
    None, True, 0, -0.0, 1.5, 2.0, 1e20, 1e-7, 12345678901234567890, "", "  ", "[x]", "{x}", "a\nb", "é", "x" * 300, [], {},
    ["a"], {"a": "b"}, {"product": "crude", "grade": "sour"},
]  # fmt: skip


def spoilt(line: bytes, chance: Random) -> bytes:
    """The line with pieces put in, taken out or exchanged, cut short, or with another value under one of its keys."""
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        at = chance.randint(0, len(line))
        match chance.choice(["in", "in", "out", "out", "for", "cut", "value", "value"]):
            case "in":
                line = line[:at] + chance.choice(_PIECES) + line[at:]
            case "out":
                line = line[:at] + line[at + chance.choice([1, 1, 1, 2, 5, 20]) :]
            case "for":
                line = line[:at] + chance.choice(_PIECES) + line[at + 1 :]
            case "cut":
                line = line[:at]
            case _:
                line = _with_another_value(line, chance)
    return line


def _with_another_value(line: bytes, chance: Random) -> bytes:
    try:
        found = json.loads(line)
    except ValueError:
        return line
    if not isinstance(found, dict) or not found:
        return line
    found[chance.choice(list(found))] = chance.choice(_VALUES)
    return json.dumps(found, ensure_ascii=chance.random() < 0.5).encode()
