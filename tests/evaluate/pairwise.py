"""Who agrees with whom, pair by pair as the language defines it: slow, and what the engine's shortcuts are held against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factlint.assertions.agreement import Agreement
from factlint.assertions.corroboration import backs, may_back
from factlint.assertions.finding import Entry


@dataclass(frozen=True)
class Pairwise:
    agrees: Callable[[Entry, Entry], bool | None]

    def throughout(self, entries: Sequence[Entry]) -> bool | None:
        verdicts = {self.agrees(a, b) for a in entries for b in entries if a is not b}
        return False if False in verdicts else None if None in verdicts else True

    def with_all(self, entries: Sequence[Entry]) -> list[Entry]:
        return [a for a in entries if all(self.agrees(a, b) for b in entries if b is not a)]

    def camps(self, entries: Sequence[Entry]) -> list[list[Entry]]:
        camps: list[list[Entry]] = []
        for entry in entries:
            for camp in camps:
                if all(self.agrees(entry, member) for member in camp):
                    camp.append(entry)
                    break
            else:
                camps.append([entry])
        return camps


def sources_behind(entry: Entry, entries: Sequence[Entry], agrees: Agreement, *, unsure: bool = False) -> int:
    """The sources of a claim and of those that back it; `unsure` counts those that may back it as well."""
    behind = [
        it for it in entries if it is entry or backs(it, entry, agrees) or (unsure and may_back(it, entry, agrees))
    ]
    return len({source.key for it in behind for source in it.claim.sources})
