"""The parsers read as Lark's own would; the tables that a wheel brings are those of the grammars."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, UnexpectedInput

from factlint import grammars, lexing
from factlint.language.lines import chunks
from tests.project.project_files import ROOT, project_files

RULES = [
    chunk.text
    for name in project_files()
    if name.suffix == ".rules"
    for chunk in chunks((ROOT / name).read_text("utf-8"))[0]
]
QUANTITIES = (
    "nearly 1.2mn barrels a day", "two thirds", "10 to 12%", "between 10 and 12 %", "a few days", "$5.5 billion",
    "dozens of drones", "no one", "an hour and a half", "up 40 %", "more or less 7", "one in five", "twice", "½", "1e6 km",
)  # fmt: skip
WORDS = ("hedgy", "more or less")


def plain(name: str, *, all_tokens: bool = False, words: dict[str, tuple[str, ...]] | None = None) -> Lark:
    """As Lark makes it, with its own lexer."""
    table = grammars._table(name, all_tokens)
    for definition in table["memo"].values():
        if (words or {}).get(definition.get("name", "")):
            definition["pattern"] = grammars._any_of((words or {})[definition["name"]])
    return Lark.load(table)


def read(parser: Lark, text: str, start: str) -> object:
    """The tree, or where reading stopped and what was expected there."""
    try:
        return parser.parse(text, start=start)
    except UnexpectedInput as stop:
        expected = getattr(stop, "accepts", None) or getattr(stop, "allowed", None)
        return type(stop), stop.line, stop.column, frozenset(expected or ())


RULES_READERS = (grammars.parser("rules"), plain("rules"))
QUANTITY_READERS = tuple(make("quantity", words={"OWN_HEDGE": WORDS}) for make in (grammars.parser, plain))


@pytest.mark.parametrize("text", RULES)
def test_rules_are_read_alike(text: str) -> None:
    ours, larks = (read(it, text, "start") for it in RULES_READERS)
    assert ours == larks


@pytest.mark.parametrize("text", [*QUANTITIES, "hedgy 7", "MORE  or less 40%"])
def test_quantities_are_read_alike(text: str) -> None:
    ours, larks = (read(it, text, "quantity") for it in QUANTITY_READERS)
    assert ours == larks


VOCABULARY = sorted({word for text in RULES for word in text.split()})


@given(
    st.lists(st.sampled_from([*VOCABULARY, "(", ")", ",", "must", "claims", "%", "40", '"x"', "é", "#"]), max_size=12)
)
def test_nonsense_stops_at_the_same_place(words: list[str]) -> None:
    text = " ".join(words)
    ours, larks = (read(it, text, "start") for it in RULES_READERS)
    assert ours == larks


@given(st.lists(st.sampled_from([word for text in QUANTITIES for word in text.split()]), max_size=8))
def test_so_does_a_nonsensical_quantity(words: list[str]) -> None:
    text = " ".join(words)
    ours, larks = (read(it, text, "quantity") for it in QUANTITY_READERS)
    assert ours == larks


def test_what_is_used_often_is_read_alike() -> None:
    parser = grammars.parser("quantity")
    expected = plain("quantity").parse("nearly 40%", start="quantity")
    assert {parser.parse("nearly 40%", start="quantity") == expected for _ in range(lexing.OFTEN + 2)} == {True}


def test_tables_are_written_and_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grammars.write_tables(tmp_path)
    monkeypatch.setattr(grammars, "TABLES", tmp_path)
    for name, all_tokens in (("quantity", False), ("rules", False), ("rules", True)):
        assert grammars._stored(name, all_tokens) is not None
    assert grammars._stored("quantity", all_tokens=True) is None


@pytest.mark.parametrize("change", ["grammar", "byte", "cut"])
def test_a_table_of_something_else_is_not_used(change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grammars.write_tables(tmp_path)
    monkeypatch.setattr(grammars, "TABLES", tmp_path)
    path = tmp_path / "rules.table"
    data = path.read_bytes()
    if change == "grammar":
        text = grammars.grammar_text("rules")
        monkeypatch.setattr(grammars, "grammar_text", lambda _: text + "\n")
    else:
        path.write_bytes(data[:-1] if change == "cut" else data[:-1] + bytes([data[-1] ^ 1]))
    assert grammars._stored("rules", all_tokens=False) is None
    rule = "rule a: export share claims must agree within 10%"
    assert grammars.parser("rules").parse(rule) == RULES_READERS[0].parse(rule)
