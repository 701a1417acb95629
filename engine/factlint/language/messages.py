"""Every wording of the stage that reads rules; a function a message. How a statement's shape can be wrong is worded
beside the looks at its text, in `syntax` and `expected`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factlint.diagnostics import Diagnostic, Label
from factlint.language.wording import as_name, listed
from factlint.source import Source, Span

CODES: dict[str, str] = {
    "E301": "a statement that does not follow the grammar",
    "E302": "a name that needs quotes",
    "E303": "a text or pattern that never ends, or is in the wrong quotes",
    "E304": "a statement that does not start at the margin",
    "E305": "an assertion turned round with `not`",
    "E306": "a version of the language that is not known",
    "E307": "something given twice",
    "E308": "a word that is none of the words allowed",
    "E309": "a rule or list that is too large to be checked",
    "E310": "an unknown property",
    "E311": "an unknown subject",
    "E312": "an unknown outlet",
    "E313": "an unknown speaker, source or document",
    "E314": "an unknown key",
    "E315": "an unknown unit",
    "E316": "an unknown conversion",
    "E317": "an entity without parts",
    "E318": "an `accept` of a rule that is not there",
    "E319": "a `let` whose name is taken",
    "E320": "a quantity that cannot be read",
    "E321": "a date that cannot be read",
    "E322": "units that do not fit together",
    "E323": "a tolerance of the wrong dimension",
    "E324": "a bound of the wrong dimension",
    "E325": "a date where a quantity belongs, or the reverse",
    "E326": "an empty range",
    "E327": "an assertion that cannot speak of this kind of claim",
    "E328": "`agree` on a property of several values",
    "E329": "an assertion that needs claims",
    "E330": "`add up to` without a list of parts",
    "E331": "a pattern that cannot be used",
    "E332": "a value of the wrong kind",
    "E333": "two rules of one name",
    "E334": "a list where one value belongs, or the reverse",
    "E335": "a rule that reads no claims",
    "E336": "`latest` before a property whose name starts with it",
    "E337": "an `accept` without a reason",
    "E340": "an import that is not there",
    "E341": "an import outside the folder of rules",
    "E342": "imports in a circle",
    "E343": "a rule file that cannot be read",
    "E344": "no rules at a path",
    "E345": "a rule file that cannot be written",
    "W301": "a `let` that nothing uses",
    "W302": "an `accept` of a claim that is not there",
    "W303": "an operand without `of` beside one with it",
    "W304": "a rule without a name",
    "W305": "a value that is close to a known one",
    "W310": "two rules that no value can meet both",
    "W311": "a rule that says what another says",
    "W312": "a rule that follows from another",
    "W313": "conditions that no claim can meet",
    "W314": "a rule that chooses no claim of the corpus",
    "W315": "an assertion that always holds",
    "W316": "a tolerance as wide as what it guards",
    "W317": "an `accept` whose date has passed",
    "W318": "a condition on stance before an assertion that reads no denials",
    "W319": "a bound that nothing can meet",
}
"""One-line titles, for `factlint explain CODE`."""


def _at(
    code: str, source: Source, span: Span, message: str, help_: str | None = None, *, related: tuple[Label, ...] = ()
) -> Diagnostic:
    return Diagnostic(code, message, Label(source, span), related, help_)


def _perhaps(nearest: str | None, otherwise: str, *, name: str) -> str:
    """What to write for a name that is not known."""
    if not name:
        return "write a name between the quotes"
    return f"did you mean `{as_name(nearest)}`?" if nearest else otherwise


# --- Files and statements --------------------------------------------------------------------------------------------


def no_rule(source: Source) -> Diagnostic:
    return Diagnostic(
        "E301",
        "there is no rule in this text",
        None,
        (),
        "write one, such as `export share claims must agree`",
        source.name,
    )


def not_a_rule(source: Source, span: Span) -> Diagnostic:
    return _at(
        "E301", source, span, "this is no rule", "`--rule` takes one rule; a `let` or an `accept` stands in a file"
    )


def indented_statement(source: Source, span: Span) -> Diagnostic:
    start = span.start
    first = Span(start, start + max(len(source.text[start : span.end].split("\n")[0].rstrip()), 1))
    return _at(
        "E304",
        source,
        first,
        "the first statement is indented",
        "start it at the left margin; indented lines continue one",
    )


def too_deep(source: Source, span: Span, limit: int) -> Diagnostic:
    return _at(
        "E309",
        source,
        span,
        f"this statement has more than {limit} operators, brackets and `not`s",
        "divide it into several rules",
    )


def unknown_language(source: Source, span: Span, version: str) -> Diagnostic:
    return _at(
        "E306",
        source,
        span,
        f"version {version} of the language is not known",
        "write `language 1`, or update factlint",
    )


def twice(source: Source, span: Span, what: str, first: Span, help_: str) -> Diagnostic:
    return _at("E307", source, span, f"{what} is given twice", help_, related=(Label(source, first, "first here"),))


def not_one_of(
    source: Source, span: Span, word: str, what: str, allowed: Sequence[str], nearest: str | None = None
) -> Diagnostic:
    help_ = f"did you mean `{nearest}`?" if nearest else f"write {listed([f'`{it}`' for it in allowed])}"
    return _at("E308", source, span, f"`{word}` is no {what}", help_)


def always_read(source: Source, span: Span) -> Diagnostic:
    return _at(
        "E308",
        source,
        span,
        "`actual` claims are always read",
        "leave it out; `including` adds `expected`, `possible` or `hypothetical`",
    )


def file_unreadable(name: str, reason: str) -> Diagnostic:
    return Diagnostic(
        "E343", f"the rule file cannot be read: {reason}", None, (), "check that it is a text file in UTF-8", name
    )


def file_unwritable(name: str, reason: str) -> Diagnostic:
    return Diagnostic(
        "E345", f"the rule file cannot be written: {reason}", None, (), "it is as it was; check who may write it", name
    )


def path_missing(name: str) -> Diagnostic:
    return Diagnostic(
        "E344",
        "there is no such file or folder of rules",
        None,
        (),
        "give a `.rules` file, or a folder that holds some",
        name,
    )


def folder_empty(name: str) -> Diagnostic:
    return Diagnostic(
        "E344",
        "this folder holds no `.rules` file",
        None,
        (),
        "give a `.rules` file, or a folder that holds some",
        name,
    )


def import_missing(source: Source, span: Span, path: str, nearest: str | None) -> Diagnostic:
    help_ = (
        f'did you mean `import "{nearest}"`?' if nearest else "a path leads from the folder of the file that imports"
    )
    return _at("E340", source, span, f"there is no file `{path}`", help_)


def import_unreadable(source: Source, span: Span, path: str, reason: str) -> Diagnostic:
    return _at("E343", source, span, f"`{path}` cannot be read: {reason}", "check that it is a text file in UTF-8")


def import_outside(source: Source, span: Span, path: str) -> Diagnostic:
    return _at(
        "E341", source, span, f"`{path}` lies outside the folder of rules", "move the file into it; imports stay inside"
    )


def import_circle(source: Source, span: Span, names: Sequence[str]) -> Diagnostic:
    return _at(
        "E342",
        source,
        span,
        f"imports lead in a circle: {' → '.join(names)}",
        "move what they share into a file of its own",
    )


# --- Names -----------------------------------------------------------------------------------------------------------


def unknown_property(source: Source, span: Span, name: str, nearest: str | None, *, given: bool) -> Diagnostic:
    help_ = _meant_otherwise(name)
    if help_ is None:
        help_ = _perhaps(
            nearest,
            "add it to the vocabulary under `properties:`" if given else "no claim states it; check its spelling",
            name=name,
        )
    return _at("E310", source, span, f"unknown property `{name}`", help_)


def _meant_otherwise(name: str) -> str | None:
    """What to write where a name swallowed words that were meant as the language's own."""
    first, _, rest = name.partition(" ")
    last = name.rpartition(" ")[2]
    if first in {"every", "each", "all", "any", "no"} and rest:
        kept = rest.rsplit(" ", 1)[0] + " " if " " in rest else ""
        return f"write `{kept}claims must …`: a rule always speaks of all claims that it chooses"
    if last.lower() in {"claim", "claims"} and first != name:
        return f"write `{name.rsplit(' ', 1)[0]} claims`"
    if first == "rule" and rest:
        return f"a rule's name is followed by a colon: `rule {rest.split()[0]}: …`"
    if "/" in name:
        return f"put spaces around `/` where it divides: `{' / '.join(part.strip() for part in name.split('/'))}`"
    return None


def unknown_operand(source: Source, span: Span, name: str, nearest: str | None) -> Diagnostic:
    help_ = _meant_otherwise(name)
    if help_ is None:
        help_ = _perhaps(nearest, "an expression is built of properties, quantities, dates and `let` names", name=name)
    return _at("E310", source, span, f"`{name}` is no property, no `let` and no quantity", help_)


def unknown_subject(source: Source, span: Span, name: str, nearest: str | None) -> Diagnostic:
    help_ = _perhaps(
        nearest, "no claim is about it; add it to the vocabulary under `entities:` or check its spelling", name=name
    )
    return _at("E311", source, span, f"unknown subject `{name}`", help_)


def unknown_outlet(source: Source, span: Span, name: str, nearest: str | None) -> Diagnostic:
    help_ = _perhaps(
        nearest, "no document is from it; add it to the vocabulary under `outlets:` or check its spelling", name=name
    )
    return _at("E312", source, span, f"unknown outlet `{name}`", help_)


def unknown_name(source: Source, span: Span, what: str, name: str, nearest: str | None) -> Diagnostic:
    """`what`: speaker, source or document."""
    where = {"document": "the corpus holds no document of this id", "source": "no list and no claim names it"}
    help_ = _perhaps(
        nearest, where.get(what, "add it to the vocabulary under `speakers:` or check its spelling"), name=name
    )
    return _at("E313", source, span, f"unknown {what} `{name}`", help_)


def unknown_key(source: Source, span: Span, name: str, nearest: str | None, keys: Sequence[str]) -> Diagnostic:
    help_ = _perhaps(nearest, f"keys are {', '.join(keys)}, and the qualifiers of claims", name=name)
    return _at("E314", source, span, f"unknown key `{name}`", help_)


def unknown_unit(source: Source, span: Span, message: str, help_: str | None) -> Diagnostic:
    return _at("E315", source, span, message, help_)


def unknown_conversion(source: Source, span: Span, name: str, nearest: str | None) -> Diagnostic:
    help_ = _perhaps(nearest, "add it to the vocabulary under `conversions:`", name=name)
    return _at("E316", source, span, f"unknown conversion `{name}`", help_)


def no_parts(source: Source, span: Span, name: str) -> Diagnostic:
    return _at(
        "E317",
        source,
        span,
        f"no parts of `{name}` are listed",
        f"list them in the vocabulary: `{name}: {{parts: [ … ]}}`",
    )


def quote_latest(source: Source, span: Span, name: str) -> Diagnostic:
    return _at(
        "E336",
        source,
        span,
        f"`{name}` may be the property of that name, or its latest claims",
        f'quote it: "{name}"; or name the property otherwise in the vocabulary',
    )


def near_value(source: Source, span: Span, name: str, nearest: str) -> Diagnostic:
    return _at("W305", source, span, f"no list and no claim knows `{name}`", f"did you mean `{as_name(nearest)}`?")


# --- Lets, accepts and rules -----------------------------------------------------------------------------------------


def let_taken(source: Source, span: Span, name: str, by: str, where: Label | None = None) -> Diagnostic:
    related = (where,) if where else ()
    return _at("E319", source, span, f"`{name}` is already {by}", "give this `let` another name", related=related)


def let_in_circle(source: Source, span: Span, name: str) -> Diagnostic:
    return _at("E334", source, span, f"`{name}` is made of itself", "give it a quantity, a date or a list of names")


def let_too_long(source: Source, span: Span, name: str, limit: int) -> Diagnostic:
    return _at("E309", source, span, f"`{name}` has more than {limit:,} members", "divide it into several lists")


def unused_let(source: Source, span: Span, name: str) -> Diagnostic:
    return _at("W301", source, span, f"nothing uses `{name}`", "leave the `let` out, or use its name in a rule")


def duplicate_rule(source: Source, span: Span, name: str, first: Label) -> Diagnostic:
    return _at(
        "E333", source, span, f"there already is a rule `{name}`", "give one of them another name", related=(first,)
    )


def built_in_rule(source: Source, span: Span, name: str) -> Diagnostic:
    return _at("E333", source, span, f"`{name}` is the name of a built-in rule", "give this rule another name")


def accept_unknown_rule(source: Source, span: Span, name: str, nearest: str | None) -> Diagnostic:
    help_ = f"did you mean `{nearest}`?" if nearest else "name a rule of these files; a rule is named by `rule NAME: …`"
    return _at("E318", source, span, f"there is no rule `{name}` to accept findings of", help_)


def accept_unnamed_rule(source: Source, span: Span, name: str) -> Diagnostic:
    return _at(
        "E318",
        source,
        span,
        f"`{name}` is a bare sentence, and only named rules can be accepted",
        "give it a name: `rule NAME: …`",
    )


def accept_without_reason(source: Source, span: Span) -> Diagnostic:
    return _at("E337", source, span, "an `accept` needs a reason", 'add `because "…"`: the report shows it')


def accept_unknown_claim(source: Source, span: Span, name: str, nearest: str | None) -> Diagnostic:
    return _at(
        "W302",
        source,
        span,
        f"there is no claim `{name}`",
        _perhaps(nearest, "leave it out, or check the id", name=name),
    )


def unnamed_rule(source: Source, span: Span, name: str) -> Diagnostic:
    return _at(
        "W304", source, span, "a rule without a name cannot be accepted or baselined", f"name it: `rule {name}: …`"
    )


# --- Quantities, dates and lists -------------------------------------------------------------------------------------


def bad_quantity(source: Source, span: Span, message: str, help_: str | None) -> Diagnostic:
    return _at("E320", source, span, message, help_)


def bad_date(source: Source, span: Span, message: str, help_: str | None) -> Diagnostic:
    return _at("E321", source, span, message, help_)


def empty_range(source: Source, span: Span, low: str, high: str) -> Diagnostic:
    return _at(
        "E326",
        source,
        span,
        f"nothing lies between {low} and {high}",
        f"write the smaller one first: `between {high} and {low}`",
    )


def date_for_quantity(source: Source, span: Span, text: str) -> Diagnostic:
    return _at(
        "E325",
        source,
        span,
        f"`{text}` is a date, and a quantity belongs here",
        "write a number with its unit, such as `6 hours`",
    )


def list_for_one(source: Source, span: Span, name: str) -> Diagnostic:
    return _at("E334", source, span, f"`{name}` is a list, and one value belongs here", "write one of its members")


def name_for_quantity(source: Source, span: Span, text: str, nearest: str | None) -> Diagnostic:
    help_ = _perhaps(
        nearest, "write a number with its unit, such as `10%` or `6 hours`, or a `let` that names one", name=text
    )
    return _at("E320", source, span, f"`{text}` is no quantity", help_)


def not_a_name(source: Source, span: Span, text: str, what: str) -> Diagnostic:
    return _at("E332", source, span, f"`{text}` is no {what}", f'if this is its name, quote it: "{text}"')


def pattern_refused(source: Source, span: Span, reason: str) -> Diagnostic:
    return _at(
        "E331",
        source,
        span,
        f"this pattern cannot be used: {reason}",
        "patterns follow RE2: no backreferences and no look-around",
    )


def wrong_value(source: Source, span: Span, text: str, what: str, help_: str) -> Diagnostic:
    return _at("E332", source, span, f"`{text}` is not {what}", help_)


# --- Dimensions ------------------------------------------------------------------------------------------------------


def unlike_sum(verb: str, left: Label, right: Label, help_: str) -> Diagnostic:
    """`left` and `right` say what each side is."""
    one, other = left.text.removeprefix("this is "), right.text.removeprefix("this is ")
    message = f"cannot {verb} two dates" if one == other == "a date" else f"cannot {verb} {one} and {other}"
    return Diagnostic("E322", message, right, (left,), help_)


def no_arithmetic(source: Source, span: Span, what: str, operator: str) -> Diagnostic:
    return _at(
        "E322",
        source,
        span,
        f"{what} cannot stand beside `{operator}`",
        "arithmetic takes quantities; dates take `+` and `-` of a duration",
    )


def wrong_function(source: Source, span: Span, function: str, what: str, instead: str | None) -> Diagnostic:
    help_ = f"write `the {instead} of …`" if instead else "`the number of …` counts claims of any kind"
    return _at("E322", source, span, f"there is no {function} of {what}", help_)


def wrong_tolerance(source: Source, span: Span, is_a: str, of: str, help_: str) -> Diagnostic:
    return _at("E323", source, span, f"the tolerance is {is_a}, but {of}", help_)


def negative_tolerance(source: Source, span: Span) -> Diagnostic:
    return _at("E323", source, span, "a tolerance cannot be negative", "leave out the sign")


def wrong_bound(source: Source, span: Span, is_a: str, of: str, help_: str) -> Diagnostic:
    return _at("E324", source, span, f"the bound is {is_a}, but {of}", help_)


def wrong_unit(source: Source, span: Span, is_a: str, of: str, help_: str) -> Diagnostic:
    return _at("E324", source, span, f"this is the unit of {is_a}, but {of}", help_)


def no_comparison(source: Source, span: Span, sign: str, what: str, is_a: str, help_: str) -> Diagnostic:
    """`what`: quantities or dates."""
    return _at("E324", source, span, f"`{sign}` compares {what}, and {is_a}", help_)


def wrong_comparison(source: Source, span: Span, is_a: str, of: str, help_: str) -> Diagnostic:
    return _at("E324", source, span, f"this is {is_a}, but {of}", help_)


def date_side(source: Source, span: Span, side: str, instead: str) -> Diagnostic:
    return _at(
        "E325", source, span, f"`{side}` compares quantities, and this is about dates", f"write `be {instead} …`"
    )


def unit_wanted(source: Source, span: Span, text: str, unit: str) -> Diagnostic:
    return _at("E324", source, span, f"`{text}` has no unit", f"write `{text} {unit}`")


# --- Kinds -----------------------------------------------------------------------------------------------------------


def wrong_kind(source: Source, span: Span, assertion: str, property_: str, kind: str, help_: str) -> Diagnostic:
    return _at("E327", source, span, f"`{assertion}` cannot speak of {property_}, which is {kind}", help_)


def many_values(source: Source, span: Span, property_: str) -> Diagnostic:
    return _at(
        "E328",
        source,
        span,
        f"claims of {property_} need not agree: several values hold at once",
        "write `must not contradict`, `must be one of …` or `must be corroborated by …` instead",
    )


def needs_claims(source: Source, span: Span, assertion: str) -> Diagnostic:
    return _at(
        "E329",
        source,
        span,
        f"`{assertion}` compares claims, and an expression has one value",
        "after an expression write `agree with …`, `be between …`, `be at most …` or the like",
    )


def list_wanted(source: Source, span: Span) -> Diagnostic:
    return _at(
        "E330",
        source,
        span,
        "`add up to` needs to know the parts",
        "name them: `claims about the parts of Russia must add up to …`, or `about A, B, C`",
    )


def measured_values(source: Source, span: Span, property_: str) -> Diagnostic:
    return _at(
        "E327",
        source,
        span,
        f"{property_} is measured, and measured quantities may be equal by chance",
        "`not share a value` is for ranks, names, days and counts",
    )


def no_claims_read(source: Source, span: Span) -> Diagnostic:
    return _at("E335", source, span, "this rule reads no claims", "name a property, such as `export share of Russia`")


def fewer_than_one(source: Source, span: Span, text: str) -> Diagnostic:
    return _at(
        "E320",
        source,
        span,
        f"`{text}` is no number of sources",
        "write a whole number from 1 on, such as `at least 2`",
    )


def operand_without_of(source: Source, span: Span, text: str, other: Label) -> Diagnostic:
    return _at(
        "W303",
        source,
        span,
        f"`{text}` names no subject, and stands beside an operand that does",
        f"add `of SUBJECT`: without it, {text} of every subject is compared",
        related=(other,),
    )
