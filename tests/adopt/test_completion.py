"""`factlint completion`: sourced in a shell, it offers what the command line takes."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from factlint import arguments
from factlint.arguments import COMMANDS
from factlint.cli import main
from factlint.commands.completion import commands
from factlint.statuses import FAIL_ON
from tests.adopt.installed import called, run


def test_every_command_and_every_value_is_known_to_it() -> None:
    """A placeholder that stands in no table would raise; a command that is missing would complete nothing."""
    assert [command.name for command in commands()] == sorted(COMMANDS)
    assert sorted(arguments.COMMANDS) == sorted(COMMANDS)


def test_what_the_help_hides_is_not_offered() -> None:
    (check,) = (command for command in commands() if command.name == "check")
    names = {name for option in check.options for name in option.names}
    assert "--baseline" in names
    (baseline,) = (command for command in commands() if command.name == "baseline")
    assert "--fail-on" not in {name for option in baseline.options for name in option.names}


# What the line before the cursor is, and what it may become; `*` stands for files in the folder, `/` for folders.
CASES = [
    ("factlint ch", ["check"]),
    ("factlint --v", ["--version"]),
    ("factlint check --fo", ["--format"]),
    ("factlint check --e", ["--engine"]),
    ("factlint check --engine s", ["spark"]),
    ("factlint check --format ", list(arguments.FORMATS)),
    ("factlint check --format=js", ["json"]),
    ("factlint check --format json=re", ["report one.json"]),
    ("factlint check --format=json=re", ["report one.json"]),
    ("factlint check --fail-on ", list(FAIL_ON)),
    ("factlint check --corpus co", ["corpus"]),
    ("factlint check --sources ", ["corpus", "rules"]),
    ("factlint check --rule co", []),
    ("factlint check --strict ru", ["rules"]),
    ("factlint check --strict rules/", ["rules/a.rules"]),
    ("factlint schema ", list(arguments.SCHEMAS)),
    ("factlint completion z", ["zsh"]),
    ("factlint explain E13", ["E130", "E131"]),
    ("factlint init r", ["rules"]),
    ("factlint show --c", ["--corpus"]),
    ("factlint nonsense --c", []),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.rules").touch()
    (tmp_path / "report one.json").touch()
    (tmp_path / "*").touch()  # a name that a careless script would take for every file
    return tmp_path


def completed_by_bash(line: str, folder: Path) -> list[str]:
    """What readline would offer: words as bash splits them, at `=` too."""
    words = [part for word in shlex.split(f"{line}|") for part in _split(word)]
    words[-1] = words[-1].removesuffix("|")
    script = (
        "source <(factlint completion bash)\n"
        f"COMP_WORDS=({' '.join(map(shlex.quote, words))}); COMP_CWORD={len(words) - 1}\n"
        "_factlint\n"
        "((${#COMPREPLY[@]})) && printf '%s\\n' \"${COMPREPLY[@]}\"\n"
        "true\n"
    )
    done = run(folder, "bash", "--norc", "-c", script)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout.splitlines()


def _split(word: str) -> list[str]:
    parts = word.replace("=", "\0=\0").split("\0")
    return [part for part in parts if part]


@pytest.mark.parametrize(("line", "offered"), CASES, ids=[row[0] for row in CASES])
def test_bash(line: str, offered: list[str], folder: Path) -> None:
    assert sorted(completed_by_bash(line, folder)) == sorted(offered)


def test_bash_completes_the_command_by_that_function(folder: Path) -> None:
    done = run(folder, "bash", "--norc", "-c", "source <(factlint completion bash); complete -p factlint")
    assert done.stdout == "complete -F _factlint factlint\n"


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_can_read_theirs(shell: str, folder: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = called(folder, "completion", shell).stdout
    (folder / "script").write_text(script)
    done = run(folder, shell, "-n", "script")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", arguments.SHELLS)
def test_each_script_names_every_command_and_option(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["completion", shell])
    script = capsys.readouterr().out
    for command in commands():
        assert command.name in script
        for option in command.options:
            for name in option.names:
                assert (f"-l {name[2:]} " if shell == "fish" and name.startswith("--") else name.lstrip("-")) in script


def test_quotes_in_help_texts_stay_texts(capsys: pytest.CaptureFixture[str]) -> None:
    """The help of `baseline` has an apostrophe: closed early, it would run what follows."""
    main(["completion", "fish"])
    assert "today\\'s findings" in capsys.readouterr().out
    main(["completion", "zsh"])
    assert "today'\"'\"'s findings" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["completion", "powershell"], "write one of bash, zsh, fish"),
        (["completion", "zhs"], "did you mean `factlint completion zsh`?"),
        (["completion"], "write one of bash, zsh, fish after it"),
    ],
)
def test_another_shell_is_a_mistake_in_the_call(
    argv: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    assert words in capsys.readouterr().err
