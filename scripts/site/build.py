"""The site as a whole: which pages there are, in a folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from factlint.reporters.html import render as report_page
from factlint.reporters.html.markup import Html, join, tag
from scripts.site.a_to_z import Headings, a_to_z_page
from scripts.site.checks import address
from scripts.site.feature_pages import INDEX, FeaturePages, index_page
from scripts.site.features import Feature, read_features
from scripts.site.highlight import block, prose
from scripts.site.home import home_page
from scripts.site.layout import STYLE, Page, render
from scripts.site.markdown import read
from scripts.site.places import Places, between
from scripts.site.record import REPORT, Record
from scripts.site.record_pages import claim_pages, rule_pages
from scripts.site.results import Results

PROSE = (
    "docs/*.md",
    "docs/codes/*.md",
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "benchmarks/README.md",
)
CODES = "codes/index.html"
_ASSETS = Path(__file__).parent / "assets"
_SUFFIXES = {
    ".rules": "rules",
    ".yaml": "yaml",
    ".json": "json",
    ".feature": "gherkin",
    ".py": "python",
    ".toml": "toml",
}


def build(root: Path, out: Path, results: Results, record: Record) -> list[Feature]:
    """Write the site of the project at `root` into `out`, which is emptied first; the features that it shows.

    Raises:
        DeadLinkError: a page links to what is not there.
    """
    places = Places(root)
    features = read_features(root, root / "features", results)
    pages = list(_pages(places, features, results, record))
    pages += _sources(places)
    if out.exists():
        shutil.rmtree(out)
    for page in pages:
        _write(out / page.address, render(page))
    _write(out / REPORT, _with_way_back(report_page(record.report), REPORT))
    for name in _reports(features):
        _write(out / address(name), _with_way_back(results.page(name), address(name)))
    _write(out / STYLE, (_ASSETS / STYLE).read_text(encoding="utf-8"))
    return features


def _pages(places: Places, features: list[Feature], results: Results, record: Record) -> Iterator[Page]:
    yield home_page(features, record)
    texts = [_prose_page(path, places) for pattern in PROSE for path in sorted(places.root.glob(pattern))]
    yield from (page for page, _headings in texts)
    yield a_to_z_page(it for it in texts if "/" not in it[0].address)
    makes = FeaturePages(places, record, results)
    yield index_page(features, places, results)
    for feature in features:
        yield makes.page(feature)
    mentions = makes.mentions(features)
    yield from rule_pages(record, places, mentions)
    yield from claim_pages(record, places, mentions)


def _prose_page(path: Path, places: Places) -> Headings:
    file = path.relative_to(places.root).as_posix()
    here = places.address(file)
    text = read(path.read_text(encoding="utf-8"), lambda link: places.resolve(here, file, link))
    body, chapters = text.body, text.chapters
    if here == CODES:
        body, chapters = join(body, _code_list(places)), (*chapters, ("all", "All codes"))
    above = CODES if file.startswith("docs/codes/") else None
    page = Page(address=here, title=text.plain, heading=text.title, chapters=chapters, body=body, above=above)
    return page, text.headings


def _code_list(places: Places) -> Html:
    """Every code with the title of its page."""
    items = []
    for path in sorted((places.root / "docs" / "codes").glob("[EW]*.md")):
        title = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        code, _, words = title.partition(": ")
        link = places.link(CODES, path.relative_to(places.root).as_posix())
        items.append(tag("li", tag("a", code, href=link), " ", prose(words)))
    return join(tag("h2", "All codes", id="all"), tag("ul", items, class_="codes"))


def _sources(places: Places) -> Iterator[Page]:
    """The files that pages link to and that have none of their own, as they are; of a folder, its files."""
    done: set[str] = set()
    while waiting := sorted(places.shown - done):
        for file in waiting:
            done.add(file)
            here = places.address(file)
            path = places.root / file
            if path.is_dir():
                links = [
                    tag("li", tag("a", it.name, href=places.link(here, f"{file}/{it.name}")))
                    for it in sorted(path.iterdir())
                    if it.is_file()
                ]
                body = tag("ul", links)
            else:
                body = block(path.read_text(encoding="utf-8"), _SUFFIXES.get(path.suffix, ""))
            yield Page(address=here, title=file, heading=tag("code", file), body=body)


def _reports(features: list[Feature]) -> list[str]:
    """The names of the reports that the features lead to."""
    results = [it for feature in features for scenario in feature.scenarios for it in scenario.results]
    return sorted({name for result in results for name in result.reports})


def _with_way_back(report: str, here: str) -> str:
    """A report with a link to the site at its top: a report is a page of its own, and knows of no other."""
    top, body, rest = report.partition("<body>")
    links = (("index.html", "Documentation"), (INDEX, "Features and results"))
    ways = join(
        [
            join(" · ", it) if at else it
            for at, it in enumerate(tag("a", words, href=between(here, to)) for to, words in links)
        ]
    )
    return f"{top}{body}{tag('p', ways, class_='note')}{rest}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
