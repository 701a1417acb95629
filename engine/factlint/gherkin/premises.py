"""What the steps of a scenario have given so far, and the files that it comes to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.gherkin import corpus_files, files
from factlint.gherkin.rows import Row, claim_rows, complete, slug

if TYPE_CHECKING:
    from factlint.statuses import FailOn

_VOCABULARY = "vocabulary.yaml"


@dataclass
class Premises:
    """`folder` is the scenario's own, `home` where the project's configuration is looked for."""

    folder: Path
    home: Path
    rows: list[Row] = field(default_factory=list)
    records: list[str] = field(default_factory=list)
    corpus_files: dict[str, str] = field(default_factory=dict)
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
        base = [self.corpus] if self.corpus is not None and corpus_files.is_text(self.corpus) else []
        base += sorted(self.corpus.rglob("*.y*ml")) if self.corpus is not None else []
        written = [*self.records, *self.corpus_files.values()]
        written += [path.read_text(encoding="utf-8", errors="replace") for path in base]
        named = re.compile(rf"(?<![\w.-]){re.escape(id_)}(?![\w.-])")
        return any(row["id"] == id_ for row in self.rows) or any(map(named.search, written))

    def add_text(self, document: str, text: str) -> None:
        self.texts[document] = text
        self.heads.setdefault(document, {})["text"] = f"{document}.txt"

    def add_corpus_file(self, name: str, table: list[list[str]] | None, docstring: str | None) -> None:
        self.corpus_files[name] = corpus_files.text_of(name, table, docstring)

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

    @property
    def is_added_to(self) -> bool:
        """Is anything given but a corpus as it lies in the project?"""
        return bool(self.has_claims or self.vocabulary or self.properties)

    @property
    def has_claims(self) -> bool:
        return bool(self.rows or self.records or self.heads or self.corpus_files)

    @property
    def has_rule_files(self) -> bool:
        return bool(self.rule_files or self.rule_paths)

    def placed_rules(self, *, for_command: bool) -> tuple[Path, ...]:
        """Files of rules; none where the one rule given is a sentence, which a check takes as it is."""
        given = dict(self.rule_files)
        if self.rule is not None and (self.has_rule_files or for_command):
            given["scenario.rules"] = f"rule scenario:\n    {self.rule}\n"
        if not for_command and self.rule is None and not self.has_rule_files:
            raise AssertionError('no rule is given: add a step such as: Given the rule "share claims must agree"')
        return (*self.rule_paths, *files.write_texts(self.folder / "rules", given))

    def placed_corpus(self) -> tuple[Path, Path | None]:
        """The corpus to be checked, and the vocabulary that does not lie beside it."""
        if self.corpus is not None and not self.is_added_to:
            return self.corpus, self.given_vocabulary
        if not self.is_added_to:
            raise AssertionError("no claims are given: add a step such as `Given the claims`, with a table")
        written = dict(self.corpus_files)
        vocabulary = files.vocabulary_text(self.vocabulary, self.properties)
        if vocabulary is not None:
            written[_VOCABULARY] = vocabulary
        if self.corpus is not None and not self.has_claims and corpus_files.is_flat(self.corpus):
            (beside,) = files.write_texts(self.folder, written)
            return self.corpus, self.given_vocabulary or beside
        flat = corpus_files.claims_among(self.corpus_files)
        if flat and (self.rows or self.records or self.heads or self.corpus):
            raise AssertionError(
                f"nothing can be added to `{flat}` by other steps: write its claims and documents into it, "
                'and a text so: the corpus file "gazette.txt"'
            )
        folder = self.folder / "corpus"
        files.write_corpus(folder, self.rows, self.heads, self.records, self.texts, self.corpus)
        files.write_texts(folder, written)
        return folder / flat if flat else folder, self.given_vocabulary

    def replace_claims(self, corpus: Path) -> None:
        """Let this corpus stand for all claims given so far, their vocabulary and texts."""
        self.corpus, self.vocabulary, self.given_vocabulary = corpus, None, None
        for given in (self.rows, self.records, self.corpus_files, self.heads, self.texts, self.properties):
            given.clear()
