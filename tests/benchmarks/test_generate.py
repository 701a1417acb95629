"""The generator: the same bytes everywhere, as many claims as asked, in every form the same claims."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import polars as pl
import pytest
import yaml
from benchmarks.claims import blocks
from benchmarks.expected import expected
from benchmarks.generate import documents, generate
from benchmarks.rules import FOUR
from benchmarks.shape import Shape, Style
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import claims

SHAPES = st.builds(
    Shape,
    claims=st.integers(30, 400),
    group=st.integers(2, 12),
    conflict=st.sampled_from([0, 10, 100, 500]),
    style=st.sampled_from(["raw", "words"]),
    seed=st.integers(0, 9),
)


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("style", "sha256"),
    [
        ("raw", "e2b519f9f04c591af182d6d5a5ba78e15eb35d1c3a495026de61663781aa1310"),
        ("words", "09565f9d3d1d6f4e8573c2fc89049ca841910c37181eb43989ec3391fa38f32a"),
    ],
)
def test_the_same_call_writes_the_same_bytes_everywhere(tmp_path: Path, style: Style, sha256: str) -> None:
    generate(Shape(60, conflict=200, style=style), tmp_path)
    written = b"".join(
        (tmp_path / name).read_bytes() for name in ("claims.jsonl", "documents.jsonl", "expected-four.json")
    )
    assert hashlib.sha256(written).hexdigest() == sha256


@settings(max_examples=20, deadline=None)
@given(SHAPES)
def test_a_corpus_has_exactly_the_claims_asked_for_and_their_documents(shape: Shape) -> None:
    made = pl.concat(blocks(shape))
    assert made.height == shape.claims
    assert made["id"].n_unique() == shape.claims
    assert set(made["document"]) <= set(documents(shape)["id"])


@settings(max_examples=20, deadline=None)
@given(SHAPES)
def test_groups_have_the_size_asked_for(shape: Shape) -> None:
    made = pl.concat(blocks(shape)).filter(pl.col("property") == "oil exports")
    month = pl.coalesce("period", pl.format("2025-{}", pl.col("document").str.slice(5, 2)))
    sizes = made.group_by("subject", "product", month.alias("month")).len()["len"].unique().to_list()
    assert sizes == [shape.group]


@pytest.mark.parametrize("style", ["raw", "words"])
def test_a_corpus_made_in_blocks_has_the_amounts_and_names_of_one_made_at_once(
    monkeypatch: pytest.MonkeyPatch, style: Style
) -> None:
    shape = Shape(500, group=3, conflict=100, style=style)
    whole = pl.concat(blocks(shape)).drop("id")
    monkeypatch.setattr(claims, "BLOCK", 60)
    keys = whole.columns
    assert pl.concat(blocks(shape)).drop("id").sort(keys).equals(whole.sort(keys))


def test_every_form_holds_the_same_claims(tmp_path: Path) -> None:
    generate(Shape(60, style="words"), tmp_path, ("jsonl", "csv", "yaml"))
    of_lines = {str(it["id"]): (it["value"], it["document"]) for it in lines(tmp_path / "claims.jsonl")}
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        of_table = {row["id"]: (row["value"], row["document"]) for row in csv.DictReader(file)}
    files = [yaml.safe_load(it.read_text()) for it in (tmp_path / "yaml").glob("d*.yaml")]
    of_files = {it["id"]: (it["value"], file["document"]["id"]) for file in files for it in file["claims"]}
    assert of_lines == of_table == of_files


def test_a_form_made_later_leaves_those_made_before(tmp_path: Path) -> None:
    generate(Shape(60), tmp_path, ("jsonl",))
    before = (tmp_path / "claims.jsonl").read_bytes()
    generate(Shape(60), tmp_path, ("csv",))
    assert (tmp_path / "claims.jsonl").read_bytes() == before


@pytest.mark.parametrize(("claims", "group", "conflict"), [(3, 2, 10), (60, 1, 10), (60, 2, 501)])
def test_a_shape_that_makes_no_corpus_is_refused(claims: int, group: int, conflict: int) -> None:
    with pytest.raises(ValueError, match=r"claims make no cell|at most 500"):
        Shape(claims, group=group, conflict=conflict)


@pytest.mark.parametrize(("conflict", "share"), [(10, 0.01), (500, 0.5)])
def test_as_many_groups_are_in_conflict_as_asked_for(conflict: int, share: float) -> None:
    shape = Shape(100_000, conflict=conflict)
    answers = expected(shape, FOUR)
    groups = shape.cells + shape.stocks
    assert answers["agree"].violated / groups == pytest.approx(share, rel=0.02)
    assert answers["bounds"].violated / shape.cells == pytest.approx(share, rel=0.02)
    assert answers["backed"].violated / shape.cells == pytest.approx(1.5 * share, rel=0.02)
    assert answers["implied"].violated / shape.cells == pytest.approx(share, rel=0.02)
