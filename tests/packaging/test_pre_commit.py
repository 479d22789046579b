"""The hook, with the real pre-commit program on a scratch repository."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.docs.test_ci_pages import files
from tests.readers.docx.fixtures import p, word

ROOT = Path(__file__).parents[2]
FAULTY = "一、任务\n\n推进节水（见专栏2）。\n\n> **专栏1 节水**\n>\n> 改造。\n"


def test_hooks_stop_a_commit_correct_a_draft_and_pass_what_is_right(tmp_path: Path) -> None:
    repository = tmp_path / "drafts"
    repository.mkdir()
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PYTHONPATH"))},
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONUTF8": "1",
        "PIP_NO_COMPILE": "1",  # most of the time of an installation
    }

    def run(*command: str, cwd: Path = repository) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            cwd=cwd,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def hook() -> "subprocess.CompletedProcess[str]":
        run("git", "add", "-A")
        return run(sys.executable, "-m", "pre_commit", "run", "--all-files")

    config = _shown_in_docs(_published(tmp_path, run))
    (repository / ".pre-commit-config.yaml").write_text(yaml.dump(config))
    run("git", "init", "-q")
    drafts = repository / "drafts"
    (drafts / "旧").mkdir(parents=True)
    draft = drafts / "plan.md"
    draft.write_text(FAULTY, "utf-8")
    (repository / "elsewhere.md").write_text(FAULTY.replace("专栏2", "专栏8"), "utf-8")
    (repository / "notes.txt").write_text("见专栏9。", "utf-8")
    stopped = hook()
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "BOX001" in stopped.stdout
    assert "专栏2" in stopped.stdout
    assert not {"专栏8", "专栏9"} & set(re.findall(r"专栏\d", stopped.stdout))
    assert "files were modified" not in stopped.stdout

    draft.write_text(FAULTY.replace("见专栏2", "见专栏1"), "utf-8")
    passed = hook()
    assert passed.returncode == 0, passed.stdout + passed.stderr

    # faults E: planlint-fix corrects what is certain, in text and in Word, and keeps no copies.
    draft.write_text("一、任务\n\n合埋安排工期。\n", "utf-8")
    in_word = drafts / "plan.docx"
    in_word.write_bytes(word(p("一、任务") + p("合埋安排工期。")))
    old = FAULTY.replace("推进节水", "合埋节水")
    (drafts / "旧" / "old.md").write_text(old, "utf-8")
    (repository / ".planlint.yaml").write_text("exclude: [旧/]\n", "utf-8")
    corrected = hook()
    assert corrected.returncode == 1
    assert corrected.stdout.count("files were modified by this hook") == 1
    assert draft.read_text("utf-8") == "一、任务\n\n合理安排工期。\n"
    assert b"w:ins" in zipfile.ZipFile(in_word).read("word/document.xml")
    again = hook()
    assert again.returncode == 0, again.stdout + again.stderr
    assert not list(repository.rglob("*.bak*"))
    assert (drafts / "旧" / "old.md").read_text("utf-8") == old


def _shown_in_docs(repository: Path) -> dict[str, Any]:
    """The configuration that docs/ci.md shows, with a real address and tag."""
    config: dict[str, Any] = files("ci.md")[".pre-commit-config.yaml"]
    config["repos"][0] |= {"repo": str(repository), "rev": "v1"}
    return config


def _published(folder: Path, run: Callable[..., object]) -> Path:
    """This checkout as it stands, as a repository with a tag."""
    home = folder / "planlint"
    kept = shutil.ignore_patterns(".*", "__pycache__", "tests", "bench", "samples")
    shutil.copytree(ROOT, home, ignore=kept)
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", home)
    person = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    for command in (["init", "-q"], ["add", "-A"], [*person, "commit", "-qm", "x"], ["tag", "v1"]):
        run("git", *command, cwd=home)
    return home
