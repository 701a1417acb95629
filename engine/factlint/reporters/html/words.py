"""How the page words what a finding holds: sides, who says so, when, and how a value was read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factlint.assertions.finding import Camp, Entry, Group
from factlint.assertions.words import SHOWN, count, show_value
from factlint.corpus.claim import Claim
from factlint.diagnostics import width
from factlint.evaluate.result import Finding, RuleResult, Verdict
from factlint.quantities.dates import show_date
from factlint.quantities.values import DateSpan, Form, Name, Quantity, Truth, Why
from factlint.reporters.wording import backing, camp_titles

VERDICTS: dict[Verdict, str] = {
    "violated": "Violated",
    "undetermined": "Undetermined",
    "accepted": "Accepted",
    "not_applicable": "Not applicable",
    "satisfied": "Satisfied",
}
"""In the order in which a reader needs them."""

TREND = ("not increase", "not decrease", "not change by more than")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-3]\d)(?:T([0-2]\d:[0-5]\d)(?::00)?(Z?))?)?)?([~?]?)\Z", re.ASCII)
_HEDGES = {"": "", "~": "about ", "?": "perhaps "}


@dataclass(frozen=True, slots=True)
class Side:
    """Claims that stand together in a finding. `number` counts from 0; those that agree with everyone have -1."""

    number: int
    title: str
    entries: tuple[Entry, ...]

    @property
    def backing(self) -> str:
        """`2 independent sources (A, B), 3 claims`."""
        return backing(Camp(self.entries))


def sides(finding: Finding) -> tuple[Side, ...]:
    """The camps of a finding, then those that agree with all. The pairs of a trend share claims: there it is one row."""
    if finding.assertion in TREND and finding.judgement.outcome == "violated":
        return (Side(0, "", tuple(sorted(finding.entries, key=_by_period))),)
    found = [
        Side(number, title, camp.entries)
        for number, (title, camp) in enumerate(zip(_titles(finding), finding.camps, strict=True))
    ]
    if finding.judgement.neutral:
        title = "agrees with every other claim" if len(finding.camps) > 1 else "not at fault"
        found.append(Side(-1, title, finding.judgement.neutral))
    return tuple(found)


def _titles(finding: Finding) -> list[str]:
    """What each camp says; dates as people write them."""
    titles = camp_titles(finding)
    if len({(entry.claim.property.name, entry.claim.stance) for entry in finding.entries}) > 1:
        return titles
    return [_dates(camp) or title for camp, title in zip(finding.camps, titles, strict=True)]


def _dates(camp: Camp) -> str | None:
    """The dates of a camp that says nothing else."""
    spans = [entry.value for entry in camp.entries if isinstance(entry.value, DateSpan)]
    if len(spans) < len(camp.entries):
        return None
    dates = list(dict.fromkeys(readable_date(span) for span in spans))
    more = f" and {len(dates) - SHOWN} more" if len(dates) > SHOWN else ""
    return "; ".join(dates[:SHOWN]) + more


def _by_period(entry: Entry) -> tuple[int, str]:
    period = entry.claim.period
    return (0 if period is None or period.start is None else period.start, entry.id)


def group_name(finding: Finding) -> str:
    """What a finding is about: `export share of Rosneft and Lukoil, October 2025`."""
    key = tuple((name, value if value is None else readable(value)) for name, value in finding.key)
    return Group(key, ()).name


def readable_date(span: DateSpan) -> str:
    return readable(show_date(span))


def readable(text: str) -> str:
    """`2025-10-27` as `27 October 2025`, `2025-10~` as `about October 2025`; what is no such date stays as it is."""
    start, slash, end = text.partition("/")
    if slash:
        ends = [part for part in (start, end) if part not in {"", ".."}]
        if not ends or not all(_DATE.match(part) for part in ends):
            return text
        if len(ends) == 2:
            return f"{readable(start)} to {readable(end)}"
        return f"from {readable(start)} on" if start == ends[0] else f"until {readable(end)}"
    found = _DATE.match(text)
    if found is None:
        return text
    year, month, day, time, zone, hedge = found.groups()
    words = [str(int(day))] if day else []
    words += [_MONTHS[int(month) - 1]] if month else []
    clock = f", {time}{' UTC' if zone else ''}" if time else ""
    return _HEDGES[hedge] + " ".join([*words, year]) + clock


def who(claim: Claim) -> str:
    """Whose claim it is, in a few words: the outlet (else the document), and whom it quotes."""
    document = claim.document
    name = document.outlet.name if document.outlet else document.id
    return f"{name}, {telling(claim)}" if claim.speaker else name


def telling(claim: Claim) -> str | None:
    """`quoting NAME`, `paraphrasing NAME`."""
    if claim.speaker is None:
        return None
    return f"{'quoting' if claim.speech == 'quoted' else 'paraphrasing'} {claim.speaker.name}"


def as_written(entry: Entry) -> str:
    written = entry.claim.value_text
    if isinstance(entry.value, DateSpan):
        return readable(written) if written else readable_date(entry.value)
    return written or show_value(entry.value)


def as_compared(entry: Entry) -> str | None:
    """The value as compared, where that says more than what is written."""
    written, value = as_written(entry), entry.value
    denied = entry.claim.stance == "denies"
    match value:
        case Truth():
            return "denied" if denied else None
        case DateSpan():
            shown = readable_date(value)
        case Name():
            shown = value.name
        case Quantity():
            shown = show_value(value)
    if denied:
        return f"denied: {shown}"
    return None if shown.replace(" ", "").casefold() == written.replace(" ", "").casefold() else shown


def width_in_words(entry: Entry) -> str | None:
    """What widened a quantity, for a reader who has not met the word."""
    value = entry.value
    if isinstance(value, DateSpan):
        return "an uncertain date, taken with room on both sides" if value.hedged else None
    if not isinstance(value, Quantity):
        return None
    match value.why:
        case Why.PRECISION:
            return "as precisely as it is written"
        case Why.HEDGE if value.form is Form.BOUND:
            return "one-sided"
        case Why.HEDGE:
            return f"the hedge “{value.hedge}”" if value.hedge else "a hedge"
        case Why.RANGE:
            return "a range"
        case Why.VAGUE:
            return "a vague word"
        case Why.EXACT:
            return None


def judged(result: RuleResult) -> str:
    if not result.groups:
        return "nothing to judge"
    if result.builtin:
        return count(result.groups, "quote")
    return f"{count(result.groups, 'group')}, {count(result.claims, 'claim')}"


def thanks(result: RuleResult) -> str:
    """`a hedge (1 group), precision (2 groups)`."""
    named = {"hedge": "a hedge", "precision": "precision", "range": "a range"}
    return ", ".join(
        f"{named[why]} ({count(number, 'group')})" for why, number in result.only_thanks_to.items() if number
    )


def sentence(text: str) -> str:
    """A clause as a sentence begins."""
    return text[:1].upper() + text[1:]


def clip(text: str, room: int) -> str:
    """The start of a text that is longer than there is room for, cut between words; wide letters count as two."""
    if len(text) <= room and width(text) <= room:
        return text
    cut = text[: room - 1]
    while width(cut) > room - 1:
        cut = cut[:-1]
    space = cut.rfind(" ")
    return (cut[:space] if space > room // 2 else cut).rstrip(" ,;:") + "…"
