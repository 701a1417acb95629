"""docs/cache.md says what the code does."""

from factlint import files
from factlint.cache import folder, runs
from tests.project.project_files import ROOT

TEXT = " ".join((ROOT / "docs" / "cache.md").read_text(encoding="utf-8").split())


def test_the_limits_are_those_of_the_code() -> None:
    assert f"at most {folder.LIMIT // 1_000_000} MB and {folder.MOST:,} entries" in TEXT
    assert f"more than {files.MOST_HASHED // 1_000_000_000} GB" in TEXT


def test_the_commands_are_those_that_use_it() -> None:
    *most, last = (f"`{name}`" for name in ("check", "verify", "lint", "show", "explain"))
    assert f"{', '.join(most)} and {last} use it" in TEXT
    assert set(runs.COMMANDS) == {"check", "verify", "lint", "show", "explain"}
