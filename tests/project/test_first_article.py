"""The tutorial, followed to the letter: its commands are run, and print what it shows."""

from pathlib import Path

import pytest
from tests.project.project_files import ROOT
from tests.project.shell_blocks import UnexpectedExitError, blocks, filled

ARTICLE = (ROOT / "docs" / "first-article.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reader"
    made.mkdir()
    return made


def test_the_commands_print_what_the_tutorial_shows(folder: Path) -> None:
    assert filled(ARTICLE, folder) == ARTICLE, "run `make examples` and read the difference"


def test_the_tutorial_shows_output_and_a_mistake() -> None:
    found = blocks(ARTICLE)
    assert len([block for block in found if block.output]) >= 4
    assert {block.exits for block in found} == {0, 1, 2}


def test_blocks_share_a_folder_and_a_cd_lasts(folder: Path) -> None:
    document = "```sh\nmkdir a; cd a\n```\n\n```sh\npwd\n```\n\n```text\n?\n```\n"
    assert filled(document, folder) == document.replace("?", str(folder / "a"))


def test_an_unexpected_status_is_told(folder: Path) -> None:
    with pytest.raises(UnexpectedExitError, match="exited 3, not 0"):
        filled("```sh\nexit 3\n```\n", folder)
    filled("<!-- exits 3 -->\n```sh\nexit 3\n```\n", folder)


def test_a_crash_is_never_taken_for_findings(folder: Path) -> None:
    with pytest.raises(UnexpectedExitError, match="crashed"):
        filled("<!-- exits 1 -->\n```sh\npython -c 'raise OSError'\n```\n", folder)


def test_a_block_can_be_left_out_with_a_reason(folder: Path) -> None:
    document = "<!-- not run: it downloads -->\n```sh\nexit 3\n```\n"
    assert filled(document, folder) == document
    assert blocks(document) == []


def test_standard_error_is_shown_too(folder: Path) -> None:
    document = "```sh\necho out; echo err >&2\n```\n```text\n```\n"
    assert "```text\nout\nerr\n```" in filled(document, folder)
