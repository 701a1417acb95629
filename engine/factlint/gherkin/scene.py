"""One scenario: what its steps have said so far, the check of it, and what was found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.gherkin import files
from factlint.gherkin.rows import Row, claim_rows, complete, slug

if TYPE_CHECKING:
    from factlint.gherkin.command import Printed
    from factlint.gherkin.outcome import Outcome
    from factlint.pipeline import Request
    from factlint.report import Report
    from factlint.settings import Settings
    from factlint.statuses import FailOn

Cache = dict[Any, Any]
"""Reports by settings and request."""

_KNOWN = "known.json"


@dataclass
class Scene:
    """`folder` is the scenario's own, `home` where the project's configuration is looked for, `reports` shared ones."""

    folder: Path
    home: Path
    reports: Cache
    rows: list[Row] = field(default_factory=list)
    records: list[str] = field(default_factory=list)
    heads: dict[str, Row] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    vocabulary: str | None = None
    properties: list[Row] = field(default_factory=list)
    corpus: Path | None = None
    sources: tuple[Path, ...] = ()
    given_vocabulary: Path | None = None
    rule: str | None = None
    rule_files: dict[str, str] = field(default_factory=dict)
    rule_paths: tuple[Path, ...] = ()
    baseline: Path | None = None
    today: str | None = None
    strict: bool = False
    fail_on: FailOn = "error"
    found: Outcome | None = None
    printed: Printed | None = None

    # --- What is given ---

    def add_claims(
        self, table: list[list[str]] | None, docstring: str | None, defaults: dict[str, str] | None = None
    ) -> None:
        if table is not None:
            self.rows += claim_rows(table, defaults or {}, len(self.rows))
        elif docstring is not None:
            self.rows += [
                complete({**(defaults or {}), **row}, number)
                for number, row in enumerate(files.listed(docstring), len(self.rows) + 1)
            ]
        else:
            raise AssertionError("no claims are given: a table or a text of YAML belongs below this step")

    def add_sentence(self, outlet: str, says: str, published: str | None, row: Row) -> None:
        """A claim said in a sentence. Its id is made from the outlet: `valley-post`, `valley-post-2` …"""
        how: Row = {"denies": {"stance": "denies"}, "expects": {"modality": "expected"}}.get(says, {})
        when: Row = {} if published is None else {"published": published}
        base, taken, number = slug(outlet), {it["id"] for it in self.rows}, 1
        id_ = base
        while id_ in taken:
            number += 1
            id_ = f"{base}-{number}"
        self.rows.append(complete({"id": id_, "outlet": outlet, **when, **how, **row}, len(self.rows) + 1))

    def path(self, name: str) -> Path:
        """A file or folder of the project.

        Raises:
            AssertionError: there is none.
        """
        found = self.home / name
        if not found.exists():
            raise AssertionError(f"there is no `{name}` in {self.home.name}, the folder of the project")
        return found

    def holds_claim(self, id_: str) -> bool:
        """Is a claim of this id among those given, read or not?"""
        base = [self.corpus] if self.corpus is not None and self.corpus.is_file() else []
        base += sorted(self.corpus.rglob("*.y*ml")) if self.corpus is not None else []
        written = [*self.records, *(path.read_text(encoding="utf-8", errors="replace") for path in base)]
        named = re.compile(rf"(?<![\w.-]){re.escape(id_)}(?![\w.-])")
        return any(row["id"] == id_ for row in self.rows) or any(map(named.search, written))

    def add_text(self, document: str, text: str) -> None:
        self.texts[document] = text
        self.heads.setdefault(document, {})["text"] = f"{document}.txt"

    def change_text(self, document: str) -> None:
        """Pin the document to another text than the one held, as if somebody had edited it since."""
        if document not in self.texts:
            raise AssertionError(
                f'no text is given for "{document}": write first: the text of the document "{document}"'
            )
        before = f"{self.texts[document]} (as it was)"
        self.heads[document]["sha256"] = sha256(before.encode()).hexdigest()

    def use_project(self, *, corpus: bool = False, rules: bool = False, baseline: bool = False) -> None:
        """What the project that runs the tests is configured to check."""
        from factlint.settings import read_settings

        settings, problems = read_settings(self.home)
        if problems:
            raise AssertionError(f"the configuration of the project cannot be used: {problems[0].message}")
        if corpus:
            self.corpus, self.sources = settings.corpus, settings.sources
            self.given_vocabulary = settings.vocabulary
            if settings.corpus is None:
                raise AssertionError("the project's configuration names no corpus")
        if rules:
            self.rule_paths = settings.rules
            if not settings.rules:
                raise AssertionError("the project's configuration names no rules")
        if baseline:
            self.baseline = settings.baseline
            if settings.baseline is None:
                raise AssertionError("the project's configuration names no baseline")

    def know_findings(self) -> None:
        """Write down what is found so far, so that later checks tell it from what is new."""
        from factlint.baseline import baseline_text
        from factlint.gherkin.outcome import Outcome

        report = self._report(replace(self._settings(), baseline=None), self._request())
        outcome = Outcome(report)
        outcome.no_unexpected_mistake()
        text, unnamed = baseline_text(report.results)
        if unnamed:
            raise AssertionError(f"{unnamed[0].message}; {unnamed[0].help}")
        if all(finding["accepted"] for finding in outcome.own_findings):
            raise outcome.failure("findings that could be known; there are none so far")
        self.baseline = self.folder / _KNOWN
        self.baseline.write_text(text, encoding="utf-8")

    # --- The check ---

    def check(
        self,
        *,
        today: str | None = None,
        strict: bool = False,
        fail_on: FailOn | None = None,
        select: tuple[str, ...] = (),
        tags: tuple[str, ...] = (),
    ) -> None:
        """Judge what is given; what is said here goes before what a `Given` has said of day and strictness."""
        from factlint.gherkin.outcome import Outcome

        self.today = today or self.today
        self.strict = strict or self.strict
        self.fail_on = fail_on or self.fail_on
        self.printed = None
        self.found = Outcome(self._report(self._settings(), self._request(select, tags)))

    def run(self, words: str) -> None:
        """Run a command line of factlint where the claims and rules are, configured to check them."""
        from factlint.gherkin.command import run

        where = self.folder
        if self.rows or self.records or self.rule or self.rule_files or self.rule_paths or self.corpus:
            settings = self._settings(for_command=True)
            if self._is_only_of_project(settings):
                where = self.home
            else:
                files.write_configuration(where, settings)
        self.found = None
        self.printed = run(words, where)

    @property
    def outcome(self) -> Outcome:
        if self.found is None:
            raise AssertionError("nothing has been checked yet: add `When the claims are checked`")
        return self.found

    @property
    def _is_added_to(self) -> bool:
        return bool(self.rows or self.records or self.heads or self.vocabulary or self.properties)

    def _is_only_of_project(self, settings: Settings) -> bool:
        """Nothing is given but what the configuration at home names, so the command may run there, as people run it."""
        from factlint.settings import read_settings

        configured, _problems = read_settings(self.home)
        return replace(settings, root=configured.root) == configured

    def _settings(self, *, for_command: bool = False) -> Settings:
        """A check needs claims and rules; what a command needs is its own affair."""
        from factlint.settings import Settings

        rules = self._rules(for_command=for_command)
        has_corpus = self.corpus is not None or self._is_added_to or not for_command
        return Settings(
            root=self.home if self.rule_paths or (self.corpus and not self._is_added_to) else self.folder,
            corpus=self._corpus() if has_corpus else None,
            rules=rules,
            sources=self.sources,
            vocabulary=self.given_vocabulary,
            fail_on=self.fail_on,
            baseline=self.baseline,
        )

    def _request(self, select: tuple[str, ...] = (), tags: tuple[str, ...] = ()) -> Request:
        from factlint.pipeline import Request
        from factlint.quantities.dates import parse_date

        return Request(
            rule=None if self._has_files else self.rule,
            today=None if self.today is None else parse_date(self.today),
            strict=self.strict,
            select=select,
            tags=tags,
        )

    def _report(self, settings: Settings, request: Request) -> Report:
        from factlint.pipeline import check

        if self._is_added_to or self.rule_files or settings.baseline:
            return check(settings, request)
        key = (settings, request)
        if key not in self.reports:
            self.reports[key] = check(settings, request)
        report: Report = self.reports[key]
        return report

    @property
    def _has_files(self) -> bool:
        return bool(self.rule_files or self.rule_paths)

    def _rules(self, *, for_command: bool) -> tuple[Path, ...]:
        """Files of rules; none where the one rule given is a sentence, which a check takes as it is."""
        given = dict(self.rule_files)
        if self.rule is not None and (self._has_files or for_command):
            given["scenario.rules"] = f"rule scenario:\n    {self.rule}\n"
        if not for_command and self.rule is None and not self._has_files:
            raise AssertionError('no rule is given: add a step such as: Given the rule "share claims must agree"')
        return (*self.rule_paths, *files.write_rules(self.folder / "rules", given))

    def _corpus(self) -> Path:
        if self.corpus is not None and not self._is_added_to:
            return self.corpus
        if not self._is_added_to:
            raise AssertionError("no claims are given: add a step such as `Given the claims`, with a table")
        corpus = self.folder / "corpus"
        files.write_corpus(corpus, self.rows, self.heads, self.records, self.texts, self.corpus)
        vocabulary = files.vocabulary_text(self.vocabulary, self.properties)
        if vocabulary is not None:
            (corpus / "vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
        return corpus
