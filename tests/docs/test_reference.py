"""The reference of the rule language, run: every example on the page comes out as the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.examples import Example, examples, run
from tests.docs.outcome import shortfall
from tests.project.project_files import ROOT

PAGE = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
EXAMPLES = list(examples(PAGE))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda it: f"line {it.line} {it.heading}")
def test_an_example_comes_out_as_the_page_says(example: Example, tmp_path: Path) -> None:
    report = run(example, tmp_path)
    assert example.told, "the page says what comes of its rules"
    assert len(report.claims) == len(example.rows), report.diagnostics
    wrong = shortfall(example.told, report)
    assert not wrong, "\n".join(wrong)


def test_every_block_of_rules_and_every_line_told_is_run() -> None:
    assert len(EXAMPLES) == len(re.findall(r"^```rules(?! in )", PAGE, re.MULTILINE))
    assert sum(len(it.told) for it in EXAMPLES) == len(re.findall(r"^→", PAGE, re.MULTILINE))


TWO_CLAIMS = """```vocabulary
properties: {share: {kind: quantity, unit: percent}}
```
```claims on share of Port
id | value
c1 | 40%
c2 | 60%
```
```rules
share claims must agree
```

"""


@pytest.mark.parametrize(
    ("told", "true"),
    [
        ("→ violated: c1 against c2\n", True),
        ("→ violated: c1 against c2 — straddling: 0\n", True),
        ("→ satisfied\n", False),
        ("→ violated: c2 against c1\n", False),
        ("→ violated: c1 against c2 — alone: c3\n", False),
        ("→ violated: c1 against c2\n\n→ says: no\n", False),
        ("→ violated: c1 against c2\n\n→ satisfied\n", False),
        ("→ violated: c1 against c2\n\n→ apart: c1 differs only in month: 2025-10, 2025-11\n", False),
        ("→ mistake: E310 unknown property `share`\n", False),
    ],
)
def test_a_page_that_tells_otherwise_is_caught(told: str, true: bool, tmp_path: Path) -> None:
    (example,) = examples(TWO_CLAIMS + told)
    assert bool(shortfall(example.told, run(example, tmp_path))) is not true
