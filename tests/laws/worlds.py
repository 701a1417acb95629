"""Small worlds: a corpus and a rule file, read as the tool reads them, and what evaluating them tells."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st
from lark.grammar import Rule

from factlint.corpus.claim import Claim
from factlint.corpus.reader import Corpus, read_corpus
from factlint.evaluate.result import Evaluation, Finding, RuleResult
from factlint.evaluate.run import evaluate
from factlint.language.load import load_rules
from factlint.language.model import Model
from factlint.language.resolve import resolve
from factlint.pipeline import Request, check
from factlint.quantities.dates import parse_date
from factlint.report import Report
from factlint.settings import Settings
from tests.language.rule_texts import productions
from tests.laws import claims as drawn
from tests.laws.amounts import COMMON
from tests.laws.expressions import in_words
from tests.laws.phrases import Writer
from tests.laws.vocabulary import VOCABULARY

ANY_RULE = next(it for it in productions() if it.origin.name == "start" and it.expansion[0].name == "rule")

TODAY = parse_date("2025-10-25")
"""For `until`: the rules name days on either side of it."""


@dataclass(frozen=True)
class World:
    """Rows as their files write them, and statements. `order`: of claims in files, of files, and of statements."""

    documents: tuple[drawn.Row, ...]
    rows: tuple[drawn.Row, ...]
    statements: tuple[str, ...]
    vocabulary: Mapping[str, Any]

    def __repr__(self) -> str:
        """As hypothesis shows a counterexample: what one types into files to see it."""
        return "\n".join(["", *map(str, self.documents), *map(str, self.rows), *self.statements])

    @property
    def rules(self) -> str:
        return "".join(f"{it}\n" for it in self.statements)


def world(
    style: int, claim_seeds: Sequence[int], rule_seeds: Sequence[int], goals: Sequence[Rule | None] = ()
) -> World:
    """The world of these seeds: one each for its documents and names, for each claim and for each statement."""
    random = Random(style)
    documents = [drawn.document(random, number) for number in range(random.randint(1, 4))]
    palette = drawn.palette(random)
    rows = [drawn.claim(Random(seed), at, palette, documents) for at, seed in enumerate(claim_seeds)]
    writer = Writer(random, tuple(sorted({row["property"] for row in rows})), tuple(it["id"] for it in rows))
    statements: list[tuple[str, str]] = []
    for at, seed in enumerate(rule_seeds):
        writer.random = Random(seed)
        goal = goals[at] if at < len(goals) else Random(seed).choice((Random(seed).choice(productions()), ANY_RULE))
        tree = writer.statement(goal)
        statements.append((tree.children[0].name, in_words(tree)))
    first = [text for kind, text in statements if kind == "language"][:1]
    lets = [text for kind, text in statements if kind == "let"]
    rest = [text for kind, text in statements if kind in {"rule", "accept"}]
    return World(tuple(documents), tuple(rows), (*first, 'import "common.rules"', *lets, *rest), VOCABULARY)


seeds = st.integers(0, 2**32)


def worlds(*, rules: int = 10, claims: int = 14) -> st.SearchStrategy[World]:
    """Worlds that shrink: to fewer claims and fewer statements."""
    return st.builds(
        world, seeds, st.lists(seeds, min_size=2, max_size=claims), st.lists(seeds, min_size=1, max_size=rules)
    )


def some_worlds(number: int) -> Iterator[World]:
    """The same ones each time, where nothing has to shrink."""
    for seed in range(number):
        random = Random(seed)
        yield world(seed, random.choices(range(10**6), k=12), random.choices(range(10**6), k=10))


# --- Read ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Read:
    corpus: Corpus
    model: Model

    @property
    def claims(self) -> Sequence[Claim]:
        return self.corpus.claims


@contextmanager
def on_disk(it: World, random: Random | None = None) -> Iterator[Settings]:
    """The world's files; with `random`, claims in their files, files in their folder and statements in another order."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "corpus").mkdir()
        (root / "corpus" / "vocabulary.yaml").write_text(json.dumps(it.vocabulary))
        rows, statements, order = list(it.rows), list(it.statements), list(range(len(it.documents)))
        if random is not None:
            random.shuffle(rows)
            random.shuffle(order)
            language = [text for text in statements if text.startswith("language")]
            rest = [text for text in statements if not text.startswith("language")]
            random.shuffle(rest)
            statements = language + rest
        for number, head in enumerate(it.documents):
            mine = [
                {key: value for key, value in row.items() if key != "document"}
                for row in rows
                if row["document"] == number
            ]
            if mine:
                (root / "corpus" / f"{order[number]}.yaml").write_text(json.dumps({"document": head, "claims": mine}))
        folder = root / "rules"
        folder.mkdir()
        (folder / "common.rules").write_text(COMMON)
        (folder / "own.rules").write_text("".join(f"{text}\n" for text in statements))
        yield Settings(root=root, corpus=root / "corpus", rules=(folder / "own.rules",))


def read(it: World, random: Random | None = None) -> Read:
    with on_disk(it, random) as settings:
        assert settings.corpus is not None
        corpus = read_corpus(settings.corpus, root=settings.root)
        files, _ = load_rules(settings.rules, settings.root)
        return Read(corpus, resolve(files, corpus.vocabulary)[0])


def report(it: World, **changes: Any) -> Report:
    with on_disk(it) as settings:
        return replace(check(settings, Request(today=TODAY)), **changes)


# --- Told ------------------------------------------------------------------------------------------------------------

Evaluate = Callable[..., Evaluation]


def evaluations(it: Read, *engines: Evaluate) -> tuple[tuple[Told, ...], ...]:
    """What each of these ways to evaluate (the engine's own, if none is named) tells of the same claims and rules.

    A way is called as `factlint.evaluate.run.evaluate` is: with the model, the claims and the vocabulary, and `today`.
    """
    return tuple(
        told(engine(it.model, it.corpus.claims, it.corpus.vocabulary, today=TODAY).results)
        for engine in engines or (evaluate,)
    )


def judged(it: Read, *, claims: Sequence[Claim] | None = None, model: Model | None = None) -> tuple[RuleResult, ...]:
    """The results for other claims or another model than were read."""
    chosen = it.corpus.claims if claims is None else claims
    return evaluate(model or it.model, chosen, it.corpus.vocabulary, today=TODAY).results


@dataclass(frozen=True, order=True)
class ToldFinding:
    """A finding as a value: everything that a report says of it."""

    assertion: str
    key: tuple[tuple[str, str], ...]
    verdict: str
    message: str
    camps: tuple[tuple[str, ...], ...]
    neutral: tuple[str, ...]
    measured: str
    reason: str
    accepted: str


@dataclass(frozen=True, order=True)
class Told:
    """A rule's result as a value: everything that a report says of it, findings in no order."""

    rule: str
    verdict: str
    groups: int
    claims: int
    findings: tuple[ToldFinding, ...]
    thanks: tuple[tuple[str, int], ...]
    alone: tuple[tuple[str, str, str], ...]
    straddling: int
    not_judged: int


def told(results: Sequence[RuleResult]) -> tuple[Told, ...]:
    """In the order of the rules' names: sentences without one are told by their words."""
    return tuple(sorted(map(told_result, results)))


def told_result(result: RuleResult) -> Told:
    return Told(
        rule=result.rule.name if result.rule.named else result.rule.sentence,
        verdict=result.verdict,
        groups=result.groups,
        claims=result.claims,
        findings=tuple(sorted(map(told_finding, result.findings))),
        thanks=tuple(sorted(result.only_thanks_to.items())),
        alone=tuple((it.claim.id, it.nearest.id if it.nearest else "", it.differs or "") for it in result.alone),
        straddling=result.straddling,
        not_judged=result.not_judged,
    )


def told_finding(it: Finding) -> ToldFinding:
    measured = it.measured
    return ToldFinding(
        assertion=it.assertion,
        key=tuple((name, value or "") for name, value in it.key),
        verdict=it.verdict,
        message=it.judgement.message,
        camps=tuple(tuple(entry.id for entry in camp.entries) for camp in it.camps),
        neutral=tuple(entry.id for entry in it.judgement.neutral),
        measured="" if measured is None else f"{measured.kind} {measured.found} {measured.allowed} {measured.unit}",
        reason="" if it.reason is None else f"{it.reason.code}: {it.reason.text}",
        accepted="" if it.accepted is None else it.accepted.because,
    )


def broken(result: RuleResult, *verdicts: str) -> set[tuple[str, tuple[tuple[str, str | None], ...]]]:
    """The assertions and groups of a rule's findings, of these verdicts (violated, if none is named)."""
    return {(it.assertion, it.key) for it in result.findings if it.verdict in (verdicts or ("violated",))}
