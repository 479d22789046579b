"""planlint init: a first configuration and a first pack, both commented."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from linter.commands import shared


def init(
    folder: Annotated[Path, typer.Argument(help="写在哪个文件夹，不写即当前文件夹。")] = Path(),
) -> None:
    """写一份带说明的 .planlint.yaml 和一个规则包 house-rules/；已有的文件不动。"""
    if not folder.is_dir():
        shared.fail(f"{folder}: 文件夹不存在")
    from linter.text.files import reason

    written = 0
    for source, target in _files(folder):
        if target.exists():
            shared.say(f"已有，未动 {target}")
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as out:
                out.write(source.read_text("utf-8"))
        except OSError as error:
            shared.fail(f"不能写入 {target}：{reason(error)}")
        shared.say(f"已写入 {target}")
        written += 1
    if written:
        _tell_of_others(folder)
        shared.say(
            f"下一步：在 {folder / 'house-rules' / 'rules.yaml'} 中加一个词，再检查一份草稿。"
        )


def _tell_of_others(folder: Path) -> None:
    """Say that a configuration further up holds here as well: its pack may have the same codes."""
    from linter.catalogue.faults import shown
    from linter.settings.discover import files_above

    if above := files_above(folder.resolve().parent):
        shared.say(
            f"注意：上级文件夹的 {shown(above[0])} 在这里也有效，两处规则包的规则代码不能相同；"
            "在这里的 .planlint.yaml 写 root: true 则不再用上级的。"
        )


def _files(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield every file of the template and where it goes."""
    from linter.text.shipped import rules_dir

    root = rules_dir() / "init"
    for source in sorted(root.rglob("*.yaml")):
        name = source.relative_to(root)
        target = Path(".planlint.yaml") if name == Path("planlint.yaml") else name
        yield source, folder / target
