"""The page on reports shows what the formats print."""

from __future__ import annotations

import re

import pytest

from factlint.arguments import FORMATS
from factlint.pipeline import Request, check
from factlint.reporters.formats import REPORTERS
from factlint.settings import Settings
from tests.project.project_files import ROOT

PAGE = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")

EXCERPTS = re.findall(r"^<!-- excerpt: (\w+) -->\n```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_every_format_is_on_the_page() -> None:
    named = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert sorted(named) == sorted(FORMATS)


def test_there_is_a_sample_of_each_format_for_machines() -> None:
    assert sorted(form for form, _ in EXCERPTS) == ["annotations", "github", "junit", "markdown", "sarif"]


@pytest.mark.parametrize(("form", "excerpt"), EXCERPTS, ids=[form for form, _ in EXCERPTS])
def test_the_sample_is_what_is_printed(form: str, excerpt: str) -> None:
    quickstart = ROOT / "corpus" / "quickstart"
    settings = Settings(root=ROOT, corpus=quickstart, rules=(quickstart / "harbour.rules",))
    shown = REPORTERS[form](check(settings, Request()))
    place = 0
    for part in excerpt.strip("\n").split("…"):
        wanted = part.strip("\n")
        found = shown.find(wanted, place)
        assert found >= 0, wanted
        place = found + len(wanted)
