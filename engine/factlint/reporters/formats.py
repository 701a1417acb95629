"""The table of formats: each takes a report and gives a text. A new one is a new file and a line here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from factlint.report import Report

Render = Callable[[Report], str]


def _in(module: str) -> Render:
    """The `render` of a module beside this one, imported when it is called: a run pays for the formats it writes."""

    def render(report: Report) -> str:
        return cast("Render", import_module(f"factlint.reporters.{module}").render)(report)

    return render


REPORTERS: dict[str, Render] = {
    "annotations": _in("annotations"),
    "github": _in("github"),
    "html": _in("html"),
    "json": _in("json_report"),
    "junit": _in("junit"),
    "markdown": _in("markdown"),
    "sarif": _in("sarif"),
    "text": _in("text"),
}
