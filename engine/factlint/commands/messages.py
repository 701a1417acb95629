"""What is said of a name that `show` or `explain` was given."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.diagnostics import Diagnostic
from factlint.quantities.messages import shown
from factlint.telling.sections import few


def unknown_code(code: str, nearest: Sequence[str]) -> Diagnostic:
    listed = ", ".join(nearest)
    return Diagnostic(
        "E120", f"there is no code `{shown(code)}`", help=f"nearest: {listed}; `factlint explain` lists all"
    )


def unknown_rule(name: str, nearest: str | None, known: Sequence[str]) -> Diagnostic:
    help_ = f"did you mean `{nearest}`?" if nearest else f"rules here: {few(known, 8) or 'none'}"
    return Diagnostic("E120", f"there is no rule `{shown(name)}`", help=help_)


def unknown_name(name: str, nearest: str | None) -> Diagnostic:
    help_ = f"did you mean `{nearest}`?" if nearest else "`factlint show` tells what the corpus holds"
    return Diagnostic("E120", f"nothing here is called `{shown(name)}`: no claim, no rule and no subject", help=help_)


def several_things(name: str, kinds: Sequence[str]) -> Diagnostic:
    name = shown(name)
    choices = " or ".join(f"`{kind}:{name}`" for kind in kinds)
    return Diagnostic("E121", f"`{name}` is {' and '.join(f'a {kind}' for kind in kinds)}", help=f"write {choices}")
