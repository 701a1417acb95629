"""The site of this project, as `make docs` builds it: every scenario run, every page there, no link dead."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from factlint.codes import CODES
from tests.docs.crawl import dead_links, pages, reached

ROOT = Path(__file__).parents[2]


def test_the_whole_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    told = subprocess.run(
        [sys.executable, "-m", "scripts.site", "--out", str(site)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert told.returncode == 0, told.stderr
    assert told.stderr == ""
    read = pages(site)
    assert dead_links(site, read) == []
    assert set(read) - reached(site, read) == set()
    features = {path.relative_to(ROOT).with_suffix(".html").as_posix() for path in ROOT.glob("features/**/*.feature")}
    wanted = features | {f"codes/{code}.html" for code in CODES}
    wanted |= {f"{path.stem}.html" for path in ROOT.glob("docs/*.md")}
    wanted |= {f"rules/{path.stem}.html" for path in ROOT.glob("rules/*.rules")}
    assert wanted - set(read) == set()
    for feature in features:
        (main,) = read[feature].find("main")
        assert "passed" in main.text, feature
        assert "not run" not in main.text, feature
    for page, tree in read.items():
        assert str(ROOT) not in (tree.elements[0].text), page
