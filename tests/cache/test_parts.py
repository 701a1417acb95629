"""Where one thing changed, the rest is not computed again; and nothing that is printed tells the difference."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint import files
from factlint.cache import folder as cache
from factlint.cache import parts
from factlint.cache.parts import Memory, keeping, remembered
from tests.cache.world import RULES, SHARES, TEXT, VOCABULARY, Project, claims, make_project

IDENTITY = b"code"


@pytest.fixture
def place(tmp_path: Path) -> str:
    folder = tmp_path / "entries"
    folder.mkdir(mode=0o700)
    return str(folder)


class Counted:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.times = 0

    def __call__(self) -> str:
        self.times += 1
        return files.read(self.path).decode().upper()


def test_a_part_is_computed_once_as_long_as_it_is_told_the_same(place: str, tmp_path: Path) -> None:
    compute = Counted(tmp_path / "text")
    for text, times in (("a", 1), ("a", 1), ("b", 2), ("b", 2)):
        compute.path.write_text(text)
        with keeping(place, IDENTITY):
            assert remembered("part", (1,), compute) == text.upper()
        assert compute.times == times
    with keeping(place, IDENTITY):
        assert remembered("part", (2,), compute) == "B"
    with keeping(place, b"other code"):
        assert remembered("part", (1,), compute) == "B"
    assert compute.times == 4


def test_without_a_cache_everything_is_computed(tmp_path: Path) -> None:
    compute = Counted(tmp_path / "text")
    compute.path.write_text("a")
    assert [remembered("part", (), compute) for _ in range(3)] == ["A"] * 3
    assert compute.times == 3


def test_what_a_part_asked_is_told_to_the_run_that_does_not_compute_it(place: str, tmp_path: Path) -> None:
    compute = Counted(tmp_path / "text")
    compute.path.write_text("a")
    heard: list[dict[object, object]] = []
    for _ in range(2):
        told: dict[object, object] = {}
        with files.listening(told.__setitem__), keeping(place, IDENTITY):
            remembered("part", (), compute)
        heard.append(told)
    assert compute.times == 1
    assert heard[0] == heard[1] == {("read", str(compute.path), None): files.digest(b"a")}


class Unkept:
    """Something that can be taken apart and not put together."""

    def __reduce__(self) -> tuple[type[int], tuple[str]]:
        return (int, ("no number",))


def test_what_cannot_be_put_together_is_computed_again(place: str) -> None:
    for _ in range(2):
        with keeping(place, IDENTITY):
            assert isinstance(remembered("part", (), Unkept), Unkept)


def test_what_cannot_be_kept_is_computed_again(place: str) -> None:
    made: list[Callable[[], int]] = []

    def compute() -> Callable[[], int]:
        made.append(lambda: len(made))
        return made[-1]

    for _ in range(2):
        with keeping(place, IDENTITY):
            assert remembered("part", (), compute)() == len(made)
    assert len(made) == 2


def test_a_memory_outlives_the_run(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_memories", [])
    memory = Memory("lengths")
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    for words in (["a", "bb"], ["bb", "ccc", "ccc"], ["a", "bb", "ccc"]):
        with keeping(place, IDENTITY):
            assert [memory.answer(word, partial(length, word)) for word in words] == [len(it) for it in words]
    assert asked == ["a", "bb", "ccc"]
    assert memory.answer("a", lambda: length("a")) == 1
    assert asked[-1] == "a"


def test_a_memory_that_is_full_starts_anew(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_memories", [])
    monkeypatch.setattr(parts, "MOST", 2)
    memory = Memory("squares")
    with keeping(place, IDENTITY):
        assert [memory.answer(it, partial(pow, it, 2)) for it in range(5)] == [0, 1, 4, 9, 16]
    with keeping(place, IDENTITY):
        assert memory.answer(1, lambda: -1) == -1


# --- In runs ---------------------------------------------------------------------------------------------------------

HEAVY = ("lark", "pint", "pydantic", "rapidfuzz", "re2", "yaml")


def imported(project: Project, *argv: str) -> set[str]:
    """Which heavy libraries a call imports, in a process of its own."""
    code = (
        "import sys; from factlint.cli import main; main(sys.argv[1:]); sys.stdout.flush(); "
        f"print(*(it for it in {HEAVY} if it in sys.modules), file=sys.stderr)"
    )
    done = project.start([sys.executable, "-c", code, *argv])
    return set(done.err.splitlines()[-1].split())


def test_what_an_edit_needs_is_all_that_is_loaded(project: Project) -> None:
    assert {"lark", "pydantic", "yaml"} <= imported(project, "check")
    assert imported(project, "check") == set()
    assert imported(project, "check", "--strict") == set()
    project.write("rules/more/shares.rules", SHARES.replace("5", "6"))
    assert imported(project, "check") == {"lark"}
    project.write("corpus/lantern.yaml", claims("lantern", "nearly 1.2mn barrels a day"))
    assert imported(project, "check") == {"pydantic", "rapidfuzz", "yaml"}


EDITS: dict[str, list[str | None]] = {
    "rules/port.rules": [RULES, RULES.replace("10%", "60%"), RULES + "\nrule no: nothing must agree\n"],
    "rules/more/shares.rules": [SHARES, SHARES.replace("agree", "be at most 10%\nlet"), None],
    "rules/accepted.rules": [None, 'accept loading because "known"\n', 'accept other because "known"\n'],
    "corpus/vocabulary.yaml": [
        VOCABULARY,
        VOCABULARY.replace("percent", "knot"),
        VOCABULARY + "hedges: {nearly: 90 %}\n",
        None,
    ],
    "corpus/gazette.yaml": [claims("gazette", "nearly 1.2mn barrels a day"), claims("gazette", "5 parsecs"), None],
    "corpus/lantern.yaml": [claims("lantern", "800,000 barrels a day"), claims("gazette", "1mn bpd"), "- [", None],
    "texts/gazette.txt": [TEXT, TEXT.replace("two", "three"), None],
    "texts/lantern.txt": [None, "800,000 barrels a day, two thirds of all"],
    "factlint.toml": [
        'corpus = "corpus"\nrules = ["rules"]\nsources = ["texts"]\n',
        'corpus = "corpus"\nrules = ["rules"]\nsources = []\nfail-on = "warning"\n',
        'corpus = "corpus"\nrules = ["rules"]\nbaseline = "known.json"\n',
    ],
    "known.json": [None, '{"version": 1, "findings": []}', "{"],
}

edits = st.sampled_from([(name, content) for name, contents in EDITS.items() for content in contents])
calls = st.sampled_from(
    [("check",), ("check", "--format", "json"), ("lint",), ("verify",), ("show",), ("explain", "loading")]
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(edits, calls), min_size=1, max_size=6))
def test_whatever_is_edited_a_run_says_what_it_says_without_a_cache(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[tuple[str, str | None], tuple[str, ...]]]
) -> None:
    project = make_project(tmp_path_factory.mktemp("edited"))
    for (name, content), argv in steps:
        path = project.folder / name
        if content is None:
            path.unlink(missing_ok=True)
        else:
            project.write(name, content)
        fresh = project.call(*argv, "--no-cache")
        assert (project.call(*argv), project.call(*argv)) == (fresh, fresh)


def test_a_damaged_part_is_computed_again(project: Project) -> None:
    fresh = project.call("check", "--no-cache")
    project.call("check")
    for name, data in project.entries().items():
        (project.cache / name).write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert project.call("check") == fresh


def test_parts_are_evicted_like_runs(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.run("check")
    kinds = {name.split("-")[0] for name in project.entries()}
    assert kinds == {"run", "corpus", "rules", "wordings"}
    monkeypatch.setattr(cache, "MOST", 2)
    cache.make_room(str(project.cache))
    assert len(project.entries()) == 1
