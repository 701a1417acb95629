"""The manual of the step library: `python -m factlint.gherkin.manual` prints it as `docs/gherkin.md` holds it."""

from __future__ import annotations

import sys
from importlib import import_module
from textwrap import wrap

from factlint.gherkin.expressions import KINDS
from factlint.gherkin.plugin import STEPS as MODULES
from factlint.gherkin.steps import STEPS, Step

COLUMNS = 120

HEAD = """\
# Rules and claims in feature files

factlint brings a step library for [pytest-bdd](https://pytest-bdd.readthedocs.io): a reviewer writes claims, a rule and
what must be found as sentences, and pytest runs them. Where factlint and pytest-bdd are installed
(`pip install factlint[gherkin]`), pytest knows the steps; one file of two lines beside the feature files tells it
where those are. No other Python is needed.

```python
# features/test_features.py
from pytest_bdd import scenarios

scenarios(".")
```

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

A step that fails shows the whole report. A claim or rule that was left out for a mistake fails the steps after it,
unless a step names the mistake first. Tags are pytest's marks: with `--strict-markers`, list them under `markers`. A step
of your own with the same words, in your `conftest.py`, takes the place of the one here.

## How to read the steps

`(s)` may be left out, `is/are` stands for one of them, a colon may end a step, and `And` and `But` go on with the kind of
step before. Values stand in braces; where one stands twice, it has a number.
"""

TITLES = {"Given": "Given: what there is", "When": "When: the check", "Then": "Then: what must be found"}


def render() -> str:
    """The whole manual, in Markdown, ending in a newline."""
    for module in MODULES:
        import_module(module)
    parts = [HEAD, _kinds()]
    keyword = module = ""
    for step in STEPS:
        if step.keyword != keyword:
            keyword = step.keyword
            parts.append(f"## {TITLES[keyword]}\n")
        if keyword == "Then" and step.function.__module__ != module:
            parts.append(f"### {_title(step.function.__module__)}\n")
        module = step.function.__module__
        parts.append(_step(step))
    return "\n".join(parts)


def _kinds() -> str:
    rows = [f"- `{{{name}}}`: {kind.meaning}" for name, kind in KINDS.items()]
    return "\n".join(rows) + "\n"


def _title(module: str) -> str:
    """The first sentence of a module's docstring."""
    return (sys.modules[module].__doc__ or "").split("\n")[0].split(": ")[0].rstrip(".")


def _step(step: Step) -> str:
    words = " or\n".join(f"**{step.keyword} `{it.name}`**" for it in step.expressions)
    meaning = "\n".join(wrap(" ".join(step.meaning.split()), COLUMNS))
    return f"{words}\n\n{meaning}\n\n```gherkin\n{step.example}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(render())
