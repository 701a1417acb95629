"""What a scenario starts from: claims, documents, a vocabulary."""

from __future__ import annotations

from factlint.gherkin.rows import read_table
from factlint.gherkin.scene import Scene
from factlint.gherkin.steps import given

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
