"""The TextMate grammar: made from the rule grammar, complete, and of one mind with the parser on every rule text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random

import pytest
from scripts.textmate.patterns import delimiter, oniguruma
from scripts.textmate.reading import pieces
from scripts.textmate.scopes import ASSERTION, SCALE, SCOPES, SUFFIX, scopes
from scripts.textmate.terminals import margin, reserved, runs, terminals
from scripts.textmate.tmlanguage import render

from tests.docs.tokenizer import Scopes, tokenized
from tests.oracle.generator import corpus
from tests.oracle.rule_generator import rules

ROOT = Path(__file__).parents[2]
EDITORS = ROOT / "editors"
GRAMMAR = EDITORS / "factlint.tmLanguage.json"


def rule_texts() -> dict[str, str]:
    """Every rule text of the project that is not there to be mistaken."""
    files = [path for path in sorted(ROOT.glob("**/*.rules")) if not {".venv", "build", "mistakes"} & set(path.parts)]
    found = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}
    for page in sorted(ROOT.glob("docs/*.md")):
        blocks = re.findall(r"^```rules[^\n]*\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        found |= {f"{page.name} {number}": block for number, block in enumerate(blocks, 1)}
    return found


def test_the_grammar_is_the_one_that_the_rule_grammar_makes() -> None:
    assert GRAMMAR.read_text(encoding="utf-8") == render(), "make it anew: python -m scripts.textmate"


def test_every_word_and_sign_of_the_rule_grammar_has_a_scope() -> None:
    known = {it.key for it in terminals().values()}
    assert known - set(scopes()) == set(), "give it a scope in scripts/textmate/scopes.py"
    assert set(scopes()) - known == set(), "no longer in grammar/rules.lark"
    assert sum(map(len, SCOPES.values())) == len(scopes()), "a word has one scope"


def test_what_begins_a_statement_is_read_from_the_grammar() -> None:
    assert {terminals()[name].key for name in margin()} == {"language", "import", "let", "rule", "accept"}


@pytest.mark.parametrize("word", ["share", "value", "change", "number", "for", "agree", "sources"])
def test_a_word_that_names_may_hold_is_a_keyword_only_beside_others(word: str) -> None:
    (name,) = (name for name, it in terminals().items() if it.key == word)
    assert word not in reserved()
    assert any(name in run.names for run in runs())


def test_rule_texts_are_coloured_as_the_parser_reads_them() -> None:
    texts = rule_texts()
    assert len(texts) > 50
    assert disagreements(texts) == []


def test_random_rules_are_coloured_as_the_parser_reads_them() -> None:
    random = Random(7)
    made = [rule.text() for _ in range(25) for rule in rules(random, corpus(random), 8)]
    assert disagreements({text: text for text in made}) == []


def disagreements(texts: dict[str, str]) -> list[str]:
    """Where a word has another scope in the editor than in the parser's own reading."""
    found = []
    for (name, text), shown in zip(
        texts.items(), tokenized(GRAMMAR.read_text("utf-8"), list(texts.values())), strict=True
    ):
        for it in pieces(text):
            at = [place for place in range(it.start, it.end) if not text[place].isspace()]
            wrong = [place for place in at if it.scope + SUFFIX not in shown[place]]
            if wrong:
                line = text.count("\n", 0, it.start) + 1
                found.append(f"{name}:{line} `{text[it.start : it.end]}` is {it.scope}, shown as {shown[wrong[0]]}")
    return found


SHOWN = (
    ("export share claims must not share a value", "export share", "variable.other.name", "part of a name"),
    ("export share claims must not share a value", "not share a value", ASSERTION, "an assertion"),
    ("x claims must be at most 10 million barrels/day", "million", SCALE, "from the grammar of quantities"),
    ("x claims must be at most 10 million barrels/day", "barrels/day", "keyword.other.unit", ""),
    ("x claims must agree within 6 hours", "hours", "keyword.other.unit", "a unit in plain words"),
    ("x claims must be corroborated by at least 2 independent sources", "independent sources", ASSERTION, ""),
    ("x claims must be corroborated by at least 2 independent sources", "2", "constant.numeric", ""),
    ("x claims where quote matches /a b/ must agree", "/a b/", "string.regexp", ""),
    ("a / b and c / d must be at most 1", "/", "keyword.operator.arithmetic", "no pattern without `matches`"),
    ("rule two-words:\n  x claims must agree", "two-words", "entity.name.function.rule", ""),
    ("import volume claims must agree", "import volume", "variable.other.name", "only before a file"),
    ('import "a.rules"', "import", "keyword.control.statement", ""),
    ('x claims must agree\n  because "one\ntwo"\nlet y = 1%', "two", "string.quoted.double", "a text over two lines"),
    ('x claims must agree\n  because "one\ntwo"\nlet y = 1%', "let", "keyword.control.statement", "and after it"),
    ("x claims must\n  # no\n  agree", "agree", ASSERTION, "a remark in between"),
    ("x claims must agree # must agree", "# must agree", "comment.line.number-sign", ""),
    ('x claims about "a # b" must agree', "# b", "string.quoted.double", "no remark within a text"),
    ("x claims in 2025-10 must agree", "2025-10", "constant.other.date", ""),
    ("accept a-b for c-d", "for", "keyword.control.statement", ""),
    ("X claims\nmust agree", "must", "keyword.control.must", "while it is being written"),
)  # fmt: skip


@pytest.fixture(scope="module")
def shown() -> dict[str, list[Scopes]]:
    texts = list(dict.fromkeys(text for text, *_rest in SHOWN))
    return dict(zip(texts, tokenized(GRAMMAR.read_text(encoding="utf-8"), texts), strict=True))


@pytest.mark.parametrize(("text", "words", "scope", "why"), SHOWN)
def test_how_an_editor_shows_it(text: str, words: str, scope: str, why: str, shown: dict[str, list[Scopes]]) -> None:
    start = text.rindex(words) if words in {"let", "agree"} else text.index(words)
    at = [place for place in range(start, start + len(words)) if not text[place].isspace()]
    assert all(scope + SUFFIX in shown[text][place] for place in at), why or [shown[text][place] for place in at]


@pytest.mark.parametrize(
    ("python", "ruby"),
    [
        (r"(?s:a.)", r"(?m:a.)"),
        (r"(?i:k|mn)", r"(?i:k|mn)"),
        (r"a\Z", r"a\z"),
        (r"[\u0300-\u036f]", r"[\x{0300}-\x{036f}]"),
        (r"[[a&&b]", r"[\[a&\&b]"),
        (r"[]a]\[", r"[]a]\["),
        (r"(?=x)\s*+", r"(?=x)\s*+"),
    ],
)
def test_patterns_are_put_into_the_dialect_of_editors(python: str, ruby: str) -> None:
    assert oniguruma(python) == ruby


@pytest.mark.parametrize(
    ("pattern", "mark"),
    [(r'"(?:\\.|[^"\\])*"', '"'), (r'(?s:"(?:\\.|[^"\\])*")', '"'), (r"\/(?:\\.|[^\/\\\n])+\/", None)],
)
def test_what_may_run_over_lines_is_told_by_its_form(pattern: str, mark: str | None) -> None:
    assert delimiter(pattern) == mark


def test_the_extension_names_files_that_are_there() -> None:
    manifest = json.loads((EDITORS / "package.json").read_text(encoding="utf-8"))
    (language,) = manifest["contributes"]["languages"]
    (grammar,) = manifest["contributes"]["grammars"]
    shipped = json.loads(GRAMMAR.read_text(encoding="utf-8"))
    assert (EDITORS / grammar["path"]).resolve() == GRAMMAR
    assert grammar["scopeName"] == shipped["scopeName"]
    assert grammar["language"] == language["id"]
    assert language["extensions"] == [f".{it}" for it in shipped["fileTypes"]]
    configuration = json.loads((EDITORS / language["configuration"]).read_text(encoding="utf-8"))
    assert configuration["comments"] == {"lineComment": "#"}
