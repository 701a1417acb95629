"""All programs find the same in the same claims: what a corpus was made to violate."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.answers import Answer, Answers, read_answers
from benchmarks.checked import factlint_is_wrong, rival_is_wrong
from benchmarks.generate import generate
from benchmarks.programs import PROGRAMS, Program, Tools, installed
from benchmarks.shape import Shape, Style

LIBRARIES = {
    "duckdb_jsonl": "duckdb",
    "duckdb_parquet": "duckdb",
    "great_expectations": "great_expectations",
    "pandera_checks": "pandera",
    "shacl": "pyshacl",
    "soda": "soda",
    "vtl": "vtlengine",
}
"""What a rival needs beyond what the tests install; benchmarks/requirements.txt has it."""

SHAPES = {
    "pairs": (60, 2, 200),
    "groups of ten": (240, 10, 300),
    "half in conflict": (120, 3, 500),
    "no conflict": (60, 2, 0),
}


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, Style], Path]:
    """Each shape in both styles, in every form."""
    made: dict[tuple[str, Style], Path] = {}
    for name, (claims, group, conflict) in SHAPES.items():
        for style in ("raw", "words"):
            folder = tmp_path_factory.mktemp("corpus")
            generate(Shape(claims, group, conflict, style), folder, ("jsonl", "csv", "yaml"))
            made[name, style] = folder
    return made


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    return Tools(installed(), Path(sys.executable), Path(sys.executable), tmp_path / "cache")


def printed(program: Program, tools: Tools, folder: Path, rules: str) -> bytes:
    if program.reads == "claims.parquet" and not (folder / program.reads).exists():
        compiled = [str(tools.factlint), "compile", "claims.jsonl", "-o", program.reads]
        subprocess.run(compiled, cwd=folder, env=tools.env, check=True, capture_output=True)
    done = subprocess.run(
        program.call(tools, folder, rules, every=True), cwd=folder, env=tools.env, check=False, capture_output=True
    )
    assert done.returncode in program.good, done.stderr.decode()
    return done.stdout


SAME = [(name, "pairs") for name, it in PROGRAMS.items() if it.module not in LIBRARIES] + [
    (f"{program}, {reads}", shape)
    for program in ("factlint", "Polars")
    for reads in ("JSONL", "JSONL in words")
    for shape in SHAPES
    if shape != "pairs"
]


@pytest.mark.parametrize(("name", "shape"), SAME)
def test_a_program_finds_what_the_corpus_was_made_to_violate(
    corpora: dict[tuple[str, Style], Path], tools: Tools, name: str, shape: str
) -> None:
    program = PROGRAMS[name]
    folder = corpora[shape, program.style]
    wanted = read_answers(folder / "expected-four.json")
    assert program.wrong(printed(program, tools, folder, "four"), wanted) is None


@pytest.mark.parametrize("name", [name for name, it in PROGRAMS.items() if it.module in LIBRARIES])
def test_a_rival_with_a_library_of_its_own_finds_the_same(
    corpora: dict[tuple[str, Style], Path], tools: Tools, name: str
) -> None:
    program = PROGRAMS[name]
    assert program.module is not None
    try:
        importlib.import_module(LIBRARIES[program.module])
    except ImportError:
        pytest.skip(f"{LIBRARIES[program.module]} is not installed (benchmarks/requirements.txt)")
    folder = corpora["pairs", program.style]
    wanted = read_answers(folder / "expected-four.json")
    assert program.wrong(printed(program, tools, folder, "four"), wanted) is None


@pytest.mark.parametrize("rules", ["rules-1", "rules-100", "everywhere-100"])
@pytest.mark.parametrize(
    "name", ["factlint, JSONL", "factlint, JSONL in words", "Polars, JSONL", "Polars, JSONL in words"]
)
def test_many_rules_are_counted_each(
    corpora: dict[tuple[str, Style], Path], tools: Tools, name: str, rules: str
) -> None:
    program = PROGRAMS[name]
    folder = corpora["pairs", program.style]
    wanted = read_answers(folder / f"expected-{rules}.json")
    assert program.wrong(printed(program, tools, folder, rules), wanted) is None


def test_a_wrong_report_is_noticed(corpora: dict[tuple[str, Style], Path], tools: Tools) -> None:
    folder = corpora["pairs", "raw"]
    out = printed(PROGRAMS["factlint, JSONL"], tools, folder, "four")
    wanted = read_answers(folder / "expected-four.json")
    fewer = {**wanted, "agree": Answer(wanted["agree"].violated - 1, wanted["agree"].first)}
    others = {**wanted, "agree": Answer(wanted["agree"].violated, ("elsewhere",))}
    moved = {
        **wanted,
        "agree": Answer(wanted["agree"].violated - 1, wanted["agree"].first),
        "bounds": Answer(wanted["bounds"].violated + 1, wanted["bounds"].first),
    }
    assert factlint_is_wrong(out, fewer) == "15 findings, expected 14"
    assert "agree: the groups named are" in str(factlint_is_wrong(out, others))
    assert "violations, expected" in str(factlint_is_wrong(out, moved))


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"agree": Answer(2, ("a", "b"))}, "agree: 1 violations, expected 2"),
        ({"agree": Answer(1, ("b",))}, "agree: the groups named are a; expected b"),
        ({"other": Answer(1, ("a",))}, "answers to agree; expected other"),
    ],
)
def test_wrong_answers_of_a_rival_are_noticed(answers: Answers, message: str) -> None:
    assert rival_is_wrong(b'{"agree": {"violated": 1, "first": ["a"]}}', answers) == message
