"""What a check of a scenario found, beside the scenario: the findings in their words, the claims with their quotes."""

from __future__ import annotations

from collections.abc import Collection

from factlint.reporters.html.markup import Html, join, tag
from scripts.site.places import between
from scripts.site.record import REPORT, Record
from scripts.site.results import JSON, Results, anchors
from scripts.site.steps import Link

FOLDER = "checks"
"""Where the reports of the scenarios are in the site."""

SHOWN = 12
"""Findings told beside a scenario; its report has the rest."""

_VERDICTS = {"not_applicable": "not applicable"}


def address(report: str) -> str:
    return f"{FOLDER}/{report}.html"


def check_panel(page: str, name: str, results: Results, named: Collection[str], link: Link, record: Record) -> Html:
    """The findings of a report on the rules named in the scenario, or where it names none, on all.

    A finding that the report on the record has too is linked there, where its quotes stand in their texts if these are held.
    """
    report = results.report(name)
    rules = {it["rule"] for it in report["rules"]}
    wanted = (rules & set(named)) or rules
    found = [
        (it, anchor) for it, anchor in zip(report["findings"], anchors(report), strict=True) if it["rule"] in wanted
    ]
    whole = between(page, address(name))
    in_record = {anchor for anchors in record.anchors.values() for anchor in anchors}
    items = [
        _finding(it, f"{between(page, REPORT) if anchor in in_record else whole}#{anchor}", link)
        for it, anchor in found[:SHOWN]
    ]
    if not found:
        items = [_verdict(it) for it in report["rules"] if it["rule"] in wanted and it["line"] is not None][:SHOWN]
    items += [_mistake(it, link) for it in report["diagnostics"] if it["severity"] == "error"][:SHOWN]
    return tag(
        "div",
        tag("p", "What the check found", class_="label"),
        tag("ul", items) if items else None,
        tag("p", tag("a", "The whole report", href=whole), f", exit status {report['exit']}", class_="note"),
        class_="check",
    )


def _finding(finding: JSON, target: str, link: Link) -> Html:
    standing = "accepted" if finding["accepted"] else finding["verdict"]
    rule = link(finding["rule"])
    return tag(
        "li",
        tag("span", standing, class_=f"verdict {standing}"),
        " ",
        join(tag("a", finding["rule"], href=rule), ": ") if rule else None,
        tag("a", finding["message"], href=target),
        _sides(finding, link),
    )


def _sides(finding: JSON, link: Link) -> Html:
    claims = {it["id"]: it for it in finding["claims"]}
    camps = [it["claims"] for it in finding["camps"]] or [list(claims)]
    rest = [it for it in claims if not any(it in camp for camp in camps)]
    items = [_claim(claims[it], link) for camp in camps for it in camp if it in claims]
    items += [_claim(claims[it], link) for it in rest]
    return tag("ul", items, class_="claims")


def _claim(claim: JSON, link: Link) -> Html:
    target = link(claim["id"])
    who = claim["outlet"] or claim["document"]
    spoken = f"{claim['speaker']}, in {who}" if claim["speaker"] else who
    return tag(
        "li",
        tag("a", claim["id"], href=target) if target else tag("b", claim["id"]),
        f" {spoken}: {claim['value']['text']}",
        tag("q", claim["quote"]) if claim["quote"] else None,
    )


def _verdict(rule: JSON) -> Html:
    verdict = _VERDICTS.get(rule["verdict"], rule["verdict"])
    groups, claims = rule["groups"], rule["claims"]
    judged = f"{groups} group{'s' * (groups != 1)}, {claims} claim{'s' * (claims != 1)} judged"
    return tag("li", tag("span", verdict, class_=f"verdict {rule['verdict']}"), f" {judged}")


def _mistake(diagnostic: JSON, link: Link) -> Html:
    target = link(diagnostic["code"])
    code = tag("a", diagnostic["code"], href=target) if target else diagnostic["code"]
    return tag("li", tag("span", "mistake", class_="verdict mistake"), " ", code, f": {diagnostic['message']}")
