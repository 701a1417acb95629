"""A step as markup: its keyword, its words with what they name linked, its table or text below."""

from __future__ import annotations

import re
from collections.abc import Callable

from factlint.reporters.html.markup import Html, join, tag
from scripts.site.features import Step
from scripts.site.highlight import block, inline, text_of
from scripts.site.markdown import data_table
from scripts.site.marks import sign
from scripts.site.results import Outcome

Link = Callable[[str], str | None]
"""The link for what a step names, if the site has a page for it."""

_RULE = re.compile(r'(?P<before>the rule )"(?P<rule>.* .*)"(?P<after>.*)')
_NAMED = re.compile(r'"(?P<quoted>[^"]+)"|(?P<code>\b[EW]\d{3}\b)|(?P<example><[^<>]+>)')
_EXAMPLE = re.compile(r"<[^<>]+>")
_LANGUAGES = (("rule", "rules"), ("text", ""), ("vocabulary", "yaml"), ("document", "yaml"), ("claim", "yaml"))


def step_item(step: Step, link: Link, outcome: Outcome | None = None) -> Html:
    """One item of a list of steps; `outcome` is that of a step of a scenario that did not pass."""
    words = tag(
        "p",
        tag("span", step.keyword, class_="keyword"),
        " ",
        _words(step.words, link),
        " ",
        sign(outcome) if outcome else None,
    )
    table = (
        data_table(step.table[0], [[_cell(it, link) for it in row] for row in step.table[1:]]) if step.table else None
    )
    text = block(step.text, _language(step)) if step.text is not None else None
    return tag(
        "li",
        words,
        table,
        text,
        id=f"line-{step.line}",
        class_=f"step {outcome.replace(' ', '-')}" if outcome else "step",
    )


def _language(step: Step) -> str:
    return next((language for word, language in _LANGUAGES if word in step.words), "")


def _words(words: str, link: Link) -> Html:
    found = _RULE.fullmatch(words)
    if found is None:
        return _linked(words, link)
    rule = tag("code", inline(found["rule"], "rules"), class_="sentence")
    return join(_linked(found["before"], link), "“", rule, "”", _linked(found["after"], link))


def _linked(words: str, link: Link) -> Html:
    parts: list[Html] = []
    at = 0
    for found in _NAMED.finditer(words):
        parts.append(text_of(words[at : found.start()]))
        if quoted := found["quoted"]:
            parts.append(join("“", _one(quoted, link), "”"))
        elif code := found["code"]:
            parts.append(_one(code, link))
        else:
            parts.append(_one(found["example"], link))
        at = found.end()
    return join(parts, text_of(words[at:]))


def _one(name: str, link: Link) -> Html:
    if _EXAMPLE.fullmatch(name):
        return tag("var", text_of(name))
    target = link(name)
    return tag("a", text_of(name), href=target) if target else tag("b", text_of(name), class_="named")


def _cell(cell: str, link: Link) -> Html | str:
    target = link(cell)
    return tag("a", text_of(cell), href=target) if target else cell
