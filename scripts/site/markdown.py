"""Markdown as markup: the reference's own blocks understood, links led to the pages of the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factlint.reporters.html.markup import Html, tag
from scripts.site.highlight import block, text_of

_VERDICT = re.compile(r"→ (?P<word>violated|satisfied|undetermined|accepted|not applicable|mistake)\b")


@dataclass(frozen=True, slots=True)
class Prose:
    """A text as a page: its title (markup), the title in plain words, its chapters as (identifier, words), all its headings
    likewise, and its body.
    """

    title: Html
    plain: str
    chapters: tuple[tuple[str, str], ...]
    headings: tuple[tuple[str, str], ...]
    body: Html


def read(text: str, resolve: Callable[[str], str]) -> Prose:
    """A Markdown file; `resolve` gives the link to a page of the site for one that stands in it."""
    parser = MarkdownIt("commonmark").enable(["table"])
    tokens = parser.parse(text)
    title, plain = Html(""), ""
    chapters, headings = [], []
    seen: set[str] = set()
    for at, token in enumerate(tokens):
        for part in (token, *(token.children or ())):
            _as_it_is(part)
            if part.type == "link_open":
                part.attrs["href"] = resolve(str(part.attrs["href"]))
        if token.type == "heading_open" and token.tag == "h1" and not plain:
            title, plain = (
                Html(parser.renderer.render(tokens[at + 1 : at + 2], parser.options, {})),
                _words(tokens[at + 1]),
            )
            token.hidden = tokens[at + 1].hidden = tokens[at + 2].hidden = True
            tokens[at + 1].children = []
        elif token.type == "heading_open":
            words = _words(tokens[at + 1])
            token.attrs["id"] = identifier(words, seen)
            headings.append((str(token.attrs["id"]), words))
            if token.tag == "h2":
                chapters.append((str(token.attrs["id"]), words))
        elif token.type == "paragraph_open":
            _told(token, tokens[at + 1].content)
        elif token.type == "th_open":
            token.attrs["scope"] = "col"
    body = parser.renderer.render(list(_framed(tokens)), parser.options, {})
    return Prose(title, plain, tuple(chapters), tuple(headings), Html(body))


def _told(paragraph: Token, words: str) -> None:
    """Mark a paragraph that tells what comes of an example."""
    if words.startswith("→ "):
        verdict = _VERDICT.match(words)
        paragraph.attrs["class"] = f"told {verdict['word'].replace(' ', '-')}" if verdict else "told"


def identifier(words: str, seen: set[str]) -> str:
    """The identifier of a heading, by the rules that GitHub follows, so that links work there as here."""
    name = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
    found, number = name, 0
    while found in seen:
        number += 1
        found = f"{name}-{number}"
    seen.add(found)
    return found


def _words(token: Token) -> str:
    return "".join(
        it.content if it.type in {"text", "code_inline"} else " " if it.type == "softbreak" else ""
        for it in token.children or []
    )


def _as_it_is(token: Token) -> None:
    """Make markup of a token: code in colour, comments left out; markup that stands in the text is shown, not obeyed."""
    if token.type == "fence":
        token.type, token.content = "html_block", _fence(token.info.strip(), token.content)
    elif token.type in {"html_block", "html_inline"}:
        token.content = "" if token.content.lstrip().startswith("<!--") else text_of(token.content)


def _fence(info: str, text: str) -> str:
    language, _, about = info.partition(" ")
    if language == "claims":
        return _claims(text, f"Claims {about}".strip())
    caption = tag("p", text_of(f"{language} {about}"), class_="caption") if about else ""
    return f"{caption}{block(text, language)}\n"


def _framed(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tables get a frame in which they may scroll."""
    for token in tokens:
        if token.type == "table_open":
            yield Token("html_block", "", 0, content='<div class="scroll" tabindex="0">')
        yield token
        if token.type == "table_close":
            yield Token("html_block", "", 0, content="</div>\n")


def _claims(text: str, caption: str) -> str:
    """The reference's table of claims: a row a line, cells between bars."""
    head, *rows = ([cell.strip() for cell in line.split("|")] for line in text.strip().splitlines())
    return str(data_table(head, rows, caption=caption)) + "\n"


def data_table(head: Sequence[str], rows: Sequence[Sequence[str | Html]], *, caption: str | None = None) -> Html:
    """A table of values as they would be written, which may scroll."""
    top = tag("thead", tag("tr", [tag("th", text_of(cell), scope="col") for cell in head]))
    body = tag(
        "tbody", [tag("tr", [tag("td", it if isinstance(it, Html) else text_of(it)) for it in row]) for row in rows]
    )
    table = tag("table", tag("caption", caption) if caption else None, top, body, class_="data")
    return tag("div", table, class_="scroll", tabindex=0)
