"""What may not stand in the project: places and tools of one machine, and the articles that are not ours."""

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from tests.project.project_files import ROOT, project_files, read_text

# Each is written in two parts, so that this file does not hold what it forbids.
FORBIDDEN = {
    "a path of one machine": ["/" + "work/", "/" + "root/", "/" + "opt/pypi", "/" + "tmp/bri"],
    "a tool of one workplace": ["farm" + "-bench", "farm" + "-studio", "." + "library/"],
    "a registry's host": ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org"],
}

ISSUE = re.compile(
    r"\b(?:issues?|fix(?:es)?|closes?|gh|pr|pull request)[ -]?#?\d+\b"
    r"|(?<![\w&(\[\"'`/=:])#(?!\d{3}\b|\d{6}\b)\d{1,5}\b(?![-\w])",
    re.IGNORECASE,
)

RUN = 14
"""So many words of an article in a row are its sentence, not our quote."""

QUOTE = 12


def texts() -> list[tuple[Path, str]]:
    return [(name, text) for name in project_files() if (text := read_text(name)) is not None]


@pytest.mark.parametrize("why", FORBIDDEN)
def test_no_file_names(why: str) -> None:
    found = [(str(name), word) for name, text in texts() for word in FORBIDDEN[why] if word in text]
    assert not found, why


def test_no_file_names_the_folder_that_the_project_happens_to_lie_in() -> None:
    assert not [str(name) for name, text in texts() if f"{ROOT}/" in text]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("see " + "#12 for the reason", True),
        ("fixes " + "#1234", True),
        ("the issue " + "17", True),
        ("# 12 claims", False),
        ("fill: #333", False),  # a colour
        ("[units](#2-units)", False),  # a heading
        ("&#39;", False),  # a character of HTML
    ],
)
def test_what_counts_as_an_issue_number(text: str, is_one: bool) -> None:
    assert bool(ISSUE.search(text)) is is_one


def test_no_file_names_an_issue_by_its_number() -> None:
    # This file's own cases are the exception; lock files hold hashes.
    own = Path(__file__).resolve().relative_to(ROOT)
    found = [
        (str(name), match[0])
        for name, text in texts()
        if name != own and name.suffix != ".lock"
        for match in ISSUE.finditer(text)
    ]
    assert not found


def articles() -> list[Path]:
    folder = Path(os.environ.get("FACTLINT_SOURCES") or ROOT.parent / "shared" / "sources")
    return sorted(folder.glob("*.txt"))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"['’]", "", text.casefold()))


def runs(text: str) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[start : start + RUN]) for start in range(len(said) - RUN + 1)}


@pytest.mark.skipif(not articles(), reason="the articles are not held here")
def test_no_file_holds_a_sentence_of_the_articles() -> None:
    theirs = set().union(*(runs(path.read_text(encoding="utf-8")) for path in articles()))
    assert theirs
    found = {str(name): sorted(" ".join(run) for run in runs(text) & theirs) for name, text in texts()}
    assert not {name: copied for name, copied in found.items() if copied}


def test_a_run_is_found_across_lines_case_and_apostrophes() -> None:
    sentence = "It’s the\nfirst time that so many words\nof ANY text stand in a row here"
    assert runs(sentence) == runs(sentence.replace("\n", " ").replace("’", "'").lower())
    assert len(runs(sentence)) == len(words(sentence)) - RUN + 1


def curated_quotes() -> list[tuple[str, str]]:
    found = []
    for name in project_files():
        if name.parts[0] == "corpus" and "quickstart" not in name.parts and name.suffix == ".yaml":
            record = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
            found += [
                (str(claim.get("id")), claim["quote"]) for claim in record.get("claims") or () if claim.get("quote")
            ]
    return found


def test_quotes_of_the_articles_are_phrases_of_a_few_words() -> None:
    quotes = curated_quotes()
    assert quotes
    assert not [(claim, quote) for claim, quote in quotes if len(quote.split()) > QUOTE]


def test_files_end_in_one_newline_and_hold_no_carriage_return() -> None:
    ours = [
        (name, text) for name, text in texts() if text and name.suffix in {".py", ".md", ".yaml", ".toml", ".rules"}
    ]
    assert ours
    cases = Path("tests")  # what a test reads may be as odd as it needs to be
    odd = [str(name) for name, text in ours if cases not in name.parents and ("\r" in text or not text.endswith("\n"))]
    assert not odd


def test_links_between_our_documents_lead_somewhere() -> None:
    broken = [
        (str(name), link)
        for name, text in texts()
        if name.suffix == ".md"
        for link in re.findall(r"\]\((?!\w+:)([^)#\s]+)", text)
        if not (ROOT / name).parent.joinpath(link).exists()
    ]
    assert not broken


def test_headings_do_not_skip_a_level() -> None:
    for name, text in texts():
        if name.suffix == ".md" and "tests" not in name.parts:
            prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
            levels = [len(marks) for marks in re.findall(r"^(#+) ", prose, flags=re.MULTILINE)]
            assert all(below <= above + 1 for above, below in pairwise(levels)), name
