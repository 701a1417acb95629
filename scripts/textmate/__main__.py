"""`python -m scripts.textmate` writes editors/factlint.tmLanguage.json anew."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.textmate.tmlanguage import render

FILE = Path(__file__).resolve().parents[2] / "editors" / "factlint.tmLanguage.json"

if __name__ == "__main__":
    FILE.write_text(render(), encoding="utf-8")
    sys.stdout.write(f"wrote editors/{FILE.name}\n")
