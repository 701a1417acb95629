"""Arithmetic across properties: which claims align for the operands of an expression, and every combination of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod

from factlint.assertions.aggregates import aggregate
from factlint.assertions.agreement import Mode
from factlint.assertions.computed import Computed, Environment, aggregates_of, operands_of
from factlint.assertions.finding import Entry
from factlint.corpus.claim import GRAINS, Claim, Grain, Property
from factlint.evaluate.entries import Converter
from factlint.evaluate.group import Comparable
from factlint.evaluate.keys import period_value
from factlint.evaluate.select import select
from factlint.language.model import Aggregate, Expression, Operand, Selection

LIMIT = 100_000
"""Combinations judged in a group."""


Term = Operand | Aggregate


@dataclass(frozen=True, slots=True)
class Slot:
    """An operand or an aggregate, and its claims.

    `fixed`: it names its subject, or runs over several, so it does not align on subjects. `grain` is what it aligns by:
    none where it names its period, or its property does not vary. `qualifiers`: keys that its claims may state.
    """

    term: Term
    entries: tuple[Entry, ...]
    fixed: bool
    grain: Grain | None
    qualifiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """The claims that stand for each term of an expression in one group."""

    key: tuple[tuple[str, str | None], ...]
    terms: tuple[tuple[Term, tuple[Entry, ...]], ...]

    @property
    def operands(self) -> tuple[tuple[Operand, tuple[Entry, ...]], ...]:
        return tuple((term, entries) for term, entries in self.terms if isinstance(term, Operand))

    @property
    def size(self) -> int:
        """How many combinations of claims there are: an aggregate is one value, whatever the number of its claims."""
        return prod(len(entries) for _operand, entries in self.operands)

    def environments(self, mode: Mode = Mode.PLAIN) -> Iterator[Environment]:
        """Every combination, up to the limit.

        Raises:
            UnsureError: an aggregate has no value.
        """
        operands = [operand for operand, _entries in self.operands]
        values = self.aggregates(mode)
        for chosen in islice(product(*(entries for _operand, entries in self.operands)), LIMIT):
            yield Environment(dict(zip(operands, chosen, strict=True)), values, mode)

    def aggregates(self, mode: Mode) -> dict[Aggregate, Computed]:
        return {
            term: aggregate(term.function, entries, mode) for term, entries in self.terms if isinstance(term, Aggregate)
        }


def fill(
    terms: Sequence[Term], claims: Sequence[Claim], properties: Mapping[str, Property], converter: Converter
) -> tuple[Slot, ...]:
    """The claims of each term: of its property, its subject and period where named, asserted and actual."""
    slots = []
    for term in terms:
        if isinstance(term, Operand):
            selection = Selection(
                properties=(term.property,),
                about=None if term.subject is None else (term.subject,),
                period=term.period,
                including=term.including,
            )
        else:
            selection = term.selection
        wanted = selection.properties
        candidates = [claim for claim in claims if not wanted or claim.property.name in wanted]
        chosen = select(selection, candidates, converter.value)
        found = [properties[name] for name in wanted if name in properties]
        grains = [it.varies_by for it in found if it.varies_by is not None]
        varies = selection.period is None and len(grains) == len(found) and grains
        slots.append(
            Slot(
                term,
                converter.entries(chosen.claims),
                fixed=isinstance(term, Aggregate) or term.subject is not None,
                grain=max(grains, key=GRAINS.index) if varies else None,
                qualifiers=tuple(
                    key for key in (found[0].qualifiers if found else ()) if all(key in it.qualifiers for it in found)
                ),
            )
        )
    return tuple(slots)


def align(slots: Sequence[Slot]) -> tuple[list[Aligned], list[Claim]]:
    """The groups of claims that align, by key; and the claims that lack a partner.

    Operands without `of` share their subject, those without `in` the period as their properties vary (the finer within
    the coarser), all of them the qualifiers that their properties have in common.
    """
    grains = [slot.grain for slot in slots if slot.grain is not None]
    finest = min(grains, key=GRAINS.index) if grains else None
    shared = _shared_qualifiers(slots)
    tables = [_by_subject_and_qualifiers(slot, shared) for slot in slots]
    named = [slot.fixed for slot in slots]
    groups: list[Aligned] = []
    used: set[str] = set()
    for subject, qualifiers in _candidates(tables, named):
        rows = [
            table.get((None if fixed else subject, qualifiers), []) for table, fixed in zip(tables, named, strict=True)
        ]
        if not all(rows):
            continue
        for shown_period, chosen in _by_period(slots, rows, finest):
            used |= {entry.id for entries in chosen for entry in entries}
            first = next((entries[0] for entries, fixed in zip(chosen, named, strict=True) if not fixed), None)
            key = _shown_key(slots, first, chosen[0][0], shared, finest, shown_period)
            groups.append(Aligned(key, tuple((slot.term, it) for slot, it in zip(slots, chosen, strict=True))))
    lone = [entry.claim for slot in slots for entry in slot.entries if entry.id not in used]
    return sorted(groups, key=lambda it: tuple((key, value or "") for key, value in it.key)), lone


_Qualifiers = tuple[str | None, ...]
_Table = dict[tuple[str | None, _Qualifiers], list[Entry]]


def _shared_qualifiers(slots: Sequence[Slot]) -> list[str]:
    """Keys that every property of the expression has: a key that only one has cannot tell its claims apart here."""
    if not slots:
        return []
    first, *rest = slots
    return [key for key in sorted(first.qualifiers) if all(key in other.qualifiers for other in rest)]


def _qualifiers(claim: Claim, shared: Sequence[str]) -> _Qualifiers:
    stated = dict(claim.qualifiers)
    return tuple(stated[key].key if key in stated else None for key in shared)


def _by_subject_and_qualifiers(slot: Slot, shared: Sequence[str]) -> _Table:
    """The entries of a slot; a slot that names its subject is found under None."""
    table: _Table = {}
    for entry in slot.entries:
        subject = None if slot.fixed else entry.claim.subject.key
        table.setdefault((subject, _qualifiers(entry.claim, shared)), []).append(entry)
    return table


def _candidates(tables: Sequence[_Table], named: Sequence[bool]) -> list[tuple[str | None, _Qualifiers]]:
    """Every (subject, qualifiers) that a slot without a subject of its own holds; of the first slot if all have one."""
    free = [table for table, fixed in zip(tables, named, strict=True) if not fixed]
    return sorted(
        {key for table in (free or tables[:1]) for key in table},
        key=lambda it: (it[0] or "", tuple(value or "" for value in it[1])),
    )


def _by_period(
    slots: Sequence[Slot], rows: Sequence[Sequence[Entry]], finest: Grain | None
) -> Iterator[tuple[str | None, tuple[tuple[Entry, ...], ...]]]:
    """One choice of entries a period of the finest grain: equal periods, and the coarser ones that hold it."""
    if finest is None:
        yield None, tuple(tuple(row) for row in rows)
        return
    anchors: dict[object, tuple[str | None, Entry]] = {}
    for slot, row in zip(slots, rows, strict=True):
        if slot.grain == finest:
            for entry in row:
                compared, shown = period_value(entry.claim.period, finest)
                anchors.setdefault(compared, (shown, entry))
    for shown, anchor in sorted(anchors.values(), key=lambda it: (it[0] or "", it[1].id)):
        chosen = []
        for slot, row in zip(slots, rows, strict=True):
            grain = slot.grain
            if grain is None:
                chosen.append(tuple(row))
                continue
            wanted = period_value(anchor.claim.period, grain)[0]
            chosen.append(tuple(it for it in row if period_value(it.claim.period, grain)[0] == wanted))
        if all(chosen):
            yield shown, tuple(chosen)


def _shown_key(
    slots: Sequence[Slot],
    aligned: Entry | None,
    first: Entry,
    shared: Sequence[str],
    finest: Grain | None,
    shown_period: str | None,
) -> tuple[tuple[str, str | None], ...]:
    key: list[tuple[str, str | None]] = []
    named = [slot.term.subject for slot in slots if isinstance(slot.term, Operand) and slot.term.subject is not None]
    subjects = {subject.key: subject.name for subject in named}
    if aligned is not None:
        key.append(("subject", aligned.claim.subject.name))
    elif len(subjects) == 1:
        key.append(("subject", next(iter(subjects.values()))))
    stated = dict((aligned or first).claim.qualifiers)
    key += [(name, stated[name].name) for name in shared if name in stated]
    if finest is not None:
        key.append((finest, shown_period))
    return tuple(key)


LEAD = Operand(property="")
"""Stands for the rule's own claim in a combination, where a rule selects claims and bounds them by an expression."""


def align_with(
    leading: Comparable, entries: Sequence[Entry], slots: Sequence[Slot], *, fixed: bool = False
) -> tuple[list[Aligned], list[Claim]]:
    """For each claim of a selection's group the claims of the terms that align with it; and the claims without.

    `fixed`: the claims stand for several subjects (a sum of parts), so only period and qualifiers align.
    """
    groups, lone = [], []
    for entry in entries:
        prop = entry.claim.property
        own = Slot(LEAD, (entry,), fixed=fixed, grain=prop.varies_by, qualifiers=prop.qualifiers)
        found = align([own, *slots])[0] if slots else [Aligned((), ((LEAD, (entry,)),))]
        groups += [Aligned(leading.key, it.terms) for it in found]
        if not found:
            lone.append(entry.claim)
    return groups, lone


def terms_of(*expressions: Expression) -> tuple[Term, ...]:
    """The operands and aggregates of expressions, each once."""
    leaves: dict[Term, None] = {}
    for expression in expressions:
        leaves.update(dict.fromkeys(operands_of(expression)))
        leaves.update(dict.fromkeys(aggregates_of(expression)))
    return tuple(leaves)
