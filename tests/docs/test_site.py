"""The site of a small project: what a reviewer finds on its pages, and the ways between them."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from scripts.site.markdown import identifier, read
from scripts.site.places import DeadLinkError, Places, between
from scripts.site.results import count, worst

from tests.docs.crawl import dead_links, pages, reached
from tests.html.tree import Tree

SHARES = "features/harbour/shares.html"


@pytest.fixture(scope="module")
def made(site: Path) -> dict[str, Tree]:
    return pages(site)


@pytest.fixture(scope="module")
def scenarios(site: Path) -> dict[str, str]:
    """The markup of each scenario of the feature on shares, by its heading."""
    text = (site / SHARES).read_text(encoding="utf-8")
    parts = re.split(r"(?=<section class=\"scenario)", text)[1:]
    return {re.findall(r"<h2[^>]*>(.*?)</h2>", part)[0]: part for part in parts}


def test_no_link_is_dead_and_nothing_is_loaded_from_elsewhere(site: Path, made: dict[str, Tree]) -> None:
    assert dead_links(site, made) == []


def test_every_page_is_reached_from_the_first(site: Path, made: dict[str, Tree]) -> None:
    assert set(made) - reached(site, made) == set()


def test_pages_nest_have_one_title_and_descending_headings(made: dict[str, Tree]) -> None:
    for page, tree in made.items():
        assert tree.odd == [], page
        levels = [int(it.name[1]) for it in tree.elements if re.fullmatch(r"h\d", it.name)]
        assert levels.count(1) == 1, page
        assert levels[0] == 1, page
        assert all(below <= above + 1 for above, below in pairwise(levels)), page
        ids = [it.attributes["id"] for it in tree.elements if "id" in it.attributes]
        assert len(ids) == len(set(ids)), page


def test_no_page_runs_anything(made: dict[str, Tree]) -> None:
    for page, tree in made.items():
        reports = page.startswith("checks/") or page == "record.html"
        assert bool(tree.find("script")) == reports, page  # a report brings its own filter, under its own policy


@pytest.mark.parametrize(
    ("scenario", "sign", "word"),
    [
        ("Two shares disagree", "✓", "passed"),
        ("They are said to agree", "✗", "failed"),
        ("A step that nobody knows", "✗", "failed"),
        ("A tolerance of another dimension", "✓", "passed"),
        ("Left for later", "–", "not run"),
    ],
)
def test_a_scenario_tells_its_result_by_a_sign_and_a_word(
    scenario: str, sign: str, word: str, scenarios: dict[str, str]
) -> None:
    (told,) = re.findall(
        r'<p class="tally"><span class="outcome[^>]*><span[^>]*>(.)</span> ([a-z ]+)</span>', scenarios[scenario]
    )
    assert told == (sign, word)


def test_an_outline_tells_the_result_of_each_row(scenarios: dict[str, str]) -> None:
    rows = re.findall(r"<tr><td>(.*?)</td><td>(.*?)</td>", scenarios["A tolerance"])
    assert [(re.findall("> (passed|failed|not run)<", result), value) for result, value in rows] == [
        (["passed"], "50%"),
        (["failed"], "10%"),
    ]
    assert all("checks/report-" in result for result, _value in rows)


def test_a_failure_shows_its_step_what_was_left_and_the_report(scenarios: dict[str, str]) -> None:
    failed = scenarios["They are said to agree"]
    steps = re.findall(r'<li id="line-\d+" class="(step[^"]*)"><p>.*?</span> (.*?)</p>', failed)
    assert [(kind, words.split(" <")[0]) for kind, words in steps[1:]] == [
        ("step", "the claims are checked "),
        ("step failed", "the rule is satisfied"),
        ("step not-run", "the exit status is 0"),
    ]
    assert "Why it failed" in failed
    assert "export share of North Terminal disagree" in failed


def test_an_unknown_step_is_told_where_it_stands(scenarios: dict[str, str]) -> None:
    unknown = scenarios["A step that nobody knows"]
    assert re.search(r'class="step failed"><p><span class="keyword">When</span> the claims are weighed', unknown)
    assert "Why it failed" in unknown


def test_a_scenario_leads_to_the_finding_and_shows_the_words_behind_it(
    site: Path, scenarios: dict[str, str], made: dict[str, Tree]
) -> None:
    found = scenarios["Two shares disagree"]
    (report, place) = re.findall(r'href="\.\./\.\./(checks/[^"#]+)#([^"]+)"', found)[0]
    assert place in {it.attributes.get("id") for it in made[report].elements}
    assert "disagree by 39.5" in found
    assert "<q>two thirds of</q>" in found


def test_rules_are_coloured_and_codes_lead_to_their_page(scenarios: dict[str, str]) -> None:
    mistaken = scenarios["A tolerance of another dimension"]
    assert '<span class="keyword-control-must">must</span>' in mistaken
    assert 'href="../../codes/E323.html"' in mistaken


def test_what_a_feature_says_is_shown_and_never_acts(made: dict[str, Tree], scenarios: dict[str, str]) -> None:
    (title,) = made[SHARES].find("h1")
    assert title.text == "Shares of the <loading>"
    assert made[SHARES].find("loading") == []
    assert "<var>&lt;tolerance&gt;</var>" in scenarios["A tolerance"] or "&lt;tolerance&gt;" in scenarios["A tolerance"]


def test_the_record_leads_from_a_scenario_to_rule_finding_and_claim_and_back(site: Path, made: dict[str, Tree]) -> None:
    scenario = (site / "features/corpus/record.html").read_text(encoding="utf-8")
    assert 'href="../../rules/oil.html#export-share"' in scenario
    assert 'href="../../claims/bne.html#bne-share"' in scenario
    assert re.search(r'href="\.\./\.\./record\.html#f-\w+">claims on export share', scenario)
    rules = (site / "rules/oil.html").read_text(encoding="utf-8")
    assert "../features/corpus/record.html#line-7" in rules
    assert re.search(r'href="\.\./record\.html#f-\w+"', rules)
    claims = (site / "claims/bne.html").read_text(encoding="utf-8")
    assert "../features/corpus/record.html#line-7" in claims
    assert "two thirds of all Russia" in claims


def test_the_index_counts_by_theme_and_tag(made: dict[str, Tree]) -> None:
    tree = made["features/index.html"]
    assert "4 passed" in tree.find("main")[0].text
    assert "3 failed" in tree.find("main")[0].text
    assert "1 not run" in tree.find("main")[0].text
    assert {it.attributes["id"] for it in tree.find("dt")} == {"tag-corpus", "tag-shares", "tag-hopeful"}


def test_words_are_found_by_letter(made: dict[str, Tree]) -> None:
    tree = made["a-to-z.html"]
    links = {it.text: it.attributes["href"] for it in tree.find("a")}
    assert links["be corroborated by"] == "language.html#be-corroborated-by"
    assert links["10. Dates"] == "quantities.html#10-dates"


def test_a_link_that_leads_nowhere_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "here.md").touch()
    places = Places(tmp_path)
    assert places.resolve("a/b.html", "docs/there.md", "here.md#x") == "../here.html#x"
    with pytest.raises(DeadLinkError, match=r"docs/there\.md links to gone\.md: docs/gone\.md is not in the project"):
        places.resolve("a/b.html", "docs/there.md", "gone.md")


@pytest.mark.parametrize(
    ("page", "other", "link"),
    [
        ("index.html", "language.html", "language.html"),
        ("codes/E310.html", "language.html", "../language.html"),
        ("features/a/b.html", "codes/E310.html", "../../codes/E310.html"),
        ("features/a/b.html", "features/a/c.html", "c.html"),
    ],
)
def test_links_are_relative(page: str, other: str, link: str) -> None:
    assert between(page, other) == link


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<!-- not run -->\n\nwords", "<p>words</p>"),
        ("a <b>c</b>", "&lt;b&gt;c&lt;/b&gt;"),
        ("<script>x()</script>", "&lt;script&gt;x()&lt;/script&gt;"),
        ("→ violated: c1 against c2", '<p class="told violated">'),
        ("→ says: claims on x", '<p class="told">'),
        ("```claims on x of y\nid | value\nc1 | 40%\n```", "<caption>Claims on x of y</caption>"),
        ("```rules in a.rules\nlet x = 1%\n```", '<p class="caption">rules in a.rules</p>'),
        ("| a |\n| - |\n| b |", '<th scope="col">a</th>'),
        ("[x](y.md)", '<a href="to y.md">x</a>'),
    ],
)
def test_markdown_becomes_markup(text: str, markup: str) -> None:
    assert markup in read(f"# Title\n\n{text}\n", lambda link: f"to {link}".replace("to y.md", "to y.md")).body.replace(
        "%20", " "
    )


def test_chapters_have_the_identifiers_that_links_use() -> None:
    seen: set[str] = set()
    assert [identifier(it, seen) for it in ("10. Dates", "What's `this`?", "10. Dates")] == [
        "10-dates",
        "whats-this",
        "10-dates-1",
    ]


@pytest.mark.parametrize(
    ("outcomes", "together"),
    [
        (["passed", "passed"], "passed"),
        (["passed", "failed", "not run"], "failed"),
        (["passed", "not run"], "not run"),
        ([], "not run"),
    ],
)
def test_several_results_together(outcomes: list[str], together: str) -> None:
    assert worst(outcomes) == together  # type: ignore[arg-type]
    assert sum(count(outcomes).values()) == len(outcomes)  # type: ignore[arg-type]
