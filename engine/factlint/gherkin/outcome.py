"""What a check found, as the steps ask for it; every disappointed expectation shows the whole report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factlint.gherkin.expectation import ExpectationError, failed, folded, quote

if TYPE_CHECKING:
    from factlint.corpus.claim import Claim
    from factlint.diagnostics import Diagnostic
    from factlint.report import Report

JSON = dict[str, Any]

_UNLISTED = "W201"
_EVIDENCE = "evidence"


class Outcome:
    """A report, the rule that the steps speak of, and the part of its findings that they speak of."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.rule_name: str | None = None
        self.about: tuple[str, ...] = ()
        self.focus: JSON | None = None
        self.mistake: Diagnostic | None = None
        self._expected: list[Diagnostic] = []

    @cached_property
    def data(self) -> JSON:
        """The report as it is given to programs."""
        from factlint.reporters.json_report import as_json

        return as_json(self.report)

    @property
    def mistakes(self) -> list[Diagnostic]:
        """What was wrong or looks wrong. That no list of a vocabulary holds the names of a scenario is neither."""
        return [it for it in self.report.diagnostics if it.code != _UNLISTED]

    # --- Saying no ---

    def expect(self, condition: object, expectation: str) -> None:
        __tracebackhide__ = True
        if not condition:
            raise self.failure(expectation)

    def failure(self, expectation: str) -> ExpectationError:
        """What ends the scenario: what was expected, then all that was found."""
        from factlint.reporters.diagnostics import in_order
        from factlint.reporters.diagnostics import render as shown
        from factlint.reporters.text import render

        mistakes = "".join(f"{shown(it)}\n" for it in in_order(self.mistakes))
        return failed(expectation, f"the report:\n\n{mistakes}{render(self.report)}")

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
            raise self.failure(self._no_rule())
        raise self.failure(
            f'to be told which of {len(rules)} rules is meant, by a step such as: the rule "NAME" is satisfied'
        )

    def _no_rule(self) -> str:
        if self.rule_name == _EVIDENCE:
            return 'the rule "evidence", which is not judged beside a rule in a sentence; give the rule in a rule file'
        if self.rule_name is None:
            return "a rule, and it was refused or is not there"
        named = [it["rule"] for it in self.own_rules]
        return f"a rule “{self.rule_name}”, and it was refused or is not there; rules here: {quote(named)}"

    def speak_of(self, rule: str | None, *about: str) -> None:
        """From here on, `the rule`, `it` and `the finding` are this rule's, all of `about` in the group's key."""
        __tracebackhide__ = True
        self.rule_name = rule if rule is not None else self.rule_name
        self.about = about
        self.focus = None
        for value in about:
            self.known(value)

    def known(self, value: str) -> None:
        """A value that no claim has would make `no finding on it` true for the wrong reason."""
        __tracebackhide__ = True
        said = {found.casefold() for claim in self.report.claims for found in _values_of(claim)}
        self.expect(value.casefold() in said, f"claims that have “{value}” as subject, property, qualifier or outlet")

    @property
    def own_rules(self) -> list[JSON]:
        """The rules given, without the built-in one on quotes."""
        return [it for it in self.data["rules"] if it["file"] is not None]

    # --- Findings ---

    @property
    def own_findings(self) -> list[JSON]:
        """Those of the rules given."""
        own = {it["rule"] for it in self.own_rules}
        return [it for it in self.data["findings"] if it["rule"] in own]

    @property
    def findings(self) -> list[JSON]:
        """Those of the rule, on the group that the steps speak of; of all rules where none of several has been named."""
        __tracebackhide__ = True
        self.no_unexpected_mistake()
        if self.rule_name is None and len(self.own_rules) > 1:
            found = self.own_findings
        else:
            name = self.rule["rule"]
            found = [it for it in self.data["findings"] if it["rule"] == name]
        return [it for it in found if all(has_value(it, value) for value in self.about)]

    @property
    def finding(self) -> JSON:
        """The one finding that is meant: the one that a step has singled out, else the only one."""
        __tracebackhide__ = True
        if self.focus is not None:
            return self.focus
        found = self.findings
        if len(found) != 1:
            how = "one finding" if not found else f"to be told which of {len(found)} findings is meant"
            raise self.failure(f'{how}, by a step such as: the rule is violated for "North Terminal"')
        return found[0]

    def single_out(self, findings: Sequence[JSON]) -> None:
        """From here on, `the finding` is this one; where there are several, the steps have still to say which."""
        self.focus = findings[0] if len(findings) == 1 else None

    def claim(self, id_: str) -> Claim:
        __tracebackhide__ = True
        for claim in self.report.claims:
            if claim.id == id_:
                return claim
        raise self.failure(f"a claim “{id_}” in the corpus")

    def of(self, outlet: str) -> list[str]:
        """The ids of an outlet's claims."""
        __tracebackhide__ = True
        found = [it.id for it in self.report.claims if it.document.outlet and it.document.outlet.name == outlet]
        self.expect(found, f"claims of an outlet “{outlet}” in the corpus")
        return found

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

    def opposing(self, one: str, other: str) -> list[JSON]:
        """The findings in which these claims stand in two camps."""
        return [it for it in self.findings if _opposed(it, one, other)]

    # --- Mistakes ---

    def expect_mistake(self, code: str | None, words: str | None) -> None:
        """A mistake or warning of this code, if one is given, at these words, if any are."""
        __tracebackhide__ = True
        name = f"the mistake {code}" if code else "a mistake"
        alike = [it for it in self.mistakes if code is None] or [
            it for it in self.report.diagnostics if it.code == code
        ]
        self.expect(alike, name)
        if words is not None:
            at = [(folded(_words_at(it)), it) for it in alike]
            self.expect(
                any(_are(words, found) for found, _it in at),
                f"{name} at “{words}”, not at {quote(dict.fromkeys(found for found, _it in at))}",
            )
            alike = [next(it for found, it in at if _are(words, found))]
        self._expected += alike
        self.mistake = alike[0]


def _opposed(finding: JSON, one: str, other: str) -> bool:
    return any(
        one in left["claims"] and other in right["claims"]
        for left in finding["camps"]
        for right in finding["camps"]
        if left is not right
    )


def has_value(finding: JSON, value: str) -> bool:
    return value.casefold() in {str(it).casefold() for it in finding["group"].values()}


def _are(words: str, found: str) -> bool:
    """The words of a step, with or without the quotation marks that JSON or a rule puts around them."""
    return folded(words) in {found, found.removeprefix('"').removesuffix('"')}


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
