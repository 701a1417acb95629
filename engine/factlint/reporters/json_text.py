"""JSON for people and programs: readable, and nothing in it that a terminal or an editor would act on."""

from __future__ import annotations

import json
import re
from typing import Any

_ODD = re.compile(r"[^\n\x20-\x7e]")


def written(value: Any) -> str:
    """The value as JSON, ending in a newline.

    Letters of all languages stand as themselves; control and direction characters, odd spaces and the like as escapes,
    so that they are still in the data and harmless in the file. A lone surrogate, which no strict reader takes, becomes
    the replacement character.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    # Outside its strings JSON is ASCII, so an escape can only land in a string.
    return _ODD.sub(_escaped, text) + "\n"


def _escaped(found: re.Match[str]) -> str:
    char = found[0]
    if char.isprintable():
        return char
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        return "\\ufffd"
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
