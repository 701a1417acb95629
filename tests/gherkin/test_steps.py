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
    ('the rule "nothing" is violated', "a rule “nothing”"),
    ('the rule "shares" is not violated', "not to be violated"),
    ("the rule is not violated", "not to be violated"),
    ('the rule "shares" holds', "to be satisfied, not violated"),
    ("it holds", "to be satisfied, not violated"),
    ('the rules "sane" and "shares" are satisfied', "to be satisfied, not violated"),
    ("every rule is satisfied", "every rule to be satisfied, and “shares” and “tops” are not"),
    ("no rule is satisfied", "no rule to be satisfied, and “sane” is"),
    ("the rule is left out", "to be left out for a mistake"),
    ('the rule "shares" is left out', "“shares” to be left out"),
    ('the rule "shares" is violated for "Port" and "Quay"', "to be violated for “Port” and “Quay”"),
    ('the claims "gazette" and "lantern" disagree by 40 hours', "a gap of 40 hours, not of 39.5"),
    ('the outlets "Gazette" and "Blog" disagree', "“Gazette” and “Blog” to disagree"),
    ('the outlets "Gazette" and "Blgo" disagree', "claims of an outlet “Blgo”"),
    ('the finding quotes "two thirds" from "Lantern"', "the quote “two thirds” from “Lantern”, not “nearly 40%”"),
    ('the rule "shares" is accepted because "so"', "a finding that is accepted"),
    ("the check passes", "a check that passes, not one that ends with 1"),
    ('the report shows "false"', "“false” in the text report"),
    ('the report does not show "disagree"', "no “disagree” in the text report"),
    ('the JSON report shows "false positive"', "“false positive” in the json report"),
    ('the HTML report does not show "disagree"', "no “disagree” in the html report"),
    ('the claim "gazette" is left out', "“gazette” to be left out"),
    ('the claim "gazetet" is left out', "a claim “gazetet”"),
    ("every quote is verified", "not those of “alone” and “blog” and “gazette” and “lantern”"),
    ('the quote of "gazette" is in line 1', "in line 1, not in none"),
    ('a mistake is reported at "share"', "a mistake"),
    ('it is in line 3 of "test.rules"', "a mistake in line 3"),
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
    assert set(untried) == ELSEWHERE


ELSEWHERE = {
    "no mistake is reported",
    "no claim is left out",
    "the finding is {age}",
    "there is/are {count} {age} finding(s)",
    "it prints {text}",
    "it does not print {text}",
    "it prints {format}",
}
"""What needs another scene: below."""

MISTAKEN = """
Given the property:
  | property | kind     | unit    |
  | share    | quantity | percent |
And the claims on "share" of "Port":
  | id  | value      |
  | one | 40%        |
  | two | Washington |
And the rules:
  \"\"\"
  rule shares: share claims must be at most 30%
  \"\"\"
"""

KNOWN = """
Given the claims on "share" of "Port":
  | value | quote |
  | 40%   | 40%   |
  | 60%   | 60%   |
And the rules:
  \"\"\"
  rule shares: share claims must agree
  \"\"\"
And the findings so far are known
"""

OTHER_SCENES = [
    (f"{MISTAKEN}When the claims are checked\nThen no mistake is reported", "no mistake, not “E221”"),
    (f"{MISTAKEN}When the claims are checked\nThen no claim is left out", "no claim left out, not 1"),
    (f"{MISTAKEN}When the claims are checked\nThen the rule is violated", "the mistake E221 is reported"),
    (f"{MISTAKEN}When the claims are checked\nThen every rule is violated", "the mistake E221 is reported"),
    (f"{MISTAKEN}And the findings so far are known", "the mistake E221 is reported"),
    (f"{KNOWN}When the claims are checked\nThen the finding is new", "a finding that is new, not known"),
    (f"{KNOWN}When the claims are checked\nThen there is 1 new finding", "1 new finding, not 0"),
    (f"{KNOWN}When the claims are checked\nThen there are no known findings", "no known findings, not 1"),
    (f'{KNOWN}When the command "factlint check" is run\nThen it prints "sattisfied"', "“sattisfied” to be printed"),
    (f'{KNOWN}When the command "factlint check" is run\nThen it does not print "shares"', "“shares” not to be printed"),
    (f'{KNOWN}When the command "factlint check" is run\nThen it prints JSON', "a report of the format json"),
    (f'{KNOWN}When the command "factlint check" is run\nThen the exit status is 1', "the exit status 1, not 0"),
    (
        f'{KNOWN}When the command "factlint check" is run\nThen the check fails',
        "a check that fails, not one that ends with 0",
    ),
]


@pytest.mark.parametrize(("text", "words"), OTHER_SCENES, ids=[words for _text, words in OTHER_SCENES])
def test_what_is_not_so_of_other_scenes_fails(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError) as caught:
        play(text, tmp_path)
    assert words in str(caught.value).partition("\n\n")[0]


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
    "what is known without a finding": (
        """
        Given the claims on "share" of "Port":
          | value |
          | 40%   |
          | 40%   |
        And the rules:
          \"\"\"
          rule shares: share claims must agree
          \"\"\"
        And the findings so far are known
        """,
        "findings that could be known; there are none so far",
    ),
    "what is known of a rule without a name": (
        """
        Given the claims on "share" of "Port":
          | value |
          | 40%   |
          | 60%   |
        And the rules:
          \"\"\"
          share claims must agree
          \"\"\"
        And the findings so far are known
        """,
        "the rule has no name; name it: `rule share-claims-must-agree: …`",
    ),
    "what is new without a baseline": (
        """
        Given the claims on "share" of "Port":
          | value |
          | 40%   |
        And the rule "share claims must agree"
        When the claims are checked
        Then there are no new findings
        """,
        "nothing is known: write first: Given the findings so far are known",
    ),
    "another command": ('When the command "rm -r /" is run', "`rm -r /` is no command of factlint"),
    "a command with half a quotation": (
        'When the command "factlint \'check" is run',
        "cannot be read: no closing quotation",
    ),
    "prints, without a command": (
        """
        Given the claims on "share" of "Port":
          | value |
          | 40%   |
        And the rule "share claims must agree"
        When the claims are checked
        Then it prints "40"
        """,
        "no command was run",
    ),
    "a corpus file with nothing in it": (
        'Given the corpus file "claims.csv":',
        "a table or a text belongs below this step",
    ),
    "a corpus file elsewhere": (
        'Given the corpus file "../claims.csv":\n  """\n  x\n  """',
        "`../claims.csv` leads out of the folder of the corpus",
    ),
    "a table of JSON lines": ('Given the corpus file "claims.jsonl":\n| id |\n| a  |', "a table is written as CSV"),
    "two flat files": (
        """
        Given the corpus file "a.csv":
          | id |
          | a  |
        And the corpus file "b.csv":
          | id |
          | b  |
        And the rule "share claims must agree"
        When the claims are checked
        """,
        "a check takes one flat file of claims, and these are several: a.csv, b.csv",
    ),
    "documents without claims": (
        """
        Given the corpus file "documents.csv":
          | id |
          | a  |
        And the rule "share claims must agree"
        When the claims are checked
        """,
        "`documents.csv` says whom claims are from: give them too",
    ),
    "claims added to a flat file": (
        """
        Given the corpus file "claims.csv":
          | document | subject | property | value |
          | d        | Port    | share    | 40%   |
        And the claims on "share" of "Port":
          | value |
          | 60%   |
        And the rule "share claims must agree"
        When the claims are checked
        """,
        "nothing can be added to `claims.csv` by other steps",
    ),
    "claims that do not compile": (
        """
        Given the claims on "share" of "Port":
          | value      |
          | 40 persent |
        And the properties:
          | property | kind     | unit    |
          | share    | quantity | percent |
        And the claims are compiled
        """,
        "claims that can all be compiled\n\nerror[E221]: `persent` is not a unit that factlint knows",
    ),
    "nothing to compile": ("Given the claims are compiled", "no claims are given"),
    "a corpus that is not there": ('Given the corpus in "corpsu"', "there is no `corpsu`"),
    "a project without a baseline": ("Given the known findings of the project", "names no baseline"),
    "the built-in rule beside a sentence": (
        """
        Given the claims on "share" of "Port":
          | value |
          | 40%   |
        And the rule "share claims must agree"
        When the claims are checked
        Then the rule "evidence" is violated
        """,
        "not judged beside a rule in a sentence; give the rule in a rule file",
    ),
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


FLAT = {
    "claims.jsonl": '{"document": "d", "id": "a", "subject": "Port", "property": "share", "value": "40%"}\n'
    '{"document": "e", "id": "b", "subject": "Port", "property": "share", "value": "a quarter"}\n',
    "claims.csv": "document,id,subject,property,value,unit\nd,a,Port,share,40,percent\ne,b,Port,share,a quarter,\n",
}


@pytest.mark.parametrize("name", FLAT)
def test_a_flat_file_of_the_project_is_checked_where_it_lies(name: str, tmp_path: Path) -> None:
    home, own = tmp_path / "home", tmp_path / "own"
    own.mkdir()
    (home / "corpus").mkdir(parents=True)
    (home / "corpus" / name).write_text(FLAT[name], encoding="utf-8")
    scenario = f"""
        Given the corpus "corpus/{name}"
        And the rule "share claims must agree"
        When the claims are checked
        Then "a" stands against "b"
        """
    scene = play(scenario, own, home)
    assert scene.outcome.data["findings"][0]["claims"][0]["defined"]["file"] == f"corpus/{name}"
    assert list(own.iterdir()) == []


@pytest.mark.parametrize("name", FLAT)
def test_a_flat_file_of_the_project_is_read_with_the_vocabulary_of_the_scenario(name: str, tmp_path: Path) -> None:
    home, own = tmp_path / "home", tmp_path / "own"
    own.mkdir()
    home.mkdir()
    (home / name).write_text(FLAT[name], encoding="utf-8")
    scenario = f"""
        Given the corpus "{name}"
        And the vocabulary:
          \"\"\"
          properties: {{shares: {{kind: quantity, unit: percent}}}}
          \"\"\"
        And the rule "shares claims must agree"
        When the claims are checked
        Then the mistake E224 is reported at "share"
        And its help says "shares"
        And the claim "a" is left out
        """
    play(scenario, own, home)
    assert [path.name for path in home.iterdir()] == [name]


COMPILED = """
Given the claims on "share" of "Port":
  | id      | outlet  | value | quote |
  | gazette | Gazette | 40%   | 40%   |
  | lantern | Lantern | 60%   |       |
And the vocabulary:
  \"\"\"
  properties: {share: {kind: quantity, unit: percent}}
  \"\"\"
And the claims are compiled
"""

CHECKED = """
And the rule "share claims must agree"
When the claims are checked
Then no mistake is reported
And "gazette" stands against "lantern"
"""


def test_a_compiled_corpus_of_the_project_is_checked_where_it_lies(tmp_path: Path) -> None:
    """It brings its vocabulary; what does not fit that which lies beside it is told by the check."""
    made, own = tmp_path / "made", tmp_path / "own"
    made.mkdir()
    own.mkdir()
    play(COMPILED + CHECKED, made)
    play(f'Given the corpus "claims.parquet"{CHECKED}', own, home=made)
    with pytest.raises(AssertionError, match=r"claims cannot be added to claims\.parquet"):
        play(
            f'Given the corpus "claims.parquet"\nAnd "Radio" says that the "share" of "Port" is "40%"{CHECKED}',
            own,
            made,
        )


def test_claims_are_compiled_as_they_are_so_far(tmp_path: Path) -> None:
    scene = play(COMPILED, tmp_path)
    assert (scene.rows, scene.vocabulary, scene.corpus) == ([], None, tmp_path / "claims.parquet")


def test_examples_of_the_reader_above() -> None:
    """The player reads what pytest-bdd would: kinds of steps, tables and texts."""
    assert read('Given a:\n| x |\n| 1 |\nAnd b:\n  """\n  t\n  """\nThen c') == [
        ("Given", "a:", [["x"], ["1"]], None),
        ("Given", "b:", None, "t"),
        ("Then", "c", None, None),
    ]
