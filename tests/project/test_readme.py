"""The commands of the README, run in a copy of the project as a fresh clone has it."""

from pathlib import Path

from tests.project.project_files import ROOT, copy_project
from tests.project.shell_blocks import blocks, filled

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_commands_print_what_the_readme_shows(tmp_path: Path) -> None:
    assert filled(README, copy_project(tmp_path / "clone")) == README


def test_the_readme_shows_the_tool_at_work() -> None:
    assert [block for block in blocks(README) if "factlint check" in block.commands]


def test_the_excerpt_of_the_main_job_is_what_it_prints(tmp_path: Path) -> None:
    """`make check` is too long to show whole; what is shown of it stands in what it prints, in that order."""
    excerpt = README.split("<!-- excerpt: factlint check -->\n```text\n")[1].split("…\n```")[0]
    clone = copy_project(tmp_path / "clone")
    printed = filled("```sh\nfactlint check\n```\n```text\n```\n", clone)
    assert excerpt in printed
