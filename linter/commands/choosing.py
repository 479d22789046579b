"""Which drafts a command is to look at: paths, lists of names, what git says has changed."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from linter.commands import shared

if TYPE_CHECKING:
    from collections.abc import Mapping


FilesFromOption = Annotated[
    Path | None,
    typer.Option(
        "--files-from",
        help="从这个文件读草稿的名单（- 为标准输入）：每行一个，或以 NUL 分隔；其中不是草稿的不算，"
        "名单可以是空的。",
    ),
]
ChangedSinceOption = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar="REV",
        help="只查从这个版本（提交、分支、标签）以来改过的草稿，包括还没有加入 git 的；"
        "没有改动不算错。",
    ),
]
ExcludeOption = Annotated[
    list[str] | None,
    typer.Option("--exclude", help="文件夹中不查这些文件：.gitignore 的写法，从当前文件夹算起。"),
]
ForceExcludeOption = Annotated[
    bool,
    typer.Option("--force-exclude", help="直接写明的文件也按 exclude 排除（供 pre-commit 用）。"),
]
NoIgnoreOption = Annotated[
    bool, typer.Option("--no-ignore", help="文件夹中的 .gitignore 不起作用。")
]

_SUGGESTED = 5
_LOOKED_AT = 200  # drafts: a home folder may have any number
_WORDS = {
    "exclude": "被 exclude 排除",
    "gitignore": "被 .gitignore 排除",
    "own": "是 planlint 写的",
}


class Chosen(NamedTuple):
    """The paths of a run; where a list or git gave them (`listed`), there may be none."""

    paths: list[Path]
    listed: bool


def chosen(paths: Sequence[Path], files_from: Path | None, changed_since: str | None) -> Chosen:
    """Return what to look at, or end with what is wrong or what may be meant."""
    from linter.commands import changed, listing

    if files_from is not None and changed_since is not None:
        shared.fail("--files-from 与 --changed-since 只能用一个")
    if changed_since is not None:
        try:
            return Chosen(changed.drafts(changed_since, paths), True)
        except changed.GitError as error:
            shared.fail(f"--changed-since {changed_since}：{error}")
    if files_from is not None:
        try:
            named = listing.drafts(files_from)
        except listing.ListError as error:
            shared.fail(f"--files-from {files_from}：{error}")
        return Chosen([*paths, *named], True)
    if not paths:
        suggest()
    return Chosen(list(paths), False)


def suggest() -> None:
    """Say what could be checked here, and end with exit code 2."""
    from itertools import islice
    from shlex import quote

    from linter.engine.drafts import drafts_below

    here = sorted(islice(drafts_below(Path()), _LOOKED_AT))
    lines = ["没有写明检查什么。"]
    if here:
        many = "至少 " if len(here) == _LOOKED_AT else ""
        lines[0] += f"这个文件夹里有 {many}{len(here)} 份草稿："
        lines += [f"  planlint check {quote(str(path))}" for path in here[:_SUGGESTED]]
        lines.append("  planlint check .    （全部）")
    else:
        lines[0] += "这个文件夹里没有草稿；请写草稿或文件夹的路径，如 planlint check 草稿.docx"
    lines.append(
        "文件名若来自别的命令（这次是空的）：用 --files-from - 或 --changed-since，没有草稿时不算错"
    )
    shared.fail("\n".join(lines))


def nothing(left_out: "Mapping[str, int]") -> str:
    """Why no draft was found."""
    told = [f"{count} 个{_WORDS[why]}" for why, count in sorted(left_out.items()) if count]
    more = f"（另有 {'，'.join(told)}）" if told else ""
    hint = "；--no-ignore 不理会 .gitignore" if left_out.get("gitignore") else ""
    return shared.NO_DRAFTS + more + hint
