"""The table of codes is complete: what the engine says stands in it, and nothing else does."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter

from factlint import codes
from factlint.corpus.messages import CODES as OF_CLAIMS
from factlint.language.messages import CODES as OF_RULES
from factlint.table.messages import CODES as OF_TABLES
from tests.project.project_files import ROOT

ENGINE = ROOT / "engine" / "factlint"
TABLES = (codes.OF_THE_CALL, OF_CLAIMS, OF_RULES, codes.OF_EVALUATING, codes.OF_BUGS)
TITLES = {"codes.py", "corpus/messages.py", "language/messages.py"}
"""Where the tables stand: a code in its own table does not count as used."""


def said() -> set[str]:
    """Every code that a message of the engine carries; one of `f"{stage}01"` stands for a claim file and a vocabulary."""
    found: set[str] = set()
    for path in ENGINE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.relative_to(ENGINE).as_posix() in TITLES:
            text = re.sub(r'^ {4}"[EW]\d{3}": .*$', "", text, flags=re.MULTILINE)
        found |= set(re.findall(r'"([EW]\d{3})"', text))
        found |= {letter + number for number in re.findall(r'f"\{stage\}(\d{2})"', text) for letter in ("E2", "E4")}
    return found


def test_every_code_that_is_said_has_a_title_and_every_title_is_of_a_code_that_is_said() -> None:
    assert said() == set(codes.CODES)


def test_no_code_stands_in_two_tables() -> None:
    assert [code for code, times in Counter(code for table in TABLES for code in table).items() if times > 1] == []


def test_a_code_says_how_much_it_matters_and_where_to_look() -> None:
    areas = {
        "1": codes.OF_THE_CALL,
        "2": OF_CLAIMS | OF_TABLES,
        "3": OF_RULES | codes.OF_EVALUATING,
        "4": OF_CLAIMS,
        "9": codes.OF_BUGS,
    }
    assert set(areas) == set(codes.AREAS)
    for code in codes.CODES:
        assert re.fullmatch(r"[EW][1-49]\d\d", code)
        assert code in areas[code[1]], code


def test_titles_are_clauses() -> None:
    for code, title in codes.CODES.items():
        assert not title.endswith("."), code
        assert title[0] == "`" or title[0].islower(), code
        assert len(title) < 70, code


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    pages = {path.stem for path in (ROOT / "docs" / "codes").glob("*.md")} - {"README"}
    assert pages == set(codes.CODES)


def test_the_pages_are_shipped_where_they_are_looked_for() -> None:
    configured = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = configured["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert shipped["docs/codes"] == "factlint/docs/codes"


def test_explaining_a_code_imports_no_heavy_library() -> None:
    heavy = "lark pint pydantic rapidfuzz re2"
    program = (
        "import sys; from factlint.cli import main; main(['explain', 'E310']); "
        f"sys.exit([name for name in '{heavy}'.split() if name in sys.modules] or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("E310: ")
