"""Workflow commands: an annotation for each finding and diagnostic, and nothing from outside becomes one."""

from __future__ import annotations

import re

import pytest

from factlint.reporters.github import render
from tests.reporters.conftest import Sample
from tests.reporters.samples import SAMPLES

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-z]+=[^,:\r\n]*)(?:,[a-z]+=[^,:\r\n]*)*)::([^\r\n]*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """As the runner reads them: kind, properties, message; a line that is no command of ours is a failure."""
    found = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        found.append((match[1], {key: read(value) for key, value in properties.items()}, read(match[3])))
    return found


def read(text: str) -> str:
    for escape, char in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(escape, char)
    return text


@pytest.mark.parametrize("name", [*SAMPLES, "hostile"])
def test_one_for_each_finding_and_diagnostic(name: str, sample: Sample) -> None:
    report = sample(name)
    idle = [it for it in report.results if it.verdict == "not_applicable" and not it.builtin and report.strict]
    assert len(commands(render(report))) == len(report.findings) + len(report.diagnostics) + len(idle)


@pytest.mark.parametrize("name", [*SAMPLES, "hostile"])
def test_properties_are_known_ones(name: str, sample: Sample) -> None:
    for _kind, properties, _message in commands(render(sample(name))):
        assert set(properties) <= {"file", "line", "col", "title"}
        assert all(properties[key].isdigit() for key in ("line", "col") if key in properties)


def test_nothing_found_is_nothing_said(sample: Sample) -> None:
    assert render(sample("nothing-found")) == ""


def test_a_finding_stands_at_its_rule(sample: Sample) -> None:
    kind, properties, message = commands(render(sample("held-texts")))[0]
    assert kind == "error"
    assert properties == {"file": "test.rules", "line": "2", "col": "1", "title": "shares"}
    assert message.startswith("claims on share of A disagree by ")
    assert "“60 per cent” (corpus/lantern.yaml:" in message


def test_severities_are_kinds_of_annotations(sample: Sample) -> None:
    kinds = {it[1]["title"]: it[0] for it in commands(render(sample("many-findings")))}
    assert kinds == {"shares": "error", "cap": "warning", "lone": "notice"}


@pytest.mark.parametrize("name", ["accepted", "known"])
def test_what_does_not_count_is_a_notice(name: str, sample: Sample) -> None:
    found = commands(render(sample(name)))
    assert [(kind, it["title"]) for kind, it, _message in found] == [
        ("notice", f"shares ({name})"),
        ("error", "shares"),
    ]


def test_diagnostics_come_first_with_their_help(sample: Sample) -> None:
    found = commands(render(sample("diagnostics-only")))
    assert [(kind, it["title"]) for kind, it, _message in found] == [
        ("error", "E110"),
        ("error", "E210"),
        ("error", "E310"),
        ("warning", "W301"),
    ]
    assert found[0][1] == {"file": "factlint.toml", "title": "E110"}
    assert "help: " in found[2][2]


def test_a_strict_run_tells_which_rules_judged_nothing(sample: Sample) -> None:
    found = commands(render(sample("nothing-judged")))
    assert [(kind, it["title"]) for kind, it, _message in found] == [("error", "shares"), ("error", "idle")]
