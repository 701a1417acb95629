"""One scenario: what its steps have said so far, the check of it, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from factlint.gherkin import files
from factlint.gherkin.expectation import failed
from factlint.gherkin.premises import Premises

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
_COMPILED = "claims.parquet"


@dataclass
class Scene(Premises):
    """`reports` are shared with other scenarios: those on a corpus that none of them changes."""

    reports: Cache = field(default_factory=dict)
    found: Outcome | None = None
    printed: Printed | None = None

    # --- What is given ---

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

    def compile_claims(self) -> None:
        """Check from here on what `factlint compile` makes of the claims given so far.

        Raises:
            AssertionError: some of them cannot be read, and would be left out.
        """
        from factlint.pipeline import load_corpus
        from factlint.reporters.diagnostics import in_order, render
        from factlint.settings import Settings
        from factlint.table.corpus import compile_corpus, vocabulary_source

        given, words = self.placed_corpus()
        root = self.home if given == self.corpus else self.folder
        corpus, problems = load_corpus(Settings(root=root, corpus=given, sources=self.sources, vocabulary=words))
        wrong = [render(it) for it in in_order(problems) if it.severity == "error"]
        if wrong:
            raise failed("claims that can all be compiled", "\n".join(wrong))
        table = self.folder / _COMPILED
        compile_corpus(corpus, table, vocabulary_source(given, words, root))
        self.replace_claims(table)

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
        if self.rule or self.has_rule_files or self.corpus or self.has_claims:
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

    def _is_only_of_project(self, settings: Settings) -> bool:
        """Nothing is given but what the configuration at home names, so the command may run there, as people run it."""
        from factlint.settings import read_settings

        configured, _problems = read_settings(self.home)
        return replace(settings, root=configured.root) == configured

    def _settings(self, *, for_command: bool = False) -> Settings:
        """A check needs claims and rules; what a command needs is its own affair."""
        from factlint.settings import Settings

        rules = self.placed_rules(for_command=for_command)
        has_corpus = self.corpus is not None or self.is_added_to or not for_command
        corpus, vocabulary = self.placed_corpus() if has_corpus else (None, self.given_vocabulary)
        is_at_home = self.rule_paths or (corpus is not None and corpus == self.corpus)
        return Settings(
            root=self.home if is_at_home else self.folder,
            corpus=corpus,
            rules=rules,
            sources=self.sources,
            vocabulary=vocabulary,
            fail_on=self.fail_on,
            baseline=self.baseline,
        )

    def _request(self, select: tuple[str, ...] = (), tags: tuple[str, ...] = ()) -> Request:
        from factlint.pipeline import Request
        from factlint.quantities.dates import parse_date

        return Request(
            rule=None if self.has_rule_files else self.rule,
            today=None if self.today is None else parse_date(self.today),
            strict=self.strict,
            select=select,
            tags=tags,
        )

    def _report(self, settings: Settings, request: Request) -> Report:
        from factlint.pipeline import check

        if self.is_added_to or self.rule_files or settings.baseline:
            return check(settings, request)
        key = (settings, request)
        if key not in self.reports:
            self.reports[key] = check(settings, request)
        report: Report = self.reports[key]
        return report
