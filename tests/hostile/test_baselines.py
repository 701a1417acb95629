"""Baselines that somebody wrote by hand: none hides a claim that it does not name and that disagrees."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.project import FILES, call, check_manners, write

Findings = list[dict[str, Any]]
CLAIMS = "corpus/gazette.yaml"
NEW = '- {id: n, subject: X, property: share, value: 90%, quote: "60%", reading: as told}\n'


def no_camps(findings: Findings) -> None:
    findings[0]["camps"] = []


def a_camp_for_the_new(findings: Findings) -> None:
    findings[0]["camps"].append(["n"])


def all_in_one_camp(findings: Findings) -> None:
    findings[0]["camps"] = [["a", "b", "n", "*"]]


def an_empty_camp(findings: Findings) -> None:
    findings[0]["camps"].append([])


def other_words_for_the_new(findings: Findings) -> None:
    findings[0]["claims"] |= {"n": None, "N": "60%", "*": "60%"}


def everything(findings: Findings) -> None:
    findings.append({**findings[0], "rule": "*", "group": {"*": "*"}, "claims": {"*": "*"}, "fingerprint": "*"})


def the_same_fingerprint_many_times(findings: Findings) -> None:
    findings.extend({**findings[0], "claims": {}} for _ in range(1000))


FORGERIES = (
    no_camps,
    a_camp_for_the_new,
    all_in_one_camp,
    an_empty_camp,
    other_words_for_the_new,
    everything,
    the_same_fingerprint_many_times,
)


@pytest.mark.parametrize("forge", FORGERIES, ids=lambda it: it.__name__)
def test_a_baseline_hides_no_new_claim_that_disagrees(forge: Callable[[Findings], None], tmp_path: Path) -> None:
    folder = write(tmp_path)
    assert call(folder, "baseline", "known.json").status == 0
    assert call(folder, "check", "--baseline", "known.json").status == 0
    known = json.loads((folder / "known.json").read_text(encoding="utf-8"))
    forge(known["findings"])
    write(folder, {CLAIMS: FILES[CLAIMS] + NEW, "known.json": json.dumps(known)})
    outcome = call(folder, "check", "--baseline", "known.json")
    check_manners(outcome)
    assert outcome.status == 1, outcome.out
