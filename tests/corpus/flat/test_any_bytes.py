"""Whatever stands in a file: it is read or told, never an exception, and every place that is told lies in the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.corpus.reader import read_corpus
from factlint.reporters.diagnostics import render

LINE = '{"document": {"id": "d", "outlet": "Gazette"}, "subject": "Port", "property": "share", "value": 40, "unit": "percent", "via": ["A < B"]}'  # fmt: skip
ROW = 'document,subject,property,value,unit,via,qualifiers.product\nd,Port,share,40,percent,"A < B; C",crude'
REVIEW = '[{"@type": "ClaimReview", "url": "https://a.example", "claimReviewed": "x", "reviewRating": {"alternateName": "False", "ratingValue": 1}}]'  # fmt: skip
SOUND = {"claims.jsonl": LINE, "claims.csv": ROW, "reviews.json": REVIEW, "documents beside": '{"id": "d"}'}
TOKENS = ['"', "'", ",", ":", "{", "}", "[", "]", "\n", "\r\n", "\t", "\\", "\\u", "null", "40", "\x00", "é", "𝄞", "\u2028",
          ";", "document", '"value"', "@id", "{0}", "%s", "1e999", "\ufeff"]  # fmt: skip


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> bytes:
    """A sound file with some of it cut out, doubled or written over; or bytes of any kind."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=60))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(start + 12, len(text))))
        text = text[:start] + draw(st.sampled_from([*TOKENS, "", text[start:end] * 2])) + text[end:]
    data = text.encode()
    return data if draw(st.integers(0, 9)) else data[: len(data) // 2] + b"\xff" + data[len(data) // 2 :]


@pytest.mark.parametrize("name", SOUND)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(data=st.data())
def test_any_bytes_are_read_or_told(name: str, data: st.DataObject, tmp_path: Path) -> None:
    spoils = data.draw(spoilt(SOUND[name]))
    if name == "documents beside":
        (tmp_path / "documents.jsonl").write_bytes(spoils)
        (tmp_path / "claims.jsonl").write_text(json.dumps({**json.loads(LINE), "document": "d"}), encoding="utf-8")
        name = "claims.jsonl"
    else:
        (tmp_path / name).write_bytes(spoils)
    corpus = read_corpus(tmp_path / name, root=tmp_path)
    lines = spoils.count(b"\n") + 1
    for diagnostic in corpus.diagnostics:
        assert 0 <= diagnostic.where[1] <= lines
        assert diagnostic.where[0] in {name, "documents.jsonl"}
        assert "\x00" not in render(diagnostic)
    lost = corpus.rejected_claims + corpus.rejected_documents
    assert corpus.claims or corpus.documents or lost or any(it.code == "E208" for it in corpus.diagnostics)
