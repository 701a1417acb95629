"""A pytest plugin for mutation testing: no test sees what another has computed, and hypothesis draws the same each time.

mutmut tries a mutant in a fork of the process that has already run the tests as they are. What the engine remembers from
then would stand for what the mutant should compute: so memories are emptied before each test, and the tests' own modules
(whose tables hold values that the engine has made) are loaded again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from mutmut.state import state

KEPT = {"grammar", "grammar_text", "_parser", "_registry"}
"""Made of grammars and of pint alone, and slow to make."""


def pytest_sessionstart() -> None:
    import factlint

    if Path.cwd() not in Path(factlint.__file__).parents:
        pytest.exit(f"the engine under test is not the copy in {Path.cwd()}", returncode=4)
    for name in [it for it in sys.modules if it.startswith("tests.") and not it.startswith("tests.mutants")]:
        del sys.modules[name]


def pytest_collection() -> None:
    """Without shrinking: that a test fails is all there is to know."""
    settings.register_profile(
        "mutants", deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
    )
    settings.load_profile("mutants")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    for forget in memories():
        forget()


_at_import: set[str] = set()


def pytest_collection_finish() -> None:
    """What the tables of the tests have called while they were loaded, every test in them relies on."""
    _at_import.update(state()._stats)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    if item.nodeid.startswith("tests/"):
        state()._stats.update(_at_import)


_memories: dict[str, list[Callable[[], None]]] = {}


def memories() -> Iterator[Callable[[], None]]:
    """What empties each memory of the engine."""
    from factlint.quantities import own_hedges, units

    yield from (units._memo.clear, own_hedges._built_in.clear)
    for name, module in list(sys.modules.items()):
        if name.startswith("factlint."):
            if name not in _memories:
                named = [(key, value) for key, value in vars(module).items() if hasattr(value, "cache_clear")]
                _memories[name] = [value.cache_clear for key, value in named if key not in KEPT]
            yield from _memories[name]
