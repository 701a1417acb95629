"""Markup that is escaped by construction: elements are made here, and text can enter them in no other way."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

from factlint.diagnostics import printable

_PER_CENT = re.compile(r"(?<=\d) %")
_VOID = frozenset({"br", "hr", "input", "link", "meta", "wbr"})


class Html(str):
    """Finished markup. Joined to a plain text it is a plain text again, and so is escaped: a slip shows, and harms nobody."""

    __slots__ = ()


Child = str | int | Iterable[Any] | None
"""What an element may hold; an iterable holds children itself."""

Attribute = str | int | bool | None


def escape(text: str) -> Html:
    """Text from outside as it may stand in an element or an attribute; control and direction characters are shown.

    A number and its per cent sign stay on one line.
    """
    return Html(_PER_CENT.sub("\u00a0%", html.escape(printable(text), quote=True)))


def join(*children: Child) -> Html:
    """Markup as it is, all else escaped, None left out; lists are taken apart."""
    return Html("".join(_parts(children)))


def tag(name: str, *children: Child, **attributes: Attribute) -> Html:
    """One element. `class_` and `for_` stand for the words Python keeps; `data_rule` is `data-rule`.

    An attribute that is None or False is left out, one that is True has no value.
    """
    head = name + "".join(
        f" {_name(key)}" if value is True else f' {_name(key)}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{head}>") if name in _VOID else Html(f"<{head}>{join(*children)}</{name}>")


def asset(name: str, text: str) -> Html:
    """A style sheet or script of the package itself, as the content of its element: the one text that is not escaped.

    Raises:
        ValueError: it could end its element early.
    """
    if "</" in text or "<!--" in text:
        raise ValueError(f"the {name} asset could end its own element")
    return Html(f"<{name}>{text}</{name}>")


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _parts(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if child is None:
            continue
        if isinstance(child, Html):
            yield child
        elif isinstance(child, str):
            yield escape(child)
        elif isinstance(child, int):
            yield str(child)
        else:
            yield from _parts(child)
