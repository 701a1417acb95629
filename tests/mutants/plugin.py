"""A pytest plugin that spoils the engine in one place, named by FACTLINT_MUTANT, before any scenario runs."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

Spoil = Callable[[pytest.MonkeyPatch], None]


def wider_tolerance(patch: pytest.MonkeyPatch) -> None:
    """Every tolerance lets a tenth more pass than was written."""
    from factlint.language import tolerances
    from factlint.language.model import Absolute, Relative

    bind = tolerances.bind

    def spoilt(*arguments: Any, **options: Any) -> Any:
        found = bind(*arguments, **options)
        if isinstance(found, Relative):
            return replace(found, share=found.share * Fraction(11, 10))
        if isinstance(found, Absolute) and found.quantity.nominal is not None:
            return replace(found, quantity=replace(found.quantity, nominal=found.quantity.nominal * Fraction(11, 10)))
        return found

    patch.setattr(tolerances, "bind", spoilt)


def strict_boundary(patch: pytest.MonkeyPatch) -> None:
    """Exactly the tolerance no longer agrees."""
    from factlint.language import tolerances
    from factlint.language.model import Relative

    bind = tolerances.bind

    def spoilt(*arguments: Any, **options: Any) -> Any:
        found = bind(*arguments, **options)
        return replace(found, share=found.share * Fraction(999, 1000)) if isinstance(found, Relative) else found

    patch.setattr(tolerances, "bind", spoilt)


def narrow_hedges(patch: pytest.MonkeyPatch) -> None:
    """`about` and `nearly` are half as wide."""
    from factlint.quantities import hedges

    for hedge, width in list(hedges.WIDTHS.items()):
        patch.setitem(hedges.WIDTHS, hedge, width / 2)


def few_is_many(patch: pytest.MonkeyPatch) -> None:
    """`a few` reaches further."""
    from factlint.quantities import hedges

    patch.setitem(hedges.VAGUE, "FEW", (2, 50))


def timeless_groups(patch: pytest.MonkeyPatch) -> None:
    """Claims compare whatever the period."""
    from factlint.evaluate import group

    patch.setattr(group, "period_value", lambda _period, _grain: (None, None))


def groups_without_subject(patch: pytest.MonkeyPatch) -> None:
    """Claims compare whatever they are about."""
    from factlint.evaluate import group, run

    whole = group.comparability

    def spoilt(claim: Any, per: Any, regardless: Any, **options: Any) -> Any:
        return whole(claim, per, regardless | {"subject"}, **options)

    for module in (group, run):
        patch.setattr(module, "comparability", spoilt)


def every_outlet_is_a_source(patch: pytest.MonkeyPatch) -> None:
    """Outlets that relay one agency, or one person's words, count as so many."""
    from factlint.corpus import build
    from factlint.corpus.independence import sources as found

    def spoilt(**options: Any) -> Any:
        return found(**{**options, "speaker": None, "via": (), "document_via": ()})

    patch.setattr(build, "sources", spoilt)


MUTANTS: dict[str, Spoil] = {
    "a wider tolerance": wider_tolerance,
    "a strict boundary": strict_boundary,
    "narrow hedges": narrow_hedges,
    "a few is many": few_is_many,
    "timeless groups": timeless_groups,
    "groups without a subject": groups_without_subject,
    "every outlet is a source": every_outlet_is_a_source,
}


@pytest.fixture(scope="session", autouse=True)
def _spoilt() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        MUTANTS[os.environ["FACTLINT_MUTANT"]](patch)
        yield
