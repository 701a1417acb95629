from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from factlint.corpus.reader import Corpus, read_corpus

Write = Callable[[Mapping[str, str]], Path]
Load = Callable[..., Corpus]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Files of a corpus by their path; returns its folder."""

    def _write(files: Mapping[str, str]) -> Path:
        folder = tmp_path / "corpus"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return _write


@pytest.fixture
def load(write: Write) -> Load:
    """The corpus of one file of claims (each a line of flow YAML), and perhaps a vocabulary."""

    def _load(
        *claims: str, vocabulary: str | None = None, head: str = "outlet: Gazette, published: 2025-03-04"
    ) -> Corpus:
        lines = "\n".join(f"  - {claim}" for claim in claims)
        files = {"gazette.yaml": f"document: {{id: gazette, {head}}}\nclaims:\n{lines}\n"}
        if vocabulary is not None:
            files["vocabulary.yaml"] = vocabulary
        folder = write(files)
        return read_corpus(folder, root=folder)

    return _load
