"""Messages, links and locations as SARIF spells them."""

from __future__ import annotations

from typing import Any

from factlint.diagnostics import Label, printable
from factlint.language.model import Severity
from factlint.reporters.places import Place, label_place, uri

JSON = dict[str, Any]

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}

BASES = {
    "%SRCROOT%": "the folder of factlint's configuration",
    "TEXTS": "the folder in which the texts of the documents are held",
}
"""What relative URIs are relative to; where these folders lie is the reader's machine's business."""


def plain(text: str) -> str:
    """Text from outside as a plain text message: braces doubled (3.11.5), and no embedded link (3.11.6).

    A link needs `](`; a space between takes it apart for every reader, also those that know no backslashes.
    """
    return printable(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def message(text: str) -> JSON:
    return {"text": plain(text)}


def link(text: str, target: int) -> str:
    """An embedded link to the location of that id."""
    shown = plain(text)
    for char in "\\[]":
        shown = shown.replace(char, f"\\{char}")
    return f"[{shown}]({target})"


def location(place: Place, *, base: str = "%SRCROOT%") -> JSON:
    artifact = {"uri": uri(place.file)}
    if not place.file.startswith("/"):
        artifact["uriBaseId"] = base
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.start,
        "charLength": None if place.start is None or place.end is None else place.end - place.start,
    }
    known = without_nothing(region)
    return {"physicalLocation": {"artifactLocation": artifact, **({"region": known} if known else {})}}


def label_location(label: Label) -> JSON | None:
    """A place that took part, with what is to be said of it; None where it is in no file."""
    place = label_place(label)
    if place is None:
        return None
    return {**location(place), **({"message": message(label.text)} if label.text else {})}


def without_nothing(record: JSON) -> JSON:
    """The record without its keys that have no value."""
    return {key: value for key, value in record.items() if value is not None}
