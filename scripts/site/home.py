"""The first page."""

from __future__ import annotations

from factlint.assertions.words import count as counted
from factlint.reporters.html.markup import Html, join, tag
from scripts.site.feature_pages import INDEX
from scripts.site.features import Feature
from scripts.site.highlight import block
from scripts.site.layout import Page
from scripts.site.marks import tally
from scripts.site.record import REPORT, Record
from scripts.site.record_pages import CLAIMS, RULES
from scripts.site.results import count

_RULE = """\
rule export-share "One share of the oil exports":
    export share claims must agree within 10%
    because "Both articles speak of the same month."
"""


def home_page(features: list[Feature], record: Record) -> Page:
    report = record.report
    outcomes = [outcome for feature in features for outcome in feature.outcomes]
    claims, documents = counted(len(report.claims), "claim"), counted(len(report.documents), "document")
    doors = (
        (
            "Learn it",
            (("first-article.html", "Your first article", "ten minutes, from a text to a finding"),
             ("ci.html", "In CI", "a check on every change, and what to do with what is known")),
        ),
        (
            "Look it up",
            (("language.html", "The rule language", "every form, with claims, a rule and what comes of it"),
             ("quantities.html", "Quantities and dates", "what the words of a value mean"),
             ("corpus.html", "Claims and vocabulary", "how a record is written"),
             ("codes/index.html", "Codes", "each mistake, and how to mend it")),
        ),
        (
            "See what holds",
            ((INDEX, "Features and results", "each promise as a scenario that was run"),
             (REPORT, "The record", f"what {documents} disagree on"),
             (RULES, "Its rules", f"{counted(len(record.rules), 'rule')} with their verdicts"),
             (CLAIMS, "Its claims", f"{claims} with their words")),
        ),
    )  # fmt: skip
    return Page(
        address="index.html",
        title="factlint",
        heading=join("Rules for claims, checked against the sources that made them"),
        standfirst=tag(
            "p",
            "A newsroom keeps claims; an analyst writes rules about them. factlint holds the one against the other, and shows "
            "each violation with the words behind every claim. It never says who is wrong.",
            class_="standfirst",
        ),
        body=join(
            block(_RULE, "rules", label="A rule"),
            tag("p", "The features: ", tally(count(outcomes)), class_="tally"),
            tag("div", [_door(title, entries) for title, entries in doors], class_="doors"),
        ),
    )


def _door(title: str, entries: tuple[tuple[str, str, str], ...]) -> Html:
    links = [tag("li", tag("a", words, href=address), tag("span", f" {about}")) for address, words, about in entries]
    return tag("section", tag("h2", title), tag("ul", links))
