"""The commands of a document, run as a reader would type them, and what they print.

A fenced block marked `sh` is run; a block marked `text` that follows it is what it prints (standard output and error).
On the line above the block, `<!-- exits 1 -->` tells its exit status where that is not 0, and `<!-- not run: REASON -->`
leaves it out. All blocks of a document run in one folder, one after the other, and a `cd` lasts.

    python -m tests.project.shell_blocks DOCUMENT…     writes today's output into the documents

Those of the README are run in a copy of the project, those of any other document in an empty folder.
"""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.project.project_files import copy_project

BLOCK = re.compile(
    r"(?:^<!-- (?P<remark>[^\n]*) -->\n)?"
    r"^```sh\n(?P<commands>.*?)^```\n"
    r"(?P<between>\n*)"
    r"(?:^```text\n(?P<output>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)

BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Block:
    """Commands that stand together in a document; `output` is None where the document shows none."""

    commands: str
    exits: int
    output: str | None


class UnexpectedExitError(Exception):
    """A block of a document ended with another status than the document says."""


def blocks(document: str) -> list[Block]:
    """The blocks that are run, in order."""
    return [_block(match) for match in BLOCK.finditer(document) if not _left_out(match)]


def filled(document: str, folder: Path) -> str:
    """The document with each shown output replaced by what its commands print, when run in `folder`.

    Raises:
        UnexpectedExitError: a block did not end with the status that the document tells.
    """
    state = _State(folder)

    def fill(match: re.Match[str]) -> str:
        if _left_out(match):
            return match[0]
        block = _block(match)
        printed = state.run(block)
        if block.output is None:
            return match[0]
        start, end = (place - match.start() for place in match.span("output"))
        return match[0][:start] + printed + match[0][end:]

    return BLOCK.sub(fill, document)


def _left_out(match: re.Match[str]) -> bool:
    return (match["remark"] or "").startswith("not run: ")


def _block(match: re.Match[str]) -> Block:
    remark = match["remark"] or ""
    status = re.fullmatch(r"exits (\d+)", remark)
    if remark and not status:
        message = f"neither `exits N` nor `not run: REASON`: {remark}"
        raise ValueError(message)
    return Block(match["commands"], int(status[1]) if status else 0, match["output"])


class _State:
    """Where the reader's shell stands between two blocks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = Path(tempfile.mkdtemp(prefix="home-", dir=folder.parent))

    def run(self, block: Block) -> str:
        where = self.home / "where"
        environment = {
            "PATH": f"{BIN}:{os.environ.get('PATH', os.defpath)}",
            "HOME": str(self.home),
            "WHERE": str(where),
            "LC_ALL": "C.UTF-8",
        }
        done = subprocess.run(
            ["bash", "-e", "-c", f"trap 'pwd > \"$WHERE\"' EXIT\n{block.commands}"],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        self.folder = Path(where.read_text(encoding="utf-8").rstrip("\n"))
        if done.returncode != block.exits:
            message = f"exited {done.returncode}, not {block.exits}:\n{block.commands}\n{done.stdout}"
            raise UnexpectedExitError(message)
        if "Traceback (most recent call last)" in done.stdout:  # a crash exits 1, as findings do
            raise UnexpectedExitError(f"crashed:\n{block.commands}\n{done.stdout}")
        return done.stdout


def main(documents: list[str]) -> None:
    for name in documents:
        path = Path(name)
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / "reader"
            folder.mkdir()
            if path.name == "README.md":
                copy_project(folder)
            text = filled(path.read_text(encoding="utf-8"), folder)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
