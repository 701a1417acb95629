"""`factlint lint` as a user calls it: mistakes, suspicious rules, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.cli import main
from tests.support import write_corpus

VOCABULARY = {
    "properties": {"share": {"kind": "quantity", "unit": "percent"}, "ships": {"kind": "quantity"}},
    "entities": {"A": {}, "B": {}},
}
ROWS = [
    {"value": "40%", "quote": "40%"},
    {"value": "60%", "quote": "60%"},
    {"property": "ships", "value": "3", "modality": "expected", "quote": "3"},
    {"property": "ships", "value": "4", "modality": "expected", "quote": "4"},
    {"property": "ships", "value": "5", "modality": "possible", "quote": "5"},
]
SOUND = "rule one:\n    share claims must agree\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configured folder whose two claims on A disagree."""
    write_corpus(tmp_path, ROWS, VOCABULARY)
    (tmp_path / "factlint.toml").write_text('corpus = "corpus"\nrules = ["rules"]\n')
    (tmp_path / "rules").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lint(
    capsys: pytest.CaptureFixture[str], project: Path, rules: str, *argv: str, name: str = "a.rules"
) -> tuple[int, str, str]:
    (project / "rules" / name).write_text(rules)
    status = main(["lint", *argv])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize(
    ("rules", "argv", "status", "summary"),
    [
        (SOUND, [], 0, "1 rule: 0 errors, 0 warnings\n"),
        (SOUND, ["--fail-on", "info"], 0, "1 rule: 0 errors, 0 warnings\n"),
        ("share claims must agree", [], 0, "1 rule: 0 errors, 1 warning\n"),
        ("share claims must agree", ["--fail-on", "warning"], 1, "1 rule: 0 errors, 1 warning\n"),
        ("share claims must agree", ["--fail-on", "info"], 1, "1 rule: 0 errors, 1 warning\n"),
        ("share claims must agree", ["--fail-on", "never"], 0, "1 rule: 0 errors, 1 warning\n"),
        (SOUND + "shares claims must agree\n", [], 2, "1 rule: 1 error, 0 warnings\n"),
        (SOUND + "shares claims must agree\n", ["--fail-on", "never"], 2, "1 rule: 1 error, 0 warnings\n"),
        ("shares claims must agree\nshare claims must agree\n", ["--fail-on", "warning"], 2, "1 rule: 1 error, 1 warning\n"),
    ],
)  # fmt: skip
def test_exit_status(
    rules: str, argv: list[str], status: int, summary: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lint(capsys, project, rules, *argv)[:2] == (status, summary)


def test_a_name_is_offered(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint(capsys, project, "share claims must agree\n")[2] == (
        "warning[W304]: a rule without a name cannot be accepted or baselined\n"
        " --> rules/a.rules:1:1\n"
        "  |\n"
        "1 | share claims must agree\n"
        "  | ^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  |\n"
        "  = help: name it: `rule share: …`\n"
    )


MESSAGES = {
    "nothing is chosen": (
        "rule one:\n    share claims about B must agree\n",
        (
            "warning[W314]: no claim of the corpus is chosen here, so this rule judges nothing\n"
            " --> rules/a.rules:2:5\n"
            "  |\n"
            "2 |     share claims about B must agree\n"
            "  |     ^^^^^^^^^^^^^^^^^^^^\n"
            "  |\n"
            "  = help: loosen a filter, or check what the corpus says: `factlint show SUBJECT`\n"
        ),
    ),
    "nothing that is stated as fact": (
        "rule one:\n    ships claims must agree\n",
        (
            "warning[W314]: no claim of the corpus is chosen here, so this rule judges nothing\n"
            " --> rules/a.rules:2:5\n"
            "  |\n"
            "2 |     ships claims must agree\n"
            "  |     ^^^^^^^^^^^^\n"
            "  |\n"
            "  = help: the corpus holds 2 expected and 1 possible: write `including expected, possible` to read what is not stated as fact\n"
        ),
    ),
    "an operand that no claim supplies": (
        "rule one:\n    share of A must be at most 2 * share of B\n",
        (
            "warning[W314]: no claim of the corpus is chosen here, so this rule judges nothing\n"
            " --> rules/a.rules:2:36\n"
            "  |\n"
            "2 |     share of A must be at most 2 * share of B\n"
            "  |                                    ^^^^^^^^^^\n"
            "  |\n"
            "  = help: loosen a filter, or check what the corpus says: `factlint show SUBJECT`\n"
        ),
    ),
    "an accept whose date has passed": (
        SOUND + '\naccept one for c1\n    because "known" until 2025-12-31\n',
        (
            "warning[W317]: since 2025-12-31 has passed, findings of one are reported again\n"
            " --> rules/a.rules:5:27\n"
            "  |\n"
            '5 |     because "known" until 2025-12-31\n'
            "  |                           ^^^^^^^^^^\n"
            "  |\n"
            "  = help: leave out the `accept`, or give it a date after 2026-01-01 if the reason still stands\n"
        ),
    ),
    "a contradiction, once, though it chooses nothing": (
        "rule one:\n    share claims about A where subject is B must agree\n",
        (
            "warning[W313]: no claim meets both of these conditions on subject\n"
            " --> rules/a.rules:2:32\n"
            "  |\n"
            "2 |     share claims about A where subject is B must agree\n"
            "  |                                ^^^^^^^^^^^^\n"
            " ... rules/a.rules:2:18\n"
            "  |\n"
            "2 |     share claims about A where subject is B must agree\n"
            "  |                  ------- and this\n"
            "  |\n"
            "  = help: join them with `or`, or leave one out\n"
        ),
    ),
}


@pytest.mark.parametrize(("rules", "said"), MESSAGES.values(), ids=MESSAGES)
def test_what_people_are_told(rules: str, said: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint(capsys, project, rules, "--today", "2026-01-01") == (0, "1 rule: 0 errors, 1 warning\n", said)


@pytest.mark.parametrize(
    ("accept", "codes"),
    [
        ('accept one for c1 because "known"', []),
        ('accept one because "known"', []),
        ('accept one because "known" until 2026-01-01', []),  # until its last day is over
        ('accept one because "known" until 2025-12-31', ["W317"]),
        ('accept one for c3 because "known"', ["W390"]),  # a claim of no finding
        ('accept one for c3 because "known" until 2025-12-31', ["W317"]),
        ('accept two because "known"', ["W390"]),
    ],
)
def test_accepts(accept: str, codes: list[str], project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = f"{SOUND}\nrule two:\n    share claims must have quote\n\n{accept}\n"
    _status, _out, err = lint(capsys, project, rules, "--today", "2026-01-01")
    assert [line[8:12] for line in err.splitlines() if line.startswith("warning[")] == codes


def test_rules_of_several_files_are_held_against_one_another(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "rules" / "b.rules").write_text("rule two:\n    share claims must agree within 10%\n")
    status, _out, err = lint(capsys, project, SOUND)
    assert status == 0
    assert "warning[W312]" in err
    assert "--> rules/b.rules:2:23" in err
    assert "rules/a.rules:2:23" in err


def test_claims_with_mistakes_are_told_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_corpus(project, [*ROWS, {"value": "many percent"}], VOCABULARY)
    status, _out, err = lint(capsys, project, SOUND)
    assert status == 2
    assert "corpus/d6.yaml" in err


def test_a_vocabulary_is_enough(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "factlint.toml").write_text('rules = ["rules"]\nvocabulary = "corpus/vocabulary.yaml"\n')
    rules = SOUND + 'rule two:\n    share claims about B must be at least 0%\n\naccept one for c9 because "known"\n'
    status, out, err = lint(capsys, project, rules)
    assert (status, out) == (0, "2 rules: 0 errors, 1 warning\n"), "what only a corpus can tell is not told"
    assert "W315" in err
    status, _out, err = lint(capsys, project, "rule one:\n    shares claims must agree\n")
    assert status == 2
    assert "did you mean `share`?" in err


@pytest.mark.parametrize("text", ["properties: 3\n", None])
def test_a_vocabulary_that_cannot_be_read(text: str | None, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if text is not None:
        (project / "words.yaml").write_text(text)
    (project / "factlint.toml").write_text('rules = ["rules"]\nvocabulary = "words.yaml"\n')
    status, _out, err = lint(capsys, project, SOUND)
    assert status == 2
    assert "words.yaml" in err


def test_without_a_vocabulary_the_grammar_is_checked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "factlint.toml").write_text('rules = ["rules"]\n')
    unchecked = "names were not checked: there is no corpus, and no vocabulary\n"
    assert lint(capsys, project, SOUND) == (0, f"1 rule: 0 errors, 0 warnings\n{unchecked}", "")
    status, out, err = lint(capsys, project, SOUND + "claims must\n")
    assert (status, out) == (2, f"1 rule: 1 error, 0 warnings\n{unchecked}")
    assert "E301" in err


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--today", "tomorrow"], ["E101", "--today does not read"]),
        (["--fail-on", "errors"], ["E101", "--fail-on does not know `errors`"]),
        (["nowhere.rules"], ["E344"]),
        (["--strict"], ["unknown option `--strict`"]),
    ],
)
def test_mistakes_in_the_call(
    argv: list[str], words: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _out, err = lint(capsys, project, SOUND, *argv)
    assert status == 2
    for word in words:
        assert word in err


def test_no_rules(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "factlint.toml").write_text('corpus = "corpus"\n')
    assert main(["lint"]) == 2
    assert "E103" in capsys.readouterr().err


def test_the_rules_of_the_project_are_above_suspicion(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    for argv in ([], ["corpus/quickstart/harbour.rules", "--corpus", "corpus/quickstart"]):
        assert main(["lint", "--fail-on", "warning", *argv]) == 0
        assert capsys.readouterr().err == ""
    assert main(["fmt", "--check", "rules", "corpus/quickstart"]) == 0
