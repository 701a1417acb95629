"""The record: the curated corpus as the engine sees it, and where the site shows each of its rules and claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from factlint.corpus.claim import Claim
from factlint.evaluate.result import RuleResult
from factlint.pipeline import Request, check
from factlint.report import Report
from factlint.reporters.html.index import Index
from factlint.settings import read_settings
from scripts.site.places import Places

REPORT = "record.html"
"""The address of the report on the record."""


class NoRecordError(Exception):
    """The project's configuration cannot be used."""


@dataclass(frozen=True)
class Record:
    report: Report

    @cached_property
    def claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.report.claims}

    @cached_property
    def rules(self) -> dict[str, RuleResult]:
        """The rules that stand in files, by name."""
        return {it.rule.name: it for it in self.report.results if not it.builtin}

    @cached_property
    def anchors(self) -> Mapping[str, tuple[str, ...]]:
        """The identifiers that the findings of a rule have on the page of the report."""
        anchors = iter(Index(self.report).anchors)
        return {it.rule.name: tuple(next(anchors) for _finding in it.findings) for it in self.report.results}

    def rule_link(self, page: str, name: str, places: Places) -> str:
        return places.link(page, self.rules[name].rule.source.name, name)

    def claim_link(self, page: str, claim: str, places: Places) -> str:
        return places.link(page, self.claims[claim].defined.file, claim)


def read_record(root: Path, sources: tuple[Path, ...]) -> Record:
    """The project's own corpus, checked as `factlint check` would; `sources` are further folders of texts.

    Raises:
        NoRecordError: the configuration of the project cannot be used.
    """
    settings, problems = read_settings(root)
    if problems:
        raise NoRecordError(problems[0].message)
    return Record(check(replace(settings, sources=(*settings.sources, *sources)), Request(limit=10_000)))
