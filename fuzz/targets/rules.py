"""The language of rules: what parses is resolved, looked at by `lint`, and laid out without losing what it says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from tests.language.rule_texts import productions, texts_of, through

from factlint.corpus.vocabulary import Vocabulary
from factlint.corpus.vocabulary_reader import read_vocabulary
from factlint.language.layout import lay_out
from factlint.language.lines import chunks
from factlint.language.parse import grammar, parse_rule_text, parse_rules
from factlint.language.resolve import offered_names, resolve
from factlint.language.suspicious import suspicious
from factlint.source import Source
from fuzz.laws import text_of, well_told
from fuzz.target import Target
from fuzz.walk import Walker

ROOT = Path(__file__).parents[2]
NAMES = (
    "export share", "oil exports", "killed", "downed", "price", "temperature", "visit city", "arrival date", "role",
    "sanctions date", "arrival delay", "size", '"October visit"', "Rosneft and Lukoil", "Reuters", "Moscow", "crude oil",
    "slack", "outlet", "speaker", "stance", "denies", "subject", "value", "period", "month", "product", "expected",
    "percentage points", "hours", "barrels", "drones", "people", "EUR", "degC", "error", "true", "published", "quote",
)  # fmt: skip
"""Of the vocabulary that the tests of the language share, and the language's own."""


@cache
def vocabulary() -> Vocabulary:
    path = ROOT / "tests" / "language" / "vocabulary.yaml"
    found, problems = read_vocabulary(Source(path.name, path.read_text(encoding="utf-8")))
    assert not problems
    return found.with_stated({"claims": ["bne-city", "bne-share"], "documents": ["bne-2025-10-27"]})


def check(data: bytes) -> None:
    text = text_of(data)
    source = Source("any.rules", text)
    file, syntax = parse_rules(source)
    model, wrong = resolve([file], vocabulary())
    well_told([*syntax, *wrong, *offered_names(model), *suspicious([file], model, vocabulary())])
    found, _ = chunks(text.removeprefix("\ufeff"))
    assert len(file.statements) + len(syntax) == len(found), "each statement is read, or told"
    _laid_out(source)
    one, syntax = parse_rule_text(text)
    _, wrong = resolve([one], vocabulary())
    well_told([*syntax, *wrong])


def _laid_out(source: Source) -> None:
    text = source.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    before, problems = parse_rules(Source(source.name, text))
    found, told = lay_out(source)
    assert (found is None) == bool(told) == bool(problems)
    if found is None:
        return
    after, problems = parse_rules(Source(source.name, found))
    assert not problems, problems
    assert after.statements == before.statements, "a file laid out means what it meant"
    assert lay_out(Source(source.name, found)) == (found, []), "laying out again changes nothing"


# --- What helps to reach deep ----------------------------------------------------------------------------------------


def seeds() -> Iterator[bytes]:
    """The shipped rules, those of the tests, and for each production of the grammar a statement that uses it."""
    paths = [*ROOT.glob("rules/*.rules"), *ROOT.glob("corpus/*/*.rules"), *ROOT.glob("tests/language/**/*.rules")]
    for path in sorted(paths):
        text = path.read_text(encoding="utf-8")
        yield text.encode()
        for chunk in chunks(text)[0]:
            yield text[chunk.span.start : chunk.span.end].encode()
    for rule in productions():
        yield " ".join(word for _, word in through(rule)).encode()


@cache
def words() -> tuple[str, ...]:
    found = {text for terminal in grammar().terminals for text in _texts(terminal.name)}
    return (*sorted(found), *NAMES)


def _texts(terminal: str) -> tuple[str, ...]:
    try:
        return texts_of(terminal)
    except AssertionError:  # what only separates: white space
        return ()


@cache
def _walker() -> Walker:
    return Walker(
        productions(), {it.name: _texts(it.name) for it in grammar().terminals if _texts(it.name)} | {"NAME": NAMES}
    )


def fragment(random: Random) -> str:
    """A walk through the grammar from some production: a filter, an expression, a clause, a whole statement."""
    return _walker().walk(random)


def _list(length: int, name: str) -> str:
    """Names that are none of the vocabulary's, so that each is unlike every other."""
    return ", ".join(f'"{name} number {i}"' for i in range(length))


SHAPES = {
    "brackets": lambda n: ("(" * n + "price" + ")" * n + " must be at most 5").encode(),
    "brackets of conditions": lambda n: ("claims where " + "(" * n + "value is 1" + ")" * n + " must agree").encode(),
    "brackets left open": lambda n: ("(" * n).encode(),
    "a long and": lambda n: ("claims where " + " and ".join(["value is 1"] * n) + " must agree").encode(),
    "a long or": lambda n: ("claims where " + " or ".join(["value is 1"] * n) + " must agree").encode(),
    "a long sum": lambda n: (" + ".join(["price"] * n) + " must be at most 5").encode(),
    "many checks": lambda n: ("claims must " + " and ".join(["agree"] * n)).encode(),
    "many not": lambda n: ("claims where " + "not " * n + "value is 1 must agree").encode(),
    "many commas": lambda n: ("claims about " + ", ".join(["Moscow"] * n) + " must agree").encode(),
    "commas alone": lambda n: ("claims about " + "," * n + " must agree").encode(),
    "a list": lambda n: ("let capitals = " + ", ".join(f"c{i}" for i in range(n))).encode(),
    "lets in a row": lambda n: ("let a0 = 1\n" + "".join(f"let a{i + 1} = a{i}\n" for i in range(n))).encode(),
    "many lets": lambda n: "".join(f"let a{i} = {i}%\n" for i in range(n)).encode(),
    "lets of lists": lambda n: ("let a0 = x\n" + "".join(f"let a{i + 1} = a{i}, a{i}\n" for i in range(n))).encode(),
    "rules alike": lambda n: ("export share claims must agree\n" * n).encode(),
    "rules of one name": lambda n: ("rule a: export share claims must agree\n" * n).encode(),
    "named rules": lambda n: "".join(f"rule r{i}: price claims must be at most {i}\n" for i in range(n)).encode(),
    "bounds": lambda n: "".join(f"price claims must be at most {i} USD/barrel\n" for i in range(n)).encode(),
    "distinct conditions": lambda n: (
        "claims where " + " and ".join(f"value <= {i + 1}%" for i in range(n)) + " must agree"
    ).encode(),
    "two lists": lambda n: (
        f"let a = {_list(n, 'Moscow')}\nlet b = {_list(n, 'Washington')}\n"
        "visit city claims must be one of a\nvisit city claims must be one of b\n"
        "visit city claims where value is one of a and value is one of b must agree"
    ).encode(),
    "lists of quantities": lambda n: (
        f"price claims must be one of {', '.join(f'{i} USD/barrel' for i in range(n))}\n"
        f"price claims must be one of {', '.join(f'{i}.5 USD/barrel' for i in range(n))}\n"
    ).encode(),
    "accepts": lambda n: ("rule a: claims must agree\n" + 'accept a because "x"\n' * n).encode(),
    "a long word": lambda n: ("a" * n + " claims must agree").encode(),
    "a long name": lambda n: ("export " * n + "claims must agree").encode(),
    "a long name of points": lambda n: ("a" + ".-'" * n + " claims must agree").encode(),
    "ampersands": lambda n: ("a" + " & a" * n + " claims must agree").encode(),
    "accents": lambda n: ("e" + "\u0301" * n + " claims must agree").encode(),
    "a long number": lambda n: ("price claims must be at most " + "9" * n).encode(),
    "a number of thousands": lambda n: ("price claims must be at most 1" + ",000" * n).encode(),
    "a long unit": lambda n: ("price claims must be at most 5 a" + "/a" * n).encode(),
    "a unit of powers": lambda n: ("price claims must be at most 5 a" + "^2*a" * n).encode(),
    "white space": lambda n: ("price claims" + " " * n + "must agree").encode(),
    "blank lines": lambda n: ("price claims\n" + "  \n" * n + "  must agree").encode(),
    "no-break spaces": lambda n: ("price claims" + "\u00a0" * n + "must agree").encode(),
    "an unclosed text": lambda n: ('price claims must agree because "' + "a " * n).encode(),
    "unclosed texts": lambda n: ('price claims must agree because "\n' * n).encode(),
    "backslashes": lambda n: ('price claims must agree because "' + "\\" * n).encode(),
    "an unclosed regex": lambda n: ("claims where quote matches /" + "a" * n).encode(),
    "a long regex": lambda n: ("claims where quote matches /" + "(a|b)*" * n + "/ must agree").encode(),
    "slashes": lambda n: ("claims where quote matches " + "/" * n).encode(),
    "lets left open": lambda n: ("let " * n).encode(),
    "rules left open": lambda n: ("rule a " * n).encode(),
    "accepts left open": lambda n: ("accept a " * n).encode(),
    "statements that break": lambda n: ("price claims agree\n" * n).encode(),
    "comments": lambda n: ("# a\n" * n + "price claims must agree").encode(),
    "comments inside": lambda n: ("price claims\n" + "  # a\n" * n + "  must agree").encode(),
    "a long comment": lambda n: ("price claims must agree # " + "a" * n).encode(),
    "a date of many parts": lambda n: ("claims in 2025" + "-01" * n + " must agree").encode(),
    "matches without end": lambda n: ("matches " * n + "#").encode(),
    "an early mistake": lambda n: ("price price, claims must must " + "agree and " * n).encode(),
    "operators left open": lambda n: ("price " + "+ " * n).encode(),
    "clauses": lambda n: ("price claims must agree" + " severity error" * n).encode(),
    "tags": lambda n: ("price claims must agree tags " + ", ".join(f"t{i}" for i in range(n))).encode(),
    "including": lambda n: ("price claims " + "including expected " * n + "must agree").encode(),
    "equal signs": lambda n: ("let a " + "= " * n).encode(),
    "imports": lambda n: "".join(f'import "a{i}.rules"\n' for i in range(n)).encode(),
}

TARGET = Target(check=check, seeds=seeds, words=words, longest=1_200, fragment=fragment, shapes=SHAPES)
