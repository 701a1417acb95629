"""Which sorts of value a walked expression can have, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.language.rule_texts import texts_of
from tests.laws.amounts import LETS, WORDS, can_be, say, write
from tests.laws.vocabulary import MEASURED, SORTS, SUBJECTS
from tests.laws.walk import Node

if TYPE_CHECKING:
    from tests.laws.phrases import Writer

OF_DATES = ("EARLIEST", "LATEST")


def in_words(node: Node) -> str:
    """The statement as text; a leaf that nobody worded is a word of the language for itself."""
    text = ""
    before = ""
    for leaf in node.leaves():
        word = leaf.text or texts_of(leaf.name)[0]
        tight = (
            leaf.name in {"COMMA", "COLON", "RPAR"} or before == "LPAR" or (before == "NUMBER" and word in {"%", "°C"})
        )
        text += word if tight or not text else f" {word}"
        before = leaf.name
    return text


def operands(node: Node, sort: str) -> list[tuple[str, str]]:
    """What the two sides of a sum or product may be, for it to be of a sort."""
    sign = node.children[1].name
    if sign in {"PLUS", "MINUS"}:
        found = [(sort, sort)] if sort in MEASURED else []
        if sort == "duration" and sign == "MINUS":
            found.append(("date", "date"))
        if sort == "date":
            found += [("date", "duration"), *([("duration", "date")] if sign == "PLUS" else [])]
        return found
    if sort not in MEASURED:
        return []
    found = [(sort, "ratio"), (sort, "percent")]
    if sign == "TIMES":
        found += [("ratio", sort), ("percent", sort)]
    elif sort in {"ratio", "percent"}:
        found += [(it, it) for it in MEASURED]
    return found


def can_yield(node: Node, sort: str) -> bool:
    match node.name:
        case "sum" | "product":
            left, right = node.children[0], node.children[2]
            return any(can_yield(left, one) and can_yield(right, other) for one, other in operands(node, sort))
        case "_factor" if node.children[0].name == "LPAR":
            return can_yield(node.children[1], sort)
        case "quantity" | "date" | "unit":
            return can_be(node, sort)
        case "operand":
            return True
        case "aggregate":
            function = node.children[1].children[0].name
            if function == "__ANON_0":  # number
                return sort in {"ratio", "count", "drones"}
            chosen = node.first("claims_of", "selection")
            assert chosen is not None
            named = any(it.name == "name" for it in chosen.children)
            conditions = not chosen.all("where")
            return named and conditions and sort in (("date",) if function in OF_DATES else MEASURED)
        case _:
            return can_yield(node.children[0], sort)


def write_expression(writer: Writer, node: Node, sort: str) -> None:
    random = writer.random
    match node.name:
        case "sum" | "product":
            left, right = node.children[0], node.children[2]
            fitting = [
                (one, other) for one, other in operands(node, sort) if can_yield(left, one) and can_yield(right, other)
            ]
            one, other = random.choice(fitting or [(sort, sort)])
            write_expression(writer, left, one)
            write_expression(writer, right, other)
        case "_factor" if node.children[0].name == "LPAR":
            write_expression(writer, node.children[1], sort)
        case "quantity" | "date" | "unit":
            write(random, node, sort)
        case "operand":
            _operand(writer, node, sort)
        case "aggregate":
            function = node.children[1].children[0].name
            chosen = node.first("claims_of", "selection")
            assert chosen is not None
            writer.selection(chosen, random.choice(writer.present or SORTS) if function == "__ANON_0" else sort)
        case _:
            write_expression(writer, node.children[0], sort)


def _operand(writer: Writer, node: Node, sort: str) -> None:
    name, *rest = node.children
    random = writer.random
    words = [writer.property_of(sort)]
    writer.operands += 1
    if writer.operands > 1 and not rest and name.children[0].name == "NAME":
        words += [it for it in (LETS.get(sort), WORDS.get(sort)) if it is not None]
    say(random, name, random.choice(words))
    for part in rest:
        match part.name:
            case "of":
                say(random, part.children[1], random.choice(SUBJECTS))
            case "period":
                writer.period(part)
            case _:
                for modality in part.all("name"):
                    say(random, modality, random.choice(("expected", "possible", "hypothetical")))
