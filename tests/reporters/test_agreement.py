"""All formats tell of the same findings and mistakes, and none lets text from outside act."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.arguments import FORMATS
from factlint.report import Report
from factlint.reporters import junit, sarif, text, wording
from factlint.reporters.formats import REPORTERS
from factlint.reporters.json_report import as_json
from factlint.reporters.json_text import written
from tests.reporters.conftest import Sample
from tests.reporters.samples import SAMPLES

EVERY = [*SAMPLES, "hostile"]
MACHINES = ["annotations", "github", "junit", "markdown", "sarif"]


def test_the_table_holds_every_format_of_the_call() -> None:
    assert set(REPORTERS) == set(FORMATS)


def told(report: Report) -> dict[str, int]:
    """How many findings each format tells of."""
    from factlint.reporters import github, markdown

    strict = len(wording.idle(report))
    cases = ET.fromstring(junit.render(report)).iter("testcase")
    texts = [(found.text or "") for case in cases for found in case if found.tag in {"failure", "system-out"}]
    messages = [wording.message(finding) for finding in report.findings]
    return {
        "json": as_json(report)["summary"]["findings"],
        "sarif": len(sarif.as_sarif(report)["runs"][0]["results"]),
        "github": len(github.render(report).splitlines()) - len(report.diagnostics) - strict,
        "junit": sum(any(message in it for it in texts) for message in messages),
        "markdown": markdown.render(report).count("<summary>") + max(len(report.findings) - report.limit, 0),
    }


@pytest.mark.parametrize("name", EVERY)
def test_findings(name: str, sample: Sample) -> None:
    report = sample(name)
    assert told(report) == dict.fromkeys(told(report), len(report.findings))


@pytest.mark.parametrize("name", EVERY)
def test_diagnostics(name: str, sample: Sample) -> None:
    report = sample(name)
    for form in MACHINES:
        if form == "annotations":  # of quotes, not of mistakes
            continue
        shown = REPORTERS[form](report)
        assert all(it.code in shown for it in report.diagnostics), form


@pytest.mark.parametrize("name", SAMPLES)
def test_the_words_are_those_of_the_text(name: str, sample: Sample) -> None:
    """A claim is told alike in every format: what it says, by whom, and how much stands behind a camp."""
    report = sample(name)
    shown = " ".join(text.render(report).split())
    for finding in report.findings[: report.limit]:
        assert wording.message(finding) in shown
        for title, camp in wording.sides(finding):
            assert title is None or f"{title}: {wording.backing(camp)}" in shown
            assert all(
                f"{it.id} {wording.told_by(it.claim)}: {wording.as_compared(it)}" in shown for it in camp.entries
            )
    assert wording.outcome(report) in shown
    assert wording.verdicts(report) in shown


@pytest.mark.parametrize("form", MACHINES)
def test_no_control_character_direction_or_surrogate_reaches_the_output(form: str, sample: Sample) -> None:
    shown = REPORTERS[form](sample("hostile"))
    assert shown.replace("\n", "").isprintable()
    shown.encode()


@pytest.mark.parametrize("form", MACHINES)
def test_no_line_from_outside_begins_a_command_of_a_runner(form: str, sample: Sample) -> None:
    lines = REPORTERS[form](sample("hostile")).splitlines()
    starts = [line.strip() for line in lines if line.strip().startswith(("::", "##[", "##vso["))]
    assert all(
        form == "github" and it.startswith(("::error file=", "::warning file=", "::notice file=")) for it in starts
    )


@given(st.text(st.characters(exclude_categories=()), max_size=50))
def test_json_keeps_every_text_but_lone_surrogates(value: str) -> None:
    shown = written({"key": value})
    whole = "".join("\ufffd" if 0xD800 <= ord(char) <= 0xDFFF else char for char in value)
    assert json.loads(shown) == {"key": whole}
    assert shown.replace("\n", "").isprintable()
