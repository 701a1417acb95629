from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factlint.corpus.vocabulary import Vocabulary
from factlint.corpus.vocabulary_reader import read_vocabulary
from factlint.source import Source

YAML = Path(__file__).parent / "vocabulary.yaml"


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """What the rules of these tests may name: a vocabulary, and a corpus of two claims."""
    found, problems = read_vocabulary(Source(YAML.name, YAML.read_text(encoding="utf-8")))
    assert problems == []
    found = found.with_stated({"claims": ["bne-city", "bne-share"], "documents": ["bne-2025-10-27"]})
    counted = {name: replace(found.properties[name], counted=True) for name in ("downed", "visits")}
    return replace(found, properties={**found.properties, **counted})
