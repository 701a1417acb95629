"""The complete table of codes, and the page of each.

The titles of a stage stand beside its wording; those of the call, of evaluating, and of factlint's own bugs stand here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from factlint.corpus.messages import CODES as OF_CLAIMS
from factlint.language.messages import CODES as OF_RULES
from factlint.table.messages import CODES as OF_TABLES

OF_THE_CALL: dict[str, str] = {
    "E101": "the call cannot be understood",
    "E102": "something that is not installed",
    "E103": "no rules are given",
    "E104": "no corpus is given",
    "E105": "`--select` names no rule",
    "E106": "`--tag` names no tag",
    "E107": "a report cannot be written",
    "E108": "a baseline cannot be read",
    "E109": "a table cannot be written",
    "E110": "the configuration cannot be read",
    "E111": "a setting that is unknown or does not read",
    "E112": "an engine that does not start",
    "E113": "an engine that stopped on its way",
    "E120": "a name that is nothing here",
    "E121": "a name that is several things",
    "E130": "files in the way of a new project",
    "E131": "a new project that cannot be written",
    "W101": "findings that a baseline cannot hold",
    "W102": "a known finding that no longer occurs",
}

OF_EVALUATING: dict[str, str] = {
    "W390": "an `accept` that matches nothing",
}

OF_BUGS: dict[str, str] = {
    "E901": "a bug in factlint",
}

CODES: dict[str, str] = dict(
    sorted({**OF_THE_CALL, **OF_CLAIMS, **OF_TABLES, **OF_RULES, **OF_EVALUATING, **OF_BUGS}.items())
)
"""Every code with its one-line title: errors first, then warnings, by number. A code keeps its meaning for good."""

AREAS: dict[str, str] = {
    "1": "the call",
    "2": "claims and documents",
    "3": "rules",
    "4": "the vocabulary",
    "9": "factlint itself",
}
"""What the digit after the letter of a code stands for."""

_PACKAGE = Path(__file__).resolve().parent
_FOLDERS = (_PACKAGE / "docs" / "codes", _PACKAGE.parent.parent / "docs" / "codes")


@cache
def page(code: str) -> str:
    """The page of a code in `CODES`, in Markdown: what it means, an example, and how to mend it.

    Raises:
        FileNotFoundError: it has none; the installation is damaged.
    """
    for folder in _FOLDERS:
        path = folder / f"{code}.md"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(f"docs/codes/{code}.md is missing from this installation of factlint")
