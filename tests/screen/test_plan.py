"""What a screen takes on: the rest is judged claim by claim, which is as right and much slower."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from factlint.corpus.claim import Claim
from factlint.corpus.reader import read_corpus
from factlint.language.load import load_rules
from factlint.language.resolve import resolve
from factlint.screen import engines, run
from factlint.screen.expression import operands_of
from factlint.screen.merge import FIRST
from factlint.screen.plan import plan
from factlint.screen.rows import Rows, Wanted
from factlint.table.corpus import TableCorpus, tabled
from factlint.table.lazy import Table
from tests.screen.test_screen import opened

JUDGED = {
    "exact": "compares what is written",
    "clear": "compares intervals without precision, which no column has",
    "whatever-property": "numbers of several properties may be in several units",
    "per-source": "a claim of several sources stands in several groups",
    "named": "what lies within what decides who backs a name",
    "denial": "denials take part",
    "trend": "another assertion",
    "listed": "another assertion",
    "middle": "another assertion",
    "who": "another assertion",
    "denied": "denials take part",
    "large": "a value is more than its float",
    "said-so": "the words of values all differ",
    "in-percent": "a condition on units",
    "one-subject": "held against the value of another claim",
    "own-outlet": "held against claims that are not chosen",
    "fixed": "an operand that names its subject",
    "number": "an aggregate",
    "equal": "months align with years",
    "yield": "years align with months",
    "few": "counts without a unit of their property",
}
"""Rules of `claims.py` without a screen, and why."""


def test_rules_are_screened_but_for_those_that_ask_what_no_column_tells(tmp_path: Path) -> None:
    _corpus, table, model = opened(tmp_path, 300, seed=4, members=4)
    assert isinstance(table, TableCorpus)
    with engines.columns("local", table.table) as native:
        rows = Rows(table.table, native, len(table.table.thaw.properties), is_local=True)
        screen = run.Screen(table.table, table.vocabulary, 50, lambda _rule: False, FIRST, rows, Wanted(table.table))
        judged = [rule.name for rule in model.rules if plan(screen, rule) is None and operands_of(screen, rule) is None]
    assert sorted(judged) == sorted(JUDGED)


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("share claims must agree within 10%", ("40%", "60%")),
        ("share claims must be at most 50%", ("60%", "61%")),
        ("share claims must be corroborated by at least 3 independent sources", ("40%", "60%")),
        ("share claims in 2025-03 must agree", ("40%", "60%")),
        ("share claims where outlet is not absent must agree", ("40%", "60%")),
        ("latest share claims must agree", ("40%", "60%")),
        ("share claims must agree and be at most 50%", ("60%", "80%")),
        ("share / share must be at least 200%", ("40%", "60%")),
        ("city claims must agree", ("Rome", "Oslo")),
        ("ok claims must agree", ("true", "false")),
        ("day claims must agree", ("2025-03-01", "2025-03-04")),
    ],
)
def test_conflicts_beyond_the_list_are_counted_without_a_claim(
    rule: str, values: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vocabulary.yaml").write_text(
        "properties:\n  share: {kind: quantity, unit: percent}\n  city: {kind: place}\n  ok: {kind: truth}\n"
        "  day: {kind: date}\n",
        encoding="utf-8",
    )
    named = rule.split(maxsplit=2)[1 if rule.startswith("latest") else 0]
    (tmp_path / "claims.jsonl").write_text(
        "".join(
            f'{{"id": "c{at}-{side}", "document": {{"id": "d{side}", "outlet": "O{side}"}}, "subject": "S{at}", '
            f'"property": "{named}", "value": "{value}", "period": "2025-03"}}\n'
            for at in range(20)
            for side, value in enumerate(values)
        ),
        encoding="utf-8",
    )
    (tmp_path / "all.rules").write_text(f"rule one: {rule}\n", encoding="utf-8")
    corpus = read_corpus(tmp_path / "claims.jsonl", root=tmp_path)
    files, _ = load_rules([tmp_path / "all.rules"], tmp_path)
    table = tabled(corpus, tmp_path / "claims.jsonl", None, tmp_path)
    model, problems = resolve(files, table.vocabulary)
    assert not problems
    made: list[int] = []
    usual = Table.claims

    def counting(self: Table, rows: Sequence[int]) -> list[Claim]:
        made.extend(rows)
        return usual(self, rows)

    monkeypatch.setattr(Table, "claims", counting)
    (result,) = run.screened(model, table, 0, today=None, in_full=False).results
    checks = model.rules[0].checks
    assert (result.verdict, result.more, made) == ("violated", 20 * len(checks), [])
