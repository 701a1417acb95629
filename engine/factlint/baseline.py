"""Known findings: written down once, shown and marked from then on, so that a run fails only on new ones."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from factlint import files
from factlint.diagnostics import Diagnostic
from factlint.evaluate.result import Finding, RuleResult

VERSION = 1

_LONGEST_NAME = 200
"""Characters of a path that a message repeats."""


@dataclass(frozen=True, slots=True)
class Known:
    """A finding as it was written down: its rule and group, and who stood in which camp. `claims` maps ids to quotes."""

    rule: str
    assertion: str
    verdict: str
    group: tuple[tuple[str, str | None], ...]
    camps: tuple[tuple[str, ...], ...]
    claims: Mapping[str, str | None]
    fingerprint: str

    @property
    def place(self) -> tuple[object, ...]:
        return (self.rule.casefold(), self.assertion, self.verdict, self.group)


def known_of(finding: Finding) -> Known:
    return Known(
        rule=finding.rule.name,
        assertion=finding.assertion,
        verdict=finding.verdict,
        group=tuple(finding.key),
        camps=tuple(tuple(entry.id for entry in camp.entries) for camp in finding.camps),
        claims={entry.id: entry.claim.quote for entry in finding.entries},
        fingerprint=finding.fingerprint,
    )


def baseline_text(results: Sequence[RuleResult]) -> tuple[str, list[Diagnostic]]:
    """Today's findings of named rules as JSON, and a warning for each other rule that has any.

    Accepted findings stay out: somebody has judged them, and their reason stands in a rule file.
    """
    found = []
    unnamed = []
    for result in results:
        findings = [finding for finding in result.findings if finding.accepted is None]
        if findings and not result.rule.named:
            unnamed.append(_unnamed(result))
            continue
        found += [known_of(finding) for finding in findings]
    rows = [
        {
            "rule": it.rule,
            "assertion": it.assertion,
            "verdict": it.verdict,
            "group": dict(it.group),
            "camps": [list(camp) for camp in it.camps],
            "claims": dict(sorted(it.claims.items())),
            "fingerprint": it.fingerprint,
        }
        for it in sorted(found, key=lambda it: (it.rule, it.assertion, [(key, value or "") for key, value in it.group]))
    ]
    text = json.dumps({"version": VERSION, "findings": rows}, ensure_ascii=False, indent=2) + "\n"
    return text, unnamed


def read_baseline(path: Path, name: str) -> tuple[tuple[Known, ...], list[Diagnostic]]:
    """The findings written down in a file; `name` is how reports call it."""
    try:
        data = json.loads(files.read(path).decode("utf-8-sig"))
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        return (), [_unreadable(name, f"the baseline cannot be read: {why}")]
    except (ValueError, RecursionError):
        return (), [_unreadable(name, "the baseline is not JSON")]
    try:
        if data["version"] != VERSION:
            return (), [_unreadable(name, f"the baseline is of version {data['version']}, this is version {VERSION}")]
        return tuple(_known(row) for row in data["findings"]), []
    except (KeyError, TypeError, AttributeError, ValueError):
        return (), [_unreadable(name, "the baseline does not have the form that `factlint baseline` writes")]


def _known(row: Any) -> Known:
    group = tuple((str(key), None if value is None else str(value)) for key, value in row["group"].items())
    return Known(
        rule=str(row["rule"]),
        assertion=str(row["assertion"]),
        verdict=str(row["verdict"]),
        group=group,
        camps=tuple(tuple(str(it) for it in camp) for camp in row["camps"]),
        claims={str(key): None if value is None else str(value) for key, value in row["claims"].items()},
        fingerprint=str(row["fingerprint"]),
    )


def mark_known(
    results: Sequence[RuleResult], baseline: Sequence[Known], name: str
) -> tuple[tuple[RuleResult, ...], list[Diagnostic]]:
    """The results with their known findings marked, and a warning for each entry that no longer occurs."""
    by_place: dict[object, list[Known]] = {}
    for known in baseline:
        by_place.setdefault(known.place, []).append(known)
    met: set[object] = set()
    marked = []
    for result in results:
        findings = []
        for finding in result.findings:
            place = known_of(finding).place
            candidates = by_place.get(place, [])
            if candidates:
                met.add(place)
            is_known = finding.accepted is None and any(is_covered(finding, known) for known in candidates)
            findings.append(replace(finding, known=is_known))
        marked.append(replace(result, findings=tuple(findings)))
    judged = {result.rule.name.casefold() for result in results}
    gone = [it for it in baseline if it.place not in met and it.rule.casefold() in judged]
    return tuple(marked), [_gone(it, name) for it in gone]


def is_covered(finding: Finding, known: Known) -> bool:
    """Every claim that the finding adds agrees with a camp already there; a single-claim assertion may add none.

    A claim whose quote has changed counts as added: it may say something else now.
    """
    entries = {entry.id: entry for entry in finding.entries}
    old = {id_ for id_, entry in entries.items() if id_ in known.claims and known.claims[id_] == entry.claim.quote}
    added = [entry for id_, entry in entries.items() if id_ not in old]
    if not added:
        return True
    joining = finding.judgement.joining
    if joining is None:
        return False
    camps = [[entries[id_] for id_ in camp if id_ in old] for camp in known.camps]
    return {entry.id for entry in added} <= joining(added, camps)


def _unnamed(result: RuleResult) -> Diagnostic:
    from factlint.diagnostics import Label

    return Diagnostic(
        "W101",
        f"the findings of `{result.rule.name}` are left out of the baseline: the rule has no name",
        Label(result.rule.source, result.rule.span),
        help=f"name it: `rule {result.rule.name[:40].strip('-')}: …`",
    )


def _gone(known: Known, name: str) -> Diagnostic:
    group = ", ".join(f"{key} {value}" for key, value in known.group if value is not None)
    return Diagnostic(
        "W102",
        f"a known finding of `{known.rule}` no longer occurs: {group or ', '.join(known.claims)}",
        file=name,
        help=f"write the baseline anew to drop it: factlint baseline {name}",
    )


def _unreadable(name: str, message: str) -> Diagnostic:
    return Diagnostic(
        "E108",
        message,
        file=name,
        help=f"write it with: factlint baseline {name if len(name) <= _LONGEST_NAME else 'FILE'}",
    )
