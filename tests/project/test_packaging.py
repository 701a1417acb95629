"""The project as others get it: a wheel, or an editable install, in an environment of its own, far from the checkout."""

import json
import shutil
import site
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from tests.project.project_files import ROOT, copy_project

from factlint.version import VERSION


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command,
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", "HOME": str(cwd), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return done


class Environment:
    """A virtual environment that sees the locked packages of the one the tests run in, and nothing of its project.

    The packages are reached through a line in a `.pth` file, and what such a line names is not searched for `.pth` files
    itself: the editable install of the checkout stays out.
    """

    def __init__(self, folder: Path) -> None:
        run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
        self.bin = folder / "bin"
        self.folder = folder
        (packages,) = folder.glob("lib/python*/site-packages")
        (packages / "locked.pth").write_text("\n".join(site.getsitepackages()) + "\n", encoding="utf-8")

    def install(self, *arguments: str | Path) -> None:
        pip = (sys.executable, "-m", "pip", "--python", self.bin / "python", "install")
        offline = ("--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check")
        done = run(*pip, *offline, *arguments, cwd=self.folder)
        assert done.returncode == 0, done.stderr

    def where(self, cwd: Path) -> Path:
        return Path(run(self.bin / "python", "-c", "import factlint; print(factlint.__file__)", cwd=cwd).stdout.strip())


def does_the_main_job(environment: Environment, folder: Path) -> None:
    """A folder with nothing but a corpus and its rules is checked, by the installed command."""
    shutil.copytree(ROOT / "corpus" / "quickstart", folder)
    done = run(environment.bin / "factlint", "check", "harbour.rules", "--corpus", ".", "--format", "json", cwd=folder)
    assert (done.returncode, done.stderr) == (1, "")
    report = json.loads(done.stdout)
    violated = {rule["rule"] for rule in report["rules"] if rule["verdict"] == "violated"}
    assert violated == {"loading-rate", "aground", "rescued", "closed-share"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_project(tmp_path_factory.mktemp("clone"))
    target = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target, project, cwd=target)
    (built,) = target.glob("*.whl")
    return built


def test_the_wheel_does_the_main_job_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "environment")
    environment.install(wheel)
    assert environment.folder in environment.where(tmp_path).parents
    does_the_main_job(environment, tmp_path / "mine")


def test_the_wheel_holds_the_package_the_grammars_and_the_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    grammars = {f"factlint/grammar/{path.name}" for path in (ROOT / "grammar").glob("*.lark")}
    assert grammars
    assert grammars | {"factlint/__init__.py", "factlint/py.typed"} <= names
    assert [name for name in names if name.endswith("licenses/LICENSE")]


def test_the_tool_and_its_package_agree_on_the_version(wheel: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert (wheel.name.split("-")[1], VERSION) == (version, version)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"factlint"}


def test_an_editable_install_does_the_main_job(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "clone")
    environment = Environment(tmp_path / "environment")
    environment.install("--editable", project)
    assert environment.where(tmp_path) == project / "engine" / "factlint" / "__init__.py"
    does_the_main_job(environment, tmp_path / "mine")


def test_a_source_distribution_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "clone")
    run(sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", tmp_path, project, cwd=tmp_path)
    (archive,) = tmp_path.glob("*.tar.gz")
    (tmp_path / "unpacked").mkdir()
    run("tar", "-xzf", archive, "-C", tmp_path / "unpacked", cwd=tmp_path)
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, unpacked, cwd=tmp_path)
    (again,) = tmp_path.glob("*.whl")
    assert sorted(zipfile.ZipFile(again).namelist()) == sorted(zipfile.ZipFile(wheel).namelist())
    assert (unpacked / "Makefile").exists()
    assert (unpacked / "requirements-dev.lock").exists()
