"""Reports to draw: each way a value can be put, each verdict, and text that would do harm if it were let."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from factlint.evaluate.result import Finding
from factlint.report import Report
from tests.support import run

VOCABULARY: dict[str, Any] = {
    "properties": {
        "share": {"kind": "quantity", "unit": "percent"},
        "output": {"kind": "quantity", "unit": "barrel/day"},
        "killed": {"kind": "quantity", "unit": "people", "varies by": "month"},
        "balance": {"kind": "quantity", "unit": "percent", "signed": True},
        "price": {"kind": "quantity", "unit": "USD"},
        "arrival": {"kind": "date"},
        "host": {"kind": "place"},
        "pledge": {"kind": "truth"},
        "rank": {"kind": "rank"},
    },
    "places": {"Washington": {"within": "United States"}, "Miami": {}},
}

PLAIN_TEXT = (
    "The first paragraph says little.\n\nBefore the number there is a sentence that explains it at some length, so that "
    "whoever reads it knows what is counted. The share came to about 40% of all, an official said. After the number "
    "another sentence follows, and then one more that nobody needs.\n\nThe last paragraph ends the text.\n"
)

ROWS: list[dict[str, Any]] = [
    {"id": "hedged", "value": "about 40%", "quote": "about 40%", "text": "plain.txt", "outlet": "The Lantern",
     "published": "2031-03-04", "title": "Forty in a hundred", "speaker": "an official", "document": "lantern"},
    {"id": "precise", "value": "60%", "quote": "60%", "outlet": "Harbour Gazette", "published": "2031-03~",
     "document": "gazette"},
    {"id": "ranged", "value": "10 to 12%", "outlet": "Quayside Radio", "document": "radio"},
    {"id": "bounded", "value": "more than 80%", "outlet": "The Mole", "document": "mole"},
    {"id": "vague", "property": "killed", "value": "dozens", "period": "2031-03", "document": "radio"},
    {"id": "counted", "property": "killed", "value": "304 people", "period": "2031-03", "document": "gazette"},
    {"id": "earlier", "property": "killed", "value": "400 people", "period": "2031-02", "document": "gazette"},
    {"id": "out-a", "property": "output", "value": "nearly 1.2mn barrels a day", "document": "gazette"},
    {"id": "out-b", "property": "output", "value": "1.9mn barrels a day", "document": "mole"},
    {"id": "below", "property": "balance", "value": "-10%", "document": "gazette"},
    {"id": "above", "property": "balance", "value": "5%", "document": "radio"},
    {"id": "dollars", "property": "price", "value": "60 USD", "document": "radio"},
    {"id": "day", "property": "arrival", "value": "2031-03-04", "document": "gazette"},
    {"id": "instant", "property": "arrival", "value": "2031-03-07T18:00Z", "document": "radio"},
    {"id": "open", "property": "arrival", "value": "2031-03-20/..", "document": "mole"},
    {"id": "month", "property": "arrival", "value": "2031-03", "document": "lantern"},
    {"id": "city-a", "property": "host", "value": "Washington", "document": "gazette"},
    {"id": "city-b", "property": "host", "value": "Miami", "document": "radio"},
    {"id": "city-c", "property": "host", "value": "United States", "document": "mole"},
    {"id": "given", "property": "pledge", "value": "true", "document": "gazette"},
    {"id": "refused", "property": "pledge", "value": "true", "stance": "denies", "document": "radio"},
    {"id": "first", "property": "rank", "value": "second-largest", "document": "gazette"},
]  # fmt: skip

RULES = """language 1
rule shares "How large the share is": share claims must agree within 10%
    because "A tenth is what newspapers round away."
    tags shares, oil
rule ceiling "A share is a share": share claims must be between 20% and 50%
    severity warning
rule ratio: output of A / share of A must be at most 3 million barrels/day
rule toll "The dead": killed claims must agree
rule toll-grows "The dead stay dead": killed claims must not decrease
rule balance: balance claims must agree within 10%
rule arrival "When it came": arrival claims must agree
rule arrived: arrival claims must be before 2031-03-06
    severity info
rule host "Who was host": host claims must agree
rule pledge: pledge claims must not contradict
rule backed: pledge claims must be corroborated by at least 3 independent sources
rule ranked: rank claims must agree
rule nothing: share claims about B must agree
rule price: price claims must be at most 100 USD
rule median: share claims must agree with the median within 5 percentage points
rule half-wrong: shares claims must agree

accept host for city-b because "The blog names the airport." until 2032-01-01
"""


def everything(folder: Path) -> Report:
    """Every kind of value and every verdict, with a text held and one mistake in the rules."""
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    (folder / "corpus" / "plain.txt").write_text(PLAIN_TEXT, encoding="utf-8")
    return run(folder, ROWS, RULES, VOCABULARY, today="2031-04-01")


HOSTILE = (
    "</script><script>document.title='run'</script>",
    '"><img src=x onerror="document.title=1">',
    "<svg onload=alert(1)>",
    "]]> --> &lt; &#60; {{7*7}} ${7*7} %s {0}",
    "\u202egnirts desrever\u202c",
    "' onfocus='alert(1)' autofocus='",
    "</title></style></svg></mark><iframe src=//example.com>",
    "x" * 400,
)


def hostile(folder: Path) -> Report:
    """Text that would run, load, reverse or break out, in every field that reaches the page."""
    report = everything(folder)
    claims = {}
    words = list(HOSTILE)
    for number, claim in enumerate(report.claims):
        bad = words[number % len(words)]
        name = replace(claim.subject, name=bad, text=bad)
        document = replace(
            claim.document, id=bad, title=bad, author=bad, url=f"javascript:alert('{bad}')", language=bad,
            outlet=replace(name), text=bad,
        )  # fmt: skip
        claims[claim.id] = replace(
            claim, id=f"{claim.id}{bad}", document=document, subject=name, speaker=name, sources=(name,), quote=bad,
            reading=bad, note=bad, value_text=bad, property=replace(claim.property, name=bad), unnamed=(bad,),
        )  # fmt: skip

    def harmed(finding: Finding) -> Finding:
        camps = tuple(
            replace(camp, entries=tuple(replace(it, claim=claims[it.id], working=HOSTILE[0]) for it in camp.entries))
            for camp in finding.judgement.camps
        )
        judgement = replace(finding.judgement, camps=camps, message=HOSTILE[0], working=HOSTILE[1])
        rule = replace(
            finding.rule, name=HOSTILE[2], title=HOSTILE[1], because=HOSTILE[6], sentence=HOSTILE[0], tags=HOSTILE
        )
        return replace(
            finding, judgement=judgement, rule=rule, key=(("property", HOSTILE[0]), (HOSTILE[1], HOSTILE[2]))
        )

    results = []
    for result in report.results:
        rule = replace(result.rule, name=HOSTILE[2], title=HOSTILE[1], sentence=HOSTILE[0])
        findings = tuple(harmed(it) for it in result.findings)
        results.append(replace(result, rule=rule, findings=findings, notes=HOSTILE, thanks_words=HOSTILE))
    return replace(
        report,
        results=tuple(results),
        claims=tuple(claims.values()),
        documents=tuple(it.document for it in claims.values()),
        texts={HOSTILE[0]: next(iter(report.texts.values()))},
        today=HOSTILE[0],
    )


def nothing(folder: Path) -> Report:
    """No rule, no claim, no document."""
    empty = everything(folder)
    return replace(empty, results=(), claims=(), documents=(), texts={}, diagnostics=(), rejected_rules=0)


def quiet(folder: Path) -> Report:
    """A rule that holds, and nothing else to tell."""
    rows = [{"value": "40%", "quote": "40%"}, {"value": "40%", "quote": "40%"}]
    return run(folder, rows, "share claims must agree")
