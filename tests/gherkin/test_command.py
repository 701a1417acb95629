"""`factlint steps`: the step library on a terminal."""

from __future__ import annotations

import pytest

from factlint.cli import main
from factlint.commands.steps import Entry, catalogue, nearest
from factlint.statuses import OK, WRONG


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["steps", *words]) == OK
    out, err = capsys.readouterr()
    assert err == ""
    return out


def flat(text: str) -> str:
    return " ".join(text.split())


def test_every_step_is_listed_with_its_meaning_and_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys)
    steps, kinds = catalogue()
    for step in steps:
        assert f"\n  {step.keyword} {step.words[0]}" in out
        assert flat(step.meaning) in flat(out)
        assert f"        {step.example.splitlines()[0]}\n" in out
    assert all(flat(meaning) in flat(out) for meaning in kinds.values())


def test_lines_fit_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    examples = {line for step in catalogue()[0] for line in step.example.splitlines()}
    long = [
        line
        for line in printed(capsys).splitlines()
        if len(line) > 80 and line.strip() not in {*map(str.strip, examples)}
    ]
    assert long == []


def words_of(found: list[Entry]) -> list[str]:
    return [f"{step.keyword} {step.words[0]}" for step in found]


@pytest.mark.parametrize(
    ("words", "shown", "hidden"),
    [
        (["quotes"], "Then the finding quotes {quote}", "Then the rule holds"),
        (["Baseline", "FILE"], "Given the known findings in {name}", "Given today is {date}"),
        (["the", "rule", "is", "violated"], "Then the rule is {verdict}", "Given today is {date}"),
    ],
)
def test_words_choose(words: list[str], shown: str, hidden: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, *words)
    assert shown in out
    assert hidden not in out


def test_only_the_values_of_what_is_shown_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "unnamed")
    assert "count  a whole number" in flat(out) or "count a whole number" in flat(out)
    assert "percent" not in out


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("the claims were checked", "When the claims/rules are checked"),
        ("Then the rule is brokken", "Then the rule is {verdict}"),
        ('the claims "a" and "b" disagreed', "Then the claims {names} disagree"),
        ('Given the text of document "a"', "Given the text of the document {name}"),
    ],
)
def test_words_of_no_step_are_answered_with_the_nearest(
    words: str, first: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = printed(capsys, words)
    assert "no step has these words" in out
    assert first in out


def test_words_that_are_far_from_any_step_are_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["steps", "xyzzy"]) == WRONG
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "error[E120]: no step speaks of `xyzzy`\n  = help: `factlint steps` lists all\n"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the claims were checked", "the claims are checked"),
        ('the rule "a" was violated', "the rule {name} is {verdict}"),
        ("there were 3 findings", "there is/are {count} finding(s)"),
        ('claims "a", "b" and "c" disagree', "the claims {names} disagree"),
        ("they disagreed by 5 %", "they disagree by {amount}"),
    ],
)
def test_the_nearest_is_found_whatever_the_values(said: str, meant: str) -> None:
    known = ["the claims are checked", *(words for step in catalogue()[0] for words in step.words)]
    assert meant in [known[index] for index in nearest(said, known)][:3]


def test_nothing_is_near_to_what_is_far() -> None:
    known = [words for step in catalogue()[0] for words in step.words]
    assert nearest("I open the browser", known) == []
