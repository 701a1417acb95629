"""What `explain` and `show` tell of a rule: which claims it reads, how many comparisons it makes, and who stood beside whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.evaluate.trace import Trace, trace
from factlint.pipeline import load_corpus, load_model
from factlint.settings import Settings
from tests.support import Row, write_corpus

VOCABULARY = {
    "properties": {name: {"kind": "quantity", "unit": "percent"} for name in ("ratio", "level")},
    "entities": {"A": {"parts": ["A1", "A2"]}},
}
ROWS: list[Row] = [
    {"property": "ratio", "value": "40%"},
    {"property": "ratio", "value": "41%"},
    {"property": "ratio", "value": "42%"},
    {"property": "level", "value": "50%"},
    {"property": "ratio", "value": "10%", "subject": "A1"},
    {"property": "ratio", "value": "20%", "subject": "A2"},
    {"property": "ratio", "value": "90%", "stance": "denies"},
    {"property": "ratio", "value": "90%", "modality": "expected"},
    {"property": "ratio", "value": "90%", "status": "withdrawn"},
]


def traced(folder: Path, rule: str) -> Trace:
    settings = Settings(root=folder, corpus=write_corpus(folder, ROWS, VOCABULARY))
    corpus, _unread = load_corpus(settings)
    model, wrong = load_model(settings, corpus, rule=rule)
    assert [it.message for it in wrong if it.severity == "error"] == []
    (found,) = trace(model.rules, corpus.claims, corpus.vocabulary)
    return found


TRACED = [
    # rule, claims that it reads, comparisons, beside the first claim
    ("ratio claims about A must agree within 10%", "c1 c2 c3", 3, "c2 c3"),
    ("ratio claims about A must be at most 50%", "c1 c2 c3", 3, ""),
    ("ratio claims about A must be one of 40%, 41%", "c1 c2 c3", 3, ""),
    ("ratio claims about A must have quote", "c1 c2 c3", 3, ""),
    ("ratio claims about A must agree with the median within 10%", "c1 c2 c3", 3, "c2 c3"),
    ("ratio claims about A must be at most level", "c1 c2 c3 c4", 3, "c2 c3 c4"),
    ("ratio claims about A, A1 must be at most ratio of A2", "c1 c2 c3 c5 c6", 4, "c2 c3 c6"),
    ("ratio claims about A1, A2 must add up to ratio of A", "c1 c2 c3 c5 c6", 1, "c2 c3 c5 c6"),
    ("ratio of A / level of A must be at most 1", "c1 c2 c3 c4", 3, "c2 c3 c4"),
    ("the mean of ratio claims must be at most 50%", "c1 c2 c3 c5 c6", 1, "c2 c3 c5 c6"),
    ("ratio claims about A must not contradict", "c1 c2 c3 c7", 6, "c2 c3 c7"),
    ("ratio claims about A where stance is denies must have quote", "c7", 1, ""),
]


@pytest.mark.parametrize(("rule", "reads", "comparisons", "beside"), TRACED, ids=[row[0] for row in TRACED])
def test_a_rule_on_its_way(rule: str, reads: str, comparisons: int, beside: str, tmp_path: Path) -> None:
    found = traced(tmp_path, rule)
    assert " ".join(claim.id for claim in found.reads) == reads
    assert sum(found.comparisons.values()) == comparisons
    first = next((claim for claim in found.reads if claim.id == "c1"), found.reads[0])
    assert " ".join(claim.id for claim in found.beside(first)) == beside


def test_what_only_the_defaults_keep_out_is_named(tmp_path: Path) -> None:
    found = traced(tmp_path, "ratio claims about A must agree within 10%")
    assert {word: [claim.id for claim in claims] for word, claims in found.left_out.items()} == {
        "denied": ["c7"],
        "expected": ["c8"],
        "withdrawn": ["c9"],
    }


def test_what_an_assertion_cannot_speak_of_is_idle(tmp_path: Path) -> None:
    found = traced(tmp_path, "ratio claims where stance is one of asserts, denies must agree within 90%")
    assert [claim.id for claim in found.idle] == ["c7"]
