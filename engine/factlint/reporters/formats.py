"""The table of formats: each takes a report and gives a text. A new one is a new file and a line here."""

from __future__ import annotations

from collections.abc import Callable

from factlint.report import Report
from factlint.reporters import json_report, text

REPORTERS: dict[str, Callable[[Report], str]] = {
    "json": json_report.render,
    "text": text.render,
}
