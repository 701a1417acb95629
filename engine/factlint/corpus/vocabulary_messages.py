"""What is said of the entries of a vocabulary."""

from __future__ import annotations

from factlint.corpus.file_messages import said_at
from factlint.diagnostics import Diagnostic, Label
from factlint.quantities.messages import shown


def same_spelling(at: Label, first: Label, spelling: str, one: str, other: str) -> Diagnostic:
    spelling, one, other = shown(spelling), shown(one), shown(other)
    if one == other:
        return Diagnostic(
            "E420", f"`{spelling}` is listed twice", at, (said_at(first, "first here"),), "keep one of the two"
        )
    return Diagnostic(
        "E420",
        f"`{spelling}` would mean both `{other}` and `{one}`",
        at,
        (said_at(first, f"here it means `{other}`"),),
        "take it out of one of them, or write a longer form",
    )


def lies_within_itself(at: Label, name: str, other: str) -> Diagnostic:
    if name == other:
        return Diagnostic("E421", f"`{name}` cannot lie within itself", at, help="name what it is a part of")
    return Diagnostic(
        "E421",
        f"`{name}` lies within `{other}`, which lies within `{name}`",
        at,
        help="take out the `within` or `parts` that is wrong",
    )


def lies_within_too_many(at: Label, name: str, limit: int) -> Diagnostic:
    return Diagnostic(
        "E406",
        f"`{shown(name)}` lies within more than {limit} others, one within the other",
        at,
        help="take it out of some of them: no place is nested as deeply",
    )


def bad_unit(at: Label, message: str, help_: str | None) -> Diagnostic:
    return Diagnostic("E422", message, at, help=help_)


def bad_definition(at: Label, message: str, help_: str | None) -> Diagnostic:
    return Diagnostic("E423", message, at, help=help_)


def bad_conversion(at: Label, message: str, help_: str | None) -> Diagnostic:
    return Diagnostic("E424", message, at, help=help_)


def bad_rate(at: Label, message: str, help_: str | None) -> Diagnostic:
    return Diagnostic("E425", message, at, help=help_)


def bad_hedge(at: Label, message: str, help_: str | None) -> Diagnostic:
    return Diagnostic("E426", message, at, help=help_)


def key_not_of_kind(at: Label, key: str, kind: str) -> Diagnostic:
    return Diagnostic(
        "E427",
        f"`{key}` says nothing of a property of kind `{kind}`",
        at,
        help=f"leave `{key}` out, or write `kind: quantity`",
    )
