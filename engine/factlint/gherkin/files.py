"""What a scenario gives, written into its folder as the files of a corpus and its rules."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from typing import TYPE_CHECKING, Any

from factlint.gherkin.rows import Row, documents

if TYPE_CHECKING:
    from factlint.settings import Settings


def write_corpus(
    corpus: Path,
    rows: Sequence[Row],
    heads: Mapping[str, Row],
    records: Sequence[str],
    texts: Mapping[str, str],
    base: Path | None,
) -> None:
    """The claims and documents of a scenario, added to a copy of the corpus at `base` if there is one."""
    if base is not None and base.is_dir():
        copytree(base, corpus, ignore=ignore_patterns("sources", ".*"), dirs_exist_ok=True)
    corpus.mkdir(exist_ok=True)
    if base is not None and not base.is_dir():
        if base.suffix not in {".yaml", ".yml"}:
            raise AssertionError(f"claims cannot be added to {base.name}; add them to a corpus of YAML files")
        copy(base, corpus)
    for number, text in enumerate(records, 1):
        (corpus / f"document-{number}.yaml").write_text(text, encoding="utf-8")
    for document, text in texts.items():
        (corpus / f"{document}.txt").write_text(text, encoding="utf-8")
    for document, record in documents(rows, heads).items():
        (corpus / f"scenario-{document}.yaml").write_text(dumped(record), encoding="utf-8")


def vocabulary_text(written: str | None, properties: Sequence[Row]) -> str | None:
    """A vocabulary with the properties of tables added to it; None where there is neither."""
    if not properties:
        return written
    words = loaded(written or "") or {}
    added = {row["property"]: {key: value for key, value in row.items() if key != "property"} for row in properties}
    words["properties"] = {**words.get("properties", {}), **added}
    return dumped(words)


def write_texts(folder: Path, files: Mapping[str, str]) -> tuple[Path, ...]:
    """Files by their names, as rules and flat files of claims have them."""
    paths = []
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
        paths.append(path)
    return tuple(paths)


def write_configuration(folder: Path, settings: Settings) -> None:
    """A `factlint.toml` for the command, as somebody would have who keeps these claims and rules."""
    lines = [f"corpus = {_toml(settings.corpus)}"] if settings.corpus else []
    lines += [f"rules = [{', '.join(map(_toml, settings.rules))}]"] if settings.rules else []
    lines += [f"sources = [{', '.join(map(_toml, settings.sources))}]"] if settings.sources else []
    lines += [f"vocabulary = {_toml(settings.vocabulary)}"] if settings.vocabulary else []
    lines += [f"baseline = {_toml(settings.baseline)}"] if settings.baseline else []
    lines += [f'fail-on = "{settings.fail_on}"']
    (folder / "factlint.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _toml(path: Path) -> str:
    return json.dumps(path.as_posix(), ensure_ascii=False)  # a basic string of TOML is one of JSON


def loaded(text: str) -> Any:
    """YAML in which every scalar stays the text that is written."""
    import yaml

    try:
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - builds texts, lists and mappings only
    except yaml.YAMLError as error:
        raise AssertionError(f"the text below this step is not YAML: {error}") from None


def listed(text: str) -> list[Row]:
    """The claims of a YAML list."""
    found = loaded(text)
    if isinstance(found, list) and all(isinstance(row, dict) for row in found):
        return found
    raise AssertionError("the text below this step is no list of claims; begin each with `- `")


def dumped(record: Row) -> str:
    import yaml

    text: str = yaml.safe_dump(record, sort_keys=False, allow_unicode=True, width=10_000)
    return text
