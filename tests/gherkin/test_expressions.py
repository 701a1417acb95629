"""How steps are written down: the plural, alternatives, the kinds of values."""

from __future__ import annotations

from typing import Any

import pytest

from factlint.gherkin.expressions import KINDS, Expression


@pytest.mark.parametrize(
    ("expression", "text", "arguments"),
    [
        ("the claim(s)", "the claim", {}),
        ("the claim(s)", "the claims:", {}),  # a colon is the author's to set
        ("the claim(s)", "the claimss", None),
        ("there is/are {count} finding(s)", "there are no findings", {"count": 0}),
        ("there is/are {count} finding(s)", "there is 1 finding", {"count": 1}),
        ("there is/are {count} finding(s)", "there be 1 finding", None),
        ("the rule {text}", 'the rule "claims about "A" must agree"', {"text": 'claims about "A" must agree'}),
        ("the rule {name} is {verdict}", 'the rule "a" is not applicable', {"name": "a", "verdict": "not applicable"}),
        ("the rule {name} is {verdict}", 'the rule "a" is fine', None),
        ("the claims {names} agree", 'the claims "a", "b" and "c" agree', {"names": ["a", "b", "c"]}),
        ("the claims {names} agree", 'the claims "a", "b", and "c" agree', {"names": ["a", "b", "c"]}),
        ("the claims {names} agree", 'the claims "a" "b" agree', None),
        (
            "{names} stand(s) against {sides}",
            '"a" and "b" stand against "c" and "d", and against "e"',
            {"names": ["a", "b"], "sides": [["c", "d"], ["e"]]},
        ),
        ("by {amount}, where {amount2} is", "by 39.5 %, where 10 % is", {"amount": "39.5 %", "amount2": "10 %"}),
        ("by {amount}", "by 1.2 mn barrels/day", {"amount": "1.2 mn barrels/day"}),
        ("by {amount}", "by half a million barrels a day", {"amount": "half a million barrels a day"}),
        ("by {amount}", "by 1,200 hectares", {"amount": "1,200 hectares"}),
        ("by {amount}, where", 'by "much", where', None),
        ("it quotes {quote}", 'it quotes "a "b" c"', {"quote": 'a "b" c'}),
        ("it quotes {quote}", 'it quotes "a" from "b"', None),
        ("failing on {threshold}", "failing on warnings", {"threshold": "warning"}),
        ("failing on {threshold}", "failing on nothing", {"threshold": "never"}),
        ("the {format} report", "the JSON report", {"format": "json"}),
        ("only thanks to {why}", "only thanks to a hedge", {"why": "hedge"}),
        ("at {code}", "at E310", {"code": "E310"}),
        ("at {code}", "at X310", None),
        ("a.b (or not)", "axb ", None),  # what looks like a pattern is none
    ],
)
def test_expression(expression: str, text: str, arguments: dict[str, Any] | None) -> None:
    parser = Expression(expression)
    assert parser.is_matching(text) is (arguments is not None)
    assert parser.parse_arguments(text) == arguments


def test_every_kind_says_what_it_stands_for() -> None:
    assert all(kind.meaning and kind.pattern for kind in KINDS.values())
