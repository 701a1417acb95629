"""The page as a file: complete without a script, harmless whatever the corpus says, the same for the same report."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from factlint.reporters.html import render
from factlint.reporters.html.markup import Html, asset, join, tag
from tests.html.conftest import SAMPLES, Pages
from tests.html.samples import HOSTILE, everything
from tests.html.tree import parse

ELEMENTS = {
    "html", "head", "meta", "title", "link", "style", "script", "body", "a", "header", "footer", "nav", "main", "section",
    "article", "div", "p", "span", "b", "strong", "code", "cite", "bdi", "mark", "blockquote", "br", "ul", "li", "dl", "dt",
    "dd", "h1", "h2", "h3", "h4", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "form",
    "label", "select", "option", "button", "svg", "desc", "line", "rect", "circle", "polygon", "text", "tspan",
}  # fmt: skip

every_page = pytest.mark.parametrize("name", SAMPLES)


@every_page
def test_the_same_report_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    report = SAMPLES[name](tmp_path)
    assert render(report) == render(report)


def test_no_path_of_the_machine_is_in_it(tmp_path: Path) -> None:
    assert str(tmp_path) not in render(everything(tmp_path))


@every_page
def test_what_opens_closes_and_nothing_else_is_made(name: str, pages: Pages) -> None:
    tree = parse(pages[name])
    assert tree.odd == []
    assert {it.name for it in tree.elements} <= ELEMENTS
    assert len(tree.find("script")) == 1
    assert len(tree.find("style")) == 1


@every_page
def test_nothing_is_loaded_from_anywhere(name: str, pages: Pages) -> None:
    tree = parse(pages[name])
    sources = [it.attributes.get(key) for it in tree.elements for key in ("src", "srcset", "data", "poster", "action")]
    assert not [it for it in sources if it]
    links = [it.attributes["href"] or "" for it in tree.elements if "href" in it.attributes and it.name != "a"]
    assert links == ["data:,"]
    (style,) = tree.find("style")
    assert "url(" not in style.text
    assert "@import" not in style.text


@every_page
def test_the_policy_lets_its_own_style_and_script_run_and_no_other(name: str, pages: Pages) -> None:
    tree = parse(pages[name])
    (policy,) = [it.attributes["content"] or "" for it in tree.find("meta", http_equiv="Content-Security-Policy")]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    for kind in ("style", "script"):
        (element,) = tree.find(kind)
        digest = b64encode(sha256(element.text.encode()).digest()).decode()
        assert rules[f"{kind}-src"] == f"'sha256-{digest}'"
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert not [it for it in tree.elements if "style" in it.attributes], "the policy forbids style attributes"


@every_page
def test_no_attribute_runs_anything_and_links_lead_into_the_page_or_to_the_web(name: str, pages: Pages) -> None:
    tree = parse(pages[name])
    assert not [key for it in tree.elements for key in it.attributes if key.startswith("on")]
    links = [it.attributes["href"] or "" for it in tree.find("a")]
    assert all(re.match(r"#[\w-]+\Z|https?://", link) for link in links)


def test_hostile_text_is_shown_as_it_is_written(pages: Pages) -> None:
    text = parse(pages["hostile"]).elements[0].text
    shown = [word for word in HOSTILE if word.isprintable()]
    assert len(shown) == len(HOSTILE) - 1
    assert all(word in text for word in shown)
    assert "\\u{202e}gnirts" in text, "what would turn the line around is shown instead"
    assert "\u202e" not in pages["hostile"]


@every_page
def test_identifiers_are_unique_and_every_reference_leads_to_one(name: str, pages: Pages) -> None:
    tree = parse(pages[name])
    ids = [it.attributes["id"] for it in tree.elements if "id" in it.attributes]
    assert len(ids) == len(set(ids))
    wanted = [
        word
        for it in tree.elements
        for key in ("aria-labelledby", "aria-describedby")
        for word in (it.attributes.get(key) or "").split()
    ]
    wanted += [link[1:] for it in tree.find("a") if (link := it.attributes["href"] or "").startswith("#")]
    assert set(wanted) <= set(ids)


@every_page
def test_headings_descend_one_level_at_a_time(name: str, pages: Pages) -> None:
    levels = [int(it.name[1]) for it in parse(pages[name]).elements if re.fullmatch(r"h\d", it.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


@every_page
def test_every_drawing_says_in_words_what_it_shows(name: str, pages: Pages) -> None:
    tree = parse(pages[name])
    drawings = tree.find("svg", role="img")
    assert bool(drawings) == (name in {"everything", "hostile"})
    titles = {
        it.attributes["id"]: it.text for it in tree.elements if it.name in {"title", "desc"} and "id" in it.attributes
    }
    for drawing in drawings:
        assert titles[drawing.attributes["aria-labelledby"]]
        assert titles[drawing.attributes["aria-describedby"]]
    others = [it for it in tree.find("svg") if it not in drawings and "svg" not in it.inside]
    assert all(it.attributes.get("aria-hidden") == "true" for it in others)


def test_every_rule_and_finding_is_there_with_its_reasons(tmp_path: Path) -> None:
    report = everything(tmp_path)
    tree = parse(render(report))
    rows = [it for it in tree.find("tr") if "data-rule" in it.attributes]
    assert len(rows) == len(report.results)
    for result in report.results:
        (row,) = [
            it for it in rows if it.text.startswith(result.rule.name) and f"{result.rule.name}" in it.text.split(" ")[0]
        ][:1]
        assert row.attributes["data-verdict"] == result.verdict
    articles = tree.find("article")
    assert len(articles) == len(report.findings)
    for finding, article in zip(report.findings, articles, strict=True):
        said = " ".join(article.text.split()).casefold()
        assert finding.judgement.message.casefold() in said
        for entry in finding.entries:
            assert entry.claim.id in article.text
            assert (entry.claim.quote or "No quote is given.") in article.text
        assert (finding.judgement.working or "").casefold() in said
        assert (finding.rule.because or "") in article.text
    accepted = [it for it in articles if it.attributes["data-verdict"] == "accepted"]
    assert len(accepted) == report.verdicts["accepted"] == 1
    assert "The blog names the airport." in accepted[0].text
    assert "Until 1 January 2032" in accepted[0].text


def test_a_quote_is_marked_where_its_text_is_held_and_stands_alone_elsewhere(pages: Pages) -> None:
    quotes = parse(pages["everything"]).find("blockquote")
    (held,) = {it.text for it in quotes if "plain.txt, line 3" in it.text}
    assert "explains it at some length" in held
    assert "Forty in a hundred" in held
    marks = {it.text for it in parse(pages["everything"]).find("mark") if "blockquote" in it.inside}
    assert marks == {"about 40%", "60%"}
    assert "“60%”" in {it.text for it in quotes if "60%" in it.text}.pop()


def test_mistakes_are_listed_with_their_help(pages: Pages) -> None:
    (section,) = parse(pages["everything"]).find("section", id="diagnostics")
    assert "Left out for mistakes" in section.text
    assert "Unknown property `shares`" in section.text
    assert "Help: " in section.text


def test_the_form_that_needs_the_script_is_hidden_without_it(pages: Pages) -> None:
    (form,) = parse(pages["everything"]).find("form")
    assert "hidden" in form.attributes
    assert [it.name for it in parse(pages["everything"]).elements if "hidden" in it.attributes] == ["form"]


def test_limit_counts_what_is_not_shown_in_full(tmp_path: Path) -> None:
    from dataclasses import replace

    report = everything(tmp_path)
    tree = parse(render(replace(report, limit=2)))
    assert len(tree.find("article")) == 2
    left = len(report.findings) - 2
    assert f"{left} more findings, not shown in full (--limit 2)" in tree.elements[0].text


@pytest.mark.parametrize(
    ("made", "page", "why"),
    [
        (tag("p", "<b>"), "<p>&lt;b&gt;</p>", "text is escaped"),
        (tag("p", tag("b", "x")), "<p><b>x</b></p>", "what is markup stays"),
        (tag("p", tag("b", "x") + "<i>"), "<p>&lt;b&gt;x&lt;/b&gt;&lt;i&gt;</p>", "joined to text it is text again"),
        (tag("p", title='"><x'), '<p title="&quot;&gt;&lt;x"></p>', "attributes are escaped"),
        (tag("p", hidden=True, id=None, lang=False), "<p hidden></p>", "None and False are left out"),
        (tag("br"), "<br>", "some elements hold nothing"),
        (tag("a", "12.5 %", class_="x"), '<a class="x">12.5\u00a0%</a>', "a number keeps its per cent sign"),
        (join(None, ["a", 1, [Html("<i>")]]), "a1<i>", "lists are taken apart"),
        (tag("p", "\x1b[31m\u2066"), "<p>\\u{1b}[31m\\u{2066}</p>", "controls are shown"),
    ],
)
def test_markup(made: Html, page: str, why: str) -> None:
    assert made == page, why


@pytest.mark.parametrize("text", ["a </style>", "a </SCRIPT", "<!-- a"])
def test_an_asset_that_could_end_its_element_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="could end"):
        asset("style", text)
