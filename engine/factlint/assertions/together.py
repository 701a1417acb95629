"""Who agrees with whom in a group, without holding every claim against every other.

Claims that can be compared at all (of one kind and dimension) are a company. Companies know three things: whether two of
them certainly disagree, who agrees with all the others, and how they divide into camps. All of it costs n log n.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Protocol

from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.as_written import AsWritten, Written
from factlint.assertions.finding import Entry
from factlint.assertions.kin import Alike, Kin
from factlint.assertions.line import Line
from factlint.quantities.values import DateSpan, Name, Quantity, Truth, Unit


class Company(Protocol):
    """Claims that can be held against each other. `apart`: two certainly disagree; `unsure`: of two nobody can tell."""

    @property
    def entries(self) -> Sequence[Entry]: ...

    @property
    def apart(self) -> bool: ...

    @property
    def unsure(self) -> bool: ...

    def with_all(self) -> list[Entry]: ...

    def camps(self, entries: Sequence[Entry]) -> list[list[Entry]]: ...

    def joining(self, newcomers: Sequence[Entry], camps: Sequence[Sequence[Entry]]) -> set[str]: ...


@dataclass(frozen=True, slots=True)
class Together:
    """A form of agreement over whole groups: what `camps` asks of a relation."""

    agrees: Agreement

    def throughout(self, entries: Sequence[Entry]) -> bool | None:
        companies = self.companies(entries)
        if any(company.apart for company in companies):
            return False
        return None if len(companies) > 1 or any(company.unsure for company in companies) else True

    def with_all(self, entries: Sequence[Entry]) -> list[Entry]:
        companies = self.companies(entries)
        return companies[0].with_all() if len(companies) == 1 else []

    def camps(self, entries: Sequence[Entry]) -> list[list[Entry]]:
        return [camp for company in self.companies(entries) for camp in company.camps(company.entries)]

    def joining(self, newcomers: Sequence[Entry], camps: Sequence[Sequence[Entry]]) -> set[str]:
        """The ids of those that agree with every member of one of the camps; with nobody, where a camp has no members."""
        asking: dict[Hashable, list[Entry]] = {}
        for entry in newcomers:
            asking.setdefault(company_of(entry), []).append(entry)
        asked: dict[Hashable, list[Sequence[Entry]]] = {}
        for camp in camps:
            kinds = {company_of(entry) for entry in camp}
            if len(kinds) == 1:  # nobody agrees with claims of two kinds
                asked.setdefault(kinds.pop(), []).append(camp)
        found: set[str] = set()
        for kind in asking.keys() & asked.keys():
            everyone = [*(entry for camp in asked[kind] for entry in camp), *asking[kind]]
            found |= company(everyone, self.agrees).joining(asking[kind], asked[kind])
        return found

    def companies(self, entries: Sequence[Entry]) -> list[Company]:
        found: dict[Hashable, list[Entry]] = {}
        for entry in entries:
            found.setdefault(company_of(entry), []).append(entry)
        return [company(members, self.agrees) for members in found.values()]


def company_of(entry: Entry) -> Hashable:
    """What two claims must have in common to be compared."""
    return entry.value.unit.dimension if isinstance(entry.value, Quantity) else type(entry.value).__name__


def company(entries: Sequence[Entry], agrees: Agreement) -> Company:
    """The claims of one kind and dimension."""
    first = entries[0].value
    if isinstance(first, Name) and not agrees.exactly and agrees.mode is not Mode.CLEAR:
        return Kin(entries)
    if isinstance(first, Name | Truth) or (agrees.exactly and isinstance(first, DateSpan)):
        return Alike(entries, {entry.id: _said(entry) for entry in entries})
    if agrees.exactly and isinstance(first, Quantity):
        return AsWritten(entries, {entry.id: _written(entry, first.unit, agrees) for entry in entries})
    return line(entries, agrees)


def line(entries: Sequence[Entry], agrees: Agreement) -> Line:
    """Quantities of one dimension, or dates."""
    first = entries[0].value
    doubtful = isinstance(first, Quantity) and not agrees.fits(first.unit)
    if doubtful:  # whoever meets agrees whatever is allowed; of the rest nobody can tell
        agrees = Agreement(mode=agrees.mode)
    return Line(entries, agrees, first.unit if isinstance(first, Quantity) else None, doubtful)


def _said(entry: Entry) -> Hashable:
    match entry.value:
        case DateSpan() as date:
            return (date.start, date.end, date.zoned)
        case Truth() as truth:
            return truth.truth
        case value:
            return value


def _written(entry: Entry, unit: Unit, agrees: Agreement) -> Written:
    assert isinstance(entry.value, Quantity)
    quantity = entry.value.to(unit)
    return Written(quantity.interval, quantity.nominal, agrees.mode is not Mode.CLEAR or quantity.clear.is_point)
