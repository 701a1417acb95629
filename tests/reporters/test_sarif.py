"""SARIF: valid against the published schema, and what the specification asks beyond it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factlint.corpus.claim import Defined
from factlint.report import Report
from factlint.reporters.json_report import as_json
from factlint.reporters.places import claim_place, uri
from factlint.reporters.sarif import as_sarif, render
from factlint.reporters.sarif_parts import link, plain
from factlint.schemas import schema
from tests.reporters.conftest import Sample
from tests.reporters.samples import SAMPLES, SHARES, TWO, hostile
from tests.support import run

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
EVERY = [*SAMPLES, "hostile"]


def the_run(report: Report) -> dict[str, Any]:
    (found,) = json.loads(render(report))["runs"]
    return dict(found)


def results(report: Report) -> list[dict[str, Any]]:
    return list(the_run(report)["results"])


@pytest.mark.parametrize("name", EVERY)
def test_valid_against_the_published_schema(name: str, sample: Sample) -> None:
    log = json.loads(render(sample(name)))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    assert log["$schema"] == SCHEMA["id"]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_json_report_is_valid_against_its_schema(name: str, sample: Sample) -> None:
    jsonschema.Draft202012Validator(schema("report")).validate(json.loads(json.dumps(as_json(sample(name)))))


@pytest.mark.parametrize("name", EVERY)
def test_one_result_a_finding_and_its_rule_by_index(name: str, sample: Sample) -> None:
    report = sample(name)
    found = the_run(report)
    assert len(found["results"]) == len(report.findings)
    rules = found["tool"]["driver"]["rules"]
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_every_rule_is_listed_with_what_helps(sample: Sample) -> None:
    rules = the_run(sample("held-texts"))["tool"]["driver"]["rules"]
    shares, evidence = rules
    assert shares["id"] == "shares"
    assert shares["shortDescription"]["text"] == "Shares agree"
    assert shares["fullDescription"]["text"] == "share claims must agree within 10%"
    for words in ("Shares agree", "share claims must agree within 10%", "Ships are counted once."):
        assert words in shares["help"]["text"]
        assert words in shares["help"]["markdown"]
    assert shares["properties"]["tags"] == ["sanity", "oil"]
    assert evidence["id"] == "evidence"


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")])
def test_severities_are_levels(severity: str, level: str, tmp_path: Path) -> None:
    (result,) = results(run(tmp_path, TWO, f"share claims must agree severity {severity}"))
    assert result["level"] == level


def test_an_undetermined_group_fails_like_a_violation(sample: Sample) -> None:
    (result,) = results(sample("undetermined"))
    assert result["level"] == "error"
    assert result.get("kind", "fail") == "fail"
    assert result["properties"]["verdict"] == "undetermined"
    assert result["properties"]["reason"]


def test_the_finding_stands_at_its_rule_and_the_claims_at_their_records(sample: Sample) -> None:
    (result, _) = results(sample("held-texts"))
    (primary,) = result["locations"]
    assert primary["physicalLocation"]["artifactLocation"] == {"uri": "test.rules", "uriBaseId": "%SRCROOT%"}
    assert primary["physicalLocation"]["region"]["startLine"] == 2
    records = [it["physicalLocation"]["artifactLocation"]["uri"] for it in result["relatedLocations"]]
    assert records == ["corpus/gazette.yaml", "gazette.txt", "corpus/radio.yaml", "corpus/lantern.yaml"]


def test_the_quote_is_a_region_of_its_text(sample: Sample) -> None:
    report = sample("held-texts")
    (result, _) = results(report)
    (found,) = [
        it for it in result["relatedLocations"] if it["physicalLocation"]["artifactLocation"]["uriBaseId"] == "TEXTS"
    ]
    region = found["physicalLocation"]["region"]
    text = report.texts["gazette"].text
    quoted = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
    assert quoted == region["snippet"]["text"] == "Nearly 40% of all ships, “the\nlargest share”"
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (3, 1, 4, 15)


@pytest.mark.parametrize("name", EVERY)
def test_every_place_has_a_base_that_is_told(name: str, sample: Sample) -> None:
    found = the_run(sample(name))
    used = re.findall(r'"uriBaseId": "([^"]+)"', json.dumps(found))
    assert set(used) <= set(found["originalUriBaseIds"])
    assert all(re.fullmatch(r"[\w./%~-]+", it) for it in re.findall(r'"uri": "([^"]*)"', json.dumps(found)))


@pytest.mark.parametrize("name", EVERY)
def test_links_lead_to_exactly_one_location(name: str, sample: Sample) -> None:
    """SARIF 2.1.0, 3.11.6."""
    for result in results(sample(name)):
        ids = [it["id"] for it in result["relatedLocations"]]
        assert len(ids) == len(set(ids))
        targets = re.findall(r"\]\(([^)]*)\)", result["message"]["text"])
        assert sorted(map(int, targets)) == sorted(set(map(int, targets)) & set(ids))
        assert len(targets) == len(result["properties"]["claims"])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("rules/oil.rules", "rules/oil.rules"),
        ("corpus/a b.yaml", "corpus/a%20b.yaml"),
        ("corpus/Ä%.yaml", "corpus/%C3%84%25.yaml"),
        ("a:b#c?d.rules", "a%3Ab%23c%3Fd.rules"),  # or it were a scheme, a fragment, a query
        ("../other/a.rules", "../other/a.rules"),
        ("/elsewhere/a.rules", "file:///elsewhere/a.rules"),
        ("a\udcff.rules", "a%ED%B3%BF.rules"),  # a name whose bytes are no UTF-8
    ],
)
def test_paths_are_uris(path: str, expected: str) -> None:
    assert uri(path) == expected


@pytest.mark.parametrize(
    ("text", "expected", "idea"),
    [
        ("40 % of it", "40 % of it", "plain words stay"),
        ("a {0} b", "a {{0}} b", "no placeholder (3.11.5)"),
        ("see [here](https://evil.example)", "see [here] (https://evil.example)", "no embedded link (3.11.6)"),
        ("one\ntwo\x1b[31m", "one two\\u{{1b}}[31m", "one line, no terminal escape"),
        ("\u202eabc", "\\u{{202e}}abc", "no turned direction"),
    ],
)
def test_plain_messages(text: str, expected: str, idea: str) -> None:
    assert plain(text) == expected, idea


def test_brackets_in_a_link_are_escaped() -> None:
    assert link("a[0]\\b", 3) == "[a\\[0\\]\\\\b](3)"


def test_fingerprints_stay_while_lines_move(tmp_path: Path) -> None:
    first = results(run(tmp_path / "a", TWO, SHARES))
    second = results(run(tmp_path / "b", TWO, "# moved\n\n" + SHARES))
    assert first[0]["locations"] != second[0]["locations"]
    assert first[0]["partialFingerprints"] == second[0]["partialFingerprints"]


def test_findings_of_one_rule_are_told_apart(sample: Sample) -> None:
    """Also two assertions on the same claims, whose fingerprint is the same."""
    report = sample("many-findings")
    hashes = [it["partialFingerprints"]["primaryLocationLineHash"] for it in results(report)]
    assert len(hashes) == len(set(hashes)) == len(report.findings)
    assert len({it.fingerprint for it in report.findings}) < len(hashes)


def test_accepted_findings_are_suppressed_and_the_others_say_that_they_are_not(sample: Sample) -> None:
    """All results have `suppressions`, or none has (3.27.23)."""
    first, second = results(sample("accepted"))
    (suppression,) = first["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert suppression["justification"] == "An old figure. (until 2026-06-30)"
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 5
    assert second["suppressions"] == []
    assert not any("suppressions" in it for it in results(sample("held-texts")))


def test_baseline_states_are_given_where_a_baseline_was(sample: Sample) -> None:
    assert [it["baselineState"] for it in results(sample("known"))] == ["unchanged", "new"]
    assert not any("baselineState" in it for it in results(sample("accepted")))
    emptied = replace(sample("accepted"), baseline=True)
    assert [it["baselineState"] for it in results(emptied)] == ["new", "new"]


def test_diagnostics_are_notifications(sample: Sample) -> None:
    report = sample("diagnostics-only")
    (invocation,) = the_run(report)["invocations"]
    configured = invocation["toolConfigurationNotifications"]
    executed = invocation["toolExecutionNotifications"]
    assert [it["descriptor"]["id"] for it in configured] == ["E110", "E310", "W301"]
    assert [it["descriptor"]["id"] for it in executed] == ["E210"]
    assert [it["level"] for it in configured] == ["error", "error", "warning"]
    assert invocation["executionSuccessful"] is False
    assert invocation["exitCode"] == 2
    (place,) = configured[1]["locations"]
    assert place["physicalLocation"]["region"]["startLine"] == 3
    assert "help: " in configured[1]["message"]["text"]
    listed = the_run(report)["tool"]["driver"]["notifications"]
    assert [it["id"] for it in listed] == ["E110", "E210", "E310", "W301"]
    assert listed[2]["shortDescription"]["text"] == "an unknown property"


def test_a_file_without_a_line_has_no_region(sample: Sample) -> None:
    (invocation,) = the_run(sample("diagnostics-only"))["invocations"]
    (place,) = invocation["toolConfigurationNotifications"][0]["locations"]
    assert place["physicalLocation"] == {"artifactLocation": {"uri": "factlint.toml", "uriBaseId": "%SRCROOT%"}}


def test_a_claim_of_a_table_without_lines_is_shown_at_its_file(tmp_path: Path) -> None:
    report = run(tmp_path, TWO, SHARES)
    claim = report.claims[0]
    assert claim_place(claim).shown == "corpus/d1.yaml:5"
    assert claim_place(replace(claim, defined=Defined("claims.parquet", 0))).shown == "claims.parquet"


def test_a_rule_without_a_file_is_shown_at_its_first_claim(sample: Sample) -> None:
    (result,) = results(sample("no-location"))
    (primary,) = result["locations"]
    assert primary["physicalLocation"]["artifactLocation"]["uri"] == "corpus/d1.yaml"
    assert primary["logicalLocations"] == [{"name": "rule", "kind": "rule"}]


def test_a_rule_that_judged_nothing_is_told(sample: Sample) -> None:
    report = sample("nothing-judged")
    (invocation,) = the_run(report)["invocations"]
    told = [it["message"]["text"] for it in invocation["toolExecutionNotifications"]]
    assert told == [
        "shares: nothing was judged, and the run is strict",
        "idle: nothing was judged, and the run is strict",
    ]
    assert the_run(report)["properties"]["verdicts"]["not_applicable"] == 3


def test_rules_of_the_same_words_are_told_apart(sample: Sample) -> None:
    found = the_run(sample("same-sentence-twice"))
    assert [it["ruleIndex"] for it in found["results"]] == [0, 1]
    assert len({it["id"] for it in found["tool"]["driver"]["rules"]}) == 3  # the two, and evidence


def test_text_from_outside_is_in_the_data_and_harmless_in_the_file(tmp_path: Path) -> None:
    report = hostile(tmp_path)
    text = render(report)
    assert text.replace("\n", "").isprintable()
    assert "<script>" in json.dumps(as_sarif(report))
