"""No module asks the machine for anything past `files`: what it asked there would be missing from the trace of a run."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import factlint

PACKAGE = Path(factlint.__file__).parent

FREE = {
    "files.py": "the door",
    "streams.py": "what is printed, which no run hangs on",
    "cache": "keeps what was told at the door",
    "cli.py": "FACTLINT_TRACEBACK, for those who look for a bug",
    "grammars.py": "files of the package, which are part of a run's identity",
    "codes.py": "files of the package",
    "schemas/__init__.py": "files of the package",
    "reporters/html/page.py": "files of the package",
    "commands/steps.py": "files of the package",
    "progress.py": "shows how far a run has come, which is no part of what it says",
    "table/spark.py": "starts Spark, which gives what any engine gives",
    "table/temporary.py": "a temporary file that it has written itself",
    "commands/init.py": "makes files, and is never replayed",
    "commands/fmt.py": "writes files, and is never replayed",
    "gherkin": "runs under pytest",
}

METHODS = {
    "exists", "expanduser", "getcwd", "glob", "home", "is_block_device", "is_char_device", "is_dir", "is_fifo",
    "is_file", "is_mount", "is_socket", "is_symlink", "isatty", "iterdir", "lexists", "listdir", "lstat", "mkdir",
    "open", "read_bytes", "read_text", "readlink", "realpath", "rglob", "rmdir", "samefile", "scandir", "stat",
    "touch", "unlink", "utcnow", "walk", "write_bytes", "write_text",
}  # fmt: skip
"""Of paths, of `os`, and of what else knows the machine."""

OF_OTHERS = {
    ("now", "datetime"),
    ("today", "date"),
    ("cwd", "Path"),
    ("environ", "os"),
    ("getenv", "os"),
    ("open", "io"),
}
MODULES = {
    "fileinput",
    "getpass",
    "glob",
    "locale",
    "platform",
    "shutil",
    "socket",
    "tempfile",
    "time",
    "urllib.request",
}


def modules() -> list[str]:
    found = [path.relative_to(PACKAGE).as_posix() for path in sorted(PACKAGE.rglob("*.py"))]
    return [name for name in found if name not in FREE and name.split("/")[0] not in FREE]


def past_the_door(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name("files"))):
                continue
            case ast.Call(func=ast.Name("open")):
                found.append(f"line {node.lineno}: open")
            case ast.Call(func=ast.Attribute(attr=name)) if name in METHODS:
                found.append(f"line {node.lineno}: {name}")
            case ast.Attribute(attr=name, value=ast.Name(of) | ast.Attribute(attr=of)) if (name, of) in OF_OTHERS:
                found.append(f"line {node.lineno}: {of}.{name}")
            case ast.Import(names=names):
                found += [f"line {node.lineno}: {it.name}" for it in names if it.name in MODULES]
            case ast.ImportFrom(module=module) if module in MODULES:
                found.append(f"line {node.lineno}: {module}")
    return found


@pytest.mark.parametrize("module", modules())
def test_everything_is_asked_at_the_door(module: str) -> None:
    assert past_the_door(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "code",
    [
        "open('x')",
        "path.read_text()",
        "Path(x).is_file()",
        "os.path.realpath(x)",
        "os.environ['HOME']",
        "datetime.now()",
        "dt.date.today()",
        "sys.stdout.isatty()",
        "Path.cwd()",
        "import time",
        "from tempfile import mkstemp",
    ],
)
def test_what_goes_past_it_is_seen(code: str) -> None:
    assert past_the_door(ast.parse(code))


def test_the_exceptions_are_there() -> None:
    assert [name for name in FREE if not (PACKAGE / name).exists()] == []
