"""What the specification promises, a case a promise: each page here is run like the reference of the language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.examples import Example, examples, run
from tests.docs.outcome import shortfall

PAGES = {path: path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("*.md"))}
CASES = [
    pytest.param(case, id=f"{path.stem}: {case.heading}") for path, page in PAGES.items() for case in examples(page)
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Example, tmp_path: Path) -> None:
    report = run(case, tmp_path)
    assert case.told
    assert len(report.claims) == len(case.rows), report.diagnostics
    wrong = shortfall(case.told, report)
    assert not wrong, "\n".join(wrong)


def test_every_case_has_a_name_of_its_own_and_is_run() -> None:
    for path, page in PAGES.items():
        headings = re.findall(r"^## (.+)", page, re.MULTILINE)
        assert [case.heading for case in examples(page)] == headings, path.name
        assert len(set(headings)) == len(headings), path.name
