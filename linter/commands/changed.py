"""The drafts that changed since a revision, as git tells them; new ones are among them."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from linter.text.harmless import harmless

_LONGEST = 60  # seconds that git may take


class GitError(Exception):
    """git cannot tell; the message says why, in one line."""


def drafts(revision: str, paths: Sequence[Path]) -> list[Path]:
    """Return the drafts that differ from where the work branched off the revision, or are not in
    git yet, below `paths` (none: the current folder). Raises GitError."""
    from linter.readers.load import CONVERTED, NAMED_ONLY, SUFFIXES

    root = Path(os.fsdecode(_git("rev-parse", "--show-toplevel").rstrip(b"\r\n")))
    base = _base(revision)
    names = _git(
        "diff", "--name-only", "-z", "--diff-filter=d", "--no-ext-diff", base, "--", at=root
    )
    new = _git("ls-files", "--others", "--exclude-standard", "-z", at=root)
    suffixes = {*SUFFIXES, *CONVERTED} - NAMED_ONLY
    files = {root / os.fsdecode(name) for name in (names + new).split(b"\0") if name}
    wanted = [path.resolve() for path in paths or [Path()]]
    return sorted(
        Path(os.path.relpath(file))
        for file in files
        if file.suffix.lower() in suffixes and any(file.is_relative_to(one) for one in wanted)
    )


def _base(revision: str) -> str:
    """The commit at which the current work branched off; the revision itself without one."""
    found = _run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = found.stdout.decode("ascii", "replace").strip()
    if found.returncode or not commit:
        raise GitError("没有这个版本（提交、分支或标签）；浅克隆（fetch-depth）里可能没有取到它")
    branched = _run("merge-base", commit, "HEAD")
    return branched.stdout.decode("ascii", "replace").strip() or commit


def _git(*arguments: str, at: Path = Path()) -> bytes:
    done = _run(*arguments, at=at)
    if done.returncode:
        raise GitError(_told(done.stderr.decode("utf-8", "replace")))
    return done.stdout


def _run(*arguments: str, at: Path = Path()) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "LC_ALL": "C", "LANGUAGE": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(
            ["git", *arguments],
            cwd=at,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LONGEST,
            check=False,
        )
    except FileNotFoundError as error:
        raise GitError("没有安装 git") from error
    except subprocess.TimeoutExpired as error:
        raise GitError(f"git 在 {_LONGEST} 秒内没有答复") from error
    except OSError as error:
        raise GitError("git 不能运行") from error


def _told(words: str) -> str:
    if "not a git repository" in words:
        return "这个文件夹不在 git 仓库中"
    if "dubious ownership" in words:
        return "仓库的所有者是别人，git 拒绝读取（safe.directory）"
    first = next(iter(words.strip().splitlines()), "没有说明原因")
    return f"git：{harmless(first.removeprefix('fatal: '))}"
