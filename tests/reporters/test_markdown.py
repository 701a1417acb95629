"""Markdown: read by a parser, text from outside is text: no markup, HTML, link, image, mention or reference."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factlint.reporters.gfm import code, words
from factlint.reporters.markdown import render
from tests.reporters.conftest import Sample
from tests.reporters.samples import HOSTILE, SAMPLES

OURS = {"h2", "h3", "table", "thead", "tbody", "tr", "th", "td", "p", "ul", "li", "blockquote", "strong"} | {
    "br", "code", "details", "summary", "span",
}  # fmt: skip

ALIVE = re.compile(
    r"@\w|(?<!\w)[#!~%]\w|\w#\d|://|\bwww\.|\bGH-\d|:[\w+-]*[a-z][\w+-]*:|\b[0-9a-f]{7,40}\b", re.IGNORECASE
)
"""What GitHub and GitLab look for in text: mentions, references, addresses, emoji, commits."""


class Read(HTMLParser):
    """The tags, and the text between them; that of code and of a lone sign apart, where nobody looks for anything."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.code = ""
        self._within: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._within:
            self._within.remove(tag)

    def handle_data(self, data: str) -> None:
        if "code" in self._within:
            self.code += data
        elif "span" in self._within:
            self.text += f"\0{data}\0"
        else:
            self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.add(f"comment {data}")


def read(markdown: str) -> Read:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return Read(parser.render(markdown))


def without_breaks(text: str) -> str:
    return text.replace("\u200b", "").replace("\0", "")


@pytest.mark.parametrize("name", [*SAMPLES, "hostile"])
def test_only_our_own_markup(name: str, sample: Sample) -> None:
    found = read(render(sample(name)))
    assert found.tags <= OURS
    assert found.attributes <= {"style"}, "the parser aligns cells"
    assert not ALIVE.findall(found.text)


def test_hostile_text_is_shown_and_not_swallowed(sample: Sample) -> None:
    shown = without_breaks(read(render(sample("hostile"))).text)
    for part in (
        "<script>alert(1)</script>",
        "</details></summary>",
        "@octocat",
        "![i](http://evil.example/i.png)",
        "| a |",
    ):
        assert part in shown


def test_every_folded_block_is_closed(sample: Sample) -> None:
    for name in [*SAMPLES, "hostile"]:
        text = render(sample(name))
        assert (
            text.count("<details>") == text.count("</details>") == min(len(sample(name).findings), sample(name).limit)
        )


def test_a_row_a_rule(sample: Sample) -> None:
    for name in [*SAMPLES, "hostile"]:
        rows = [line for line in render(sample(name)).splitlines() if line.startswith("| ")]
        results = sample(name).results
        assert len(rows) == (len(results) + 2 if results else 0)
        assert {line.count("|") for line in rows} <= {4}


def test_quotes_are_block_quotes_under_their_claims(sample: Sample) -> None:
    shown = render(sample("held-texts"))
    assert (
        "- <code>c1</code> Gazette, 2025-03-04: nearly 40%, 36–40 % (hedge)\n\n"
        "  > “Nearly 40% of all ships, “the largest share”” <code>gazette.txt:3</code>\n"
    ) in shown
    assert "> no quote <code>corpus/radio.yaml:" in shown


def test_what_is_not_shown_in_full_is_listed(sample: Sample) -> None:
    shown = render(sample("many-findings"))
    assert shown.count("<summary>") == 2
    assert "5 more findings, not shown in full (`--limit 2`):" in shown


def test_what_was_left_out_for_mistakes_is_said(sample: Sample) -> None:
    shown = render(sample("diagnostics-only"))
    assert shown.startswith("## factlint: no findings\n\n**Left out for mistakes: 1 rule, 1 claim.**")
    assert "<code>test.rules:3:5</code>" in shown


@given(st.text(max_size=60) | st.text("@#!~%^&$:/|*_`[]()<>-+=1ab. \\\n\u202e", max_size=60))
def test_whatever_the_text_it_is_text(text: str) -> None:
    for before, behind in (
        ("", ""),
        ("- ", ""),
        ("> “", "”"),
        ("<summary>", "</summary>\n"),
        ("| a |\n| - |\n| ", " |"),
    ):
        found = read(f"{before}{words(text)}{behind}")
        assert found.tags <= {
            "p",
            "ul",
            "li",
            "blockquote",
            "summary",
            "span",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
        }
        assert not ALIVE.findall(found.text)


@given(st.text(max_size=60) | st.text("@`|*_<>&\\\n", max_size=60))
def test_code_is_one_piece(text: str) -> None:
    found = read(f"x {code(text)}")
    assert found.tags <= {"p", "code", "span"}


def test_nothing_is_lost() -> None:
    from factlint.diagnostics import printable

    assert without_breaks(read(words(HOSTILE)).text).strip() == printable(HOSTILE).strip()
