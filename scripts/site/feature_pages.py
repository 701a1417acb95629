"""A page for each feature: its scenarios with their last result, and what their checks found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factlint.reporters.html.markup import Html, join, tag
from scripts.site.checks import address, check_panel
from scripts.site.features import Examples, Feature, Row, Scenario, Step
from scripts.site.highlight import prose, text_of
from scripts.site.layout import Page
from scripts.site.markdown import data_table
from scripts.site.marks import mark, sign, tally
from scripts.site.places import Places, between
from scripts.site.record import Record
from scripts.site.results import Outcome, Result, Results, count, worst
from scripts.site.steps import Link, step_item

INDEX = "features/index.html"
THEMES = {
    "agreement": "Claims must agree",
    "reading": "How claims are read and compared",
    "single_claims": "Each claim by itself",
    "across_claims": "Several claims together",
    "sources": "Who stands behind a claim",
    "report": "What the report tells",
    "corpus": "The record of five articles",
}
"""Folders of features, in the order in which the index has them; those it does not name come last."""

_QUOTED = re.compile(r'"([^"]+)"')


@dataclass(frozen=True)
class FeaturePages:
    """Makes the pages; `mentions` of a rule or claim of the record are the scenarios that name it."""

    places: Places
    record: Record
    results: Results

    def page(self, feature: Feature) -> Page:
        here = self.places.address(feature.path)
        link = self._link(here, feature)
        scenarios = [self._scenario(it, here, link) for it in feature.scenarios]
        return Page(
            address=here,
            title=feature.name,
            kicker=tag("p", f"{theme(feature)} · ", _tags(here, feature.tags), class_="kicker"),
            standfirst=join(
                tag("p", prose(feature.description), class_="standfirst") if feature.description else None,
                tag("p", tally(count(feature.outcomes)), _day(self.results), class_="tally"),
            ),
            chapters=[(anchor(it), join(sign(worst(it.outcomes)), " ", it.name)) for it in feature.scenarios],
            body=join(self._background(feature, link), scenarios),
            above=INDEX,
        )

    def mentions(self, features: list[Feature]) -> dict[str, list[tuple[Feature, Scenario]]]:
        """For each rule and claim of the record, the scenarios on the record that name it."""
        found: dict[str, list[tuple[Feature, Scenario]]] = {}
        for feature in filter(on_the_record, features):
            for scenario in feature.scenarios:
                for name in sorted(named(scenario)):
                    found.setdefault(name, []).append((feature, scenario))
        return found

    def _background(self, feature: Feature, link: Link) -> Html | None:
        if not feature.background:
            return None
        steps = tag("ol", [step_item(it, link) for it in feature.background], class_="steps")
        return tag("section", tag("h2", "In every scenario"), steps, class_="scenario background")

    def _scenario(self, scenario: Scenario, here: str, link: Link) -> Html:
        result = None if scenario.examples else scenario.results[0]
        heading = tag("h2", scenario.name, id=anchor(scenario))
        tags = _tags(here, scenario.tags) if scenario.tags else None
        head = tag(
            "p",
            mark(worst(scenario.outcomes)) if result else tally(count(scenario.outcomes)),
            join(" · ", tags) if tags else None,
            class_="tally",
        )
        steps = [step_item(it, link, _outcome(it, result)) for it in scenario.steps]
        return tag(
            "section",
            tag("p", f"Rule: {scenario.rule}", class_="kicker") if scenario.rule else None,
            heading,
            head,
            tag("p", prose(scenario.description)) if scenario.description else None,
            tag("ol", steps, class_="steps"),
            self._after(result, scenario, here, link) if result else None,
            [self._examples(it, here, link) for it in scenario.examples],
            class_="scenario",
            aria_labelledby=anchor(scenario),
        )

    def _after(self, result: Result, scenario: Scenario, here: str, link: Link) -> Html:
        return join(
            _message(result),
            [check_panel(here, it, self.results, named(scenario), link, self.record) for it in result.reports],
        )

    def _examples(self, examples: Examples, here: str, link: Link) -> Html:
        head = ["result", *examples.header]
        rows = [
            [join(mark(row.result.outcome), _reports(row, here)), *(_linked(cell, link) for cell in row.cells)]
            for row in examples.rows
        ]
        failed = [_message(row.result) for row in examples.rows]
        return join(data_table(head, rows, caption=examples.name or "Examples"), failed)

    def _link(self, here: str, feature: Feature) -> Link:
        on_record = on_the_record(feature)

        def link(name: str) -> str | None:
            if on_record and name in self.record.rules:
                return self.record.rule_link(here, name, self.places)
            if on_record and name in self.record.claims:
                return self.record.claim_link(here, name, self.places)
            if re.fullmatch(r"[EW]\d{3}", name):
                return self._path_link(here, f"docs/codes/{name}.md")
            return self._path_link(here, name) if "/" in name else None

        return link

    def _path_link(self, here: str, path: str) -> str | None:
        inside = not Path(path).is_absolute() and ".." not in Path(path).parts
        return self.places.link(here, path) if inside and (self.places.root / path).exists() else None


def index_page(features: list[Feature], places: Places, results: Results) -> Page:
    """All features by theme, and by tag."""
    themes: dict[str, list[Feature]] = {}
    for feature in sorted(features, key=_order):
        themes.setdefault(theme(feature), []).append(feature)
    sections = [_theme(name, held, places) for name, held in themes.items()]
    tags = tag("dl", [_tag_entry(it, features, places) for it in all_tags(features)], class_="tags")
    chapters = [(_theme_id(it), it) for it in themes]
    outcomes = [outcome for feature in features for outcome in feature.outcomes]
    return Page(
        address=INDEX,
        title="What factlint promises",
        standfirst=join(
            tag(
                "p",
                "Each promise is a scenario: what is given, what is done, what must come of it. Every one of them is run, "
                "and stands here with its last result and with what was found.",
                class_="standfirst",
            ),
            tag("p", tally(count(outcomes)), _day(results), class_="tally"),
        ),
        chapters=[*chapters, ("tags", "By tag")],
        body=join(sections, tag("section", tag("h2", "By tag", id="tags"), tags)),
    )


def theme(feature: Feature) -> str:
    """The folder of a feature, in words."""
    folder = Path(feature.path).parent.name
    return THEMES.get(folder, folder.replace("_", " ").capitalize())


def anchor(scenario: Scenario) -> str:
    """The identifier of a scenario: its line, as other tools have it."""
    return f"line-{scenario.line}"


def all_tags(features: list[Feature]) -> list[str]:
    found = {name for feature in features for name in feature.tags}
    return sorted(found | {name for feature in features for scenario in feature.scenarios for name in scenario.tags})


def on_the_record(feature: Feature) -> bool:
    """Whether a feature speaks of the project's own rules and claims."""
    return any(step.words.endswith("of the project") for step in feature.steps)


def named(scenario: Scenario) -> set[str]:
    """What stands in quotation marks in a scenario, and in its examples."""
    words = {name for step in scenario.steps for name in _QUOTED.findall(step.words)}
    return words | {cell for table in scenario.examples for row in table.rows for cell in row.cells}


def mention_links(page: str, found: list[tuple[Feature, Scenario]], places: Places) -> Iterator[Html]:
    """Links to scenarios."""
    for feature, scenario in found:
        target = places.link(page, feature.path, anchor(scenario))
        yield tag("li", sign(worst(scenario.outcomes)), " ", tag("a", scenario.name, href=target))


def _outcome(step: Step, result: Result | None) -> Outcome | None:
    if result is None or result.step is None or step.line < result.step:
        return None
    return "failed" if step.line == result.step else "not run"


def _message(result: Result) -> Html | None:
    if result.message is None:
        return None
    return tag(
        "div",
        tag("p", "Why it failed", class_="label"),
        tag("pre", text_of(result.message), tabindex=0),
        class_="failure",
    )


def _reports(row: Row, here: str) -> Html | None:
    links = [tag("a", "report", href=between(here, address(it))) for it in row.result.reports]
    return join([join(" ", it) for it in links]) if links else None


def _linked(cell: str, link: Callable[[str], str | None]) -> Html | str:
    target = link(cell)
    return tag("a", text_of(cell), href=target) if target else cell


def _tags(here: str, tags: tuple[str, ...]) -> Html:
    links = [tag("a", f"@{it}", href=between(here, INDEX) + f"#tag-{it}") for it in tags]
    return join([it if at == 0 else join(" ", it) for at, it in enumerate(links)])


def _day(results: Results) -> Html | None:
    return tag("span", f" · run on {results.day.isoformat()}", class_="when") if results.day else None


def _order(feature: Feature) -> tuple[int, str]:
    folder = Path(feature.path).parent.name
    return [*THEMES, folder].index(folder), feature.path


def _theme_id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _theme(name: str, features: list[Feature], places: Places) -> Html:
    entries = [
        tag(
            "li",
            tag("h3", tag("a", it.name, href=places.link(INDEX, it.path))),
            tag("p", prose(it.description)) if it.description else None,
            tag("p", tally(count(it.outcomes)), class_="tally"),
        )
        for it in features
    ]
    return tag("section", tag("h2", name, id=_theme_id(name)), tag("ul", entries, class_="cards"))


def _tag_entry(name: str, features: list[Feature], places: Places) -> Html:
    """Features and single scenarios that have a tag."""
    links = [(it.name, places.link(INDEX, it.path)) for it in features if name in it.tags]
    links += [
        (scenario.name, places.link(INDEX, feature.path, anchor(scenario)))
        for feature in features
        for scenario in feature.scenarios
        if name in scenario.tags
    ]
    items = [tag("li", tag("a", words, href=link)) for words, link in links]
    return join(tag("dt", f"@{name}", id=f"tag-{name}"), tag("dd", tag("ul", items)))
