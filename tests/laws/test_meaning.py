"""Laid out anew, a rule file means what it meant."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given

from factlint.language.layout import lay_out
from factlint.source import Source
from tests.laws.profile import law
from tests.laws.worlds import World, evaluations, read, worlds


@law
@given(worlds())
def test_laying_out_a_file_keeps_its_meaning(world: World) -> None:
    text, _ = lay_out(Source("own.rules", world.rules))
    assume(text is not None)
    assert text is not None
    it, other = read(world), read(replace(world, statements=(text,)))
    assert [rule.checks for rule in other.model.rules] == [rule.checks for rule in it.model.rules]
    assert [rule.subject for rule in other.model.rules] == [rule.subject for rule in it.model.rules]
    assert evaluations(other) == evaluations(it)
