"""What a scenario starts from: claims, documents, a vocabulary, a corpus, rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.gherkin.rows import read_table
from factlint.gherkin.scene import Scene
from factlint.gherkin.steps import given

if TYPE_CHECKING:
    from factlint.statuses import FailOn

Table = list[list[str]]


@given(
    "the claim(s)",
    "the following claim(s)",
    "these claims",
    "one more claim",
    example="""
    Given the claims:
      | id      | outlet          | subject        | property     | value                   |
      | gazette | Harbour Gazette | North Terminal | loading rate | nearly 1.2mn barrels/day |
      | radio   | Radio Haven     | North Terminal | loading rate | 1mn barrels/day          |
    """,
)
def _claims(factlint_scene: Scene, datatable: Table | None = None, docstring: str | None = None) -> None:
    """Claims, one a row (or, in a text below the step, a YAML list of them). Columns are the keys of a claim and of its
    document: `id`, `document`, `outlet`, `published`, `subject`, `property`, `value`, `period`, `qualifiers` (`product:
    crude, destination: Norway`), `speaker`, `speech`, `via` (items between `;`), `stance`, `modality`, `quote`, `status` …
    Left out, or empty: an id is made (`claim-1`, `claim-2` …), and the claim is of an outlet of its own. Rows that say
    the same of their document are of one document. Steps of claims add up; added to a corpus, they leave it unchanged
    on the disk.
    """
    factlint_scene.add_claims(datatable, docstring)


@given(
    "the claim(s) on {name} of {name2}",
    "the following claim(s) on {name} of {name2}",
    example="""
    Given the claims on "loading rate" of "North Terminal":
      | id      | value                    |
      | gazette | nearly 1.2mn barrels/day |
      | radio   | 1mn barrels/day          |
    """,
)
def _claims_on(
    factlint_scene: Scene, name: str, name2: str, datatable: Table | None = None, docstring: str | None = None
) -> None:
    """Claims of one property and one subject, which need no columns then; else as `the claims`."""
    factlint_scene.add_claims(datatable, docstring, {"property": name, "subject": name2})


@given(
    "{name} {says} that the {name2} of {name3} is/are {text}",
    example="""
    Given "Valley Post" says that the "burnt area" of "Arden fire" is "about 1,200 hectares"
    And "Ridge Radio" denies that the "burnt area" of "Arden fire" is "1,200 hectares"
    """,
)
def _says(factlint_scene: Scene, name: str, says: str, name2: str, name3: str, text: str) -> None:
    """One claim in a sentence: an outlet, a property, a subject and the value as written. Its id is made from the outlet:
    `valley-post`, and `valley-post-2` for the next one.
    """
    factlint_scene.add_sentence(name, says, None, {"property": name2, "subject": name3, "value": text})


@given(
    "{name} {says} on {date} that the {name2} of {name3} is/are {text}",
    example='Given "Valley Post" says on 2025-08-14 that the "burnt area" of "Arden fire" is "about 1,200 hectares"',
)
def _says_on(factlint_scene: Scene, name: str, says: str, date: str, name2: str, name3: str, text: str) -> None:
    """One claim in a sentence, published on that day."""
    factlint_scene.add_sentence(name, says, date, {"property": name2, "subject": name3, "value": text})


@given(
    "the document",
    example='''
    Given the document:
      """
      document:
        id: gazette
        outlet: Harbour Gazette
      claims:
        - id: gazette-loading
          subject: North Terminal
          property: loading rate
          value: nearly 1.2mn barrels/day
      """
    ''',
)
def _document(factlint_scene: Scene, docstring: str) -> None:
    """A file of the corpus as it would be written, in YAML: a document and its claims."""
    factlint_scene.records.append(docstring.rstrip("\n") + "\n")


@given(
    "the text of the document {name}",
    example='''
    Given the text of the document "gazette":
      """
      The north terminal loads nearly 1.2mn barrels a day.
      """
    ''',
)
def _text(factlint_scene: Scene, name: str, docstring: str) -> None:
    """The text of a document, held beside the corpus, so that quotes can be looked for in it. Claims are taken from it
    by the column `document`.
    """
    factlint_scene.add_text(name, docstring.rstrip("\n") + "\n")


@given(
    "the text of the document {name} has changed since its claims were taken",
    example="""
    Given the text of the document "gazette" has changed since its claims were taken
    """,
)
def _changed(factlint_scene: Scene, name: str) -> None:
    """The record of the document pins another text (`sha256`) than the one held."""
    factlint_scene.change_text(name)


@given(
    "the vocabulary",
    example='''
    Given the vocabulary:
      """
      properties:
        loading rate: {kind: quantity, unit: barrel/day, varies by: day}
      outlets: {Harbour Gazette: {aliases: [The Gazette]}}
      """
    ''',
)
def _vocabulary(factlint_scene: Scene, docstring: str) -> None:
    """What the words mean, as in `vocabulary.yaml`. Without one, properties and kinds are inferred from the claims."""
    factlint_scene.vocabulary = docstring.rstrip("\n") + "\n"


@given(
    "the property/properties",
    example="""
    Given the properties:
      | property     | kind     | unit       | varies by |
      | loading rate | quantity | barrel/day | day       |
    """,
)
def _properties(factlint_scene: Scene, datatable: Table) -> None:
    """Properties of the vocabulary as a table, with `kind`, `unit`, `varies by`, `signed` and `many` as columns; the
    `qualifiers` that claims may state stand between commas.
    """
    columns = ("property", "kind", "unit", "varies by", "signed", "many", "qualifiers")
    for row in read_table(datatable, columns, "properties"):
        if "qualifiers" in row:
            row["qualifiers"] = [item.strip() for item in row["qualifiers"].split(",")]
        factlint_scene.properties.append(row)


@given(
    "the vocabulary in {name}",
    example='Given the vocabulary in "corpus/vocabulary.yaml"',
)
def _vocabulary_file(factlint_scene: Scene, name: str) -> None:
    """The vocabulary of a file, from the folder of the project."""
    factlint_scene.given_vocabulary = factlint_scene.path(name)


@given("the corpus {name}", "the corpus in {name}", example='Given the corpus "corpus/quickstart"')
def _corpus(factlint_scene: Scene, name: str) -> None:
    """The corpus of a folder (or one file), from the folder of the project: that of its `factlint.toml` (or its
    `pyproject.toml` with a table `tool.factlint`), or else that in which pytest runs.
    """
    factlint_scene.corpus = factlint_scene.path(name)


@given("the texts in {name}", example='Given the texts in "corpus/sources"')
def _texts(factlint_scene: Scene, name: str) -> None:
    """A folder with the texts of the documents, where they do not lie in the corpus; from the folder of the project."""
    factlint_scene.sources = (*factlint_scene.sources, factlint_scene.path(name))


@given("the corpus of the project", example="Given the corpus of the project")
def _project_corpus(factlint_scene: Scene) -> None:
    """The corpus that the project's configuration names."""
    factlint_scene.use_project(corpus=True)


@given("the rules of the project", example="Given the rules of the project")
def _project_rules(factlint_scene: Scene) -> None:
    """The rules that the project's configuration names."""
    factlint_scene.use_project(rules=True)


@given("the rules in {names}", example='Given the rules in "corpus/quickstart/harbour.rules"')
def _rules(factlint_scene: Scene, names: list[str]) -> None:
    """The rules of files or folders, from the folder of the project."""
    factlint_scene.rule_paths = (*factlint_scene.rule_paths, *map(factlint_scene.path, names))


@given("the rule {text}", example='Given the rule "loading rate claims must agree within 10%"')
def _rule(factlint_scene: Scene, text: str) -> None:
    """One rule as a sentence, without a name. The last one given counts."""
    factlint_scene.rule = text


@given(
    "the rule file",
    "the (following )rules",
    example='''
    Given the rule file:
      """
      let slack = 10%

      rule loading:
          loading rate claims must agree within slack
          because "One terminal has one rate."
      """
    ''',
)
def _rule_file(factlint_scene: Scene, docstring: str) -> None:
    """Rules as they would stand in a file, with names, titles, `let`, `accept` and the rest."""
    factlint_scene.rule_files["test.rules"] = docstring


@given(
    "the rule file {name}",
    example='''
    Given the rule file "common.rules":
      """
      let slack = 10%
      """
    ''',
)
def _named_rule_file(factlint_scene: Scene, name: str, docstring: str) -> None:
    """Rules as they would stand in a file of this name: one of several, or one that others import."""
    factlint_scene.rule_files[name] = docstring


@given("the findings so far are known", example="Given the findings so far are known")
def _known(factlint_scene: Scene) -> None:
    """What the claims and rules given before this step lead to is written down as a baseline, and later checks tell it
    from what is new. The rules need names.
    """
    factlint_scene.know_findings()


@given("the known findings in {name}", example='Given the known findings in "corpus/known.json"')
def _baseline(factlint_scene: Scene, name: str) -> None:
    """A baseline as `factlint baseline FILE` wrote it, from the folder of the project."""
    factlint_scene.baseline = factlint_scene.path(name)


@given("the known findings of the project", example="Given the known findings of the project")
def _project_baseline(factlint_scene: Scene) -> None:
    """The baseline that the project's configuration names."""
    factlint_scene.use_project(baseline=True)


@given("today is {date}", example="Given today is 2025-10-27")
def _today(factlint_scene: Scene, date: str) -> None:
    """The day of every check of the scenario, which tells whether an `accept … until` still holds."""
    factlint_scene.today = date


@given("every check is strict", example="Given every check is strict")
def _strict(factlint_scene: Scene) -> None:
    """In every check of the scenario, a rule that had nothing to judge fails it."""
    factlint_scene.strict = True


@given("every check fails on {threshold}", example="Given every check fails on warnings")
def _fail_on(factlint_scene: Scene, threshold: FailOn) -> None:
    """In every check of the scenario, findings of rules of this severity, or a higher one, fail it; `nothing`: none do."""
    factlint_scene.fail_on = threshold
