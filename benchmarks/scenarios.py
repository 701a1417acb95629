"""The scenarios, by name: `python -m benchmarks.run NAME`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.answers import Answers, from_json, read_answers
from benchmarks.cases import Case, Target
from benchmarks.checked import FEW, factlint_is_wrong
from benchmarks.corpora import corpus
from benchmarks.process import run
from benchmarks.programs import PROGRAMS, ROOT, Program, Tools
from benchmarks.rules import OIL_SHARES
from benchmarks.shape import Shape

SIZES: Final = (60, 1_000, 10_000, 100_000, 1_000_000, 10_000_000)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the caller wants of a scenario: where corpora are kept, the largest, and only which programs."""

    data: Path
    most: int
    only: tuple[str, ...] = ()

    def programs(self, names: Sequence[str]) -> list[Program]:
        return [PROGRAMS[name] for name in names if not self.only or any(part in name for part in self.only)]


Block = Sequence[Case]
"""Rows that are compared with one another: they run in turns."""

Scenario = Callable[[Tools, Choice], Iterator[Block]]

NOTHING: Final = "python -c pass"
EVERYTHING: Final = tuple(PROGRAMS)
LARGE: Final = ("factlint, Parquet", "Polars, Parquet", "DuckDB, Parquet")


def curated(tools: Tools, _: Choice) -> Iterator[Block]:
    """The corpus of this project, as its editors check it."""
    call = [str(tools.factlint), "check"]
    rival = [str(tools.rivals), "-m", "benchmarks.rivals.plain_pint", str(ROOT / "corpus"), "curated"]
    by_pint = "plain Python with pint, the rules on oil shares alone"
    emptied = tools.cache.with_name("emptied")
    both = (Target(1, by_pint),)
    yield [
        _nothing(tools),
        Case("factlint check, again", call, ROOT, good=(0, 1), against=NOTHING, targets=(Target(12, NOTHING), *both)),
        Case(
            "factlint check, empty cache", call, ROOT, good=(0, 1), against=NOTHING, targets=(Target(60, NOTHING),),
            before=lambda: shutil.rmtree(emptied, ignore_errors=True), env={"FACTLINT_CACHE_DIR": str(emptied)},
        ),
        Case("factlint check --no-cache", [*call, "--no-cache"], ROOT, good=(0, 1), against=NOTHING),
        Case(by_pint, rival, ROOT, wrong=lambda out: _unlike_factlint(out, tools), against=NOTHING),
    ]  # fmt: skip


def _nothing(tools: Tools) -> Case:
    return Case(NOTHING, [str(tools.plain), "-c", "pass"], ROOT)


def _unlike_factlint(out: bytes, tools: Tools) -> str | None:
    """Both have to find the same in the claims on oil shares, by the rules that both know."""
    call = [str(tools.factlint), "check", "--format", "json", "--no-cache"]
    report = run([*call, *(f"--select={rule}" for rule in OIL_SHARES)], env=tools.env, cwd=ROOT, limit=60)
    return factlint_is_wrong(report.out, from_json(out.decode()))


def cold(tools: Tools, _: Choice) -> Iterator[Block]:
    """How long it takes to say anything at all."""
    for option in ("--version", "--help"):
        yield [
            _nothing(tools),
            Case(
                f"factlint {option}",
                [str(tools.factlint), option],
                ROOT,
                against=NOTHING,
                targets=(Target(5, NOTHING),),
            ),
        ]


def scale(tools: Tools, choice: Choice) -> Iterator[Block]:
    """The four jobs on more and more claims."""
    against = {
        "factlint, Parquet": "Polars, Parquet",
        "factlint, JSONL": "Polars, JSONL",
        "factlint, JSONL in words": "Polars, JSONL in words",
        "factlint, YAML": "plain Python with pint, YAML",
    }
    most = {"factlint, Parquet": 1.5, "factlint, JSONL": 2.0}
    for size in SIZES:
        if size > choice.most:
            return
        block = []
        for program in choice.programs(EVERYTHING):
            if size > program.most:
                continue
            shape = Shape(size, style=program.style, conflict=100 if size < 10_000 else 10)
            other = against.get(program.name)
            targets = [Target(most[program.name], other)] if size == 1_000_000 and program.name in most else []
            if size == 10_000_000 and program.name == "factlint, Parquet":
                targets.append(Target(3 * 1024))
            block.append(_case(program, shape, tools, choice, against=other, targets=targets))
            if program.name == "factlint, Parquet":
                block.append(
                    _case(program, shape, tools, choice, row="factlint, Parquet, again", cached=True, against=other)
                )
        yield block


def rules(tools: Tools, choice: Choice) -> Iterator[Block]:
    """One, a hundred and a thousand rules on a million claims: each of a month and product, or each of everything."""
    shape = Shape(min(1_000_000, choice.most))
    block = []
    for program in choice.programs(LARGE):
        one = f"{program.name}, 1 rule"
        for number in (1, 100, 1000):
            row = f"{program.name}, {number} rule{'s' if number > 1 else ''}"
            targets = [Target(3, one)] if number == 1000 and program.module is None else []
            against = one if number > 1 else None
            block.append(
                _case(program, shape, tools, choice, f"rules-{number}", row=row, against=against, targets=targets)
            )
        for number in (100, 1000):
            row = f"{program.name}, {number} rules that each read everything"
            block.append(_case(program, shape, tools, choice, f"everywhere-{number}", row=row, against=one))
    yield block


def groups(tools: Tools, choice: Choice) -> Iterator[Block]:
    """As many claims, in ever larger groups."""
    claims = min(1_000_000, choice.most)
    for size in (2, 10, 100, 1_000, 10_000, 100_000):
        if 4 * size <= claims:
            shape = Shape(claims, size, conflict=100 if claims // size < 10_000 else 10)
            yield [
                _case(program, shape, tools, choice, row=f"{program.name}, groups of {size:,}",
                      against=None if program.module else f"Polars, Parquet, groups of {size:,}")
                for program in choice.programs(LARGE)
            ]  # fmt: skip


def conflict(tools: Tools, choice: Choice) -> Iterator[Block]:
    """One group in a hundred in conflict, and every other one."""
    block = []
    for program in choice.programs(LARGE):
        few = f"{program.name}, 1 % of groups in conflict"
        for share, row in ((10, few), (500, f"{program.name}, 50 % of groups in conflict")):
            targets = [Target(3, few)] if share == 500 and program.module is None else []
            shape = Shape(min(1_000_000, choice.most), conflict=share)
            against = few if share == 500 else None
            block.append(_case(program, shape, tools, choice, row=row, against=against, targets=targets))
    yield block


def memory(tools: Tools, choice: Choice) -> Iterator[Block]:
    """Ten million claims: what they take of memory."""
    shape = Shape(min(10_000_000, choice.most))
    yield [
        _case(program, shape, tools, choice, targets=() if program.module else (Target(3 * 1024),))
        for program in choice.programs(LARGE)
    ]


SCENARIOS: Final[Mapping[str, Scenario]] = {
    "curated": curated,
    "cold": cold,
    "scale": scale,
    "rules": rules,
    "groups": groups,
    "conflict": conflict,
    "memory": memory,
}


def _case(
    program: Program,
    shape: Shape,
    tools: Tools,
    choice: Choice,
    rules: str = "four",
    *,
    row: str | None = None,
    cached: bool = False,
    against: str | None = None,
    targets: Sequence[Target] = (),
) -> Case:
    """The row of a program on a corpus; the corpus is generated, and compiled, now."""
    folder = corpus(shape, choice.data, tools, [program.reads])
    wanted = read_answers(folder / f"expected-{rules}.json")
    few = sum(answer.violated for answer in wanted.values()) <= FEW
    return Case(
        row or program.name,
        program.call(tools, folder, rules, cached=cached),
        folder,
        wrong=_checker(program, wanted),
        verify=program.call(tools, folder, rules, every=few) if program.module is None else None,
        good=program.good,
        against=against,
        targets=tuple(targets),
        size={
            "claims": shape.claims,
            "group": shape.group,
            "conflict": shape.conflict,
            "rules": len(wanted),
            "program": program.name,
        },
    )


def _checker(program: Program, wanted: Answers) -> Callable[[bytes], str | None]:
    def wrong(out: bytes) -> str | None:
        try:
            return program.wrong(out, wanted)
        except (json.JSONDecodeError, UnicodeDecodeError, KeyError) as error:
            return f"its output cannot be read: {error}"

    return wrong
