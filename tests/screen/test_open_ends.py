"""Expressions over claims with an open end (`more than 40`), screened: the same as judging every group."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from factlint.corpus.reader import read_corpus
from factlint.evaluate.run import evaluate
from factlint.language.load import load_rules
from factlint.language.resolve import resolve
from factlint.screen.run import screened
from factlint.table.corpus import tabled
from tests.screen.test_screen import ALL, all_said

VOCABULARY = """\
properties:
  flow: {kind: quantity, unit: barrel/day}
  share: {kind: quantity, unit: percent}
  change: {kind: quantity, unit: barrel/day, signed: true}
  drift: {kind: quantity, unit: percent, signed: true}
"""
FORMS = ("{n}", "more than {n}", "at least {n}", "less than {n}", "up to {n}", "about {n}", "nearly {n}", "{n} to 9{n}")
UNITS = {"flow": "barrels/day", "share": "percent", "change": "barrels/day", "drift": "percent"}
EXPRESSIONS = (
    "flow / share", "flow * share", "flow + change", "flow - change", "change - flow", "change * share", "change / share",
    "change / drift", "change * drift", "flow / drift", "share * drift - share",
)  # fmt: skip


def _rules() -> str:
    lines = []
    for at, expression in enumerate(EXPRESSIONS):
        unit = "percent" if expression.startswith("share") else "barrels/day"
        for number, bound in enumerate(
            (f"at most 40 {unit}", f"at least 10 {unit}", f"between -20 {unit} and 60 {unit}", f"less than 0 {unit}")
        ):
            lines.append(f"rule r{at}-{number}: {expression} must be {bound}")
    lines.append("rule like: flow must agree with change * share within 10%")
    lines.append("rule near: flow + change must agree with flow / share within 5 barrels/day")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("seed", range(4))
def test_an_open_end_is_screened_as_it_is_judged(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)
    claims = []
    for number in range(480):
        prop = chance.choice(list(UNITS))
        amount = chance.choice(["0", "4", "10", "20", "40", "45", "400"])
        sign = "-" if prop in {"change", "drift"} and chance.random() < 0.5 else ""
        form = chance.choice(FORMS[: -1 if sign else None])
        value = f"{form.format(n=f'{sign}{amount}')} {UNITS[prop]}"
        subject = f"Field {chance.randint(1, 90)}"
        claims.append({"id": f"c{number:03}", "document": "d", "subject": subject, "property": prop, "value": value})
    (tmp_path / "vocabulary.yaml").write_text(VOCABULARY)
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(json.dumps(it) + "\n" for it in claims))
    (tmp_path / "all.rules").write_text(_rules())
    corpus = read_corpus(path, root=tmp_path)
    assert len(corpus.claims) > 300, corpus.diagnostics[:3]
    files, problems = load_rules([tmp_path / "all.rules"], tmp_path)
    model, wrong = resolve(files, corpus.vocabulary)
    assert not [*problems, *wrong]
    plain = evaluate(model, corpus.claims, corpus.vocabulary, today=None)
    table = tabled(corpus, path, None, tmp_path)
    found = screened(model, table, ALL, today=None, in_full=False)
    assert [all_said(it) for it in found.results] == [all_said(it) for it in plain.results]
    counted = screened(model, table, 0, today=None, in_full=False)
    for it, judged in zip(counted.results, plain.results, strict=True):
        assert (it.verdict, it.groups, dict(it.only_thanks_to)) == (
            judged.verdict, judged.groups, dict(judged.only_thanks_to),
        )  # fmt: skip
        assert sum(it.unlisted.values()) == len(judged.findings)
    assert 0 < sum(len(it.findings) for it in plain.results) < sum(it.groups for it in plain.results)
