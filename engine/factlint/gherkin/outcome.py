"""What a check found, as the steps ask for it; every disappointed expectation shows the whole report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factlint.corpus.claim import Claim
    from factlint.diagnostics import Diagnostic
    from factlint.report import Report

JSON = dict[str, Any]

_NO_QUOTE = "W201"


class Outcome:
    """A report, the rule that the steps speak of, and the part of its findings that they speak of."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.rule_name: str | None = None
        self.about: str | None = None
        self.mistake: Diagnostic | None = None
        self._expected: list[Diagnostic] = []

    @cached_property
    def data(self) -> JSON:
        """The report as it is given to programs."""
        from factlint.reporters.json_report import as_json

        return as_json(self.report)

    @property
    def mistakes(self) -> list[Diagnostic]:
        """What was wrong or looks wrong. That claims made up for a scenario have no quote is neither."""
        return [it for it in self.report.diagnostics if it.code != _NO_QUOTE]

    # --- Saying no ---

    def expect(self, condition: object, expectation: str) -> None:
        __tracebackhide__ = True
        if not condition:
            raise self.failure(expectation)

    def failure(self, expectation: str) -> AssertionError:
        """What ends the scenario: what was expected, then all that was found."""
        from factlint.reporters.diagnostics import in_order
        from factlint.reporters.diagnostics import render as shown
        from factlint.reporters.text import render

        mistakes = "".join(f"{shown(it)}\n" for it in in_order(self.mistakes))
        return AssertionError(f"expected: {expectation}\n\nthe report:\n\n{mistakes}{render(self.report)}")

    def no_unexpected_mistake(self) -> None:
        """A claim or rule that was left out makes what is said of the others look better than it is."""
        __tracebackhide__ = True
        left = [it for it in self.report.diagnostics if it.severity == "error" and it not in self._expected]
        if left:
            raise self.failure(
                f"no mistake but those that the scenario names first, such as: the mistake {left[0].code} is reported"
            )

    # --- The rule ---

    @property
    def rule(self) -> JSON:
        """The rule that the steps speak of: the one named last, else the only one."""
        __tracebackhide__ = True
        self.no_unexpected_mistake()
        rules = [it for it in self.data["rules"] if it["file"] is not None or it["rule"] == self.rule_name]
        if self.rule_name is not None:
            rules = [it for it in rules if it["rule"] == self.rule_name]
        if len(rules) == 1:
            rule: JSON = rules[0]
            return rule
        if not rules:
            raise self.failure(f"a rule {self.rule_name or ''}".rstrip() + ", and it was refused or is not there")
        raise self.failure(
            f'to be told which of {len(rules)} rules is meant, by a step such as: the rule "NAME" is satisfied'
        )

    def speak_of(self, rule: str | None, about: str | None = None) -> None:
        """From here on, `the rule`, `it` and `the finding` are this rule's, `about` in the group's key."""
        __tracebackhide__ = True
        self.rule_name = rule if rule is not None else self.rule_name
        self.about = about
        if about is not None:
            self.known(about)

    def known(self, value: str) -> None:
        """A value that no claim has would make `no finding on it` true for the wrong reason."""
        __tracebackhide__ = True
        said = {found.casefold() for claim in self.report.claims for found in _values_of(claim)}
        self.expect(value.casefold() in said, f"claims that have “{value}” as subject, property, qualifier or outlet")

    # --- Findings ---

    @property
    def findings(self) -> list[JSON]:
        """Those of the rule, on the group that the steps speak of."""
        __tracebackhide__ = True
        name = self.rule["rule"]
        return [it for it in self.data["findings"] if it["rule"] == name and self._is_about(it)]

    def _is_about(self, finding: JSON) -> bool:
        return self.about is None or has_value(finding, self.about)

    @property
    def finding(self) -> JSON:
        """The one finding that is meant."""
        __tracebackhide__ = True
        found = self.findings
        if len(found) != 1:
            how = "one finding" if not found else f"to be told which of {len(found)} findings is meant"
            raise self.failure(f'{how}, by a step such as: the rule is violated for "North Terminal"')
        return found[0]

    def claim(self, id_: str) -> Claim:
        __tracebackhide__ = True
        for claim in self.report.claims:
            if claim.id == id_:
                return claim
        raise self.failure(f"a claim “{id_}” in the corpus")

    def entry(self, id_: str) -> JSON:
        """The claim as the finding shows it."""
        __tracebackhide__ = True
        self.claim(id_)
        for entry in self.finding["claims"]:
            if entry["id"] == id_:
                found: JSON = entry
                return found
        raise self.failure(f"the finding to name the claim “{id_}”")

    def side(self, id_: str) -> JSON:
        """The camp that holds a claim."""
        __tracebackhide__ = True
        self.claim(id_)
        for camp in self.finding["camps"]:
            if id_ in camp["claims"]:
                found: JSON = camp
                return found
        raise self.failure(f"the claim “{id_}” on one side of the finding")

    def opposed(self, one: str, other: str) -> bool:
        """Do these claims stand in two camps of a finding?"""
        return any(
            one in left["claims"] and other in right["claims"]
            for finding in self.findings
            for left in finding["camps"]
            for right in finding["camps"]
            if left is not right
        )

    # --- Mistakes ---

    def expect_mistake(self, code: str, words: str | None) -> None:
        __tracebackhide__ = True
        alike = [it for it in self.report.diagnostics if it.code == code]
        self.expect(alike, f"the mistake {code}")
        if words is not None:
            at = {folded(_words_at(it)): it for it in alike}
            self.expect(folded(words) in at, f"the mistake {code} at “{words}”, not at {quote(at)}")
            alike = [at[folded(words)]]
        self._expected += alike
        self.mistake = alike[0]


def folded(text: str) -> str:
    """Without differences of white space."""
    return " ".join(text.split())


def holds(text: str | None, words: str) -> bool:
    return text is not None and folded(words) in folded(text)


def quote(names: Iterable[str]) -> str:
    """Names for an expectation."""
    return " and ".join(f"“{name}”" for name in names) or "none"


def has_value(finding: JSON, value: str) -> bool:
    return value.casefold() in {str(it).casefold() for it in finding["group"].values()}


def sets(lists: Iterable[Sequence[str]]) -> set[frozenset[str]]:
    return {frozenset(each) for each in lists}


def _words_at(diagnostic: Diagnostic) -> str:
    label = diagnostic.primary
    return "" if label is None else label.source.text[label.span.start : label.span.end]


def _values_of(claim: Claim) -> Iterable[str]:
    yield from (claim.subject.name, claim.property.name, claim.id, claim.document.id)
    yield from (value.name for _key, value in claim.qualifiers)
    yield from (source.name for source in claim.sources)
    if claim.document.outlet:
        yield claim.document.outlet.name
    if claim.period:
        yield from _prefixes(claim.period.text)


def _prefixes(date: str) -> Iterable[str]:
    yield date
    yield from (date[:length] for length in (4, 7, 10) if len(date) > length)
