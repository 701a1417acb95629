"""What formats say of a finding in plain lines. Text from outside is made printable here, once, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factlint.assertions.finding import Camp, Entry
from factlint.assertions.words import count, show_camp, show_value
from factlint.corpus.claim import Claim
from factlint.diagnostics import Diagnostic, printable
from factlint.evaluate.result import Finding, RuleResult
from factlint.quantities.values import DateSpan, Name, Quantity, Truth
from factlint.report import Report
from factlint.reporters.places import claim_place, quote_place, rule_place
from factlint.statuses import failing

IN_CAMP = 10
"""Claims of a camp that are shown; the rest are counted."""

ALONE = 3
"""Lone claims of a rule that are shown; the rest are counted."""

NEUTRAL = "agreeing with every other claim"


def mark(finding: Finding) -> str:
    """What a finding is, in a word: accepted, known, or its severity."""
    return "accepted" if finding.accepted else "known" if finding.known else finding.severity


def fails(finding: Finding, report: Report) -> bool:
    """Does this finding alone make the run fail?"""
    return finding.counts and finding.severity in failing(report.fail_on)


def message(finding: Finding) -> str:
    return printable(finding.judgement.message)


def sides(finding: Finding) -> list[tuple[str | None, Camp]]:
    """The camps with their titles, then the claims that agree with all; no title where there is but one side."""
    neutral = finding.judgement.neutral
    if len(finding.camps) == 1 and not neutral:
        return [(None, finding.camps[0])]
    titled: list[tuple[str | None, Camp]] = list(zip(camp_titles(finding), finding.camps, strict=True))
    return [*titled, (NEUTRAL, Camp(neutral))] if neutral else titled


def camp_titles(finding: Finding) -> list[str]:
    """What each camp says: its values, with the property or the stance where camps differ in it."""
    claims = [entry.claim for camp in finding.camps for entry in camp.entries]
    several = len({claim.property.name for claim in claims}) > 1
    opposed = {claim.stance for claim in claims} == {"asserts", "denies"}
    return [_camp_title(camp, with_property=several, with_stance=opposed) for camp in finding.camps]


def _camp_title(camp: Camp, *, with_property: bool, with_stance: bool) -> str:
    first = camp.entries[0]
    what = show_camp(camp)
    if with_property:
        what = f"{first.claim.property.name}: {what}"
    if with_stance:
        word = "denied" if first.claim.stance == "denies" else "asserted"
        what = word if isinstance(first.value, Truth) else f"{word}: {what}"
    return printable(what)


def backing(camp: Camp) -> str:
    """`2 independent sources (A, B), 3 claims`."""
    sources = count(len(camp.sources), "independent source")
    return printable(f"{sources} ({', '.join(camp.sources)}), {count(len(camp.entries), 'claim')}")


def told_by(claim: Claim) -> str:
    """`Harbour Gazette, 2031-03-04, quoting harbour master, denies`."""
    document = claim.document
    parts = [document.outlet.name if document.outlet else document.id]
    if document.published:
        parts.append(document.published.text)
    if claim.speaker:
        parts.append(f"{'quoting' if claim.speech == 'quoted' else 'paraphrasing'} {claim.speaker.name}")
    if claim.modality != "actual":
        parts.append(claim.modality)
    if claim.stance == "denies":
        parts.append("denies")
    return printable(", ".join(parts))


def as_compared(entry: Entry) -> str:
    """The value as written and, where that says more, as compared."""
    return printable(_as_compared(entry))


def _as_compared(entry: Entry) -> str:
    written = entry.claim.value_text
    value = entry.value
    if isinstance(value, Quantity):
        shown = show_value(value)
        why = "" if value.why.value == "exact" else f" ({value.why.value})"
        return f"{written}, {shown}{why}" if shown.replace(" ", "") != written.replace(" ", "") or why else written
    if isinstance(value, Name) and value.name.casefold() != written.casefold():
        return f"{written}, {value.name}"
    if isinstance(value, Truth) and entry.claim.stance == "denies":
        return f"{written}, denied"
    if isinstance(value, DateSpan) and written and show_value(value) != written:
        return f"{written}, {show_value(value)}"
    return written or show_value(value)


def quoted(claim: Claim) -> str | None:
    """The quote between quotation marks, in one line."""
    return f"“{printable(claim.quote)}”" if claim.quote else None


def where_quoted(claim: Claim, report: Report) -> str:
    """`gazette.txt:18` where the text is held, else the claim's own place in the corpus."""
    place = quote_place(claim, report) or claim_place(claim)
    return printable(replace(place, column=None).shown)


def notes(finding: Finding) -> Iterator[tuple[str, str]]:
    """What stands below the claims: (label, words)."""
    if finding.judgement.working:
        yield "working", printable(finding.judgement.working)
    if finding.rule.because:
        yield "because", printable(finding.rule.because)
    if finding.accepted:
        until = f" (until {finding.accepted.until.text})" if finding.accepted.until else ""
        yield "accepted", printable(f"{finding.accepted.because}{until}")
    if finding.unnamed_sources:
        verb = "is" if finding.unnamed_sources == 1 else "are"
        yield "note", f"{count(finding.unnamed_sources, 'source')} behind these claims {verb} unnamed"


def finding_lines(finding: Finding, report: Report) -> list[str]:
    """A finding in plain lines: what disagrees, by which rule, who says what in which words, and the notes."""
    lines = [message(finding)]
    place = rule_place(finding.rule)
    where = f"{place.shown}: " if place else ""
    lines.append(f"rule: {printable(where + finding.rule.sentence)}")
    for title, camp in sides(finding):
        if title is not None:
            lines.append(f"{title}: {backing(camp)}")
        lines += [f"- {_claim_line(entry, report)}" for entry in camp.entries[:IN_CAMP]]
        left = len(camp.entries) - IN_CAMP
        if left > 0:
            lines.append(f"- … and {count(left, 'more claim')}")
    lines += [f"{label}: {words}" for label, words in notes(finding)]
    return lines


def _claim_line(entry: Entry, report: Report) -> str:
    claim = entry.claim
    told = f"{printable(claim.id)}: {told_by(claim)}: {as_compared(entry)}"
    by = f", by {printable(entry.working)}" if entry.working else ""
    quote = quoted(claim)
    said = f", {quote}" if quote else ""
    return f"{told}{by}{said} ({where_quoted(claim, report)})"


def judged(result: RuleResult) -> str:
    """How much a rule judged, and what of that it holds on: `2 groups, 5 claims, 1 only thanks to a hedge`."""
    parts = ["nothing to judge"]
    if result.groups:
        parts = [count(result.groups, "quote" if result.builtin else "group")]
        if not result.builtin:
            parts.append(count(result.claims, "claim"))
    for reason, number in result.only_thanks_to.items():
        if number:
            parts.append(f"{number} only thanks to {'' if reason == 'precision' else 'a '}{reason}")
    counted = (
        (len(result.alone) + result.alone_unlisted, "alone"),
        (result.straddling, "straddling a date"),
        (result.not_judged, "not judged"),
    )
    parts += [f"{number} {words}" for number, words in counted if number]
    return ", ".join(parts)


def judged_lines(result: RuleResult) -> list[str]:
    """What was judged, what was not and why, and who stood alone."""
    lines = [f"{result.verdict.replace('_', ' ')}: {judged(result)}"]
    lines += [f"only thanks to its width: {printable(words)}" for words in result.thanks_words[:ALONE]]
    lines += [f"not judged: {printable(words)}" for words in result.notes[:ALONE]]
    for alone in result.alone[:ALONE]:
        nearest = f"{alone.words} ({alone.nearest.id})" if alone.nearest else "no claim is near"
        lines.append(f"alone: {printable(f'{alone.claim.id}, {nearest}')}")
    left = max(len(result.alone) - ALONE, 0) + result.alone_unlisted
    if left:
        lines.append(f"… and {count(left, 'more claim')} alone")
    return lines


def idle(report: Report) -> list[RuleResult]:
    """The rules that fail a strict run: they judged nothing."""
    if not report.strict:
        return []
    return [result for result in report.results if result.verdict == "not_applicable" and not result.builtin]


def diagnostic_lines(diagnostic: Diagnostic) -> list[str]:
    """The message, then what the places that took part have to say, then the help."""
    lines = [printable(diagnostic.message)]
    labels = [*([diagnostic.primary] if diagnostic.primary else []), *diagnostic.related]
    for label in labels:
        if label.text:
            at = label.position
            lines.append(printable(f"{label.source.name}:{at.line}:{at.column}: {label.text}"))
    if diagnostic.help:
        lines += [f"help: {printable(line)}" for line in diagnostic.help.split("\n")]
    return lines


def outcome(report: Report) -> str:
    """`4 findings: 3 errors, 1 accepted`, or `no findings`."""
    if not report.found:
        return "no findings"
    parts = []
    for severity, number in report.counting.items():
        if number:
            parts.append(f"{number} info" if severity == "info" else count(number, severity))
    for word in ("accepted", "known"):
        number = sum(mark(finding) == word for finding in report.findings)
        if number:
            parts.append(f"{number} {word}")
    return f"{count(report.found, 'finding')}: {', '.join(parts)}"


def verdicts(report: Report) -> str:
    """`9 rules: 5 satisfied, 3 violated, 1 accepted`."""
    parts = [f"{number} {verdict.replace('_', ' ')}" for verdict, number in report.verdicts.items() if number]
    return f"{count(len(report.results), 'rule')}: {', '.join(parts) or 'none'}"


def rejected(report: Report) -> str | None:
    """`1 rule, 2 claims`: what was left out for mistakes; None where nothing was."""
    left_out = (
        (report.rejected_rules, "rule"),
        (report.rejected_claims, "claim"),
        (report.rejected_documents, "document"),
    )
    return ", ".join(count(number, thing) for number, thing in left_out if number) or None
