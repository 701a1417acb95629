"""Web annotations: what the W3C's Web Annotation Data Model asks of them, and that the selectors select."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from factlint.corpus.quotes import find_quote
from factlint.report import Report
from factlint.reporters.annotations import render
from tests.reporters.conftest import Sample
from tests.reporters.samples import SAMPLES
from tests.support import run

EVERY = [*SAMPLES, "hostile"]


def items(report: Report) -> list[dict[str, Any]]:
    return list(json.loads(render(report))["first"]["items"])


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("name", EVERY)
def test_a_collection_of_one_page(name: str, sample: Sample) -> None:
    found = json.loads(render(sample(name)))
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert found["type"] == "AnnotationCollection"
    assert found["first"]["type"] == "AnnotationPage"
    assert found["total"] == len(found["first"]["items"])


@pytest.mark.parametrize("name", EVERY)
def test_one_for_each_quote_with_a_name_of_its_own(name: str, sample: Sample) -> None:
    report = sample(name)
    found = items(report)
    assert len(found) == sum(claim.quote is not None for claim in report.claims)
    names = [it["id"] for it in found]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", it) for it in names)


@pytest.mark.parametrize("name", EVERY)
def test_each_has_a_body_and_a_target_that_can_be_followed(name: str, sample: Sample) -> None:
    for annotation in items(sample(name)):
        assert annotation["type"] == "Annotation"
        assert [it["purpose"] for it in annotation["body"]][:3] == ["identifying", "describing", "tagging"]
        assert {it["type"] for it in annotation["body"]} == {"TextualBody"}
        for target in as_list(annotation["target"]):
            assert re.fullmatch(r"[\w.:/?#\[\]@!$&'()*+,;=%~-]+", target["source"]), "an IRI"
            assert not re.match(r"(?!https?:|urn:)\w+:", target["source"]), "and none that a reader should not follow"
            kinds = [it["type"] for it in as_list(target["selector"])]
            assert kinds in (["TextQuoteSelector"], ["TextQuoteSelector", "TextPositionSelector"])


def test_the_selectors_select_the_quote(sample: Sample) -> None:
    report = sample("held-texts")
    (annotation,) = [it for it in items(report) if it["body"][0]["value"] == "c1"]
    in_text, on_page = annotation["target"]
    quote, position = in_text["selector"]
    text = report.texts["gazette"].text
    assert in_text["source"] == "gazette.txt"
    assert (
        text[position["start"] : position["end"]] == quote["exact"] == "Nearly 40% of all ships, “the\nlargest share”"
    )
    assert text[position["start"] - len(quote["prefix"]) : position["start"]] == quote["prefix"]
    assert text[position["end"] : position["end"] + len(quote["suffix"])] == quote["suffix"]
    found = find_quote(text, quote["exact"], prefix=quote["prefix"], suffix=quote["suffix"])
    assert (found.start, found.fitting) == (position["start"], 1)
    assert on_page == {
        "type": "SpecificResource",
        "source": "https://gazette.example/a%20b?c=%3Cd%3E",
        "selector": quote,
    }


def test_the_body_is_the_claim(sample: Sample) -> None:
    first = items(sample("held-texts"))[0]
    told = {it["purpose"]: it["value"] for it in first["body"]}
    assert told["identifying"] == "c1"
    assert told["describing"] == "share of A, 2025-03-04: nearly 40%, 36–40 % (hedge) (Gazette, 2025-03-04)"
    assert told["tagging"] == "share"
    assert told["assessing"].startswith("shares: claims on share of A disagree by ")


@pytest.mark.parametrize(
    ("url", "followed", "idea"),
    [
        ("https://a.example/x", True, "an address of the web"),
        ("javascript:alert(1)", False, "a script"),
        ("file:///etc/passwd", False, "a file of the reader's"),
        ("a.example/x", False, "no address"),
        ("https://[", False, "a broken address"),
    ],
)
def test_addresses(url: str, followed: bool, idea: str, tmp_path: Path) -> None:
    report = run(tmp_path, [{"value": "40%", "quote": "40%", "url": url}], "share claims must agree")
    source = items(report)[0]["target"]["source"]
    assert (source == url) == followed, idea
    assert source.startswith("https:" if followed else "urn:uuid:"), idea


def test_names_are_the_same_in_every_run(tmp_path: Path) -> None:
    rows = [{"value": "40%", "quote": "40%"}]
    first, second = (run(tmp_path / name, rows, "share claims must agree") for name in ("a", "b"))
    assert items(first) == items(second)
