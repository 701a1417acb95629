"""Reports in all formats agree with the evaluation, and so with one another, on verdicts and counts."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.reporters.formats import REPORTERS
from tests.laws.formats import READERS, counted
from tests.laws.profile import law
from tests.laws.worlds import World, evaluations, read, report, told, worlds

limits = st.sampled_from([0, 1, 2, 50])


def test_each_format_is_read_back() -> None:
    assert {*READERS, "annotations"} == set(REPORTERS)


@law
@given(worlds(), limits)
def test_formats_agree_on_verdicts_and_counts(world: World, limit: int) -> None:
    made = report(world, limit=limit)
    expected = counted(made)
    for form, back in READERS.items():
        shown = back(REPORTERS[form](made))
        if shown.verdicts is not None:
            assert shown.verdicts == expected.verdicts, form
        if shown.findings is not None:
            missing = (expected.findings or Counter()) - shown.findings
            assert shown.findings <= (expected.findings or Counter()), form
            assert missing.total() == shown.more, form
        if shown.number is not None:
            assert shown.number == expected.number, form
        if shown.exit is not None:
            assert shown.exit == expected.exit, form


@law
@given(worlds(), limits)
def test_a_case_of_junit_fails_where_its_findings_make_the_run_fail(world: World, limit: int) -> None:
    made = report(world, limit=limit)
    failing = READERS["junit"](REPORTERS["junit"](made)).more
    assert failing == sum(it.accepted is None and it.severity == "error" for it in made.findings)


@law
@given(worlds())
def test_annotations_tell_of_each_finding_at_each_quote(world: World) -> None:
    made = report(world)
    items = json.loads(REPORTERS["annotations"](made))["first"]["items"]
    assert len(items) == sum(claim.quote is not None for claim in made.claims)
    assessed = Counter(
        body["value"].split(": ")[0] for it in items for body in it["body"] if body["purpose"] == "assessing"
    )
    assert assessed == Counter(
        finding.rule.name for finding in made.findings for entry in finding.entries if entry.claim.quote
    )


@law
@given(worlds())
def test_a_report_tells_what_was_evaluated(world: World) -> None:
    made = report(world)
    own = replace(made, results=tuple(it for it in made.results if not it.builtin))
    assert evaluations(read(world)) == (told(own.results),)


@pytest.mark.parametrize("form", sorted(READERS))
def test_a_reader_sees_what_is_missing(form: str) -> None:
    """A reading that never differed would compare nothing: without its last finding a report reads otherwise."""
    for seed in range(50):
        from tests.laws.worlds import world

        made = report(world(seed, range(seed, seed + 12), range(seed, seed + 10)))
        errors = [it for it in made.findings if it.severity == "error" and it.accepted is None]
        if not errors:
            continue
        results = tuple(
            replace(it, findings=tuple(found for found in it.findings if found is not errors[-1]))
            for it in made.results
        )
        whole, less = (READERS[form](REPORTERS[form](it)) for it in (made, replace(made, results=results)))
        assert whole != less
        return
    pytest.fail("no world has a finding")
