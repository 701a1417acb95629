"""Text from outside in GitHub-flavoured Markdown: it shows as it is, and nothing in it comes to life.

No emphasis, link, image, heading, table cell or HTML; no mention, reference, autolink, emoji or formula, which GitHub
and GitLab look for in the text that Markdown has left over, where no backslash helps: a zero-width space takes them
apart. Everything else is a character reference, which means the same in Markdown and inside HTML such as `<summary>`.
"""

from __future__ import annotations

import re

from factlint.diagnostics import printable

_APART = "&#8203;"
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

_RISKS = re.compile(
    r"""
      (?P<scheme>:(?=//))                   # http://…
    | (?P<www>\bwww(?=\.))
    | (?P<emoji>:(?=[\w+-]+:))              # :smile:
    | (?P<gh>\bGH(?=-\d))                   # GH and a number
    | (?P<hash>\b[0-9a-f]{7,40}\b)         # a commit
    | (?P<dollar>\$)                        # $formula$
    | (?P<trigger>[@#!~%^&](?=\w))          # @name, GitLab's !12 ~label %milestone &epic
    | (?P<special>[\\`*_\[\]<>&|~#^!@])
    | (?P<marker>^[-+=])                    # a list, or the line under a heading
    | (?P<item>^\d{1,9}[.)](?=\s|$))       # a numbered list
    """,
    re.VERBOSE | re.IGNORECASE,
)


def words(text: str) -> str:
    """Text from outside as one line of plain words."""
    return _RISKS.sub(_harmless, printable(text).strip())


def code(text: str) -> str:
    """Text from outside in the type of code: file names and the like, in which nobody looks for emoji."""
    shown = _RISKS.sub(lambda found: ":" if found.lastgroup == "emoji" else _harmless(found), printable(text).strip())
    return f"<code>{shown}</code>"


def _harmless(found: re.Match[str]) -> str:
    char = found[0]
    match found.lastgroup:
        case "scheme" | "emoji" | "www" | "gh":
            return f"{char}{_APART}"
        case "hash":  # six digits are too few for one
            return _APART.join(char[start : start + 6] for start in range(0, len(char), 6))
        case "dollar":
            return "<span>&#36;</span>"  # GitHub's own advice for a sign that opens no formula
        case "trigger":
            return f"{_reference(char)}{_APART}"
        case "item":
            return char[:-1] + _reference(char[-1])
        case _:
            return _reference(char)


def _reference(char: str) -> str:
    return _NAMED.get(char) or f"&#{ord(char)};"
