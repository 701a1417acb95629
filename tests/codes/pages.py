"""A page of a code, as its reader sees it: files, a command, what it says; then the files that mend it.

    python -m tests.codes.pages              writes today's output into every page
    python -m tests.codes.pages E310 …       into these
    python -m tests.codes.pages --new E999   starts a page that says where its words belong

A fenced block under a line such as `` `rules/port.rules`: `` is that file; the block under `` `factlint check` says: ``
is what the command prints of mistakes. The files stand in the little project that `docs/codes/README.md` shows, and
replace those of the same name there; a page with a vocabulary of its own stands without the claims and rules of that
project, whose words it may not know. A block marked `sh` is run as in other documents (see `shell_blocks`).
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from factlint.cli import main as factlint
from factlint.codes import CODES
from tests.project.project_files import ROOT
from tests.project.shell_blocks import filled as filled_shell

FOLDER = ROOT / "docs" / "codes"
README = FOLDER / "README.md"

MENDING = "## How to mend it"
FILE = re.compile(r"^`(?P<path>[\w./-]+)`:\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
SAYS = re.compile(r"^`factlint (?P<command>check|lint)` says:\n\n```text\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)

VOCABULARY = "corpus/vocabulary.yaml"
BARE = {
    "corpus/gazette.yaml": "document: {id: gazette, outlet: Harbour Gazette}\n",
    "rules/port.rules": "rule quoted: claims must have quote\n",
}
"""What stands beside a page's own vocabulary."""

SKELETON = """# {code}: {title}

What was read, and why it cannot be taken as it is: two or three sentences for someone who edits articles.

`rules/port.rules`:

```rules
claims must agree
```

`factlint check` says:

```text
```

{mending}

What to write instead, and how to choose where there is a choice.

`rules/port.rules`:

```rules
claims must agree
```
"""


@dataclass(frozen=True, slots=True)
class Example:
    """The files of one half of a page, and the command that is run on them."""

    files: Mapping[str, str]
    command: str
    shell: str


def files_in(text: str) -> dict[str, str]:
    return {match["path"]: match["text"] for match in FILE.finditer(text)}


def halves(page: str) -> tuple[str, str]:
    """The mistake, and how it is mended."""
    mistake, _, mended = page.partition(f"\n{MENDING}\n")
    return mistake, mended


def write_project(folder: Path, files: Mapping[str, str]) -> None:
    stage = files_in(README.read_text(encoding="utf-8"))
    if VOCABULARY in files:
        stage = {"factlint.toml": stage["factlint.toml"], **BARE}
    for name, text in {**stage, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def said(files: Mapping[str, str], command: str) -> str:
    """What a command tells of mistakes, on the project with these files in it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "project"
        write_project(folder, files)
        problems = io.StringIO()
        with working_in(folder), contextlib.redirect_stderr(problems), contextlib.redirect_stdout(io.StringIO()):
            factlint([command])
        return problems.getvalue()


@contextlib.contextmanager
def working_in(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def codes_in(output: str) -> set[str]:
    return set(re.findall(r"^(?:error|warning)\[(\w+)\]", output, re.MULTILINE))


def filled(page: str) -> str:
    """The page with what its example prints today.

    Raises:
        UnexpectedExitError: a block of shell commands did not end as the page tells.
    """
    mistake, mended = halves(page)
    files = files_in(mistake)

    def fill(match: re.Match[str]) -> str:
        start, end = (place - match.start() for place in match.span("text"))
        return match[0][:start] + said(files, match["command"]) + match[0][end:]

    whole = SAYS.sub(fill, mistake) + (f"\n{MENDING}\n{mended}" if mended else "")
    if "```sh\n" not in whole:
        return whole
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "project"
        write_project(folder, files)
        return filled_shell(whole, folder)


def main(arguments: list[str]) -> None:
    new = arguments[:1] == ["--new"]
    for code in arguments[new:] or CODES:
        path = FOLDER / f"{code}.md"
        if new and not path.exists():
            path.write_text(SKELETON.format(code=code, title=CODES[code], mending=MENDING), encoding="utf-8")
        before = path.read_text(encoding="utf-8")
        after = filled(before)
        if after != before:
            path.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
