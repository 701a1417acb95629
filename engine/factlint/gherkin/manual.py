"""The manual of the step library, and the list that `factlint steps` reads.

`python -m factlint.gherkin.manual` writes both, `docs/gherkin.md` and `steps.json`, in a checkout of factlint.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from textwrap import wrap

from factlint.gherkin.expressions import KINDS
from factlint.gherkin.plugin import STEPS as MODULES
from factlint.gherkin.steps import STEPS, Step

COLUMNS = 120

HEAD = """\
# Rules and claims in feature files

factlint brings a step library for [pytest-bdd](https://pytest-bdd.readthedocs.io): a reviewer writes claims, a rule and
what must be found as sentences, and pytest runs them. Install it with `pip install "factlint[gherkin]"`, put a file whose
name ends in `.feature` anywhere in your project, and run `pytest`. No Python is needed.

```gherkin
Feature: Shares of the oil exports
  Scenario: Two articles disagree
    Given the claims on "export share" of "Rosneft and Lukoil":
      | id    | outlet      | value      |
      | first | Oil Weekly  | two thirds |
      | other | Oil Tribune | nearly 40% |
    And the rule "export share claims must agree within 10%"
    When the claims are checked
    Then the rule is violated
    And the claims "first" and "other" disagree
    And they disagree by 39.5 %, where 10 % is allowed
```

`factlint steps` prints the steps below in a terminal, and `factlint steps quote` those that speak of quotes.

## What pytest does with them

- A feature file with at least one of these steps is run as it stands; so is any that you name in the call
  (`pytest features/shares.feature`). Files that a Python file binds itself (`scenarios(".")`) are run there, and once;
  feature files without any of these steps are left to whom they belong. `factlint_features = false` in pytest's
  configuration turns this off.
- Paths in steps count from the folder of the project: the nearest one above the feature file with a `factlint.toml` (or a
  `pyproject.toml` with a table `tool.factlint`), or else the one in which pytest runs.
- A step that fails shows its line, what it expected and the whole report. A step that is not written like any below
  shows the nearest ones.
- A claim or rule that was left out for a mistake fails the steps after it, unless a step names the mistake first.
- Tags are pytest's marks: `pytest -m oil` runs what is tagged `@oil`.
- A step of your own with the same words, in your `conftest.py`, takes the place of the one here.

## How to read the steps

`(s)` may be left out, `is/are` stands for one of them, a colon may end a step, and `And` and `But` go on with the kind of
step before. Values stand in braces; where one stands twice, it has a number.
"""

TITLES = {"Given": "Given: what there is", "When": "When: the check", "Then": "Then: what must be found"}


CATALOGUE = Path(__file__).with_name("steps.json")
MANUAL = Path(__file__).parents[3] / "docs" / "gherkin.md"


def render() -> str:
    """The whole manual, in Markdown, ending in a newline."""
    parts = [HEAD, _kinds()]
    keyword = title = ""
    for step in _steps():
        if step.keyword != keyword:
            keyword = step.keyword
            parts.append(f"## {TITLES[keyword]}\n")
        if keyword == "Then" and _title(step) != title:
            title = _title(step)
            parts.append(f"### {title}\n")
        parts.append(_step(step))
    return "\n".join(parts)


def catalogue() -> str:
    """Every step with its words, meaning and example, and what the values stand for, as JSON."""
    steps = [
        {
            "keyword": step.keyword,
            "title": _title(step) if step.keyword == "Then" else TITLES[step.keyword].partition(": ")[2].capitalize(),
            "words": [it.name for it in step.expressions],
            "meaning": " ".join(step.meaning.split()),
            "example": step.example,
        }
        for step in _steps()
    ]
    values = {name: kind.meaning for name, kind in KINDS.items()}
    return json.dumps({"values": values, "steps": steps}, ensure_ascii=False, indent=1) + "\n"


def _steps() -> Iterator[Step]:
    for module in MODULES:
        import_module(module)
    order = {module: index for index, module in enumerate(MODULES)}
    yield from sorted(STEPS, key=lambda step: order[step.function.__module__])


def _kinds() -> str:
    rows = [f"- `{{{name}}}`: {kind.meaning}" for name, kind in KINDS.items()]
    return "\n".join(rows) + "\n"


def _title(step: Step) -> str:
    """The first sentence of its module's docstring."""
    doc = sys.modules[step.function.__module__].__doc__ or ""
    return doc.split("\n")[0].split(": ")[0].rstrip(".")


def _step(step: Step) -> str:
    words = " or\n".join(f"**{step.keyword} `{it.name}`**" for it in step.expressions)
    meaning = "\n".join(wrap(" ".join(step.meaning.split()), COLUMNS))
    return f"{words}\n\n{meaning}\n\n```gherkin\n{step.example}\n```\n"


if __name__ == "__main__":
    CATALOGUE.write_text(catalogue(), encoding="utf-8")
    MANUAL.write_text(render(), encoding="utf-8")
