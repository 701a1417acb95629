"""JUnit: a suite a rule file, a case a rule, in the shape that Jenkins' schema `junit-10.xsd` describes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from factlint.report import Report
from factlint.reporters.junit import render
from tests.reporters.conftest import Sample
from tests.reporters.samples import MANY, SAMPLES, SHARES
from tests.support import run

EVERY = [*SAMPLES, "hostile"]

COUNTS = {"tests", "failures", "errors", "time"}
ATTRIBUTES = {
    "testsuites": {"name", *COUNTS},
    "testsuite": {"name", "skipped", *COUNTS},
    "testcase": {"name", "classname", "time"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "skipped": {"type", "message"},
    "system-out": set(),
    "system-err": set(),
}
"""Of what the schema allows, that which is written; each always."""

INSIDE = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase", "system-err"},
    "testcase": {"failure", "error", "skipped", "system-out"},
}


def parsed(report: Report) -> ET.Element:
    return ET.fromstring(render(report))


def case(report: Report, name: str) -> ET.Element:
    (found,) = [it for it in parsed(report).iter("testcase") if it.get("name") == name]
    return found


def outcome(found: ET.Element) -> list[str]:
    return [it.tag for it in found if it.tag != "system-out"]


@pytest.mark.parametrize("name", EVERY)
def test_the_shape(name: str, sample: Sample) -> None:
    for element in parsed(sample(name)).iter():
        assert set(element.attrib) == ATTRIBUTES[element.tag]
        assert {it.tag for it in element} <= INSIDE.get(element.tag, set())


@pytest.mark.parametrize("name", EVERY)
def test_numbers_are_those_of_the_cases(name: str, sample: Sample) -> None:
    root = parsed(sample(name))
    for suite in (root, *root):
        for key, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            if suite.get(key) is not None:
                assert int(suite.attrib[key]) == len(list(suite.iter(tag)))


@pytest.mark.parametrize("name", EVERY)
def test_a_case_a_rule_and_one_for_each_error(name: str, sample: Sample) -> None:
    report = sample(name)
    errors = [it for it in report.diagnostics if it.severity == "error"]
    assert len(list(parsed(report).iter("testcase"))) == len(report.results) + len(errors)


@pytest.mark.parametrize("name", EVERY)
def test_something_fails_exactly_where_the_run_does(name: str, sample: Sample) -> None:
    report = sample(name)
    root = parsed(report)
    assert (root.find(".//failure") is not None or root.find(".//error") is not None) == (report.exit != 0)


def test_suites_are_rule_files(tmp_path: Path) -> None:
    report = run(tmp_path, MANY, SHARES)
    assert [it.get("name") for it in parsed(report)] == ["test.rules", "evidence"]


@pytest.mark.parametrize(
    ("name", "rule", "expected", "idea"),
    [
        ("held-texts", "shares", ["failure"], "violated"),
        ("undetermined", "exact", ["failure"], "undetermined fails like a violation"),
        ("nothing-found", "shares", [], "satisfied"),
        ("nothing-found", "evidence", ["skipped"], "nothing judged"),
        ("nothing-judged", "idle", ["failure"], "nothing judged in a strict run"),
        ("nothing-judged", "evidence", ["skipped"], "the built-in rule never fails a strict run"),
        ("many-findings", "cap", [], "warnings are below --fail-on"),
        ("many-findings", "lone", [], "infos are below --fail-on"),
    ],
)
def test_what_becomes_of_a_rule(name: str, rule: str, expected: list[str], idea: str, sample: Sample) -> None:
    assert outcome(case(sample(name), rule)) == expected, idea


@pytest.mark.parametrize(("fail_on", "failing"), [("never", 0), ("error", 1), ("warning", 2), ("info", 3)])
def test_fail_on_decides(fail_on: str, failing: int, sample: Sample) -> None:
    report = replace(sample("many-findings"), fail_on=fail_on)  # type: ignore[arg-type]  # one of the four
    assert len(list(parsed(report).iter("failure"))) == failing


def test_the_failure_tells_the_finding(sample: Sample) -> None:
    found = case(sample("held-texts"), "shares").find("failure")
    assert found is not None
    assert found.get("type") == "violated"
    text = found.text or ""
    assert text.startswith(f"error: {found.get('message')}")
    for words in ("test.rules:2", "gazette.txt:3", "“60 per cent”", "because: Ships are counted once."):
        assert words in text


def test_accepted_and_known_findings_pass_and_are_told(sample: Sample) -> None:
    for name in ("accepted", "known"):
        result, *_ = sample(name).results
        quiet = replace(result, findings=result.findings[:1])
        found = case(replace(sample(name), results=(quiet,)), "shares")
        assert outcome(found) == []
        told = found.findtext("system-out") or ""
        assert f"{name}: claims on share" in told
        assert ("An old figure." in told) == (name == "accepted")


def test_more_findings_than_are_shown_in_full_are_told_by_their_sentence(sample: Sample) -> None:
    report = sample("many-findings")
    text = case(report, "shares").findtext("failure") or ""
    assert text.count("error: ") == 4
    assert text.count("rule: ") == report.limit


def test_warnings_are_told_beside_the_errors(sample: Sample) -> None:
    (suite,) = [it for it in parsed(sample("diagnostics-only")) if it.get("name") == "diagnostics"]
    assert [(it[0].tag, it[0].get("type")) for it in suite.iter("testcase")] == [
        ("error", "E110"),
        ("error", "E210"),
        ("error", "E310"),
    ]
    assert (suite.findtext("system-err") or "").startswith("W301 test.rules:4:5: ")
