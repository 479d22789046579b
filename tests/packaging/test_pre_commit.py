"""The hook, with the real pre-commit program on a scratch repository."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FAULTY = "一、任务\n\n推进节水（见专栏2）。\n\n> **专栏1 节水**\n>\n> 改造。\n"


def test_hook_stops_a_commit_with_an_error_and_passes_the_corrected_draft(tmp_path: Path) -> None:
    repository = tmp_path / "drafts"
    repository.mkdir()
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PYTHONPATH"))},
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONUTF8": "1",
    }

    def run(*command: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            cwd=repository,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def hook() -> "subprocess.CompletedProcess[str]":
        run("git", "add", "-A")
        return run(
            sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "planlint", "--all-files"
        )

    run("git", "init", "-q")
    draft = repository / "plan.md"
    draft.write_text(FAULTY, "utf-8")
    (repository / "notes.txt").write_text("见专栏9。", "utf-8")
    stopped = hook()
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "BOX001" in stopped.stdout
    assert "专栏9" not in stopped.stdout

    draft.write_text(FAULTY.replace("见专栏2", "见专栏1"), "utf-8")
    passed = hook()
    assert passed.returncode == 0, passed.stdout + passed.stderr
