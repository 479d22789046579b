"""The wheel holds the package `linter` with its rules, and nothing else, and runs anywhere."""

import subprocess
import sys
import venv
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
    assert {name.split("/")[-1] for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}


def test_installed_in_an_empty_environment_it_runs_from_another_folder(
    wheel: Path, tmp_path: Path
) -> None:
    home = tmp_path / "env"
    venv.create(home)
    binaries = home / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(binaries / "python")]
    install = [*pip, "install", "--quiet", "--no-compile", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    draft = tmp_path / "draft.md"
    draft.write_text(
        "一、任务\n\n推进节水（见专栏2）。\n\n> **专栏1 节水**\n>\n> 改造。\n", "utf-8"
    )
    command = [str(binaries / "planlint"), "check", str(draft), "--format", "plain"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    assert "BOX001" in done.stdout
    for command in (("check", "draft.md", "-o", "r.html"), ("facts", "draft.md", "-o", "l.xlsx")):
        subprocess.run([str(binaries / "planlint"), *command], cwd=tmp_path, check=False)
    assert "BOX001" in (tmp_path / "r.html").read_text("utf-8")
    assert (tmp_path / "l.xlsx").read_bytes().startswith(b"PK")
