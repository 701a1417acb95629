"""Every step can fail, and says what it found instead; a scenario that is not thought through is stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.gherkin.steps import STEPS
from tests.gherkin.player import matching, play, read

SCENE = """
Given the claims on "share" of "Port":
  | id      | outlet  | value      | speaker | quote      |
  | gazette | Gazette | two thirds |         | two thirds |
  | lantern | Lantern | nearly 40% | the mayor | nearly 40% |
  | blog    | Blog    | 5 to 90%   |         |            |
And the claims on "share" of "Quay":
  | id      | outlet  | value |
  | alone   | Gazette | 10%   |
And the rule file:
  \"\"\"
  rule shares: share claims must agree within 10%
      because "One port has one share."
  rule sane: share claims must be between 0% and 100%
  rule tops: share claims must be at least 16.5%
  \"\"\"
When the claims are checked
"""

SHARES = 'Then the rule "shares" is violated'


NOT_SO = [
    ('the rule "shares" is satisfied', "not violated"),
    ('the rule "sane" is violated', "not satisfied"),
    ('the rule "nothing" is violated', "a rule nothing"),
    ('the rule "sane" is violated for "Port"', "to be violated for “Port”"),
    ('the rule "shares" is satisfied for "Port"', "to be satisfied for “Port”"),
    ('the rule "shares" is accepted for "Port"', "to be accepted for “Port”"),
    ("the rule is satisfied", "not violated"),
    ('it is undetermined for "Port"', "to be undetermined for “Port”"),
    ('it is violated for "Prot"', "claims that have “Prot”"),
    ('it has no finding on "Port"', "no finding on “Port”"),
    ('it has no finding on "Prot"', "claims that have “Prot”"),
    ("there is 1 finding", "not 2"),
    ("it judges 2 groups and 3 claims", "not 1 and 3"),
    ("it judges 1 group and 2 claims", "not 1 and 3"),
    ("it holds only thanks to a range", "the rule to be satisfied"),
    ("it holds as written", "the rule to be satisfied"),
    ("1 claim is not judged", "not 0"),
    ("1 claim straddles the date", "not 0"),
    ("the exit status is 0", "not 1"),
    ('the claims "gazette" and "blog" disagree', "“gazette” and “blog” to disagree"),
    ('the claims "gazette" and "nobody" disagree', "a claim “nobody”"),
    ('the claims "gazette" and "lantern" agree', "“gazette” and “lantern” to agree"),
    ('the claims "gazette" and "alone" agree', "“alone” to be compared"),
    ('"gazette" stands against "lantern" and "blog"', "not “lantern” against “gazette”"),
    ('"gazette" stands against "lantern", and against "blog"', "not “lantern” against “gazette”"),
    ('"gazette" takes no side', "not “blog”"),
    ("they disagree by 39.6 %", "not of 39.5"),
    ("they disagree by 39.5 hours", "not of 39.5"),
    ("they disagree by 39.5 %, where 11 % is allowed", "not 10.0 percent"),
    ('the finding is on "Quay"', "not on"),
    ('the finding names the claims "gazette" and "lantern"', "not “blog” and “gazette” and “lantern”"),
    ('the finding does not name the claim "blog"', "does not name “blog”"),
    ('the finding does not name the claim "bolg"', "a claim “bolg”"),
    ('the finding names the outlets "Gazette" and "Lantern"', "not on “Blog”"),
    ('the finding quotes "thirds"', "not “"),
    ('the finding attributes "gazette" to "the mayor"', "not nobody's"),
    ('the finding attributes "alone" to "the mayor"', "the finding to name the claim “alone”"),
    ("the finding rests on 2 independent sources", "not 3"),
    ('the finding rests on the sources "Gazette" and "Blog"', "not “Blog”"),
    ('the side of "lantern" rests on the source "Lantern"', "not “the mayor”"),
    ('the side of "blog" rests on the source "Blog"', "on one side"),
    ("the finding counts 1 unnamed source", "not 0"),
    ('the finding says "is false"', "not “claims on share"),
    ('its working shows "÷"', "not “none”"),
    ('it is shown with the reason "None."', "not “One port has one share.”"),
    ('it cannot be judged because "rate"', "not violated"),
    ('it is accepted because "so"', "a finding that is accepted"),
    ("the finding is of severity warning", "not error"),
    ('"gazette" stands alone', "not “alone”"),
    ('"alone" stands alone, differing from "gazette" in month', "not from blog in subject"),
    ('"gazette" stands alone, differing from "alone" in subject', "“gazette” to stand alone"),
    ("no claim stands alone", "not “alone”"),
    ('the claim "lantern" is read as "40 %"', "not 36–40 %"),
    ('the source of the claim "lantern" is "Lantern"', "not “the mayor”"),
    ('the quote of "gazette" is verified', "not not held"),
    ('the nearest passage to the quote of "gazette" is "thirds"', "not “none”"),
    ("the mistake E310 is reported", "the mistake E310"),
    ('the mistake E310 is reported at "share"', "the mistake E310"),
    ('its message says "unknown"', "not “None”"),
    ('its help says "unknown"', "not “None”"),
]
"""What is not so of the scene above, and words of what is said instead."""


@pytest.mark.parametrize(("step", "instead"), NOT_SO)
def test_a_step_that_is_not_so_fails(step: str, instead: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError) as caught:
        play(f"{SCENE}{SHARES}\nAnd {step}", tmp_path)
    first, _, report = str(caught.value).partition("\n\n")
    assert first.startswith("expected: ")
    assert instead in first
    assert "disagree by 39.5 % of the larger, allowed 10 %" in " ".join(report.split()), "the whole report is shown"


def test_the_table_above_holds_every_step_that_can_fail() -> None:
    tried = {id(step) for words, _ in NOT_SO for step in matching("Then", words)}
    untried = [step.expressions[0].name for step in STEPS if step.keyword == "Then" and id(step) not in tried]
    assert untried == ["no mistake is reported"]  # needs a mistake: below


def test_a_mistake_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="expected: no mistake, not “E310”"):
        play(
            """
            Given the claims on "share" of "Port":
              | value |
              | 40%   |
            And the rule "shrae claims must agree"
            When the claims are checked
            Then no mistake is reported
            """,
            tmp_path,
        )


SLIPS = {
    "a claim that was left out": (
        """
        Given the property:
          | property | kind     | unit    |
          | share    | quantity | percent |
        And the claims on "share" of "Port":
          | value      |
          | Washington |
        And the rule "share claims must agree"
        When the claims are checked
        Then the rule is not applicable
        """,
        "no mistake but those that the scenario names first, such as: the mistake E221 is reported",
    ),
    "no check": ('Given the rule "share claims must agree"\nThen the rule is satisfied', "When the claims are checked"),
    "no claims": (
        'Given the rule "share claims must agree"\nWhen the claims are checked',
        "no claims are given",
    ),
    "no rule": (
        'Given the claims on "share" of "Port":\n| value |\n| 40% |\nWhen the claims are checked',
        "no rule is given",
    ),
    "claims without a table": ("Given the claims", "a table or a text of YAML"),
    "a text of claims that is no list": ('Given the claims:\n  """\n  id: a\n  """', "no list of claims"),
    "a text that is no YAML": ('Given the claims:\n  """\n  [a\n  """', "is not YAML"),
    "a change of a text that is not there": (
        'Given the text of the document "d" has changed since its claims were taken',
        'no text is given for "d"',
    ),
    "a project without a corpus": ("Given the corpus of the project", "names no corpus"),
    "a project without rules": ("Given the rules of the project", "names no rules"),
    "the finding of several": (
        """
        Given the claims:
          | subject | property | value |
          | Port    | share    | 40%   |
          | Port    | share    | 60%   |
          | Quay    | share    | 40%   |
          | Quay    | share    | 60%   |
        And the rule "share claims must agree"
        When the claims are checked
        Then the finding says "disagree"
        """,
        "to be told which of 2 findings is meant",
    ),
    "the rule of several": (
        """
        Given the claims on "share" of "Port":
          | value |
          | 40%   |
        And the rule file:
          \"\"\"
          rule a: share claims must agree
          rule b: share claims must agree
          \"\"\"
        When the claims are checked
        Then the rule is not applicable
        """,
        "to be told which of 2 rules is meant",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_scenario_that_is_not_thought_through_is_stopped(slip: str, tmp_path: Path) -> None:
    text, words = SLIPS[slip]
    (tmp_path / "factlint.toml").write_text("", encoding="utf-8")
    with pytest.raises(AssertionError) as caught:
        play(text, tmp_path)
    assert words in str(caught.value)


def test_claims_may_be_written_as_yaml(tmp_path: Path) -> None:
    play(
        """
        Given the claims:
          \"\"\"
          - {id: a, outlet: Gazette, subject: Port, property: share, value: 40%}
          - {id: b, outlet: Lantern, subject: Port, property: share, value: {number: 60, unit: percent}}
          \"\"\"
        And the rule "share claims must agree"
        When the claims are checked
        Then "a" stands against "b"
        """,
        tmp_path,
    )


def test_claims_added_to_a_corpus_leave_it_as_it_is(tmp_path: Path) -> None:
    corpus = tmp_path / "home" / "corpus"
    corpus.mkdir(parents=True)
    document = "document: {id: d}\nclaims:\n  - {id: a, subject: Port, property: share, value: 40%}\n"
    (corpus / "d.yaml").write_text(document, encoding="utf-8")
    scenario = """
        Given the corpus "corpus"
        And one more claim:
          | id | subject | property | value |
          | b  | Port    | share    | 60%   |
        And the rule "share claims must agree"
        When the claims are checked
        Then "a" stands against "b"
        """
    own = tmp_path / "own"
    own.mkdir()
    play(scenario, own, home=tmp_path / "home")
    assert [path.name for path in corpus.iterdir()] == ["d.yaml"]
    assert (corpus / "d.yaml").read_text(encoding="utf-8") == document


def test_examples_of_the_reader_above() -> None:
    """The player reads what pytest-bdd would: kinds of steps, tables and texts."""
    assert read('Given a:\n| x |\n| 1 |\nAnd b:\n  """\n  t\n  """\nThen c') == [
        ("Given", "a:", [["x"], ["1"]], None),
        ("Given", "b:", None, "t"),
        ("Then", "c", None, None),
    ]
