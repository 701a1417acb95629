"""Each page is run: its example says exactly its code, what it shows is what is printed, and what it mends is mended.

`python -m tests.codes.pages` writes today's output into the pages, to be reviewed as a diff.
"""

from __future__ import annotations

import re

import pytest

from factlint.codes import CODES, page
from factlint.telling.page import plain
from tests.codes.pages import FILE, MENDING, README, SAYS, codes_in, files_in, filled, halves, said
from tests.project.shell_blocks import blocks

WITHOUT_EXAMPLE = {"E102", "E113", "E274", "E901"}
"""What leads to a bug is mended as soon as it is known; what is not installed, and what stops Spark, depends on the machine,
and what another program writes meanwhile on the moment.
"""

each_code = pytest.mark.parametrize("code", CODES)


@each_code
def test_a_page_shows_what_is_printed(code: str) -> None:
    assert filled(page(code)) == page(code)


@each_code
def test_the_example_says_exactly_its_code(code: str) -> None:
    mistake, _ = halves(page(code))
    shown = [match["text"] for match in SAYS.finditer(mistake)]
    shown += [block.output for block in blocks(mistake) if block.output is not None]
    assert bool(shown) is (code not in WITHOUT_EXAMPLE)
    for output in shown:
        assert codes_in(output) == {code}


@each_code
def test_what_is_mended_says_nothing(code: str) -> None:
    _, mended = halves(page(code))
    assert mended
    files = files_in(mended)
    command = next((match["command"] for match in SAYS.finditer(page(code))), "check")
    if files and not blocks(mended):
        assert said(files, command) == ""
    elif code not in WITHOUT_EXAMPLE:
        assert all(block.exits == 0 and block.output is None for block in blocks(mended)), "run by the first test"
        assert blocks(mended)


@each_code
def test_a_page_has_its_parts(code: str) -> None:
    text = page(code)
    assert text.startswith(f"# {code}: {CODES[code]}\n\n")
    assert text.count(f"\n{MENDING}\n") == 1
    assert text.endswith("\n") and not text.endswith("\n\n")
    prose = SAYS.sub("", FILE.sub("", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)))
    before, after = (part.strip() for part in prose.split(MENDING))
    assert len(before.split()) > 20, "what it means"
    assert len(after.split()) >= 3, "how to mend it"
    assert all(len(line) <= 120 for line in prose.splitlines())


@each_code
def test_a_page_is_plain_text_of_80_columns(code: str) -> None:
    shown = plain(page(code))
    assert shown.startswith(f"{code}: ")
    assert [line for line in shown.splitlines() if len(line) > 80 and " " in line.strip()] == []
    assert "```" not in shown
    assert "<!--" not in shown
    assert not re.search(r"^#+ ", shown, re.MULTILINE)


def test_the_project_of_the_examples_holds_no_mistake() -> None:
    assert files_in(README.read_text(encoding="utf-8")).keys() == {
        "factlint.toml", "corpus/vocabulary.yaml", "corpus/gazette.yaml", "corpus/lantern.yaml", "rules/port.rules",
    }  # fmt: skip
    assert said({}, "check") == ""
