"""What can be typed: the commands, their options, and help."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NoReturn

from factlint.diagnostics import Diagnostic
from factlint.statuses import FAIL_ON
from factlint.version import VERSION

FORMATS = ("text", "json", "sarif", "junit", "github", "markdown", "annotations", "html")
COMMANDS = ("baseline", "check", "completion", "explain", "fmt", "init", "lint", "schema", "show", "verify")
LATER_COMMANDS = ("compile", "steps")
SCHEMAS = ("claims", "vocabulary", "report")
SHELLS = ("bash", "zsh", "fish")


class CallError(Exception):
    """The call is wrong; the diagnostic says how."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CallError(Diagnostic("E101", message, help=f"see `{self.prog} --help`"))


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The call, understood.

    Raises:
        CallError: it is none.
        SystemExit: help or the version was asked for, and has been printed.
    """
    _ensure_command(argv)
    parser = command_line()
    arguments, unknown = parser.parse_known_args(argv)
    if unknown:
        raise CallError(_unknown_option(unknown[0], arguments.command))
    return arguments


def _ensure_command(argv: Sequence[str]) -> None:
    word = argv[0] if argv else ""
    if word in LATER_COMMANDS:
        help_text = f"commands of this version: {', '.join(COMMANDS)}"
        raise CallError(Diagnostic("E102", f"`factlint {word}` is not in this version yet", help=help_text))
    if word.startswith("-") or word in COMMANDS:
        return
    near = get_close_matches(word, COMMANDS, 1)
    hint = f"did you mean `factlint {near[0]}`?" if near else f"commands: {', '.join(COMMANDS)}; see `factlint --help`"
    message = f"unknown command `{word}`" if word else "no command is given"
    raise CallError(Diagnostic("E101", message, help=hint))


def _unknown_option(word: str, command: str) -> Diagnostic:
    options = _OPTIONS.get(command, ())
    near = get_close_matches(word.split("=", maxsplit=1)[0], options, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"see `factlint {command} --help`"
    return Diagnostic("E101", f"unknown option `{word}`", help=hint)


_OPTIONS: dict[str, tuple[str, ...]] = {}


def command_line() -> argparse.ArgumentParser:
    """Every command and option there is."""
    parser = _Parser(
        prog="factlint",
        description="Checks the claims of a corpus against rules, and reports each violation with the words of its sources.",
        epilog="exit status: 0 nothing found, 1 findings, 2 something in the call, the rules or the corpus was wrong",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"factlint {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    for name, summary, build in (
        ("check", "evaluate rules on a corpus", _check),
        ("lint", "find mistakes in rules", _lint),
        ("fmt", "lay out rule files", _fmt),
        ("baseline", "write down today's findings, so that later runs fail only on new ones", _baseline),
        ("verify", "hold quotes against the texts", _verify),
        ("show", "tell what the corpus says of a claim, a rule or a subject", _show),
        ("explain", "tell what a code or a rule means", _explain),
        ("init", "make a small project that checks green", _init),
        ("schema", "print the JSON Schema of claim files, the vocabulary or the report", _schema),
        ("completion", "print what makes a shell complete the calls of factlint", _completion),
    ):
        command = commands.add_parser(
            name, help=summary, description=summary[:1].upper() + summary[1:] + ".", allow_abbrev=False
        )
        build(command)
        _OPTIONS[name] = tuple(option for action in command._actions for option in action.option_strings)  # noqa: SLF001 - argparse has no public list
    return parser


def _corpus(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--corpus", metavar="C", help="the corpus: a folder of YAML files")
    parser.add_argument("--vocabulary", metavar="V", help="the vocabulary, where it does not lie in the corpus")
    parser.add_argument(
        "--sources", metavar="DIR", action="append", help="a folder of the documents' texts (repeatable)"
    )


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rules", nargs="*", metavar="RULES", help="rule files, or folders of them")
    _corpus(parser)
    parser.add_argument("--rule", metavar="TEXT", help="one rule as text, named `rule`")
    parser.add_argument(
        "--select", metavar="NAME", action="append", default=[], help="only the rule of this name (repeatable)"
    )
    parser.add_argument("--tag", metavar="T", action="append", default=[], help="only rules with this tag (repeatable)")
    parser.add_argument(
        "--format", metavar="F[=FILE]", action="append", help=f"{', '.join(FORMATS)}; to a file after `=` (repeatable)"
    )
    parser.add_argument("--output", metavar="FILE", help="write the report there instead of to the terminal")
    parser.add_argument(
        "--fail-on", metavar="SEVERITY", help=f"{', '.join(FAIL_ON)}: from where on the exit status is 1"
    )
    parser.add_argument("--baseline", metavar="FILE", help="known findings, as `factlint baseline FILE` wrote them")
    parser.add_argument("--strict", action="store_true", help="fail too where a rule judged nothing")
    parser.add_argument("--today", metavar="DATE", help="the day that `accept … until` is held against")
    parser.add_argument("--engine", metavar="ENGINE", help=argparse.SUPPRESS)
    parser.add_argument("--limit", metavar="N", default="50", help="findings shown in full (default 50)")
    parser.add_argument("--no-cache", action="store_true", help="compute everything anew (this version caches nothing)")


def _lint(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rules", nargs="*", metavar="RULES", help="rule files, or folders of them")
    _corpus(parser)
    parser.add_argument("--fail-on", metavar="SEVERITY", help="warning: fail on warnings too")
    parser.add_argument("--today", metavar="DATE", help="the day that `accept … until` is held against")


def _baseline(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="where to write them")
    parser.add_argument("rules", nargs="*", metavar="RULES", help="rule files, or folders of them")
    _corpus(parser)
    parser.add_argument("--today", metavar="DATE", help="the day that `accept … until` is held against")
    parser.add_argument("--fail-on", metavar="SEVERITY", help=argparse.SUPPRESS)


def _fmt(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILES", help="rule files, or folders of them")
    parser.add_argument("--check", action="store_true", help="write nothing; show what would change, and fail on it")


def _verify(parser: argparse.ArgumentParser) -> None:
    _corpus(parser)
    parser.add_argument(
        "--fail-on", metavar="SEVERITY", help=f"{', '.join(FAIL_ON)}: from where on the exit status is 1"
    )
    parser.add_argument("--limit", metavar="N", default="50", help="quotes shown in full (default 50)")


def _rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rules", metavar="PATH", action="append", help="a rule file, or a folder of them (repeatable)"
    )


def _show(parser: argparse.ArgumentParser) -> None:
    help_text = "the id of a claim, the name of a rule, or a subject; without one: the corpus in numbers"
    parser.add_argument("name", nargs="?", metavar="NAME", help=help_text)
    _rules(parser)
    _corpus(parser)


def _explain(parser: argparse.ArgumentParser) -> None:
    help_text = "a code such as E310, or the name of a rule; without one: every code"
    parser.add_argument("name", nargs="?", metavar="NAME", help=help_text)
    parser.add_argument("--rule", metavar="TEXT", help="a rule as text")
    _rules(parser)
    _corpus(parser)


def _init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", metavar="FOLDER", default=".", help="where to make it (default: here)")


def _schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="SCHEMA", help=", ".join(SCHEMAS))


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", nargs="?", metavar="SHELL", help=", ".join(SHELLS))
