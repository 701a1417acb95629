"""Rule files on disk: each once, whatever the order of the file system, and what they import."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factlint.corpus.vocabulary import Vocabulary
from factlint.language.load import load_rules
from factlint.language.resolve import resolve

RULE = "claims must have quote\n"


def write(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / (name.replace("__", "/") + ".rules")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def loaded(root: Path, *paths: str) -> tuple[list[tuple[str, bool]], list[str]]:
    files, problems = load_rules([root / path for path in paths or ("",)], root)
    return [(file.source.name, file.given) for file in files], [problem.code for problem in problems]


def test_a_folder_gives_all_of_its_rules_sorted(tmp_path: Path) -> None:
    write(
        tmp_path, rules__b=RULE, rules__a=RULE, rules__deep__c=RULE, **{"rules__.hidden": RULE, "rules__.git__x": RULE}
    )
    (tmp_path / "rules" / "notes.txt").write_text("no rules")
    assert loaded(tmp_path, "rules") == (
        [("rules/a.rules", True), ("rules/b.rules", True), ("rules/deep/c.rules", True)],
        [],
    )


def test_each_file_once(tmp_path: Path) -> None:
    write(tmp_path, a=RULE)
    assert loaded(tmp_path, "a.rules", "", "./a.rules") == ([("a.rules", True)], [])


def test_lets_are_imported_through_files_and_rules_are_not(tmp_path: Path, vocabulary: Vocabulary) -> None:
    write(
        tmp_path,
        base="let slack = 5%\nlet spare = 6%\n",
        lib__common='import "../base.rules"\nlet cap = 60%\nrule lent: claims must have quote\n',
        main='import "lib/common.rules"\nexport share claims must agree within slack and be at most cap\n',
    )
    files, problems = load_rules([tmp_path / "main.rules"], tmp_path)
    assert problems == []
    assert [(file.source.name, file.given) for file in files] == [
        ("main.rules", True), ("lib/common.rules", False), ("base.rules", False),
    ]  # fmt: skip
    model, problems = resolve(files, vocabulary)
    assert problems == []  # an unused `let` is none where it is imported
    assert [rule.source.name for rule in model.rules] == ["main.rules"]


def test_a_file_that_is_imported_and_given_runs_once(tmp_path: Path, vocabulary: Vocabulary) -> None:
    write(
        tmp_path,
        a='import "b.rules"\nclaims must agree within slack\n',
        b="let slack = 5%\nlet spare = 6%\nrule own: claims must have quote\n",
    )
    files, problems = load_rules([tmp_path], tmp_path)
    assert problems == []
    assert [(file.source.name, file.given) for file in files] == [("a.rules", True), ("b.rules", True)]
    model, problems = resolve(files, vocabulary)
    assert problems == []
    assert len(model.rules) == 2


def test_imports_in_a_circle(tmp_path: Path) -> None:
    write(tmp_path, a='import "b.rules"\n', b='import "c.rules"\n', c='import "a.rules"\n')
    files, problems = load_rules([tmp_path / "a.rules"], tmp_path)
    assert [problem.code for problem in problems] == ["E342"]
    assert "c.rules → a.rules → b.rules → c.rules" in problems[0].message
    assert len(files) == 3


def test_a_file_that_imports_itself(tmp_path: Path) -> None:
    write(tmp_path, a='import "a.rules"\n')
    assert loaded(tmp_path)[1] == ["E342"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("nowhere.rules", "E340"),
        ("comon.rules", "E340"),
        ("../outside.rules", "E341"),
        ("/etc/passwd", "E341"),
        ("", "E340"),
        ("a\0b", "E340"),
    ],
)
def test_imports_that_lead_nowhere(path: str, code: str, tmp_path: Path) -> None:
    write(tmp_path, rules__a=f'import "{path}"\n{RULE}', rules__common="let x = 5%\n", outside="let y = 5%\n")
    files, problems = load_rules([tmp_path / "rules" / "a.rules"], tmp_path)
    assert [problem.code for problem in problems] == [code]
    assert len(files) == 1
    if path == "comon.rules":
        assert "common.rules" in (problems[0].help or "")


def test_a_link_does_not_lead_out(tmp_path: Path) -> None:
    write(tmp_path, rules__a='import "link.rules"\n', outside="let y = 5%\n")
    (tmp_path / "rules" / "link.rules").symlink_to(tmp_path / "outside.rules")
    assert loaded(tmp_path, "rules/a.rules")[1] == ["E341"]


@pytest.mark.parametrize(
    ("raw", "word"),
    [(b"claims must have quote\n\xff\n", "line 2"), (b"\x00" * 10_000_001, "10 MB")],
)
def test_files_that_are_no_text(raw: bytes, word: str, tmp_path: Path) -> None:
    (tmp_path / "a.rules").write_bytes(raw)
    _, problems = load_rules([tmp_path / "a.rules"], tmp_path)
    assert [problem.code for problem in problems] == ["E343"]
    assert word in problems[0].message


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.rules")
    assert loaded(tmp_path, "a.rules") == ([], ["E343"])


def test_paths_that_hold_no_rules(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert loaded(tmp_path, "empty", "nowhere") == ([], ["E344", "E344"])


def test_names_are_relative_to_the_root_and_positions_survive_newlines(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "a.rules").write_bytes(b"\xef\xbb\xbf# one\r\nclaims must\r\n  agre\r\n")
    _, problems = load_rules([folder], tmp_path)
    assert [problem.where for problem in problems] == [("rules/a.rules", 3, 3)]
