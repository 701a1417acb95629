"""A record that is wrong is told with its place, in lines of JSON as in rows, and the others stand."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.corpus.flat.reading import corpus_of, ids, told

VOCABULARY = "properties: {share: {kind: quantity, unit: percent}}\n"
KEYS = ("document", "id", "subject", "property", "value", "unit", "quote")

Claim = Mapping[str, str]


def as_jsonl(claims: list[Claim]) -> str:
    return "\n".join(json.dumps({key: it[key] for key in KEYS if key in it}, ensure_ascii=False) for it in claims)


def as_csv(claims: list[Claim]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, KEYS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(claims)
    return text.getvalue()


FORMS: dict[str, tuple[Callable[[list[Claim]], str], int]] = {"claims.jsonl": (as_jsonl, 2), "claims.csv": (as_csv, 3)}
"""How each is written, and the line of the second claim."""

WRONG = [
    # what it says instead, code, message, column in JSON, column in CSV
    ({"value": "40 persent"}, "E221", "`persent` is not a unit that factlint knows", 83, 19),
    ({"value": "say 40"}, "E221", "`say` is not a word that factlint knows beside a number", 80, 16),
    (
        {"value": "two thirds", "unit": "percent"},
        "E212",
        "`unit` goes with a number, and `value` is `two thirds`",
        79,
        16,
    ),
    ({"property": "shar"}, "E224", "the vocabulary has no property `shar`", 61, 10),
    ({"id": "x y"}, "E215", "`id` cannot be `x y`: an id holds letters, digits, `.`, `_` and `-` alone", 25, 3),
    ({"id": "good"}, "E216", "two claims have the id `good`", 25, 3),
    ({"quote": "q" * 100_001}, "E206", "this value is 100,001 characters long", 95, 21),
]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(
    ("said", "code", "message", "in_json", "in_csv"), WRONG, ids=[f"{it[1]}-{it[2][:30]}" for it in WRONG]
)
def test_it_is_told_and_the_others_stand(
    name: str, said: Claim, code: str, message: str, in_json: int, in_csv: int, tmp_path: Path
) -> None:
    write, line = FORMS[name]
    good = {"document": "d", "id": "good", "subject": "Port", "property": "share", "value": "40%", "quote": "q"}
    text = write([good, {**good, "id": "x", **said}, {**good, "id": "after"}])
    corpus = corpus_of(tmp_path, name, text.encode(), VOCABULARY)
    assert told(corpus) == [(code, message, line, in_csv if name.endswith("csv") else in_json)]
    assert corpus.diagnostics[0].help
    assert ids(corpus) == ["after", "good"]
    assert corpus.rejected_claims == 1
