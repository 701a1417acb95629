"""What is said of documents, claims and their texts, and the codes of everything that this package says."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.corpus.file_messages import said_at
from factlint.diagnostics import Diagnostic, Label
from factlint.quantities.format import show_interval
from factlint.quantities.messages import shown
from factlint.quantities.values import Quantity

CODES: dict[str, str] = {
    "E200": "the corpus cannot be read",
    "E201": "a file cannot be read",
    "E202": "a file is not text in UTF-8",
    "E203": "a file is not valid YAML",
    "E204": "a part of YAML that claims may not use",
    "E205": "a key is written twice",
    "E206": "a value is too long or nested too deeply",
    "E208": "the corpus holds no documents",
    "E209": "a line of a flat corpus cannot be read",
    "E210": "an unknown key",
    "E211": "a key is missing",
    "E212": "a value has the wrong shape",
    "E213": "a value is none of the words allowed",
    "E214": "a key has no value",
    "E215": "an id holds characters that ids may not hold",
    "E216": "two claims have the same id",
    "E217": "two documents have the same id",
    "E218": "a text holds a control character",
    "E219": "a document that nothing describes",
    "E220": "a date cannot be read",
    "E221": "a quantity cannot be read",
    "E222": "a value is not of its property's kind",
    "E223": "a unit does not fit its property",
    "E224": "an unknown property",
    "E225": "a name is close to a known one",
    "E226": "a name is not in a closed list",
    "E227": "a qualifier that is close to one of the property's",
    "E228": "`superseded by` does not fit",
    "E229": "a `via` is not a chain of names",
    "E230": "a text's path leaves its folder",
    "E231": "a text cannot be read",
    "E232": "a quote is pinned in a way that cannot work",
    "E233": "a row does not fit the columns",
    "E401": "the vocabulary cannot be read",
    "E402": "the vocabulary is not text in UTF-8",
    "E403": "the vocabulary is not valid YAML",
    "E404": "a part of YAML that a vocabulary may not use",
    "E405": "a key of the vocabulary is written twice",
    "E406": "a value of the vocabulary is too long or nested too deeply",
    "E410": "an unknown key in the vocabulary",
    "E411": "a key is missing in the vocabulary",
    "E412": "a value of the vocabulary has the wrong shape",
    "E413": "a value of the vocabulary is none of the words allowed",
    "E414": "a key of the vocabulary has no value",
    "E418": "a text of the vocabulary holds a control character",
    "E420": "two names are spelt the same",
    "E421": "a place or entity lies within itself",
    "E422": "the unit of a property is unknown",
    "E423": "a definition of a unit cannot be used",
    "E424": "a conversion cannot be used",
    "E425": "an exchange rate cannot be used",
    "E426": "a hedge cannot be used",
    "E427": "a key that does not go with the property's kind",
    "W201": "a name that no list of the vocabulary holds",
    "W202": "a value is close to a known name",
    "W203": "a qualifier that the property does not declare",
    "W204": "a share of two or more, written without a unit",
}
"""Code to one-line title. A code keeps its meaning for good."""


# --- Ids and names ----------------------------------------------------------------------------------------------------


def duplicate_claim(at: Label, first: Label, id_: str, *, given: bool) -> Diagnostic:
    if given:
        return Diagnostic(
            "E216",
            f"two claims have the id `{id_}`",
            at,
            (said_at(first, "first here"),),
            "give this one an id of its own",
        )
    return Diagnostic(
        "E216",
        "two claims have the same subject, property and quote, and so the same id",
        at,
        (said_at(first, "first here"),),
        "give each an `id` of its own, or delete one",
    )


def duplicate_document(at: Label, first: Label, id_: str) -> Diagnostic:
    return Diagnostic(
        "E217",
        f"two documents have the id `{id_}`",
        at,
        (said_at(first, "first here"),),
        "give this one an id of its own",
    )


def unknown_property(at: Label, name: str, nearest: str | None) -> Diagnostic:
    name = shown(name)
    help_ = (
        f"did you mean `{nearest}`?"
        if nearest
        else f"add it to `properties:` of the vocabulary: `{name}: {{kind: quantity}}`, or another kind"
    )
    return Diagnostic("E224", f"the vocabulary has no property `{name}`", at, help=help_)


def near_name(at: Label, role: str, name: str, nearest: str, section: str) -> Diagnostic:
    return Diagnostic(
        "E225",
        f"the {role} `{name}` is not in the vocabulary, but `{nearest}` is",
        at,
        help=f"write `{nearest}`, or list `{name}` under `{section}:` of the vocabulary, or as an alias there",
    )


def near_value(at: Label, name: str, nearest: str, section: str) -> Diagnostic:
    return Diagnostic(
        "W202",
        f"the value `{name}` is not in the vocabulary, but `{nearest}` is",
        at,
        help=f"write `{nearest}`, or list `{name}` under `{section}:` of the vocabulary, or as an alias there",
    )


def not_in_closed_list(at: Label, role: str, name: str, section: str, nearest: str | None) -> Diagnostic:
    name = shown(name)
    add = f"list it under `{section}:` of the vocabulary, or take `{section}` out of `closed:`"
    return Diagnostic(
        "E226",
        f"the {role} `{name}` is not in the vocabulary, whose list of {section} is closed",
        at,
        help=f"did you mean `{nearest}`? otherwise {add}" if nearest else add,
    )


def near_qualifier(at: Label, key: str, prop: str, nearest: str) -> Diagnostic:
    return Diagnostic(
        "E227",
        f"the property `{prop}` has no qualifier `{shown(key)}`, but it has `{nearest}`",
        at,
        help=f"write `{nearest}`, or add `{shown(key)}` to the property's `qualifiers:` in the vocabulary",
    )


def undeclared_qualifier(at: Label, key: str, prop: str, declared: Sequence[str]) -> Diagnostic:
    names = ", ".join([*declared, shown(key)])
    return Diagnostic(
        "W203",
        f"the property `{prop}` declares no qualifier `{shown(key)}`",
        at,
        help=f"add it to the property in the vocabulary: `qualifiers: [{names}]`",
    )


def strangers(at: Label, role: str, names: Sequence[str], section: str) -> Diagnostic:
    shown_names = ", ".join(f"`{shown(name)}`" for name in names[:3])
    if len(names) == 1:
        message = f"the {role} {shown_names} is in none of the vocabulary's lists"
        help_ = f"list it under `{section}:`, so that a misspelling of it is noticed"
    else:
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""
        message = f"{len(names)} {role}s are in none of the vocabulary's lists: {shown_names}{more}"
        help_ = f"list them under `{section}:`, so that a misspelling of one is noticed"
    return Diagnostic("W201", message, at, help=help_)


def superseded_by_unknown(at: Label, id_: str, nearest: str | None) -> Diagnostic:
    help_ = f"did you mean `{nearest}`?" if nearest else "write the `id` of the claim that replaces this one"
    return Diagnostic("E228", f"there is no claim `{id_}`", at, help=help_)


def superseded_by_itself(at: Label) -> Diagnostic:
    return Diagnostic(
        "E228", "a claim cannot be superseded by itself", at, help="write the `id` of the claim that replaces this one"
    )


def superseded_but_current(at: Label) -> Diagnostic:
    return Diagnostic(
        "E228",
        "a claim that has been superseded cannot be current",
        at,
        help="add `status: corrected` or `status: withdrawn`, or leave `superseded by` out",
    )


def broken_chain(at: Label, text: str) -> Diagnostic:
    text = shown(text)
    return Diagnostic(
        "E229",
        f"`{text}` is not a chain of names",
        at,
        help="write the nearest first: `Reuters < U.S. official`; parallel sources are items of a list",
    )


# --- Values -----------------------------------------------------------------------------------------------------------


def bad_date(at: Label, key: str, message: str, help_: str | None) -> Diagnostic:
    return Diagnostic("E220", f"`{key}`: {message}" if key else message, at, help=help_)


def relative_without_anchor(at: Label, text: str) -> Diagnostic:
    text = shown(text)
    return Diagnostic(
        "E220",
        f"there is no day that `{text}` counts from",
        at,
        help="give the document `published:` or `anchor:`, or write the date itself, such as `2025-03-04`",
    )


def bad_quantity(at: Label, message: str, help_: str | None) -> Diagnostic:
    return Diagnostic("E221", message, at, help=help_)


def share_without_unit(at: Label, text: str, value: Quantity) -> Diagnostic:
    read = show_interval(value.clear, value.unit)
    unit = "%" if value.unit.name == "percent" and text[-1:].isdigit() else f" {value.unit.name}"
    return Diagnostic(
        "W204",
        f"`{shown(text)}` is read as {read}",
        at,
        help=f"write `{shown(text)}{unit}`, or `{read}` if that is meant: a number without a unit is a ratio",
    )


def wrong_kind(at: Label, prop: str, kind: str, found: str, example: str) -> Diagnostic:
    article = "an" if kind[0] in "aeiou" else "a"
    return Diagnostic("E222", f"`{prop}` is {article} {kind}, and this is {found}", at, help=f"write {example}")


def unit_does_not_fit(at: Label, prop: str, unit: str, wanted: str, found: str, expected: str) -> Diagnostic:
    return Diagnostic(
        "E223",
        f"`{unit}` is {found}, and `{prop}` is {expected}",
        at,
        help=f"write the value in {wanted} or a unit that converts to it, or add a conversion to the vocabulary",
    )


def pins_without_quote(at: Label, key: str) -> Diagnostic:
    return Diagnostic(
        "E232", f"`{key}` pins a quote, and this claim has none", at, help=f"add the `quote:`, or leave `{key}` out"
    )


# --- Texts ------------------------------------------------------------------------------------------------------------


def text_leaves_folder(at: Label, name: str) -> Diagnostic:
    name = shown(name)
    return Diagnostic(
        "E230",
        f"the path `{name}` leaves the folder of texts",
        at,
        help="write the name of a file inside a source folder, such as `gazette.txt`",
    )


def text_unreadable(at: Label, name: str, reason: str) -> Diagnostic:
    name = shown(name)
    return Diagnostic(
        "E231",
        f"the text `{name}` cannot be read: {reason}",
        at,
        help="put a readable file in UTF-8 there, or take it away",
    )
