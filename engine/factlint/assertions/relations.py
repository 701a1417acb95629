"""What a value computed from claims must hold to: a bound, or agreement with another value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from typing import Protocol

from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.be_one_of import shown
from factlint.assertions.bounds import limits, measure, side_in_words, uncertain, violated
from factlint.assertions.computed import SECOND, Computed, Environment, UnsureError, compute, constant, working
from factlint.assertions.finding import Measured, Reason
from factlint.assertions.words import show_amount, show_found
from factlint.language.model import AgreeWith, Arithmetic, BeOneOf, Bound, Constant, Expression
from factlint.quantities.values import NUMBER, DateSpan, Name, Quantity, Truth


@dataclass(frozen=True, slots=True)
class Outcome:
    """One combination of claims: is it violated, how badly, and in words what was found (`above 10 mn barrels/day`).

    `shown` is the computed value as the words go with it: a bare ratio held against a share is a share. `told` gives both;
    it is asked of few, for of many combinations the worst is told.
    """

    violated: bool
    measured: Measured = field(default_factory=lambda: Measured("bound"))
    distance: Fraction = Fraction(0)
    told: Callable[[], tuple[str, str]] = lambda: ("", "")

    @property
    def words(self) -> str:
        return self.told()[0]

    @property
    def shown(self) -> str:
        return self.told()[1]


class Relation(Protocol):
    """An assertion about a computed value, and the expressions it holds."""

    @property
    def expressions(self) -> tuple[Expression, ...]: ...

    def judge(self, left: Computed, environment: Environment, *, clearly: bool) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class BoundRelation:
    bound: Bound

    @property
    def expressions(self) -> tuple[Expression, ...]:
        return (self.bound.limit,) if self.bound.high is None else (self.bound.limit, self.bound.high)

    def judge(self, left: Computed, environment: Environment, *, clearly: bool) -> Outcome:
        limit = compute(self.bound.limit, environment)
        high = None if self.bound.high is None else compute(self.bound.high, environment)
        ensure_comparable(left, limit)
        if high is not None:
            ensure_comparable(left, high)
        left = in_its_unit(left, limit)
        assert left.interval is not None
        limit, high = limit.to(left.unit), None if high is None else high.to(left.unit)
        judged_by, lower, upper = limits(self.bound.side, limit, high)
        fails = (uncertain if clearly else violated)(left.interval, judged_by, lower, upper)
        if not fails:
            return Outcome(False)
        measured, distance = measure(left, self.bound.side, lower, upper, clearly=clearly)
        side = side_in_words(left.interval, self.bound.side, upper, clearly=clearly, date=left.date)
        told = partial(self._told, left, side, limit, high, environment, clearly=clearly)
        return Outcome(True, measured, distance, told)

    def _told(
        self,
        left: Computed,
        side: str,
        limit: Computed,
        high: Computed | None,
        environment: Environment,
        *,
        clearly: bool,
    ) -> tuple[str, str]:
        shown = left.shown()
        if shown.startswith(("above ", "below ", "at least ", "up to ")) and not left.date:
            # "is above 40 %, above 40 %" says nothing.
            return f"which {'may not be' if clearly else 'is not'} {self._allowed_words(limit, high)}", shown
        limit_words = self._limit_words(self._edge(side), limit, high, environment)
        return f"{'possibly ' if clearly else ''}{side} {limit_words}", shown

    def _allowed_words(self, limit: Computed, high: Computed | None) -> str:
        return f"{self.bound.side.value} {limit.shown()}" + (f" and {high.shown()}" if high is not None else "")

    def _edge(self, side: str) -> Expression:
        upper = self.bound.high is not None and side in {"above", "not before"}
        return self.bound.high if upper and self.bound.high is not None else self.bound.limit

    def _limit_words(self, edge: Expression, limit: Computed, high: Computed | None, environment: Environment) -> str:
        computed = high if edge is self.bound.high and high is not None else limit
        if isinstance(edge, Constant):
            return edge.text if computed.date else computed.shown()
        return (
            f"{computed.shown()} ({working(edge, environment)})" if isinstance(edge, Arithmetic) else computed.shown()
        )


@dataclass(frozen=True, slots=True)
class AgreeWithRelation:
    agree: AgreeWith

    @property
    def expressions(self) -> tuple[Expression, ...]:
        return (self.agree.other,)

    def judge(self, left: Computed, environment: Environment, *, clearly: bool) -> Outcome:
        right = compute(self.agree.other, environment)
        if left.interval is None or right.interval is None:
            return _names(left, right, clearly=clearly)
        ensure_comparable(left, right)
        left = in_its_unit(left, right)
        right = right.to(left.unit)
        assert left.interval is not None and right.interval is not None
        if left.date and left.interval == right.interval:
            return Outcome(False)  # equal date spans agree, clearly too
        mode = Mode.CLEAR if clearly else environment.mode
        agreement = Agreement(self.agree.tolerance, mode=mode)
        unit = None if left.date else left.unit
        if agreement.intervals(left.interval, right.interval, unit):
            return Outcome(False)
        measured = agreement.measure_intervals(left.interval, right.interval, unit)
        told = partial(self._told, left, right, measured, environment)
        return Outcome(True, measured, measured.found or Fraction(0), told)

    def _told(self, left: Computed, right: Computed, measured: Measured, environment: Environment) -> tuple[str, str]:
        shown = right.shown()
        if isinstance(self.agree.other, Arithmetic):
            shown = f"{working(self.agree.other, environment)} = {shown}"
        gap = f", apart by {show_found(measured)}" if measured.found else ""
        allowed = f", allowed {show_amount(measured.allowed, measured.unit)}" if measured.allowed else ""
        return f"against {shown}{gap}{allowed}", left.shown()


@dataclass(frozen=True, slots=True)
class OneOfRelation:
    """`be one of A, B` of what an expression comes to; after claims it looks at each claim (`be_one_of.py`)."""

    one_of: BeOneOf

    @property
    def expressions(self) -> tuple[Expression, ...]:
        return ()

    def judge(self, left: Computed, environment: Environment, *, clearly: bool) -> Outcome:
        failed: Outcome | None = None
        unsure: UnsureError | None = None
        for value in self.one_of.values:
            if isinstance(value, Name | bool):
                right = Computed(None, NUMBER, value=value if isinstance(value, Name) else Truth(value))
            else:
                right = constant(value, environment)
            try:
                if _is(left, right, value, clearly=clearly):
                    return Outcome(False)
            except UnsureError as error:
                unsure = unsure or error
                continue
            failed = failed or Outcome(True, Measured("members"), told=partial(self._told, _beside(left, right)))
        if failed is None and unsure is not None:
            raise unsure
        return failed or Outcome(False)

    def _told(self, left: Computed) -> tuple[str, str]:
        return f"which is none of {', '.join(map(shown, self.one_of.values))}", left.shown()


def _is(left: Computed, right: Computed, value: Name | DateSpan | Quantity | bool, *, clearly: bool) -> bool:
    if left.interval is None:
        return not _names(left, right, clearly=clearly).violated
    ensure_comparable(left, right)
    left = _beside(left, right)
    one, other = left.interval, right.to(left.unit).interval
    assert one is not None and other is not None
    if not clearly:
        return one.meets(other)
    return one.within(other) if isinstance(value, DateSpan) else one == other


def _beside(left: Computed, right: Computed) -> Computed:
    return left if left.interval is None or right.interval is None else in_its_unit(left, right)


def _names(left: Computed, right: Computed, *, clearly: bool) -> Outcome:
    match left.value, right.value:
        case Name() as one, Name() as other:
            agree = one.same(other) if clearly else one.within(other) or other.within(one)
        case Truth() as one, Truth() as other:
            agree = one.truth == other.truth
        case _:
            text = f"{left.shown()} and {right.shown()} are of different kinds"
            raise UnsureError(Reason("kind", text))
    return Outcome(not agree, Measured("members"), told=lambda: (f"against {right.shown()}", left.shown()))


def in_its_unit(left: Computed, other: Computed) -> Computed:
    """In the unit of what it is held against: a ratio as a share reads as 66.7 %, the time between two dates as days."""
    if left.date or left.interval is None or left.unit.dimension != other.unit.dimension:
        return left
    return left.to(other.unit) if left.unit == SECOND or (left.unit == NUMBER and other.unit.is_share) else left


def ensure_comparable(left: Computed, right: Computed) -> None:
    if left.date != right.date or left.interval is None or right.interval is None:
        raise UnsureError(Reason("kind", f"{left.shown()} and {right.shown()} are of different kinds"))
    if not left.date and left.unit.dimension != right.unit.dimension:
        raise UnsureError(Reason("dimension", f"{left.shown()} and {right.shown()} are of different dimensions"))
