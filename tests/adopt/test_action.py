"""The GitHub action: its form, and its step that checks, run as the runner runs it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.adopt.installed import BIN, called, run
from tests.project.project_files import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
CHECK = next(step for step in STEPS if step.get("id") == "check")
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def test_it_is_a_composite_action_whose_scripts_name_their_shell() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert {step["shell"] for step in STEPS if "run" in step} == {"bash"}
    assert all(("run" in step) != ("uses" in step) for step in STEPS)


def test_no_expression_stands_in_a_script() -> None:
    """The runner pastes `${{ … }}` into a script before bash reads it; a path could then be a command."""
    assert not [step["run"] for step in STEPS if "${{" in step.get("run", "")]


def test_every_input_is_documented_used_and_has_a_default() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    for name, row in ACTION["inputs"].items():
        assert row["description"].endswith(".")
        assert isinstance(row["default"], str)
        assert f"${{{{ inputs.{name} }}}}" in text
        assert f"`{name}`" in PAGE
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])


def test_every_output_comes_from_a_step_and_is_documented() -> None:
    for name, row in ACTION["outputs"].items():
        assert row["value"] == f"${{{{ steps.check.outputs.{name} }}}}"
        assert f"`{name}`" in PAGE


def test_what_it_installs_is_locked() -> None:
    (install,) = (step["run"] for step in STEPS if step.get("name") == "Install factlint")
    assert '--require-hashes -r "$PROJECT/requirements.lock"' in install
    assert "--no-deps --no-build-isolation" in install


class Job:
    """A step of the action in a job of its own: its folder, and what the runner would have read from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.temporary = folder.parent / "temporary"
        self.temporary.mkdir()
        self.output = self.temporary / "output"
        self.summary = self.temporary / "step-summary"
        (self.temporary / "venv").mkdir()
        (self.temporary / "venv" / "bin").symlink_to(BIN)
        self.log = ""

    def check(self, **inputs: str) -> int:
        """Run the step with these inputs, the others at their defaults; its exit status."""
        assert {name.replace("_", "-") for name in inputs} <= set(ACTION["inputs"])
        given = {name: inputs.get(name.replace("-", "_"), row["default"]) for name, row in ACTION["inputs"].items()}
        environment = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], value)
            for name, value in CHECK["env"].items()
        }
        environment |= {
            "VENV": str(self.temporary / "venv"),
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
        }
        assert not [value for value in environment.values() if "${{" in value]
        script = self.temporary / "script.sh"
        script.write_text(CHECK["run"], encoding="utf-8")
        bash = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        done = run(self.folder / given["working-directory"], *bash, **environment)
        self.log = done.stdout + done.stderr
        return done.returncode


@pytest.fixture
def job(tmp_path: Path) -> Job:
    folder = tmp_path / "repository"
    folder.mkdir()
    called(folder, "init")
    return Job(folder)


def contradict(folder: Path, quote: str = "over 3,000 guests") -> None:
    (folder / "corpus" / "other.yaml").write_text(
        "document: {id: other, outlet: Fenwick Radio}\n"
        "claims:\n"
        "  - {id: other-visitors, subject: the lantern fair, property: visitors, value: over 3000, "
        f"quote: {json.dumps(quote)}}}\n"
    )


def test_a_project_that_is_consistent_passes(job: Job) -> None:
    assert job.check() == 0, job.log
    assert "2 rules: 2 satisfied" in job.log
    assert job.summary.read_text().startswith("## factlint: ")
    assert json.loads((job.folder / "factlint.sarif").read_text())["version"] == "2.1.0"
    lines = job.output.read_text().splitlines()
    assert lines[0] == "exit=0"
    assert lines[1].startswith("sarif<<")
    assert lines[2] == "./factlint.sarif"


def test_a_contradiction_fails_and_is_reported_everywhere(job: Job) -> None:
    contradict(job.folder)
    assert job.check() == 1
    assert "error[visitors]" in job.log
    assert "other-visitors" in job.summary.read_text()
    assert len(json.loads((job.folder / "factlint.sarif").read_text())["runs"][0]["results"]) == 1
    assert job.output.read_text().startswith("exit=1\n")


def test_a_mistake_fails_with_its_message_in_the_log(job: Job) -> None:
    (job.folder / "rules" / "first.rules").write_text("rule a: visitor claims must agree\n")
    assert job.check() == 2
    assert "did you mean `visitors`?" in job.log


def test_the_inputs_reach_the_command(job: Job) -> None:
    contradict(job.folder)
    assert job.check(fail_on="never", summary="false", sarif="") == 0
    assert not job.summary.exists()
    assert job.output.read_text() == "exit=0\n"
    called(job.folder, "baseline", "known.json")
    assert job.check(baseline="known.json") == 0
    assert "known[visitors]" in job.log
    (job.folder / "more.rules").write_text("rule none: visitors claims in 1999 must agree\n")
    assert job.check(rules="rules/first.rules\nmore.rules\n", baseline="known.json") == 0
    assert job.check(rules="rules/first.rules\nmore.rules\n", baseline="known.json", strict="true") == 1


def test_another_folder_is_checked_and_sarif_is_told_from_the_root(tmp_path: Path) -> None:
    called(tmp_path, "init", "repository/news room")
    job = Job(tmp_path / "repository")
    assert job.check(working_directory="news room") == 0, job.log
    assert "news room/factlint.sarif" in job.output.read_text().splitlines()


HOSTILE = ["$(touch pwned)", "`touch pwned`", '"; touch pwned; "', "'; touch pwned; '", "--output=pwned", "* ; ${IFS}"]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["rules", "corpus", "sources", "baseline", "fail_on", "strict", "sarif"])
def test_an_input_is_a_text_whatever_stands_in_it(name: str, text: str, job: Job) -> None:
    job.check(**{name: text})
    assert "Traceback" not in job.log
    assert not (job.folder / "pwned").exists()


def test_no_line_of_the_report_is_a_command_to_the_runner(job: Job) -> None:
    """Between the two marks the runner obeys nothing, and only the step knows how the second one reads."""
    contradict(job.folder, "::error::the quote ::set-output name=a::b")
    job.check()
    lines = job.log.splitlines()
    (start,) = (place for place, line in enumerate(lines) if line.startswith("::stop-commands::"))
    token = lines[start].removeprefix("::stop-commands::")
    assert re.fullmatch(r"[0-9a-f]{64}", token)
    assert (start, lines[-1]) == (0, f"::{token}::")
    assert any("::error::" in line for line in lines[1:-1])
    job.check()
    assert f"::{token}::" not in job.log
