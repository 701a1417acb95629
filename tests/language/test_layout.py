"""`factlint fmt`: one way to lay out a rule file, and nothing of what it says is lost."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from factlint.diagnostics import width
from factlint.language.layout import lay_out
from factlint.language.lines import chunks
from factlint.language.parse import parse_rules
from factlint.source import Source
from tests.language.rule_texts import GAPS, files, productions, through
from tests.language.test_rule_syntax import WORDS

ROOT = Path(__file__).parents[2]
CURATED = sorted([*ROOT.glob("rules/*.rules"), *ROOT.glob("corpus/*/*.rules"), *Path(__file__).parent.glob("*.rules")])


def laid_out(text: str) -> str:
    found, problems = lay_out(Source("a.rules", text))
    assert problems == []
    assert found is not None
    return found


def normal(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def remarks(text: str) -> list[tuple[str, int, bool]]:
    """Each comment, how many characters of code stand before it, and whether it has a line of its own."""
    _, comments = chunks(text)
    found = []
    seen, end = 0, 0
    for comment in comments:
        seen += len("".join(text[end : comment.start].split()))
        line = text[text.rfind("\n", 0, comment.start) + 1 : comment.start]
        found.append((text[comment.start : comment.end].rstrip(), seen, not line.strip()))
        end = comment.end
    return found


def outside_strings(text: str) -> str:
    return re.sub(r'"(?:\\.|[^"\\])*"', lambda match: '""' + "x" * (len(match[0]) - 2), text, flags=re.DOTALL)


def assert_laid_out(text: str) -> None:
    text = normal(text)
    before, problems = parse_rules(Source("a.rules", text))
    assert problems == []
    found = laid_out(text)
    after, problems = parse_rules(Source("a.rules", found))
    assert problems == []
    assert after.statements == before.statements, "it means what it meant"
    assert remarks(found) == remarks(text), "comments survive, in their places"
    assert laid_out(found) == found, "laid out, it stays as it is"
    assert not found or (found.endswith("\n") and not found.endswith("\n\n"))
    assert "\n\n\n" not in outside_strings(found)
    for line in outside_strings(blank_comments(found)).split("\n"):
        assert re.match(r"(    )?\S|\Z", line), "at the margin, or four in"
        assert line == line.rstrip()


def blank_comments(text: str) -> str:
    for comment in reversed(chunks(text)[1]):
        text = text[: comment.start] + "#" + text[comment.end :]
    return text


@pytest.mark.parametrize("path", CURATED, ids=lambda path: path.name)
def test_files_of_the_project(path: Path) -> None:
    assert_laid_out(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("rule", productions(), ids=str)
def test_every_production_of_the_grammar(rule: object) -> None:
    words = through(rule)  # type: ignore[arg-type]
    for gap in (" ", "\n    ", "\n  # why\n  "):
        assert_laid_out(gap.join(word for _, word in words) + "\n")


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(files())
def test_generated_files(text: str) -> None:
    """The few whose words run into their neighbours are left out; hypothesis objects if they were many."""
    assume(not parse_rules(Source("a.rules", normal(text)))[1])
    assert_laid_out(text)


@given(st.lists(st.one_of(WORDS, st.text(max_size=2)), max_size=25).map("".join))
def test_any_text_is_laid_out_or_told(text: str) -> None:
    found, problems = lay_out(Source("a.rules", text))
    assert (found is None) == bool(problems)
    if found is not None:
        assert laid_out(found) == found
        read = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        before, after = (parse_rules(Source("a.rules", it))[0] for it in (read, found))
        assert after.statements == before.statements


@pytest.mark.parametrize("gap", [gap for gap in GAPS if "#" not in gap])
def test_how_a_statement_was_spread_does_not_matter(gap: str) -> None:
    words = 'rule a "A":|latest share,|index claims|about A, "b c"|must|agree|within|10%|and|have|quote|severity|info'
    assert laid_out(words.replace("|", gap)) == laid_out(words.replace("|", " "))


LAYOUTS = {
    "a named rule: the sentence and each clause on a line of its own": (
        'rule  a "Title" : claims must  agree severity info because "why" tags x,y using crude oil',
        'rule a "Title":\n    claims must agree\n    severity info\n    because "why"\n    tags x, y\n    using crude oil\n',
    ),
    "a bare sentence stands at the margin": (
        "share claims\n  must agree\n  severity info",
        "share claims must agree\n    severity info\n",
    ),
    "`let`s are kept in order, blank lines between them as they are": (
        "let b=10%\n\n\n\nlet a  =  5\nlet c = A,B , the parts  of C\n",
        "let b = 10%\n\nlet a = 5\nlet c = A, B, the parts of C\n",
    ),
    "an `accept` gives its reason on a second line": (
        'accept a for b , c until 2026 because "why"',
        'accept a for b, c\n    until 2026 because "why"\n',
    ),
    "statements of several lines stand between blank lines": (
        "claims must agree\nrule a: claims must agree\nrule b: claims must agree\nclaims must have quote",
        "claims must agree\n\nrule a:\n    claims must agree\n\nrule b:\n    claims must agree\n\nclaims must have quote\n",
    ),
    "comments above a statement stay with it": (
        "rule a: claims must agree\n# of b\nrule b: claims must agree\n",
        "rule a:\n    claims must agree\n\n# of b\nrule b:\n    claims must agree\n",
    ),
    "an indented comment below a statement stays with that": (
        "rule a: claims must agree\n  # severity info\nrule b: claims must agree\n",
        "rule a:\n    claims must agree\n    # severity info\n\nrule b:\n    claims must agree\n",
    ),
    "a blank line that its author left is enough": (
        "rule a: claims must agree\n# of a\n\nrule b: claims must agree\n",
        "rule a:\n    claims must agree\n# of a\n\nrule b:\n    claims must agree\n",
    ),
    "a comment at the end of a line ends a line": (
        "rule a: # first\n  claims # second\n  must agree # third\n # fourth\n",
        "rule a:  # first\n    claims  # second\n    must agree  # third\n    # fourth\n",
    ),
    "a comment between the words of a name": (
        "oil # crude\n exports claims must agree\n",
        "oil  # crude\n    exports claims must agree\n",
    ),
    "a comment of its own line inside a statement": (
        "claims\n# about all\nmust agree\n".replace("\nmust", "\n  must"),
        "claims\n    # about all\n    must agree\n",
    ),
    "ends of lines, a mark at the start, blank lines at both ends": (
        "\ufeff\r\n\r\nclaims must agree\r\n  severity info\r\n\r\n\r\n",
        "claims must agree\n    severity info\n",
    ),
    "texts are kept to the letter": (
        'claims about "a  b" must agree because "No\n      # doubt\\"  ."',
        'claims about "a  b" must agree\n    because "No\n      # doubt\\"  ."\n',
    ),
    "a quantity keeps its space": (
        "claims must be between 5% and 10   % and agree within 5 percentage\n  points",
        "claims must be between 5% and 10 % and agree within 5 percentage points\n",
    ),
    "signs: spaces around arithmetic and none inside brackets": (
        "( a +   b )  / 2 must be at most the number of ( claims about X ,Y )",
        "(a + b) / 2 must be at most the number of (claims about X, Y)\n",
    ),
    "conditions": (
        "claims where value>=40% and not( quote is absent or outlet is one of A,B )or quote matches /a  #\\/b/ must agree",
        "claims\n    where value >= 40% and not (quote is absent or outlet is one of A, B) or quote matches /a  #\\/b/\n    must agree\n",
    ),
    "too long for a line: first before `must`": (
        "rule a: imposition date of sanctions + arrival delay of visit must be before meeting date of visit including expected",
        "rule a:\n    imposition date of sanctions + arrival delay of visit\n    must be before meeting date of visit including expected\n",
    ),
    "then each assertion": (
        "claims must agree within 10 percentage points and be corroborated by at least 2 independent sources within 10% and not contradict",
        "claims\n    must agree within 10 percentage points\n    and be corroborated by at least 2 independent sources within 10%\n    and not contradict\n",
    ),
    "then each filter": (
        'share claims about "Rosneft and Lukoil" from Reuters, Axios in 2025 where quote is not absent including expected per outlet must agree',
        'share claims\n    about "Rosneft and Lukoil"\n    from Reuters, Axios\n    in 2025\n    where quote is not absent\n    including expected\n    per outlet\n    must agree\n',
    ),
    "then `and`, `or` and arithmetic": (
        'claims where (outlet is "bne IntelliNews" and speaker is not absent or quote contains "two thirds") and not value is 66% must agree',
        'claims\n    where (outlet is "bne IntelliNews" and speaker is not absent or quote contains "two thirds")\n    and not value is 66%\n    must agree\n',
    ),
    "lists are filled": (
        "let cities = " + ", ".join(f"City number {number}" for number in range(9)),
        "let cities = City number 0, City number 1, City number 2, City number 3, City number 4,\n    City number 5, City number 6, City number 7, City number 8\n",
    ),
    "what cannot be broken is longer": (
        f'claims must agree because "{"x" * 100}"',
        f'claims must agree\n    because "{"x" * 100}"\n',
    ),
    "nothing": ("\n  \n", ""),
    "comments alone": ("# a\n\n\n  # b\n", "# a\n\n# b\n"),
}


@pytest.mark.parametrize(("written", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(written: str, expected: str) -> None:
    assert laid_out(written) == expected
    assert laid_out(expected) == expected


@pytest.mark.parametrize("length", range(80, 120))
def test_lines_are_filled_to_the_last_of_a_hundred_columns(length: int) -> None:
    sentence = f"{'x' * (length - 18)} claims must agree"
    for text, indent in ((sentence, 0), (f"rule a: {sentence}", 4)):
        lines = laid_out(text).splitlines()
        assert (max(map(width, lines)) == length + indent) == (length + indent <= 100)


def test_lines_that_could_be_broken_are_not_longer_than_a_hundred_columns() -> None:
    filters = [f'about "Subject {number}"' for number in range(1)] + [
        "from " + ", ".join(f"Outlet {n}" for n in range(30))
    ]
    tests = " and ".join(f"value is not {number}%" for number in range(30))
    limit = " + ".join(f"export share of Company {number}" for number in range(30))
    for order in itertools.permutations([*filters, f"where {tests}"]):
        found = laid_out(f"rule a: share claims {' '.join(order)} must be at most {limit} and agree")
        assert max(map(width, found.splitlines())) <= 100


def test_a_deep_statement_is_laid_out() -> None:
    for text in (
        "(" * 190 + "a" + ")" * 190 + " must be at most 5",
        "a" + " + a" * 190 + " must be at most 5",
        "claims where " + "not (" * 95 + "quote is absent" + ")" * 95 + " must agree",
        "claims where " + "(value is 1 or " * 190 + "value is 2" + ")" * 190 + " must agree",
        "(a + " * 95 + "a" + ")" * 95 + " must be at most 5",
    ):
        assert_laid_out(text)


@pytest.mark.parametrize(
    "text", ["claims must", "  claims must agree", "shares claims agree\nclaims must agree", "language x"]
)
def test_a_file_with_a_mistake_is_not_laid_out(text: str) -> None:
    found, problems = lay_out(Source("a.rules", text))
    assert found is None
    assert problems
