"""`factlint show`: a claim, a rule, a subject, or the corpus in numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factlint.cli import main
from tests.cli.golden import QUICKSTART, ROOT, call, compare
from tests.support import write_corpus

NAMES = (
    "gazette-loading",  # a hedge
    "gazette-gust",  # precision
    "gazette-closure",  # a relative date
    "gazette-closed-berths",  # a speaker, and an operand of a rule
    "lantern-aground",  # a place with parts
    "lantern-rescued",  # by way of an agency
    "loading-rate",
    "closed-share",
    "evidence",
    "Port Varrow",
    "the tanker",
    "Varrow Approaches",
)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_corpus_says_of_it(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    status, out, err = call(capsys, "show", name, *QUICKSTART)
    assert (status, err) == (0, "")
    compare(f"show-{name.replace(' ', '-')}", out)


def test_the_corpus_in_numbers(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    status, out, err = call(capsys, "show", *QUICKSTART)
    assert (status, err) == (0, "")
    compare("show", out)


@pytest.mark.parametrize(
    ("written", "same_as"),
    [
        ("the harbour", "Port Varrow"),  # an alias
        ("port  varrow", "Port Varrow"),  # case and white space
        ("subject:the port", "Port Varrow"),
        ("rule:loading-rate", "loading-rate"),
        ("Loading-Rate", "loading-rate"),
        ("claim:gazette-gust", "gazette-gust"),
    ],
)
def test_a_name_may_be_written_in_several_ways(
    written: str, same_as: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    first = call(capsys, "show", same_as, *QUICKSTART)
    assert call(capsys, "show", written, *QUICKSTART) == first
    assert first[0] == 0


VOCABULARY: dict[str, Any] = {
    "properties": {
        "share": {"kind": "quantity", "unit": "percent", "varies by": "month", "qualifiers": ["fuel"]},
        "open": {"kind": "truth"},
        "change": {"kind": "quantity", "unit": "percent", "signed": True},
    },
    "entities": {"A": {"parts": ["A1", "A2"], "aliases": ["the A"]}, "A1": {}, "A2": {}, "lonely": {}, "B": {}},
    "outlets": {"One": {}, "Two": {}},
}
ROWS: list[dict[str, Any]] = [
    {"value": "40%", "outlet": "One", "period": "2025-10", "quote": "40%", "qualifiers": {"fuel": "oil"}},
    {"value": "more than 40%", "outlet": "Two", "period": "2025-10", "quote": "over 40%"},
    {"value": "10 to 12%", "outlet": "Two", "period": "2025-11", "note": "a range", "quote": "10 to 12%"},
    {"value": "most", "outlet": "Two", "period": "2025-12", "quote": "most", "reading": "of all there is"},
    {"property": "open", "value": "true", "stance": "denies", "outlet": "Two", "quote": "closed"},
    {
        "value": "45%",
        "outlet": "One",
        "modality": "expected",
        "status": "corrected",
        "superseded by": "c1",
        "quote": "45%",
    },
    {"property": "change", "value": "down 4%", "outlet": "One", "quote": "down 4%", "speaker": "a clerk"},
    {"value": "41%", "subject": "A1", "outlet": "One", "quote": "41%"},
    {"value": "up to 5%", "subject": "B", "outlet": "One", "published": "2025-10-02~"},
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_corpus(tmp_path, ROWS, VOCABULARY)
    (tmp_path / "a.rules").write_text(
        "rule shares: share claims about A must agree\nrule quoted: claims must have quote\n"
    )
    (tmp_path / "factlint.toml").write_text('corpus = "corpus"\nrules = "a.rules"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("c1", ["from 39.5 to 40.5 %, both ends left out, as precise as its digits", "fuel oil", "period 2025-10"]),
        ("c1", ["shares not applicable; alone: differs", "quoted violated; judged by itself"]),
        ("c2", ["above 40 %, and no end on the other side", "for the hedge “more than”"]),
        ("c3", ["from 10 to 12 %, both ends included, the range as written", "note a range"]),
        ("c4", ["from 50 to 100 %, the lower end left out", "reading of all there is"]),
        ("c5", ["says true, denied", "means false"]),
        ("c6", ["modality expected", "status corrected, superseded by c1", "rules that read it none"]),
        ("c7", ["the number itself is -4 %", "a clerk, paraphrased, in none of the vocabulary's lists"]),
        ("c9", ["up to 5 %", "evidence none", "2025-10-02~, the date of publication"]),
        ("A", ["also called the A", "has the part A1, 1 claim", "has the part A2, of which nothing is said"]),
        ("A", ["One: 40% (fuel oil and 2025-10)", "comparable with no other claim"]),
        ("A1", ["lies within A", "c8 differs in subject: A1, A"]),
        ("lonely", ["0 claims in 0 documents"]),
        ("shares", ["judges nothing: no claim is comparable with another", "verdict not applicable"]),
        ("quoted", ["subject B, month 2025-10: violated", "c9"]),
    ],
)
def test_what_is_said_of_a_name(name: str, words: list[str], project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = call(capsys, "show", name)
    assert status == 0, err
    flat = " ".join(out.split())
    for expected in words:
        assert expected in flat, flat


def test_the_claims_that_no_rule_reads(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.rules").write_text("rule shares: share claims about A must agree\n")
    _status, out, _err = call(capsys, "show")
    unread = out.split("claims that no rule reads\n")[1].split("\n\n")[0]
    assert [line.split()[0] for line in unread.splitlines()] == ["c5", "c6", "c7", "c8", "c9"]
    assert "not held" in out or "none  " in out, "quotes by status"


def test_without_rules_nothing_is_said_of_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "factlint.toml").write_text('corpus = "corpus"\n')
    status, out, err = call(capsys, "show")
    assert (status, err) == (0, "")
    assert "claims that no rule reads" not in out
    assert "rules      none were given" in out


def test_the_configured_rules_are_not_held_against_another_corpus(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_corpus(project / "other", [{"value": "4%", "property": "rate"}], None)
    status, out, err = call(capsys, "show", "c1", "--corpus", "other/corpus")
    assert (status, err) == (0, "")
    assert "no rules were given" in out
    assert "violated" in call(capsys, "show", "c1", "--corpus", "corpus")[1], "the configured corpus, named once more"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("c0", ["E120", "nothing here is called `c0`"]),
        ("lonley", ["did you mean `lonely`?"]),
        ("zzzzzzzz", ["`factlint show` tells what the corpus holds"]),
        ("claim:shares", ["nothing here is called `shares`"]),
        ("twice", ["E121", "`twice` is a rule and a subject", "`rule:twice` or `subject:twice`"]),
    ],
)
def test_a_name_that_is_nothing_or_several_things(
    name: str, words: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_corpus(project, [*ROWS, {"value": "4%", "subject": "twice"}], VOCABULARY)
    (project / "a.rules").write_text("rule twice: share claims must agree\n")
    status, out, err = call(capsys, "show", name)
    assert (status, out) == (2, "")
    for word in words:
        assert word in err


def test_a_mistake_in_the_corpus_is_told_and_the_rest_is_shown(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_corpus(project, [*ROWS, {"value": "many percent"}], VOCABULARY)
    status, out, err = call(capsys, "show", "c1")
    assert status == 2
    assert out.startswith("c1\n")
    assert "E221" in err


def test_text_from_outside_steers_no_terminal(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_corpus(project, [{"value": "4%", "quote": "4%", "note": "\u202emoc.live"}], VOCABULARY)
    _status, out, _err = call(capsys, "show", "c1")
    assert "\u202e" not in out
    assert "\\u{202e}moc.live" in out


def test_every_claim_of_the_curated_corpus_can_be_shown_without_its_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from factlint.pipeline import load_corpus
    from factlint.settings import read_settings

    monkeypatch.chdir(ROOT)
    settings, _ = read_settings(ROOT)
    corpus, _ = load_corpus(settings)
    assert corpus.claims
    subjects = sorted({f"subject:{claim.subject.name}" for claim in corpus.claims})
    for name in (*(claim.id for claim in corpus.claims[::7]), *subjects):
        assert main(["show", name, "--sources", str(tmp_path)]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        assert [line for line in out.splitlines() if len(line) > 80] == []
