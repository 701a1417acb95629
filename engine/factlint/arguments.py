"""What can be typed: the commands, their options, and help."""

from __future__ import annotations

import argparse

from factlint.files import columns
from factlint.statuses import ENGINES, FAIL_ON
from factlint.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from factlint.diagnostics import Diagnostic

FORMATS = ("text", "json", "sarif", "junit", "github", "markdown", "annotations", "html")
COMMANDS = (
    "baseline",
    "check",
    "compile",
    "completion",
    "explain",
    "fmt",
    "init",
    "lint",
    "schema",
    "show",
    "steps",
    "verify",
)
SCHEMAS = ("claims", "vocabulary", "report", "claim", "document")
SHELLS = ("bash", "zsh", "fish")


class CallError(Exception):
    """The call is wrong; the diagnostic says how."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _wrong("E101", message, f"see `{self.prog} --help`")


class _Help(argparse.HelpFormatter):
    """As argparse lays it out; that would load the whole of shutil to ask how wide the terminal is."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=columns() - 2)


def _wrong(code: str, message: str, help_text: str) -> CallError:
    from factlint.diagnostics import Diagnostic  # late: `--help` need not wait for it

    return CallError(Diagnostic(code, message, help=help_text))


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
        raise _unknown_option(unknown[0], arguments.command)
    return arguments


def _ensure_command(argv: Sequence[str]) -> None:
    word = argv[0] if argv else ""
    if word.startswith("-") or word in COMMANDS:
        return
    near = _nearest(word, COMMANDS)
    hint = f"did you mean `factlint {near[0]}`?" if near else f"commands: {', '.join(COMMANDS)}; see `factlint --help`"
    message = f"unknown command `{word}`" if word else "no command is given"
    raise _wrong("E101", message, hint)


def _nearest(word: str, known: Sequence[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(word, known, 1)


def _unknown_option(word: str, command: str) -> CallError:
    options = _OPTIONS.get(command, ())
    near = _nearest(word.split("=", maxsplit=1)[0], options)
    hint = f"did you mean `{near[0]}`?" if near else f"see `factlint {command} --help`"
    return _wrong("E101", f"unknown option `{word}`", hint)


_OPTIONS: dict[str, tuple[str, ...]] = {}


def command_line() -> argparse.ArgumentParser:
    """Every command and option there is."""
    parser = _Parser(
        prog="factlint",
        description="Checks the claims of a corpus against rules, and reports each violation with the words of its sources.",
        epilog="exit status: 0 nothing found, 1 findings, 2 something in the call, the rules or the corpus was wrong",
        allow_abbrev=False,
        formatter_class=_Help,
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
        ("compile", "write a corpus as a table, for large corpora and other tools", _compile),
        ("init", "make a small project that checks green", _init),
        ("schema", "print the JSON Schema of claim files, the vocabulary or the report", _schema),
        ("steps", "list the steps in which scenarios are written, with an example each", _steps),
        ("completion", "print what makes a shell complete the calls of factlint", _completion),
    ):
        command = commands.add_parser(
            name,
            help=summary,
            description=summary[:1].upper() + summary[1:] + ".",
            allow_abbrev=False,
            formatter_class=_Help,
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


def _cache(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-cache", action="store_true", help="compute everything anew, and keep nothing")


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
    help_text = f"{', '.join(ENGINES)}: what a large corpus is screened on"
    parser.add_argument("--engine", metavar="ENGINE", default="local", help=help_text)
    parser.add_argument("--limit", metavar="N", default="50", help="findings shown in full (default 50)")
    _cache(parser)


def _lint(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rules", nargs="*", metavar="RULES", help="rule files, or folders of them")
    _corpus(parser)
    parser.add_argument("--fail-on", metavar="SEVERITY", help="warning: fail on warnings too")
    parser.add_argument("--today", metavar="DATE", help="the day that `accept … until` is held against")
    _cache(parser)


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
    _cache(parser)


def _rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rules", metavar="PATH", action="append", help="a rule file, or a folder of them (repeatable)"
    )


def _show(parser: argparse.ArgumentParser) -> None:
    help_text = "the id of a claim, the name of a rule, or a subject; without one: the corpus in numbers"
    parser.add_argument("name", nargs="?", metavar="NAME", help=help_text)
    _rules(parser)
    _corpus(parser)
    _cache(parser)


def _explain(parser: argparse.ArgumentParser) -> None:
    help_text = "a code such as E310, or the name of a rule; without one: every code"
    parser.add_argument("name", nargs="?", metavar="NAME", help=help_text)
    parser.add_argument("--rule", metavar="TEXT", help="a rule as text")
    _rules(parser)
    _corpus(parser)
    _cache(parser)


def _compile(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("corpus", nargs="?", metavar="CORPUS", help="the corpus: a folder or a flat file")
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help="the table to write: claims.parquet")
    parser.add_argument("--vocabulary", metavar="V", help="the vocabulary, where it does not lie in the corpus")
    parser.add_argument(
        "--sources", metavar="DIR", action="append", help="a folder of the documents' texts (repeatable)"
    )


def _init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", metavar="FOLDER", default=".", help="where to make it (default: here)")


def _schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="SCHEMA", help=", ".join(SCHEMAS))


def _steps(parser: argparse.ArgumentParser) -> None:
    help_text = "words of a step, or a whole one; without any: every step"
    parser.add_argument("words", nargs="*", metavar="WORDS", help=help_text)


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", nargs="?", metavar="SHELL", help=", ".join(SHELLS))
