"""Every wording on rules that have no mistake and yet cannot be meant so; a function a message."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.diagnostics import Diagnostic, Label
from factlint.language.wording import listed

# --- Two rules -------------------------------------------------------------------------------------------------------


def contradicts(here: Label, there: Label, other: str | None) -> Diagnostic:
    """`other`: the other rule's name; None: the same rule says both."""
    what = "no value meets this" if other is None else f"no value meets both this and the rule `{other}`"
    message = f"{what} and what the rule says before" if other is None else what
    help_ = "correct one of the limits, or choose other claims for one of them"
    return Diagnostic("W310", message, here, (there,), help_)


def repeats(here: Label, there: Label, other: str | None) -> Diagnostic:
    message = "the rule says this twice" if other is None else f"the rule `{other}` says this of the same claims"
    return Diagnostic("W311", message, here, (there,), "keep one of them: as it is, each finding is shown twice")


def follows(here: Label, there: Label, other: str | None) -> Diagnostic:
    by = "what else this rule says" if other is None else f"the rule `{other}`"
    message = f"this follows from {by}, which allows less"
    help_ = "leave out the wider one; or, to tell small violations from large, give the stricter one the lower severity"
    return Diagnostic("W312", message, here, (there,), help_)


# --- Choosing claims -------------------------------------------------------------------------------------------------


def clash(here: Label, there: Label, key: str) -> Diagnostic:
    message = f"no claim meets both of these conditions on {key}"
    return Diagnostic("W313", message, here, (there,), "join them with `or`, or leave one out")


def no_way(here: Label) -> Diagnostic:
    message = "no claim meets these conditions"
    return Diagnostic("W313", message, here, help="each of the ways that `or` leaves open contradicts itself")


def chooses_nothing(here: Label, excluded: Sequence[tuple[str, int]]) -> Diagnostic:
    """`excluded`: modalities, and how many claims of each would be chosen if they were included."""
    help_ = "loosen a filter, or check what the corpus says: `factlint show SUBJECT`"
    if excluded:
        many = listed([f"{number} {modality}" for modality, number in excluded], "and")
        words = ", ".join(modality for modality, _ in excluded)
        help_ = f"the corpus holds {many}: write `including {words}` to read what is not stated as fact"
    return Diagnostic("W314", "no claim of the corpus is chosen here, so this rule judges nothing", here, help=help_)


def reads_no_denials(here: Label, assertion: str) -> Diagnostic:
    message = f"`{assertion}` reads no denied claims, whatever the condition on stance"
    help_ = "`not contradict` compares denials with assertions; `have` looks at them one by one"
    return Diagnostic("W318", message, here, help=help_)


# --- What must hold --------------------------------------------------------------------------------------------------


def always_holds(here: Label, why: str, help_: str) -> Diagnostic:
    return Diagnostic("W315", f"this always holds: {why}", here, help=help_)


def nothing_meets(here: Label, why: str) -> Diagnostic:
    return Diagnostic("W319", f"nothing can meet this: {why}", here, help="check the limit and its sign")


def share_too_wide(here: Label) -> Diagnostic:
    message = "a tolerance of 100% or more lets any two values of one sign agree"
    return Diagnostic("W316", message, here, help="write a smaller share, such as `10%`, or an absolute tolerance")


def points_too_wide(here: Label, name: str) -> Diagnostic:
    message = f"this tolerance is as wide as all that {name} can be, from 0% to 100%"
    return Diagnostic("W316", message, here, help="write a smaller one, such as `5 percentage points`")


# --- Accepts ---------------------------------------------------------------------------------------------------------


def accept_expired(here: Label, rule: str, until: str, today: str) -> Diagnostic:
    message = f"since {until} has passed, findings of {rule} are reported again"
    help_ = f"leave out the `accept`, or give it a date after {today} if the reason still stands"
    return Diagnostic("W317", message, here, help=help_)
