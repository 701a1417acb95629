"""One scenario: what its steps have said so far, the check of it, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import TYPE_CHECKING, Any

from factlint.gherkin.rows import Row, claim_rows, complete, documents

if TYPE_CHECKING:
    from factlint.gherkin.outcome import Outcome
    from factlint.pipeline import Request
    from factlint.report import Report
    from factlint.settings import Settings
    from factlint.statuses import FailOn

Cache = dict[Any, Any]
"""Reports by settings and request."""


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
    found: Outcome | None = None

    # --- What is given ---

    def add_claims(
        self, table: list[list[str]] | None, docstring: str | None, defaults: dict[str, str] | None = None
    ) -> None:
        if table is not None:
            self.rows += claim_rows(table, defaults or {}, len(self.rows))
        elif docstring is not None:
            self.rows += [
                complete({**(defaults or {}), **row}, number)
                for number, row in enumerate(_listed(docstring), len(self.rows) + 1)
            ]
        else:
            raise AssertionError("no claims are given: a table or a text of YAML belongs below this step")

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

    def use_project(self, *, corpus: bool = False, rules: bool = False) -> None:
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

    # --- The check ---

    def check(
        self,
        *,
        today: str | None = None,
        strict: bool = False,
        fail_on: FailOn = "error",
        select: tuple[str, ...] = (),
        tags: tuple[str, ...] = (),
    ) -> None:
        from factlint.gherkin.outcome import Outcome
        from factlint.pipeline import Request
        from factlint.quantities.dates import parse_date
        from factlint.settings import Settings

        rules = self._rules()
        settings = Settings(
            root=self.home if self.corpus and not self._is_added_to else self.folder,
            corpus=self._corpus(),
            rules=rules,
            sources=self.sources,
            vocabulary=self.given_vocabulary,
            fail_on=fail_on,
        )
        request = Request(
            rule=None if rules else self.rule,
            today=None if today is None else parse_date(today),
            strict=strict,
            select=select,
            tags=tags,
        )
        self.found = Outcome(self._report(settings, request))

    @property
    def outcome(self) -> Outcome:
        if self.found is None:
            raise AssertionError("nothing has been checked yet: add `When the claims are checked`")
        return self.found

    @property
    def _is_added_to(self) -> bool:
        return bool(self.rows or self.records or self.heads or self.vocabulary or self.properties)

    def _report(self, settings: Settings, request: Request) -> Report:
        from factlint.pipeline import check

        if settings.root != self.home or self.rule_files:
            return check(settings, request)
        key = (settings, request)
        if key not in self.reports:
            self.reports[key] = check(settings, request)
        report: Report = self.reports[key]
        return report

    def _rules(self) -> tuple[Path, ...]:
        """Files of rules; none where the one rule given is a sentence."""
        files = dict(self.rule_files)
        if self.rule is not None and (files or self.rule_paths):
            files["scenario.rules"] = f"rule scenario:\n    {self.rule}\n"
        if self.rule is None and not files and not self.rule_paths:
            raise AssertionError('no rule is given: add a step such as: Given the rule "share claims must agree"')
        paths = []
        for name, text in files.items():
            path = self.folder / "rules" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
            paths.append(path)
        return (*self.rule_paths, *paths)

    def _corpus(self) -> Path:
        if self.corpus is not None and not self._is_added_to:
            return self.corpus
        corpus = self.folder / "corpus"
        if self.corpus is not None:
            copytree(self.corpus, corpus, ignore=ignore_patterns("sources", ".*"), dirs_exist_ok=True)
        corpus.mkdir(exist_ok=True)
        if not self._is_added_to:
            raise AssertionError("no claims are given: add a step such as `Given the claims`, with a table")
        for number, text in enumerate(self.records, 1):
            (corpus / f"document-{number}.yaml").write_text(text, encoding="utf-8")
        for document, text in self.texts.items():
            (corpus / f"{document}.txt").write_text(text, encoding="utf-8")
        for document, record in documents(self.rows, self.heads).items():
            (corpus / f"scenario-{document}.yaml").write_text(_dumped(record), encoding="utf-8")
        vocabulary = self._vocabulary()
        if vocabulary is not None:
            (corpus / "vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
        return corpus

    def _vocabulary(self) -> str | None:
        if not self.properties:
            return self.vocabulary
        words = _loaded(self.vocabulary or "") or {}
        words["properties"] = {**words.get("properties", {}), **{row.pop("property"): row for row in self.properties}}
        return _dumped(words)


def _loaded(text: str) -> Any:
    """YAML in which every scalar stays the text that is written."""
    import yaml

    try:
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - builds texts, lists and mappings only
    except yaml.YAMLError as error:
        raise AssertionError(f"the text below this step is not YAML: {error}") from None


def _listed(text: str) -> list[Row]:
    loaded = _loaded(text)
    if isinstance(loaded, list) and all(isinstance(row, dict) for row in loaded):
        return loaded
    raise AssertionError("the text below this step is no list of claims; begin each with `- `")


def _dumped(record: Row) -> str:
    import yaml

    dumped: str = yaml.safe_dump(record, sort_keys=False, allow_unicode=True, width=10_000)
    return dumped
