"""Text from outside in GitHub-flavoured Markdown: it shows as it is, and nothing in it comes to life.

No emphasis, link, image, heading, table cell or HTML; no mention, reference, autolink, emoji or formula, which GitHub
and GitLab look for in the text that Markdown has left over, where no backslash helps: a zero-width space takes them
apart. Everything else is a character reference, which means the same in Markdown and inside HTML such as `<summary>`.
"""

from __future__ import annotations

import html
import re

from factlint.diagnostics import printable

_APART = "&#8203;"

_RISKS = re.compile(
    r"""
      (?P<scheme>:(?=//))                   # http://…
    | (?P<www>\bwww(?=\.))
    | (?P<emoji>:(?=[\w+-]+:))              # :smile:
    | (?P<gh>\bGH(?=-\d))                   # GH-12
    | (?P<hash>\b[0-9a-f](?=[0-9a-f]{6,39}\b))   # a commit
    | (?P<dollar>\$)                        # $formula$
    | (?P<trigger>[@#!~%^&](?=\w))          # @name, GitLab's !12 ~label %milestone &epic
    | (?P<special>[\\`*_\[\]<>&|~#^!@])
    | (?P<marker>(?<=^)[-+=])               # a list, or the line under a heading
    | (?P<item>(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)]|(?<=^\d\d\d\d)[.)])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def words(text: str) -> str:
    """Text from outside as one line of plain words."""
    return _RISKS.sub(_harmless, printable(text).strip())


def code(text: str) -> str:
    """Text from outside in the type of code; what stands in it is looked at by nobody."""
    return f"<code>{words(text)}</code>"


def _harmless(found: re.Match[str]) -> str:
    char = found[0]
    match found.lastgroup:
        case "scheme" | "emoji" | "www" | "gh" | "hash":
            return f"{char}{_APART}"
        case "dollar":
            return "<span>&#36;</span>"  # GitHub's own advice for a sign that opens no formula
        case "trigger":
            return f"{_reference(char)}{_APART}"
        case _:
            return _reference(char)


def _reference(char: str) -> str:
    named = html.escape(char)
    return named if named != char else f"&#{ord(char)};"
