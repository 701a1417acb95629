"""Rules judged where the claims are: what a screen leaves open, on the executors of Spark, if it is much.

Only counts come back, and which groups a report will tell of; those few are judged once more here, so that every finding
is made in one place. Groups are whole in whatever part of the claims an executor gets, and so counts are sums.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factlint.assertions.finding import Judgement
from factlint.corpus.claim import Claim
from factlint.diagnostics import Diagnostic, RunError
from factlint.evaluate.result import RuleResult
from factlint.evaluate.run import Context, RuleRun
from factlint.language.model import Check
from factlint.screen.tally import Place, Tally, Task
from factlint.table.columns import COLUMNS
from factlint.table.parts import read_parts
from factlint.table.store import Meaning
from factlint.table.thaw import Thaw
from factlint.version import VERSION

if TYPE_CHECKING:
    import narwhals as nw
    import polars as pl

    from factlint.table.lazy import Table

JUDGED_HERE = 100_000
"""Claims that are judged here, for all rules together; rules that need more are judged by the executors."""

AT_ONCE = 10_000
"""Claims that an executor makes of rows at a time, if no group is larger."""


@dataclass
class Counting(RuleRun):
    """A rule on its way, that notes where in a report each group is told of. `firsts`: the group of each claim, by id."""

    firsts: dict[str, int] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    worded: list[tuple[Place, str]] = field(default_factory=list)

    def record(
        self, check: Check, key: tuple[tuple[str, str | None], ...], claims: Sequence[Claim], judgement: Judgement
    ) -> None:
        findings, words = len(self.findings), len(self.words)
        super().record(check, key, claims, judgement)
        number = next(at for at, it in enumerate(self.rule.checks) if it is check)
        shown = tuple((name, value is not None, value or "") for name, value in key)
        place = number, shown, self.firsts[claims[0].id]
        self.places += [place] * (len(self.findings) - findings)
        self.worded += [(place, it) for it in self.words[words:]]

    def tally(self) -> Tally:
        result: RuleResult = self.result()
        verdicts = Counter(it.verdict for it in self.findings)
        return Tally(
            groups=result.groups,
            claims=result.claims,
            not_judged=result.not_judged,
            violated=verdicts["violated"],
            undetermined=verdicts["undetermined"],
            thanks=Counter(result.only_thanks_to),
            findings=self.places,
            worded=self.worded,
        )


@dataclass
class Cluster:
    """What is to be judged by the executors. `claims` are the rows of the table, as columns of Spark."""

    table: Table
    claims: nw.LazyFrame[Any]
    tasks: list[Task] = field(default_factory=list)
    _here: int = 0
    _frames: dict[object, tuple[nw.LazyFrame[Any], list[str], list[pl.DataFrame]]] = field(default_factory=dict)
    _tallies: list[Tally] = field(default_factory=list)

    def takes(self, claims: int) -> bool:
        """Whether so many claims more are too many to be judged here."""
        if self._here + claims <= JUDGED_HERE:
            self._here += claims
            return False
        return True

    def add(
        self, task: Task, chosen: object, claims: nw.LazyFrame[Any], by: Sequence[str], groups: pl.DataFrame
    ) -> int:
        """Have a rule judged on these groups of the claims `chosen`; the number under which its tally is found."""
        import polars as pl

        number = len(self.tasks)
        self.tasks.append(task)
        claims_in_all = int(groups["claims"].sum())
        buckets = max(1, claims_in_all // AT_ONCE)
        named = groups.select(*by, "first").with_columns(
            pl.lit(number, pl.Int64).alias("task"), (pl.col("first").cast(pl.Int64) % buckets).alias("bucket")
        )
        self._frames.setdefault(chosen, (claims, list(by), []))[2].append(named)
        return number

    def judge(self) -> None:
        """Judge everything that was added.

        Raises:
            RunError: the table cannot be read any more.
        """
        self._tallies = [Tally() for _ in self.tasks]
        if not self._frames:
            return
        for number, text in self._judged():
            self._tallies[number].add(Tally.of(text), self.tasks[number])

    def tally(self, number: int) -> Tally:
        return self._tallies[number]

    def _judged(self) -> Sequence[tuple[int, str]]:
        from functools import reduce

        import pyarrow as pa  # type: ignore[import-untyped]
        from pyspark.sql import functions as F  # noqa: N812 - as everyone calls it

        payload = pickle.dumps((self._meaning(), self.tasks))

        def judge(rows: Any) -> str:
            return judged(VERSION, payload, rows)

        judge.__annotations__ = {"rows": pa.Array, "return": str}  # by which Spark knows that a text is made of a group
        frames = [self._of(*it) for it in self._frames.values()]
        rows = F.struct("task", "first", *(F.col(name) for name in COLUMNS))
        told = F.arrow_udf(judge, "string")(rows)  # type: ignore[attr-defined]
        found = reduce(lambda a, b: a.unionByName(b), frames).groupBy("task", "bucket").agg(told.alias("tally"))
        return [(it["task"], it["tally"]) for it in found.toArrow().to_pylist()]

    def _of(self, claims: nw.LazyFrame[Any], by: Sequence[str], groups: Sequence[pl.DataFrame]) -> Any:
        """The claims of some groups, a row for each task: nulls in keys are equal to each other."""
        from functools import reduce
        from operator import and_

        import polars as pl

        native = claims.to_native()
        named = pl.concat(groups)
        long = [pl.col(name).cast(pl.Int64) for name, kind in named.schema.items() if kind.is_integer()]
        texts = [pl.col(name).cast(pl.String) for name, kind in named.schema.items() if kind == pl.Categorical()]
        wanted = native.sparkSession.createDataFrame(
            named.with_columns(*long, *texts).rename({it: f"_{it}" for it in by}).to_arrow()
        )
        keys = ["group"] if "group" in by else by
        on = reduce(and_, (native[it].eqNullSafe(wanted[f"_{it}"]) for it in keys))
        return native.join(wanted, on, "inner").select("task", "bucket", "first", *COLUMNS)

    def _meaning(self) -> Meaning:
        found = read_parts(self.table.files()[:1], self.table.path.parent)
        if isinstance(found, Diagnostic):  # it was read before, and is no longer there
            raise RunError(found)
        return found


def cluster_of(table: Table, claims: nw.LazyFrame[Any]) -> Cluster | None:
    """None: the rows of the table are not all that its claims are made of."""
    return Cluster(table, claims) if type(table.thaw) is Thaw else None


def judged(version: str, payload: bytes, rows: Any) -> str:
    """What a rule comes to on the claims of some groups: this runs on an executor. `rows`: an Arrow array of structs.

    Raises:
        RuntimeError: this is not the version that asks; what it pickles may be something else here.
    """
    import polars as pl

    if version != VERSION:
        raise RuntimeError(f"factlint {VERSION} judges, and factlint {version} asks")
    tasks, thaw = _ready(payload)
    frame = pl.Series("rows", pl.from_arrow(rows)).struct.unnest().sort("row")
    task = tasks[frame["task"][0]]
    claims = tuple(thaw().claims(frame))
    firsts = dict(zip(frame["id"].to_list(), frame["first"].to_list(), strict=True))
    tally = Counting(task.rule, Context(claims, thaw().vocabulary), firsts=firsts).tally()
    tally.cut(task)
    return tally.as_text()


@lru_cache(maxsize=1)
def _ready(payload: bytes) -> tuple[Sequence[Task], Callable[[], Thaw]]:
    """The rules, and what makes claims of rows: once for each process of an executor."""
    meaning, tasks = pickle.loads(payload)  # noqa: S301 - our own words to ourselves
    assert isinstance(meaning, Meaning)
    known, _ = meaning.restored()
    return tasks, lambda: Thaw(known, meaning.properties, meaning.units)
