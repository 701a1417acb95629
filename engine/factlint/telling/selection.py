"""What a rule selects and what it holds against what, in words: filters, defaults, and the keys that group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.corpus.claim import GRAINS, Property
from factlint.corpus.vocabulary import Vocabulary
from factlint.evaluate.run import keys_of
from factlint.evaluate.trace import comparison, operands, reads_denials, selection_of
from factlint.language.model import Aggregate, Check, Operand, Rule, Selection, Trend
from factlint.quantities.dates import show_date
from factlint.telling.condition import in_words
from factlint.telling.sections import Line, few, joined


def selects(rule: Rule) -> Iterator[Line]:
    """The claims of the rule itself, then those of each operand and aggregate."""
    if isinstance(rule.subject, Selection):
        yield Line(_whole(rule.subject, denied=reads_denials(rule, rule.subject)))
    for term in operands(rule):
        what = "an operand" if isinstance(term, Operand) else f"for the {term.function}"
        yield Line(f"{what}: {_whole(selection_of(term), denied=False)}")


def _whole(selection: Selection, *, denied: bool) -> str:
    words = [_properties(selection), *_filters(selection)]
    return f"{', '.join(words)}; of these, those that are {_defaults(selection, denied=denied)}"


def _properties(selection: Selection) -> str:
    return f"claims of {joined(selection.properties, 'or')}" if selection.properties else "claims of any property"


def _filters(selection: Selection) -> Iterator[str]:
    if selection.about is not None:
        yield f"about {joined([name.name for name in selection.about], 'or')}"
    if selection.outlets is not None:
        yield f"from {joined([name.name for name in selection.outlets], 'or')}"
    if selection.speakers is not None:
        yield f"by {joined([name.name for name in selection.speakers], 'or')} as a named speaker"
    if selection.period is not None:
        yield f"whose period lies wholly inside {show_date(selection.period)}"
    if selection.latest:
        yield "of each source and speaker only what they published last of the same thing"
    if selection.where is not None:
        yield f"where {in_words(selection.where)}"


def _defaults(selection: Selection, *, denied: bool) -> str:
    words = []
    if "status" not in selection.lifts:
        words.append("current")
    if denied:
        words.append("asserted or denied")
    elif "stance" not in selection.lifts:
        words.append("asserted")
    if "modality" not in selection.lifts:
        words.append(joined(["actual", *sorted(selection.including)], "or"))
    lifted = [
        key for key in ("status", "stance", "modality") if key in selection.lifts and not (denied and key == "stance")
    ]
    if lifted:
        words.append(f"of the {joined(lifted)} that the condition names")
    return joined(words)


# --- What is held against what ---------------------------------------------------------------------------------------


def compares(rule: Rule, vocabulary: Vocabulary) -> Iterator[Line]:
    """For each assertion which claims meet: the keys that must be the same, through the vocabulary."""
    told: set[str] = set()
    for check in rule.checks:
        for line in _compared(rule, check, vocabulary):
            if line not in told:
                told.add(line)
                yield Line(line)


def _compared(rule: Rule, check: Check, vocabulary: Vocabulary) -> Iterator[str]:
    kind = comparison(rule, check)
    if kind == "combination":
        yield from _aligned(rule, vocabulary)
        return
    assert isinstance(rule.subject, Selection)  # an expression is always a combination
    selection = rule.subject
    if kind == "claim":
        yield "each claim by itself"
        return
    what = {
        "pair": "any two claims",
        "reference": "each claim with the others",
        "sum": "the claims about all parts",
    }[kind]
    per, without = keys_of(check, selection)
    if kind == "sum":
        without = frozenset({"subject"})
    found = _found(selection.properties, vocabulary)
    yield f"{what} of the same {joined(_same(found, per, selection.regardless | without))}"
    if isinstance(check.assertion, Trend):
        yield "in the order of their periods, which are no key here"
    elif per is None:
        yield from _periods(found, selection.regardless)
    elif not any(key in GRAINS or key == "period" for key in per):
        yield f"the period does not matter: `per {joined(per)}` stands in its place"
    if selection.regardless:
        yield f"whatever the {joined(sorted(selection.regardless), 'or')}, as the rule says"
    if "subject" in without:
        yield "whatever the subject: this assertion looks across subjects"


def _found(names: Sequence[str], vocabulary: Vocabulary) -> list[Property]:
    if not names:
        return list(vocabulary.properties.values())
    return [found for name in names if (found := vocabulary.property(name)) is not None]


def _same(found: Sequence[Property], per: Sequence[str] | None, dropped: frozenset[str]) -> list[str]:
    keys = [key for key in ("property", "subject") if key not in dropped]
    qualifiers = dict.fromkeys(key for prop in found for key in prop.qualifiers if key not in dropped)
    return [*keys, *qualifiers, *(key for key in per or () if key not in keys and key not in qualifiers)]


def _periods(found: Sequence[Property], dropped: frozenset[str]) -> Iterator[str]:
    if "period" in dropped:
        return
    for grain in GRAINS:
        names = [prop.name for prop in found if prop.varies_by == grain and grain not in dropped]
        if names:
            yield f"and of the same {grain} for {_listed(names)} (`varies by: {grain}` in the vocabulary)"
    if still := [prop.name for prop in found if prop.varies_by is None]:
        yield f"and of any period for {_listed(still)} (no `varies by` in the vocabulary)"


def _listed(names: Sequence[str]) -> str:
    return few(names) if len(names) > 4 else joined(names)


def _aligned(rule: Rule, vocabulary: Vocabulary) -> Iterator[str]:
    terms = operands(rule)
    named = [term for term in terms if isinstance(term, Aggregate) or term.subject is not None]
    leading = [rule.subject] if isinstance(rule.subject, Selection) else []
    free = len(terms) - len(named) + len(leading)
    yield (
        "every combination of "
        + ("a claim and the operands" if leading else "the operands' claims")
        + " that fit together"
    )
    if free > 1:
        yield "of the same subject, where none is named"
    selected = [*leading, *(selection_of(term) for term in terms)]
    moving = [it for it in selected if it.period is None]
    found = [prop for it in moving for prop in _found(it.properties, vocabulary)]
    grains = [grain for grain in GRAINS if any(prop.varies_by == grain for prop in found)]
    if grains and len(moving) > 1:
        names = list(dict.fromkeys(prop.name for prop in found if prop.varies_by is not None))
        yield f"of the same {joined(grains, 'or')} for {_listed(names)} (`varies by` in the vocabulary)"
    everything = [_found(it.properties, vocabulary) for it in selected]
    shared = _shared([prop for some in everything for prop in some])
    if shared and len(selected) > 1:
        yield f"of the same {joined(shared)}"


def _shared(found: Sequence[Property]) -> list[str]:
    return [key for key in found[0].qualifiers if all(key in it.qualifiers for it in found)] if found else []
