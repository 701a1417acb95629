"""Where everything is listed, no format of a report tells whether columns were looked at, or every claim."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from factlint import files, pipeline
from factlint.bulk import read
from factlint.cli import main
from factlint.evaluate.result import Evaluation
from tests.bulk import corpora, csv_corpora
from tests.bulk.test_law import SEEDS
from tests.project.project_files import ROOT
from tests.screen import claims

FORMATS = ("json", "text", "markdown", "html", "sarif", "junit")
RULES = """language 1
rule same: claims must agree within 10%
rule backed: claims must be corroborated by at least 2 independent sources within 5%
rule ratio: share / share must be at most 110%
rule open: claims must not contradict
"""


def report(folder: Path, name: str, *arguments: str) -> dict[str, bytes]:
    """What `check` prints, and its status; the same in every format."""
    files = {it: folder / f"{name}.{it}" for it in FORMATS}
    formats = [it for form, file in files.items() for it in ("--format", f"{form}={file}")]
    status = main(["check", *arguments, *formats, "--no-cache"])
    return {"status": str(status).encode(), **{form: file.read_bytes() for form, file in files.items()}}


def assert_alike(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr(pipeline, "LARGE", 10**9)
    judged = report(folder, "judged", *arguments)
    monkeypatch.setattr(pipeline, "LARGE", 1)
    screened = report(folder, "screened", *arguments)
    assert screened == judged


@pytest.mark.parametrize("held", [False, True])
def test_of_the_curated_corpus(held: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = Path(os.environ.get("FACTLINT_SOURCES") or ROOT.parent / "shared" / "sources")
    if held and not texts.is_dir():
        pytest.skip("the texts of the curated corpus are not here")
    for name in ("corpus", "rules", "pyproject.toml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    assert_alike(tmp_path, monkeypatch, *(("--sources", str(texts)) if held else ()))


@pytest.mark.parametrize("limit", ["0", "3", "1000"])
@pytest.mark.parametrize("form", ["lines", "table"])
def test_of_claims_of_every_kind(limit: str, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = claims.write(tmp_path, 400, seed=7, members=4)
    if form == "table":
        monkeypatch.chdir(tmp_path)
        table = tmp_path / "compiled" / "claims.parquet"
        table.parent.mkdir()
        assert main(["compile", str(path), "-o", str(table)]) == 0
        path = table
    assert_alike(tmp_path, monkeypatch, "all.rules", "--corpus", str(path), "--limit", limit)


@pytest.mark.parametrize("write", [corpora.write, csv_corpora.write], ids=["json", "csv"])
@pytest.mark.parametrize("seed", SEEDS)
def test_of_messy_files(
    seed: int, write: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(read, "_MOST_APART", 1.0)
    monkeypatch.setattr(read, "_ROUNDS", 12)
    path = write(tmp_path / "corpus", seed, tidy=0.9)  # type: ignore[operator]
    (tmp_path / "all.rules").write_text(RULES)
    monkeypatch.chdir(tmp_path)
    assert_alike(tmp_path, monkeypatch, "all.rules", "--corpus", str(path))
    printed = capsys.readouterr().err
    assert printed[: len(printed) // 2] == printed[len(printed) // 2 :]


def test_of_qualifiers_that_no_property_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They tell groups apart, and yet claims align across them: only so is the rule violated."""
    said = [("part", 40, "product"), ("share", 50, "product"), ("part", 95, "grade"), ("share", 51, "product")]
    lines = [
        f'{{"id": "c{at}", "document": "d", "subject": "Port", "property": "{prop}", "value": "{value} %", '
        f'"qualifiers": {{"{key}": "crude"}}}}\n'
        for at, (prop, value, key) in enumerate([*said, ("share", 52, "grade")])
    ]
    (tmp_path / "claims.jsonl").write_text("".join(lines))
    properties = "".join(f"  {name}: {{kind: quantity, unit: percent}}\n" for name in ("part", "share"))
    (tmp_path / "vocabulary.yaml").write_text(f"properties:\n{properties}")
    (tmp_path / "all.rules").write_text("rule sum: part + share must be at most 146%\n")
    assert_alike(tmp_path, monkeypatch, "all.rules", "--corpus", "claims.jsonl")
    found = json.loads((tmp_path / "screened.json").read_text())
    assert [(it["verdict"], it["groups"]) for it in found["rules"][:1]] == [("violated", 1)]


def test_of_documents_that_no_claim_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are documents of the corpus all the same."""
    (tmp_path / "corpus").mkdir()
    for name, claim in (("d", "[{subject: Port, property: share, value: 40 %}]"), ("idle", "[]")):
        (tmp_path / "corpus" / f"{name}.yaml").write_text(
            f"document: {{id: {name}, outlet: Gazette}}\nclaims: {claim}\n"
        )
    (tmp_path / "few.rules").write_text("rule same: share claims must agree within 10%\n")
    assert_alike(tmp_path, monkeypatch, "few.rules", "--corpus", "corpus")
    assert json.loads((tmp_path / "screened.json").read_text())["summary"]["documents"] == 2


def test_of_a_vast_corpus_the_first_findings_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = claims.write(tmp_path, 400, seed=7, members=4)
    (tmp_path / "few.rules").write_text(RULES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "LARGE", 1)
    arguments = ("few.rules", "--corpus", str(path), "--limit", "3")
    every = json.loads(report(tmp_path, "every", *arguments)["json"])
    monkeypatch.setattr(pipeline, "VAST", 400)
    first = json.loads(report(tmp_path, "first", *arguments)["json"])
    assert len(every["findings"]) > len(first["findings"]) == 3
    assert first["findings"] == every["findings"][:3]
    assert first["summary"] == every["summary"]


@pytest.mark.parametrize("number", [999, 1000])
def test_from_a_thousand_claims_on_columns_are_looked_at(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (
        f'{{"id": "c{at}", "document": "d", "subject": "Port {at % 99}", "property": "share", "value": "{at % 90} %", '
        f'"quote": "{"long " * 20}"}}\n'
        for at in range(number)
    )
    (tmp_path / "claims.jsonl").write_text("".join(lines))
    (tmp_path / "few.rules").write_text("rule same: share claims must agree within 10%\n")
    seen: list[int] = []

    def screened(*_a: object, **_k: object) -> Evaluation:
        seen.append(number)
        return Evaluation((), ())

    monkeypatch.setattr("factlint.screen.run.screened", screened)
    monkeypatch.chdir(tmp_path)
    main(["check", "few.rules", "--corpus", "claims.jsonl", "--no-cache"])
    assert bool(seen) == (number >= 1000)
    assert f"{number:,} claims" in capsys.readouterr().out


@pytest.mark.parametrize(("lines", "asked", "expected"), [(3, 3, True), (3, 4, False), (0, 1, False), (2, 0, True)])
def test_lines_are_counted(lines: int, asked: int, expected: bool, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"\xff\n" * lines)
    assert files.has_lines(tmp_path / "file", asked) is expected


def test_of_what_cannot_be_read_no_lines_are_counted(tmp_path: Path) -> None:
    assert not files.has_lines(tmp_path / "nothing", 1)


def test_groups_of_too_many_combinations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those whose claims hold however they are combined hold; the others are undetermined."""
    lines = [
        f'{{"id": "{prop[0]}{low}-{at}", "document": "d", "subject": "Port {low}", "property": "{prop}", '
        f'"value": "{low + at / 1000} %"}}\n'
        for low in (40, 80)
        for prop in ("part", "share")
        for at in range(320)
    ]
    (tmp_path / "claims.jsonl").write_text("".join(lines))
    vocabulary = "properties:\n  share: {kind: quantity, unit: percent}\n  part: {kind: quantity, unit: percent}\n"
    (tmp_path / "vocabulary.yaml").write_text(vocabulary)
    rules = "rule sum: part + share must be at most 100%\nrule like: part must agree with share within 5%\n"
    (tmp_path / "all.rules").write_text(rules)
    assert_alike(tmp_path, monkeypatch, "all.rules", "--corpus", "claims.jsonl")
    said = json.loads((tmp_path / "screened.json").read_text())["rules"]
    assert [(it["rule"], it["verdict"], it["groups"]) for it in said[:2]] == [
        ("sum", "undetermined", 2), ("like", "satisfied", 2),
    ]  # fmt: skip


def test_more_combinations_than_64_bits_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"part {letter}" for letter in "abcdefgh"]
    lines = [
        f'{{"id": "{name[-1]}{at}", "document": "d", "subject": "Port", "property": "{name}", "value": "{at / 100} %"}}\n'
        for name in names
        for at in range(240)
    ]
    (tmp_path / "claims.jsonl").write_text("".join(lines))
    properties = "".join(f"  {name}: {{kind: quantity, unit: percent}}\n" for name in names)
    (tmp_path / "vocabulary.yaml").write_text(f"properties:\n{properties}")
    sums = " + ".join(names)
    rules = f"rule holds: {sums} must be at most 20%\nrule open: {sums} must be at most 10%\n"
    (tmp_path / "all.rules").write_text(rules)
    assert_alike(tmp_path, monkeypatch, "all.rules", "--corpus", "claims.jsonl")
    said = json.loads((tmp_path / "screened.json").read_text())["rules"]
    assert [it["verdict"] for it in said[:2]] == ["satisfied", "undetermined"]
