"""Whose word a claim is: its speaker, if named; else the far ends of `via`; else its outlet; else its document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support import report

VOCABULARY = {
    "properties": {"share": {"kind": "quantity", "unit": "percent"}},
    "entities": {"A": {}, "Port Authority": {}},
    "outlets": {"Gazette": {}, "Lantern": {}},
    "speakers": {"Mayor": {}, "Minister": {}},
}
UNBACKED = "claims must be corroborated by at least 9 independent sources"


@pytest.mark.parametrize(
    ("row", "sources", "unnamed", "idea"),
    [
        ({}, ["Gazette"], 0, "the outlet"),
        ({"speaker": "Mayor"}, ["Mayor"], 0, "a speaker who is listed"),
        ({"speaker": "Port Authority"}, ["Port Authority"], 0, "listed under entities"),
        ({"speaker": "a pilot"}, ["Gazette"], 1, "a speaker who is not listed names no source"),
        ({"via": ["Lantern < Minister"]}, ["Minister"], 0, "the far end"),
        ({"via": ["Lantern", "Mayor < Minister"]}, ["Lantern", "Minister"], 0, "items are parallel sources"),
        ({"via": ["Lantern < U.S. official"]}, ["Lantern"], 1, "a later link that no list names counts as the nearest"),
        ({"via": ["Some Blog < U.S. official"]}, ["Some Blog"], 1, "the first link is always named"),
        ({"document via": ["Lantern"]}, ["Lantern"], 0, "whom the whole article relays"),
        ({"via": ["Minister"], "document via": ["Lantern"]}, ["Minister"], 0, "the claim's own via comes first"),
        ({"via": ["Minister"], "speaker": "Mayor"}, ["Mayor"], 0, "a named speaker comes before both"),
        ({"via": ["Lantern"], "speaker": "an aide"}, ["Lantern"], 1, "an unnamed one does not"),
    ],
    ids=lambda it: it if isinstance(it, str) else "",
)
def test_sources_of_a_claim(row: dict[str, Any], sources: list[str], unnamed: int, idea: str, tmp_path: Path) -> None:
    found = report(tmp_path, [{"value": "40%", "outlet": "Gazette", **row}], UNBACKED, VOCABULARY)["findings"][0]
    assert found["claims"][0]["sources"] == sources, idea
    assert found["unnamed_sources"] == unnamed, idea
