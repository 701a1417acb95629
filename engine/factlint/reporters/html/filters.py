"""The form that narrows the page down. It is hidden until the script, without which it would do nothing, shows it."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.report import Report
from factlint.reporters.html.index import Index
from factlint.reporters.html.markup import Html, tag
from factlint.reporters.html.words import VERDICTS


def filter_form(report: Report, index: Index) -> Html | None:
    if not report.results:
        return None
    verdicts = [(key, words) for key, words in VERDICTS.items() if report.verdicts[key]]
    held = {verdict for verdict, _words in verdicts}
    # A rule that is violated may have findings that are undetermined, or accepted.
    for finding in report.findings:
        own = "accepted" if finding.accepted else finding.verdict
        if own not in held:
            held.add(own)
            verdicts.append((own, VERDICTS[own]))
    rules = [(short, name) for name, short in index.rules.items()]
    outlets = [(short, name) for name, short in index.outlets.items()]
    return tag(
        "form",
        _select("verdict", "Verdict", "Every verdict", verdicts),
        _select("rule", "Rule", "Every rule", rules),
        _select("outlet", "Outlet", "Every outlet", outlets) if outlets else None,
        tag("button", "Show all", type="reset"),
        tag("p", class_="shown", role="status"),
        class_="filters",
        aria_label="Show only",
        hidden=True,
    )


def _select(name: str, label: str, all_of_them: str, options: Sequence[tuple[str, str]]) -> Html:
    choices = [tag("option", words, value=value) for value, words in (("", all_of_them), *options)]
    return tag("label", tag("span", label), tag("select", choices, name_=name))
