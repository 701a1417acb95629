"""Files that are none or lead elsewhere, and disks that are full, as the installed command meets them."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
from pathlib import Path

import pytest

from tests.hostile.project import BIN, FILES, check_manners, environment, factlint, write

CLAIMS, RULES = "corpus/gazette.yaml", "rules/shares.rules"
PIPES = [CLAIMS, RULES, "corpus/vocabulary.yaml", "texts/gazette.txt", "factlint.toml"]


@pytest.mark.parametrize("name", PIPES)
def test_a_pipe_is_never_waited_on(name: str, tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / name).unlink()
    os.mkfifo(folder / name)
    outcome = factlint(folder, "check", "--no-cache")
    check_manners(outcome)
    assert outcome.status == 2


@pytest.mark.parametrize("name", [CLAIMS, "texts/gazette.txt"])
def test_a_link_that_leads_out_is_not_followed(name: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "project")
    secret = tmp_path / "secret.yaml"
    secret.write_text(FILES[name].replace("40%", "41.7%").replace("It was", "The secret was"), encoding="utf-8")
    (folder / name).unlink()
    (folder / name).symlink_to(secret)
    outcome = factlint(folder, "check", "--no-cache")
    check_manners(outcome)
    assert outcome.status == 2
    assert "41.7" not in outcome.out
    assert "secret was" not in outcome.out


def _no_room() -> None:
    """Every write to a file fails, as on a full disk; without the signal that would end the process."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@pytest.mark.parametrize("name", ["text", "json", "html", "sarif", "junit"])
def test_a_full_disk_leaves_the_old_report(name: str, tmp_path: Path) -> None:
    folder = write(tmp_path, {"report.old": "yesterday's report\n"})
    done = subprocess.run(
        [str(BIN / "factlint"), "check", "--no-cache", "--format", f"{name}=report.old"],
        cwd=folder, env=environment(folder), capture_output=True, preexec_fn=_no_room, check=False, timeout=900,
    )  # fmt: skip
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert (folder / "report.old").read_text(encoding="utf-8") == "yesterday's report\n"
    assert {it.name for it in folder.iterdir()} == {"corpus", "rules", "texts", "factlint.toml", "report.old"}


def test_a_full_disk_leaves_the_rules_as_they_are(tmp_path: Path) -> None:
    folder = write(tmp_path, {RULES: "rule   shares :   share claims must agree\n"})
    before = (folder / RULES).read_bytes()
    done = subprocess.run(
        [str(BIN / "factlint"), "fmt"],
        cwd=folder, env=environment(folder), capture_output=True, preexec_fn=_no_room, check=False, timeout=900,
    )  # fmt: skip
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert (folder / RULES).read_bytes() == before
    assert [it.name for it in (folder / "rules").iterdir()] == ["shares.rules"]
