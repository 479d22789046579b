"""The package for Windows: what is in the recipe, what a double click does, and, with
PLANLINT_PACKAGE=1 (some minutes), a build of the same recipe for this system."""

import ast
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOME = ROOT / "docs" / "windows"
sys.path.insert(0, str(HOME))
try:  # and out of the way again: there are other modules of the name `build`
    import papers
    import recipe
    import start
    import verify
finally:
    sys.path.remove(str(HOME))


def test_every_file_that_is_no_code_goes_where_a_wheel_has_it() -> None:
    data = {f"{folder}/{path.name}": path for path, folder in recipe.data()}
    shipped = ["linter/py.typed", "linter/reporters/html/page.css", "linter/_rules/indicators.yaml"]
    assert [name for name in shipped if name not in data] == []
    for folder, target in (("linter", "linter"), ("rules", "linter/_rules")):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix not in (".py", ".pyc"):
                name = f"{target}/{path.relative_to(ROOT / folder).as_posix()}"
                assert data.pop(name) == path
    assert data == {}


def test_every_module_is_named_as_it_is_imported() -> None:
    modules = set(recipe.modules())
    loaded = {name for name in sys.modules if name.split(".")[0] == "linter"}
    assert loaded <= modules
    # These are imported by a name that only a running program makes up.
    assert {"linter.reporters.sarif", "linter.readers.docx", "linter.app"} <= modules
    assert not any(name.endswith("__init__") for name in modules)


def test_every_package_is_named_in_an_import() -> None:
    """A program is packed with what its code imports by name; nothing else is found."""
    trees = [ast.parse(path.read_text("utf-8")) for path in (ROOT / "linter").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    named = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    packages = {"docx2python", "jieba", "yaml", "rich", "typer", "lxml", "platformdirs", "openpyxl"}
    assert packages <= {name.partition(".")[0] for name in named}


def test_a_folder_is_built_and_nothing_is_compressed(tmp_path: Path) -> None:
    given = recipe.arguments(tmp_path, tmp_path)
    assert {"--onedir", "--noupx", "--console"} <= set(given)
    assert "--onefile" not in given
    assert given[-1] == str(HOME / "start.py")
    assert all(source.is_file() for source, _ in recipe.of_jieba())
    assert all((ROOT / paper).is_file() for paper in recipe.PAPERS)


def test_the_papers_are_pages_that_stand_alone(tmp_path: Path) -> None:
    papers.write(ROOT / "docs", tmp_path)
    guide = (tmp_path / "给起草人.html").read_text("utf-8")
    whole = (ROOT / "docs" / "guide.md").read_text("utf-8")
    assert guide.count('src="data:image/png;base64,') == whole.count("images/") > 2
    assert "双击" in guide
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(papers.pages(ROOT / "docs").values()) == sorted(
        path.relative_to(tmp_path).as_posix() for path in written
    )
    for path in written:
        targets = re.findall(r'(?:href|src)="((?!data:)[^"]*)"', path.read_text("utf-8"))
        beside = [t for t in targets if not t.startswith(("https:", "http:"))]
        assert [t for t in beside if not (path.parent / t).is_file()] == []
    assert "给起草人.html" in (tmp_path / "使用说明.html").read_text("utf-8")
    assert f"{papers.FOLDER}/page.html" in guide


def test_a_double_click_opens_the_page_and_dropped_files_are_checked(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.docx"
    draft.touch()
    assert start.commands([], has_page=True) == ["page"]
    assert start.commands([], has_page=False) == []
    assert start.commands([str(draft)], has_page=True) == ["check", "--", str(draft)]
    assert start.commands(["check", str(draft)], True) == ["check", str(draft)]
    assert start.commands(["rules"], True) == ["rules"]


def test_ci_builds_by_the_documented_command_and_keeps_the_folder() -> None:
    text = (ROOT / ".github/workflows/windows.yml").read_text("utf-8")
    steps = yaml.safe_load(text)["jobs"]["package"]["steps"]
    command = "py docs/windows/build.py"
    assert command in [step.get("run") for step in steps]
    assert command in (ROOT / "docs/release.md").read_text("utf-8")
    assert "docs/windows/build.py" in (ROOT / "Makefile").read_text("utf-8")
    assert steps[-1]["with"]["path"] == "dist/planlint"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not os.environ.get("PLANLINT_PACKAGE"):
        pytest.skip("builds for minutes: only with PLANLINT_PACKAGE=1")
    out = tmp_path_factory.mktemp("package")
    subprocess.run([sys.executable, HOME / "build.py", "--out", out], check=True)
    return out / recipe.NAME


def test_it_says_what_the_checkout_says_without_a_network(package: Path) -> None:
    alone = ["unshare", "-rn"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no network namespace of one's own on this system")
    assert verify.differences(package, before=alone) == []


def test_it_writes_what_the_checkout_writes(package: Path, tmp_path: Path) -> None:
    draft = ROOT / "samples/planted/county-work-plan.docx"
    clean = ROOT / "samples/clean/county-work-plan.docx"
    for command in (
        ("annotate", draft, "-o", tmp_path / "批注.docx"),
        ("fix", draft, "-o", tmp_path / "修订.docx"),
        ("facts", draft, "-o", tmp_path / "台账.xlsx"),
        ("diff", clean, draft, "-o", tmp_path / "对照.docx"),
    ):
        status, printed = verify.said([verify.program(package), *command])
        assert status in (0, 1), printed
    assert all(path.stat().st_size > 4_000 for path in tmp_path.iterdir())
    assert len(list(tmp_path.iterdir())) == 4


def test_it_starts_within_two_seconds(package: Path) -> None:
    def seconds() -> float:
        begin = time.perf_counter()
        assert verify.said([verify.program(package), "--version"])[0] == 0
        return time.perf_counter() - begin

    seconds()
    assert min(seconds() for _ in range(5)) < 2


def test_it_holds_what_it_needs_and_no_more(package: Path) -> None:
    names = {path.name for path in package.rglob("*")}
    assert {
        "LICENSE",
        "NOTICE",
        "使用说明.html",
        "给起草人.html",
        "dict.txt",
        "indicators.yaml",
    } <= names
    assert {"pytest", "pip", "setuptools", "lac_small", "idf.txt"}.isdisjoint(names)
