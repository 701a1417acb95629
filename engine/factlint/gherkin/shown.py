"""A report of any format as its reader sees it: words without markup and escapes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from factlint.report import Report

_SILENT = {"script", "style"}
_INLINE = {"a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "time", "tspan"}
_ZERO_WIDTH = str.maketrans("", "", "\u200b\u2060\ufeff")


def shown(report: Report, name: str) -> str:
    """The words of the report in the format of this name."""
    from factlint.reporters.formats import REPORTERS

    text = REPORTERS[name](report)
    match name:
        case "json" | "sarif" | "annotations":
            return "\n".join(_of_json(json.loads(text)))
        case "html" | "markdown":  # what is text from outside stands in Markdown as character references
            return _Words.of(text)
        case "junit":
            return "\n".join(_of_xml(ET.fromstring(text)))  # noqa: S314 - a report of our own
        case "github":
            return unquote(text)
        case _:
            return text


def is_of(text: str, name: str) -> bool:
    """Is the text, all of it, a report of this format?"""
    match name:
        case "json" | "sarif" | "annotations":
            return _is_json(text, {"json": "rules", "sarif": "runs", "annotations": "@context"}[name])
        case "junit":
            return text.startswith("<?xml") and "<testsuites" in text
        case "html":
            return text.lower().startswith("<!doctype html>")
        case "markdown":
            return text.startswith("#")
        case "github":
            return all(line.startswith("::") for line in text.splitlines())
        case _:
            return "\nverdicts\n" in f"\n{text}"


def _is_json(text: str, key: str) -> bool:
    try:
        found = json.loads(text)
    except ValueError:
        return False
    return key in (found[0] if isinstance(found, list) and found else found)


def _of_json(value: Any) -> Iterator[str]:
    """Names and values, each with what it is called."""
    match value:
        case dict():
            for key, inner in value.items():
                if isinstance(inner, dict | list):
                    yield key
                    yield from _of_json(inner)
                else:
                    yield f"{key}: {_plain(inner)}"
        case list():
            for inner in value:
                yield from _of_json(inner)
        case _:
            yield _plain(value)


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _of_xml(element: ET.Element) -> Iterator[str]:
    yield from element.attrib.values()
    yield element.text or ""
    for child in element:
        yield from _of_xml(child)
        yield child.tail or ""


class _Words(HTMLParser):
    """The words of a page, a space where a block ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    @classmethod
    def of(cls, text: str) -> str:
        page = cls()
        page.feed(text)
        page.close()
        return "".join(page.parts).translate(_ZERO_WIDTH)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's
        self.silent += tag in _SILENT
        self._apart(tag)

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT
        self._apart(tag)

    def _apart(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)
