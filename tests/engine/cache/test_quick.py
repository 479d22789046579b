"""The quick way to what is known says what the command says, and loads next to nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from linter.commands.quick import known_run
from linter.engine.cache.results import Results
from linter.engine.many.work import How
from tests.engine.cache.conftest import Checked
from tests.helpers import ROOT, Run

OPTIONS = [
    ("--format", "json"),
    ("--format=plain", "--lang", "en"),
    ("--format", "sarif", "-q"),
    ("--format", "github", "--fail-on", "never"),
    ("--format", "junit", "--no-config"),
    ("--statistics", "--coverage", "--select", "BOX,PUN003", "--ignore", "PUN"),
    ("-j", "2", "--view=original", "--fail-on=info"),
]


@pytest.mark.parametrize("options", OPTIONS, ids=" ".join)
def test_it_says_what_the_command_says(
    options: tuple[str, ...], planlint: Run, faulty: Path, tmp_path: Path
) -> None:
    env = {"PLANLINT_NO_CACHE": "", "XDG_CACHE_HOME": str(tmp_path / "cache")}
    (tmp_path / ".planlint.yaml").write_text(
        "suppress:\n  - {rule: IND001, reason: 例, path: faulty.md}\n", "utf-8"
    )
    runs = [planlint("check", faulty, *options, **env) for _ in range(2)]
    said = [(one.returncode, one.stdout, one.stderr) for one in runs]
    assert said[0] == said[1]
    assert runs[0].stdout


def test_it_leaves_what_is_not_known(
    faulty: Path, results: Results, checked: Checked, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["check", str(faulty), "--format", "plain", "-q"]
    assert known_run(asked) is None
    checked(faulty, how=How())
    assert known_run(asked) == 1
    assert "BOX001" in capsys.readouterr().out
    for more in (["-"], ["--baseline", "x"], ["--profile"], ["--jobs", "0"], ["--lang", "fr"]):
        assert known_run([*asked, *more]) is None
    for other in (["--format", "html"], ["-o", "x.docx"], ["--output=x.html"]):
        assert known_run(["check", str(faulty), *other]) is None
    faulty.write_text(faulty.read_text("utf-8") + "完。\n", "utf-8")
    assert known_run(asked) is None
    assert capsys.readouterr().out == ""


def test_it_loads_neither_rules_nor_readers_nor_words(
    faulty: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    code = (
        "import os, sys; sys.argv = ['planlint', 'check', '--format', 'json', 'faulty.md']\n"
        "leave = os._exit\n"
        "def told(code):\n"
        "    sys.stderr.write('\\n'.join(sys.modules)); sys.stderr.flush(); leave(code)\n"
        "os._exit = told\n"
        "from linter.app import main\n"
        "main()\n"
    )
    env = {
        **os.environ,
        "PLANLINT_NO_CACHE": "",
        # not in the current folder, in which Python looks for packages here
        "XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache")),
        "XDG_CONFIG_HOME": str(tmp_path_factory.mktemp("home")),
        "PYTHONPATH": str(ROOT),
    }
    first, second = (
        subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True
        )
        for _ in range(2)
    )
    assert (first.returncode, first.stdout) == (second.returncode, second.stdout)
    assert "BOX001" in second.stdout
    assert "linter.engine.check" in first.stderr
    loaded = set(second.stderr.split())
    assert "linter.engine.cache.recall" in loaded
    heavy = {"typer", "yaml", "lxml", "jieba", "docx2python", "rich", "multiprocessing"}
    assert not heavy & loaded
    ours = {name for name in loaded if name.startswith("linter.")}
    assert not [name for name in ours if name.startswith(("linter.subjects.", "linter.across"))]
    assert not ours & {"linter.engine.check", "linter.catalogue.load", "linter.settings.resolve"}
