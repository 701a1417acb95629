"""Mistakes as people make them, a theme a file; beside each file what they are told. Read the `.txt` files aloud.

`FACTLINT_UPDATE=1 pytest tests/language/test_rule_mistakes.py` writes them anew, to be reviewed as a diff.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from factlint.corpus.vocabulary import Vocabulary
from factlint.diagnostics import Diagnostic
from factlint.language.messages import CODES
from factlint.language.parse import grammar, parse_rules
from factlint.language.resolve import resolve
from factlint.reporters.diagnostics import in_order, render
from factlint.source import Source

FILES = sorted((Path(__file__).parent / "mistakes").glob("*.rules"))


def diagnostics(path: Path, vocabulary: Vocabulary) -> list[Diagnostic]:
    file, syntax = parse_rules(Source(path.name, path.read_text(encoding="utf-8")))
    _, names = resolve([file], vocabulary)
    return in_order([*syntax, *names])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_people_are_told(path: Path, vocabulary: Vocabulary) -> None:
    said = "\n".join(render(diagnostic) for diagnostic in diagnostics(path, vocabulary))
    expected = path.with_suffix(".txt")
    if os.environ.get("FACTLINT_UPDATE"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


def test_every_message_is_a_clause_with_help_and_a_caret_in_our_own_words(vocabulary: Vocabulary) -> None:
    terminals = {terminal.name for terminal in grammar().terminals if terminal.name.isalpha()} - {
        "A",
        "NAME",
        "VALUE",
        "RULE",
        "CLAIMS",
    }
    for path in FILES:
        for diagnostic in diagnostics(path, vocabulary):
            assert diagnostic.code in CODES
            assert diagnostic.help
            assert diagnostic.primary is not None
            assert not diagnostic.message.endswith(".")
            assert diagnostic.message[0].islower() or not diagnostic.message[0].isalpha()
            assert not terminals & set(re.findall(r"\b[A-Z]{2,}\b", f"{diagnostic.message} {diagnostic.help}"))


def test_the_mistakes_of_these_files_meet_most_codes(vocabulary: Vocabulary) -> None:
    met = {diagnostic.code for path in FILES for diagnostic in diagnostics(path, vocabulary)}
    elsewhere = {"E309", "E340", "E341", "E342", "E343", "E344", "E345", "W304"}  # depth, files, and what `lint` says
    elsewhere |= {code for code in CODES if code.startswith("W31")}
    assert met == set(CODES) - elsewhere


def test_every_line_of_these_files_is_at_fault(vocabulary: Vocabulary) -> None:
    """A rule without a mistake among them would mean that a mistake is not seen."""
    sound = {
        "lets.rules": {1, 5, 8, 10, 11, 12, 14},  # named twice, used by a broken rule, told where the `let` stands
        "accepts.rules": {1, 5, 8, 13},
        "clauses.rules": {1, 3, 8},
        "names.rules": {16},
    }
    for path in FILES:
        lines = set(range(1, len(path.read_text(encoding="utf-8").splitlines()) + 1)) - sound.get(path.name, set())
        assert lines == {diagnostic.where[1] for diagnostic in diagnostics(path, vocabulary)}, path.name
