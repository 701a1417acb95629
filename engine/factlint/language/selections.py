"""Which claims a rule reads: filters and keys bound to the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factlint.corpus.claim import Property
from factlint.language import conditions, messages, names, values
from factlint.language import model as m
from factlint.language import nodes as n
from factlint.language.scope import Scope


@dataclass(frozen=True, slots=True)
class Chosen:
    """A selection, and the properties of its claims; () where it names none, and they may be any."""

    selection: m.Selection
    properties: tuple[Property, ...]
    listed: bool = False  # `about` names a list: several subjects, or the parts of one


_TWICE = {
    n.About: ("`about`", "write one list: `about A, B`"),
    n.Outlets: ("`from`", "write one list: `from A, B`"),
    n.Speakers: ("`by`", "write one list: `by A, B`"),
    n.In: ("`in`", "write one period: `in A to B`"),
    n.Where: ("`where`", "join the conditions with `and`"),
    n.Including: ("`including`", "write one list: `including expected, possible`"),
    n.Per: ("`per`", "join the keys with `and`"),
    n.Regardless: ("`regardless of`", "join the keys with `and`"),
}


def bind(scope: Scope, node: n.Selection) -> Chosen | None:
    """The selection, or None where something of it is wrong; all of that is reported."""
    before = len(scope.problems)
    ambiguous = _latest(scope, node)
    found = None if ambiguous else names.properties(scope, node.properties)
    chosen = m.Selection(properties=tuple(prop.name for prop in found or ()), latest=node.latest)
    sound = found is not None
    first: dict[type[n.Node], n.SelectionPart] = {}
    listed = False
    for part in node.parts:
        kind = type(part)
        if kind in first:
            what, help_ = _TWICE[kind]
            scope.report(messages.twice(scope.source, part.span, what, first[kind].span, help_))
            continue
        first[kind] = part
        with_part = _with(scope, chosen, part, found or ())
        sound = sound and with_part is not None
        chosen = with_part or chosen
        if isinstance(part, n.About):
            listed = len(chosen.about or ()) > 1 or any(isinstance(it, n.Parts) for it in part.subjects)
    errors = any(problem.severity == "error" for problem in scope.problems[before:])
    return Chosen(chosen, found or (), listed) if sound and not errors else None


def _with(scope: Scope, chosen: m.Selection, part: n.SelectionPart, found: tuple[Property, ...]) -> m.Selection | None:
    match part:
        case n.About(subjects):
            about = names.subjects(scope, subjects)
            return None if about is None else replace(chosen, about=about)
        case n.Outlets(words):
            outlets = names.outlets(scope, words)
            return None if outlets is None else replace(chosen, outlets=outlets)
        case n.Speakers(words):
            speakers = names.speakers(scope, words)
            return None if speakers is None else replace(chosen, speakers=speakers)
        case n.In(leaf):
            period = values.date(scope, leaf)
            return None if period is None else replace(chosen, period=period)
        case n.Where(condition):
            bound = conditions.bind(scope, condition, found)
            lifts = frozenset(conditions.lifted(condition))
            return None if bound is None else replace(chosen, where=bound, lifts=lifts)
        case n.Including(words):
            modalities = names.modalities(scope, words)
            return None if modalities is None else replace(chosen, including=modalities)
        case n.Per(words):
            keys = names.keys(scope, words, grains=True)
            return None if keys is None else replace(chosen, per=keys)
        case n.Regardless(words):
            dropped = names.keys(scope, words, grains=True)
            return None if dropped is None else replace(chosen, regardless=frozenset(dropped))


def _latest(scope: Scope, node: n.Selection) -> bool:
    """Where the vocabulary knows `latest poll`, `latest poll claims` could mean either."""
    if not node.latest or not node.properties or node.properties[0].quoted:
        return False
    name = f"latest {node.properties[0].text}"
    if scope.vocabulary.property(name) is not None:
        span = replace(node.span, end=node.properties[0].span.end)
        scope.report(messages.quote_latest(scope.source, span, name))
        return True
    return False


def of_operand(operand: m.Operand) -> m.Selection:
    """`export share of Russia must have quote` reads the claims that the operand would."""
    return m.Selection(
        properties=(operand.property,),
        about=None if operand.subject is None else (operand.subject,),
        period=operand.period,
        including=operand.including,
    )
