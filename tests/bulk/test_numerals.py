"""A value in digits means what it means read by itself, for all digits: a few of a wording tell about the others."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from factlint.bulk.read import read_in_bulk
from factlint.corpus.reader import read_corpus
from factlint.table.corpus import TableCorpus
from factlint.table.freeze import freeze

VOCABULARY = """\
properties:
  rate: {kind: quantity, unit: barrel/day, varies by: year}
  share: {kind: quantity, unit: percent}
  cover: {kind: quantity}
  change: {kind: quantity, unit: percent, signed: true}
  crew: {kind: quantity, unit: people}
  heat: {kind: quantity, unit: degC, signed: true}
  money: {kind: quantity, unit: USD, signed: true}
  length: {kind: quantity, unit: km}
hedges: {scarcely: 7 %}
"""

WORDINGS = [
    ("rate", "{} barrels a day", None),
    ("rate", "nearly {} kb/d", None),
    ("rate", "more than {} million barrels/day", None),
    ("rate", "about {}mn barrels a day", None),
    ("rate", "{}", "mb/d"),
    ("share", "{}%", None),
    ("share", "almost {} percent", None),
    ("share", "scarcely {}%", None),
    ("share", "at most {} permille", None),
    ("cover", "{}", None),
    ("change", "-{}%", None),
    ("change", "about -{}%", None),
    ("change", "up {}%", None),
    ("crew", "{} people", None),
    ("crew", "nearly {} people", None),
    ("crew", "at least {} people", None),
    ("crew", "{} thousand people", None),
    ("heat", "{} degrees Celsius", None),
    ("heat", "{} °F", None),
    ("money", "${}mn", None),
    ("money", "-${} billion", None),
    ("length", "{} miles", None),
    ("length", "{}", "foot"),
]


def _numbers(chance: Random) -> list[str]:
    """Numbers of every shape: with commas and without, of a digit and of twelve, zeros at the end, decimals."""
    found = [str(chance.randint(1, 10**size)) for size in (1, 2, 3, 4, 6, 9, 12) for _ in range(12)]
    found += [f"{chance.randint(1, 10**size):,}" for size in (4, 5, 7) for _ in range(10)]
    found += [
        f"{chance.uniform(0, 10**size):.{places}f}" for size in (0, 1, 2, 4) for places in (1, 2, 3) for _ in range(8)
    ]
    found += [str(chance.randint(1, 99) * 10**size) for size in (1, 2, 4) for _ in range(8)]
    return [*found, "0", "0.0", "1", "10", "100", "0.30", "30.0", "007", "1,2", "12,34", "1e5"]


@pytest.mark.parametrize(("prop", "wording", "unit"), WORDINGS)
def test_all_numbers_of_a_wording(tmp_path: Path, prop: str, wording: str, unit: str | None) -> None:
    numbers = _numbers(Random(f"{prop} {wording}"))
    claims = [
        {"id": f"c{at:04d}", "document": "d", "subject": "X", "property": prop, "value": wording.format(number)}
        | ({} if unit is None else {"unit": unit})
        for at, number in enumerate([*numbers, *["12"] * len(numbers)])
    ]
    (tmp_path / "vocabulary.yaml").write_text(VOCABULARY)
    path = tmp_path / "claims.jsonl"
    path.write_text("\n".join(map(json.dumps, claims)))
    by_columns, by_lines = read_in_bulk(path, root=tmp_path, large=1), read_corpus(path, root=tmp_path)
    assert isinstance(by_columns, TableCorpus)
    assert by_columns.diagnostics == by_lines.diagnostics
    names = ["id", "low", "high", "nominal", "sharp", "low_open", "high_open", "precision", "why", "form", "odd"]
    found = by_columns.table.frame.select(names).collect().sort("id")
    assert found.to_dicts() == freeze(by_lines.claims)[0].select(names).sort("id").to_dicts()
