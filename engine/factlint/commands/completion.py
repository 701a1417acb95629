"""`factlint completion bash|zsh|fish`: a script that makes a shell complete the calls of factlint.

It is made from the definitions of the command line, and holds everything it offers: completing starts no Python.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from factlint.arguments import FORMATS, SCHEMAS, SHELLS, CallError, command_line
from factlint.commands import messages
from factlint.commands.shell import say
from factlint.statuses import ENGINES, FAIL_ON, OK

Words = tuple[str, ...]
Offer = Words | Literal["files", "folders", "codes"] | None
"""What may stand in a place: one of these words, a path, or something that only its author knows (None)."""

OFFERS: dict[str, Offer] = {
    "C": "files",  # a folder, or one flat file
    "CLAIM": None,
    "CORPUS": "files",  # likewise
    "DATE": None,
    "DIR": "folders",
    "ENGINE": ENGINES,
    "F[=FILE]": FORMATS,
    "FILE": "files",
    "FILES": "files",
    "FOLDER": "folders",
    "N": None,
    "NAME": None,
    "PATH": "files",
    "RULES": "files",
    "SCHEMA": SCHEMAS,
    "SEVERITY": FAIL_ON,
    "SHELL": SHELLS,
    "T": None,
    "TEXT": None,
    "V": "files",
    "WORDS": None,
}
"""By the word that stands for a value in the help."""

OF_COMMAND: dict[tuple[str, str], Offer] = {("explain", "NAME"): "codes"}
"""Where the same word stands for something else."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option as it is typed (`--corpus`), with what its value may be; one that takes none has no `placeholder`."""

    names: Words
    help: str
    placeholder: str | None
    offer: Offer
    is_repeatable: bool


@dataclass(frozen=True, slots=True)
class Command:
    """A command with its options and what may stand in each place after it; the last one may take several words."""

    name: str
    help: str
    options: tuple[Option, ...]
    places: tuple[tuple[str, Offer], ...]
    takes_several: bool


def run(arguments: argparse.Namespace) -> int:
    """Print the script.

    Raises:
        CallError: there is none for this shell.
    """
    from factlint.commands import shells

    if arguments.shell not in SHELLS:
        raise CallError(messages.unknown_word("completion", arguments.shell, SHELLS))
    write = {"bash": shells.bash, "zsh": shells.zsh, "fish": shells.fish}[arguments.shell]
    say(write(list(commands())))
    return OK


def commands() -> Iterator[Command]:
    """What can be completed, from the definitions of the command line; what its help hides is left out."""
    (subparsers,) = (it for it in _actions(command_line()) if isinstance(it, argparse._SubParsersAction))  # noqa: SLF001 - argparse has no public list of its commands
    summaries = {it.dest: it.help or "" for it in subparsers._choices_actions}  # noqa: SLF001 - nor of what they are for
    for name, parser in sorted(subparsers.choices.items()):
        shown = [it for it in _actions(parser) if it.help != argparse.SUPPRESS]
        places = [it for it in shown if not it.option_strings]
        yield Command(
            name=name,
            help=summaries[name],
            options=tuple(_option(name, it) for it in shown if it.option_strings),
            places=tuple((_placeholder(it), _offer(name, it)) for it in places),
            takes_several=bool(places) and places[-1].nargs in {"*", "+"},
        )


def _option(command: str, action: argparse.Action) -> Option:
    takes_value = action.nargs != 0
    return Option(
        names=tuple(action.option_strings),
        help=action.help or "",
        placeholder=_placeholder(action) if takes_value else None,
        offer=_offer(command, action) if takes_value else None,
        is_repeatable=isinstance(action, argparse._AppendAction),  # noqa: SLF001 - the only mark of it
    )


def _placeholder(action: argparse.Action) -> str:
    return action.metavar if isinstance(action.metavar, str) else action.dest.upper()


def _offer(command: str, action: argparse.Action) -> Offer:
    """A word that is in no table is a bug, which a test finds: it would silently complete nothing."""
    placeholder = _placeholder(action)
    offer = OF_COMMAND.get((command, placeholder), OFFERS[placeholder])
    if offer == "codes":
        from factlint.codes import CODES

        return tuple(CODES)
    return offer


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return parser._actions  # noqa: SLF001 - argparse has no public list of its options
