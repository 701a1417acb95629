"""Diagnostics as a compiler prints them: code, place, the line, a caret under the words, help."""

from __future__ import annotations

from collections.abc import Iterable

from factlint.diagnostics import Diagnostic, Label, printable
from factlint.reporters.excerpt import COLUMNS, window
from factlint.reporters.style import PLAIN, Style

_LONGEST_NAME = 4096
"""Characters of a path; no system takes more."""


def render(diagnostic: Diagnostic, *, color: bool = False) -> str:
    """One diagnostic as text, ending in a newline."""
    style = Style(color) if color else PLAIN
    hue = "red" if diagnostic.severity == "error" else "yellow"
    head = style(f"{diagnostic.severity}[{diagnostic.code}]", "bold", hue)
    lines = [f"{head}{style(':', 'bold')} {style(printable(diagnostic.message), 'bold')}"]
    labels = ([diagnostic.primary] if diagnostic.primary else []) + list(diagnostic.related)
    gutter = max((len(str(label.position.line)) for label in labels), default=1)
    if diagnostic.primary is None and diagnostic.file:
        lines.append(f"{' ' * gutter}{style('-->', 'blue')} {_place(diagnostic.file)}")
    file = None
    for label in labels:
        lines += _label(
            label, gutter, style, hue, primary=label is diagnostic.primary, same_file=label.source.name == file
        )
        file = label.source.name
    if diagnostic.help:
        if labels:
            lines.append(f"{' ' * gutter} {style('|', 'blue')}")
        first, *rest = diagnostic.help.split("\n")
        lines.append(f"{' ' * gutter} {style('=', 'blue')} {style('help:', 'bold')} {printable(first)}")
        lines += [f"{' ' * gutter}         {printable(line)}" for line in rest]
    return "\n".join(lines) + "\n"


def _label(label: Label, gutter: int, style: Style, hue: str, *, primary: bool, same_file: bool) -> list[str]:
    at = label.position
    bar = style("|", "blue")
    pad = " " * gutter
    shown, left, right = window(label.source, label.span, COLUMNS - gutter - 3)
    mark = style(("^" if primary else "-") * (right - left), "bold", hue if primary else "blue")
    words = f" {style(printable(label.text), hue if primary else 'blue')}" if label.text else ""
    arrow = style("...", "blue") if same_file else style("-->", "blue")
    place = f"{pad}{arrow} {_place(label.source.name)}:{at.line}:{at.column}"
    number = style(str(at.line).rjust(gutter), "blue")
    return [place, f"{pad} {bar}", f"{number} {bar} {shown}", f"{pad} {bar} {' ' * left}{mark}{words}"]


def _place(name: str) -> str:
    """A name is shown whole, so that others may open the file, if any file can have it."""
    return printable(name if len(name) <= _LONGEST_NAME else f"{name[:200]}…")


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file, line and column, each once: the order in which an author works through them."""
    return sorted(dict.fromkeys(diagnostics), key=lambda it: (it.where, it.code, it.message))
