"""The wheel holds the package `linter` with its rules, and nothing else, and runs anywhere.

It is built as for a release: from the source distribution.
"""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert len(list(out.glob("planlint-*.tar.gz"))) == 1
    (built,) = out.glob("planlint-*.whl")
    return built


def test_wheel_installs_only_the_package_with_the_rules_inside(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"linter"}
    inside = {name for name in names if name.startswith("linter/")}
    assert inside == {*_files("linter", "linter"), *_files("rules", "linter/_rules")}
    assert "linter/py.typed" in names
    web = {path.name for path in (ROOT / "linter" / "page" / "web").iterdir()}
    assert web == {n.split("/")[-1] for n in names if n.startswith("linter/page/web/")}
    assert {name.split("/")[-1] for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}


def _files(source: str, target: str) -> set[str]:
    """The files of a folder of the checkout, by the names that they have in the wheel."""
    home = ROOT / source
    found = (path for path in home.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {f"{target}/{path.relative_to(home).as_posix()}" for path in found}


def test_installed_it_runs_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    """What else it needs is installed by test_pre_commit, in an environment of its own."""
    home = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile"]
    subprocess.run([*pip, "--target", str(home), str(wheel)], check=True, capture_output=True)
    draft = tmp_path / "draft.md"
    draft.write_text(
        "一、任务\n\n推进节水（见专栏2）。\n\n> **专栏1 节水**\n>\n> 改造。\n", "utf-8"
    )
    code = "import linter, linter.app; print(linter.__file__); linter.app.main()"
    command = [sys.executable, "-c", code, "check", str(draft), "--format", "plain"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(home), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith(str(home))
    assert "BOX001" in done.stdout
