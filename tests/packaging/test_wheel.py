"""The wheel holds the package `linter` with its rules, and nothing else, and runs anywhere."""

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
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = out.glob("planlint-*.whl")
    return built


def test_wheel_installs_only_the_package_with_the_rules_inside(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"linter"}
    inside = {name for name in names if name.startswith("linter/_rules/")}
    shipped = {
        f"linter/_rules/{p.relative_to(ROOT / 'rules')}"
        for p in ROOT.glob("rules/**/*")
        if p.is_file()
    }
    assert inside == shipped
    assert "linter/py.typed" in names
    web = {path.name for path in (ROOT / "linter" / "page" / "web").iterdir()}
    assert web == {n.split("/")[-1] for n in names if n.startswith("linter/page/web/")}
    assert {name.split("/")[-1] for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}


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
