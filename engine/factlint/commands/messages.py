"""What the commands say of what they were given."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from factlint.diagnostics import Diagnostic, printable
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


def unknown_word(command: str, word: str | None, known: Sequence[str]) -> Diagnostic:
    """The command takes one of a few words; `word` is None where none was given."""
    if word is None:
        return Diagnostic(
            "E101", f"`factlint {command}` lacks a word", help=f"write one of {', '.join(known)} after it"
        )
    near = get_close_matches(word, known, 1)
    help_ = f"did you mean `factlint {command} {near[0]}`?" if near else f"write one of {', '.join(known)}"
    return Diagnostic("E101", f"`factlint {command}` does not know `{shown(word)}`", help=help_)


def no_step(words: str) -> Diagnostic:
    return Diagnostic("E120", f"no step speaks of `{shown(words)}`", help="`factlint steps` lists all")


def in_the_way(places: Sequence[str]) -> Diagnostic:
    stands = "stands" if len(places) == 1 else "stand"
    help_ = "nothing was changed; move them away, or name a folder of its own: factlint init FOLDER"
    listed = ", ".join(printable(it) for it in places)
    return Diagnostic("E130", f"{listed} {stands} in the way of a new project", help=help_)


def not_made(folder: str, why: str) -> Diagnostic:
    help_ = "nothing was changed; choose a folder that you may write to: factlint init FOLDER"
    return Diagnostic("E131", f"the project cannot be made in {shown(folder, 200)}: {why}", help=help_)
