"""What a computed value is called in a finding: the expression, and the subject where the expression does not name it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import report

VOCABULARY = {"properties": {name: {"kind": "quantity", "unit": "percent"} for name in ("used capacity", "spare")}}


@pytest.mark.parametrize(
    ("subject", "rule", "called"),
    [
        ("US", "used capacity + spare must be at most 100%", "used capacity + spare of US"),  # not the `us` of `used`
        ("Spare", "used capacity + spare must be at most 100%", "used capacity + spare comes"),
    ],
)
def test_the_subject_is_named_once(subject: str, rule: str, called: str, tmp_path: Path) -> None:
    rows = [{"subject": subject, "property": name, "value": "70%"} for name in ("used capacity", "spare")]
    (finding,) = report(tmp_path, rows, rule, VOCABULARY)["findings"]
    assert finding["message"].startswith(called)
