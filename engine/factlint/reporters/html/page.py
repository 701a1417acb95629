"""The page as a whole: one file that asks the network for nothing, works without its script, and prints."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from factlint.report import Report
from factlint.reporters.html.back import diagnostics_section, documents_section, unjudged_section
from factlint.reporters.html.filters import filter_form
from factlint.reporters.html.findings import findings_section
from factlint.reporters.html.index import Index
from factlint.reporters.html.markup import Html, asset, join, tag
from factlint.reporters.html.overview import headline, masthead, verdicts_section
from factlint.version import VERSION

EXITS = {0: "nothing to report", 1: "findings", 2: "something in the input was wrong"}


def page(report: Report) -> str:
    index = Index(report)
    style, script = _asset("style.css"), _asset("filter.js")
    sections = [
        (title, anchor, section)
        for title, anchor, section in (
            ("What went wrong in reading", "diagnostics", diagnostics_section(report)),
            ("The verdicts", "verdicts", verdicts_section(report, index)),
            ("The findings", "findings", findings_section(report, index)),
            ("What could not be judged", "unjudged", unjudged_section(report)),
            ("The documents", "documents", documents_section(report)),
        )
        if section is not None
    ]
    contents = [tag("li", tag("a", title, href=f"#{anchor}")) for title, anchor, _section in sections]
    body = join(
        tag("a", "Skip to the findings", class_="skip", href="#findings"),
        masthead(report),
        tag("nav", tag("ul", contents), aria_label="Sections"),
        tag("main", filter_form(report, index), [section for _title, _anchor, section in sections]),
        _footer(report),
        asset("script", script),
    )
    document = tag("html", _head(report, style, script), tag("body", body), lang="en")
    return f"<!doctype html>\n{document}\n"


def _head(report: Report, style: str, script: str) -> Html:
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name_="color-scheme", content="light dark"),
        tag("meta", name_="referrer", content="no-referrer"),
        tag("meta", name_="generator", content=f"factlint {VERSION}"),
        tag("title", f"{headline(report)} – factlint"),
        # An icon of nothing: without one a browser asks the server for it.
        tag("link", rel="icon", href="data:,"),
        asset("style", style),
    )


def _footer(report: Report) -> Html:
    parts = [f"factlint {VERSION}", f"exit status {report.exit}: {EXITS[report.exit]}"]
    if report.today:
        parts.append(f"acceptances held against {report.today}")
    return tag("footer", tag("p", ". ".join(parts), "."), class_="colophon")


def _asset(name: str) -> str:
    return (files("factlint.reporters.html") / "assets" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
