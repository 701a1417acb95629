"""`factlint verify`: every quote that does not bear out its claim, and how many do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factlint.assertions.words import count
from factlint.corpus.claim import Claim, QuoteStatus
from factlint.diagnostics import printable
from factlint.evaluate.evidence import SEVERITIES
from factlint.reporters.style import PLAIN, Style
from factlint.source import Source
from factlint.statuses import FailOn, failing

HUES = {"error": "red", "warning": "yellow", "info": "blue"}


def render_quotes(claims: Sequence[Claim], texts: Mapping[str, Source], *, limit: int = 50, color: bool = False) -> str:
    """Problems first, by claim; then a line for each status."""
    style = Style(color) if color else PLAIN
    wrong = [claim for claim in claims if claim.evidence.status in SEVERITIES]
    lines: list[str] = []
    for claim in wrong[:limit]:
        lines += _problem(claim, texts.get(claim.document.id), style)
    if len(wrong) > limit:
        lines += [f"… and {count(len(wrong) - limit, 'more quote')}, not shown (--limit {limit})", ""]
    counted = Counter(claim.evidence.status for claim in claims)
    told = [f"{counted[status]:,} {status.value.replace('_', ' ')}" for status in QuoteStatus if counted[status]]
    lines.append(f"{count(len(claims), 'claim')}: {', '.join(told) or 'none'}")
    return "\n".join(lines) + "\n"


def _problem(claim: Claim, text: Source | None, style: Style) -> Iterator[str]:
    severity = SEVERITIES[claim.evidence.status]
    head = f"{severity}[{claim.evidence.status.value}]"
    problem = claim.evidence.problem or f"its quote is {claim.evidence.status.value.replace('_', ' ')}"
    yield f"{style(head, 'bold', HUES[severity])}: {printable(claim.id)}: {printable(problem)}"
    yield f"  --> {printable(claim.defined.file)}:{claim.defined.line}"
    if claim.quote:
        yield f"   | quote: “{printable(claim.quote)}”"
    if claim.evidence.nearest and text is not None:
        yield f"   | nearest in {printable(text.name)}: “{printable(claim.evidence.nearest)}”"
    yield ""


def verify_status(claims: Sequence[Claim], fail_on: FailOn) -> bool:
    """Is some quote's problem as severe as the run fails on?"""
    severities = failing(fail_on)
    return any(SEVERITIES.get(claim.evidence.status) in severities for claim in claims)
