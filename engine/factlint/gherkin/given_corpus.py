"""What a scenario starts from: the files of a corpus."""

from __future__ import annotations

from factlint.gherkin.scene import Scene
from factlint.gherkin.steps import given

Table = list[list[str]]


@given(
    "the corpus file {name}",
    example='''
    Given the corpus file "claims.csv":
      | document | id           | subject        | property     | value | unit       |
      | gazette  | gazette-rate | North Terminal | loading rate | 1.2mn | barrel/day |
    And the corpus file "documents.jsonl":
      """
      {"id": "gazette", "outlet": "Harbour Gazette", "published": "2025-03-04"}
      """
    ''',
)
def _corpus_file(
    factlint_scene: Scene, name: str, datatable: Table | None = None, docstring: str | None = None
) -> None:
    """A file of the corpus by its name, as somebody would hand it in: `claims.jsonl` with a claim a line, `claims.csv` with
    a claim a row (as a text, or as a table below the step), and beside one of them `documents.jsonl` or `documents.csv`,
    which describe their documents, or a text such as `gazette.txt`; or a document with its claims in YAML. A check takes
    one flat file, and what is given beside it, a vocabulary too, is read with it.
    """
    factlint_scene.add_corpus_file(name, datatable, docstring)


@given("the corpus {name}", "the corpus in {name}", example='Given the corpus "corpus/quickstart"')
def _corpus(factlint_scene: Scene, name: str) -> None:
    """The corpus of a folder, or of one file (`.yaml`, `.csv`, `.jsonl`, or a `.parquet` that `factlint compile` wrote), from
    the folder of the project: that of its `factlint.toml` (or its `pyproject.toml` with a table `tool.factlint`), or else
    that in which pytest runs.
    """
    factlint_scene.corpus = factlint_scene.path(name)


@given("the corpus/claims is/are compiled", example="Given the claims are compiled")
def _compiled(factlint_scene: Scene) -> None:
    """The claims given before this step, with their vocabulary and texts, are written as one table, as `factlint compile`
    does, and checked from there.
    """
    factlint_scene.compile_claims()


@given("the corpus of the project", example="Given the corpus of the project")
def _project_corpus(factlint_scene: Scene) -> None:
    """The corpus that the project's configuration names."""
    factlint_scene.use_project(corpus=True)


@given("the texts in {name}", example='Given the texts in "corpus/sources"')
def _texts(factlint_scene: Scene, name: str) -> None:
    """A folder with the texts of the documents, where they do not lie in the corpus; from the folder of the project."""
    factlint_scene.sources = (*factlint_scene.sources, factlint_scene.path(name))


@given(
    "the vocabulary in {name}",
    example='Given the vocabulary in "corpus/vocabulary.yaml"',
)
def _vocabulary_file(factlint_scene: Scene, name: str) -> None:
    """The vocabulary of a file, from the folder of the project."""
    factlint_scene.given_vocabulary = factlint_scene.path(name)
