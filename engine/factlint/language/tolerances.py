"""`within T`, and by how much a trend may change: relative or absolute, and of the right dimension."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factlint.language import messages, values
from factlint.language import model as m
from factlint.language import nodes as n
from factlint.language.dimensions import SECOND, Sort, example, fit, without_offset
from factlint.language.scope import Scope
from factlint.quantities.values import Quantity


@dataclass(frozen=True, slots=True)
class Compared:
    """What an assertion compares: a property (or an expression), and its sort."""

    name: str
    sort: Sort

    def __str__(self) -> str:
        return f"{self.name} is {self.sort}"


def bind(scope: Scope, leaf: n.Leaf, compared: Sequence[Compared]) -> m.Tolerance | None:
    """A percentage is relative; all else is absolute, and fits everything that is compared (() any claims)."""
    counts = {it.sort.unit for it in compared if it.sort.measures}
    quantity = values.quantity(scope, leaf, like=next(iter(counts)) if len(counts) == 1 else None)
    if quantity is None:
        return None
    if quantity.nominal is None or quantity.nominal < 0:
        scope.report(messages.negative_tolerance(scope.source, leaf.span))
        return None
    text = scope.words(leaf.span)
    relative = quantity.unit.is_share and not quantity.unit.is_points
    for it in compared:
        problem = _relative(it) if relative else _absolute(scope, quantity, it, text)
        if problem is not None:
            is_a = str(Sort("quantity", quantity.unit))
            scope.report(messages.wrong_tolerance(scope.source, leaf.span, is_a, str(it), problem))
            return None
    if relative:
        return m.Relative(quantity.nominal * quantity.unit.factor, quantity.text)
    return m.Absolute(replace(quantity, unit=without_offset(quantity.unit)), quantity.text)


def _relative(compared: Compared) -> str | None:
    """What to write instead; None where a share of the value makes sense."""
    match compared.sort.kind:
        case "date":
            return "write a duration, such as `within 6 hours`"
        case "entity" | "place" | "truth":
            return "names and truths agree or do not: write it without a tolerance"
        case _:
            return None


def _absolute(scope: Scope, quantity: Quantity, compared: Compared, text: str) -> str | None:
    sort = compared.sort
    if sort.kind == "date":
        fits = quantity.unit.dimension == SECOND.dimension
        return None if fits else "write a duration, such as `within 6 hours`"
    if not sort.measures:
        return "names and truths agree or do not: write it without a tolerance"
    if Sort("quantity", quantity.unit).bare and sort.unit.is_share:
        return f"write `{text}%` for a share of the value, or `{text} percentage points`"
    if quantity.unit.is_points and sort.bare and not sort.ratio:
        return "write a number, or `10%` for a share of the value"
    how, why = fit(quantity.unit, sort.unit, scope.vocabulary.units, scope.using)
    if how in {"same", "converts"}:
        return None
    if how == "closed":
        return f"open the conversion: {why}"
    if sort.unit.is_share:
        return "write `5 percentage points`, or `10%` for a share of the value"
    number = text if Sort("quantity", quantity.unit).bare else "10"
    return f"write it in that unit, such as `{example(sort.unit, number)}`, or `10%` for a share of the value"
