"""The report as a page for reviewers who never see a terminal: one file, without network, without script, on paper too."""

from __future__ import annotations

from factlint.report import Report


def render(report: Report) -> str:
    """The whole page. The same report gives the same bytes."""
    from factlint.reporters.html.page import page

    return page(report)
