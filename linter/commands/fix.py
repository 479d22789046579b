"""planlint fix: what can safely be corrected, as tracked changes or in the text itself."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from linter.catalogue.language import Lang
from linter.commands import choosing, differences, shared, writing

if TYPE_CHECKING:
    from linter.commands.writing import Draft
    from linter.diagnosis.diagnostic import FileReport
    from linter.document.model import Document
    from linter.settings.effective import Settings
    from linter.settings.session import Session
    from linter.writers.fix import Fixed

_SUFFIX = ".修订"


def fix(
    paths: Annotated[list[Path], typer.Argument(help="草稿（.docx .md .txt），可写几份。")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="写入此文件；不写，则 .docx 写入 草稿.修订.docx，文本改在原处。"
        ),
    ] = None,
    in_place: Annotated[
        bool, typer.Option("--in-place", help="把修订写进 .docx 本身，先另存 草稿.bak.docx。")
    ] = False,
    no_backup: Annotated[
        bool, typer.Option("--no-backup", help="不另存原文：草稿在 git 仓库中时用。")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="只显示会改什么，不写文件。")] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="也作不一定对的修改，请逐条过目。")
    ] = False,
    select: shared.SelectOption = None,
    ignore: shared.IgnoreOption = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="基线文件：只改其中没有的问题。")
    ] = None,
    lang: shared.LangOption = None,
    force_exclude: choosing.ForceExcludeOption = False,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """改正有把握的错误：形近字、〔〕、成对标点、叠字、漏掉的顿号等；数值矛盾从不代改。

    Word 草稿中写成修订，由作者逐条接受或拒绝；.md、.txt 改在原处，原文另存 草稿.bak.md。

    例：planlint fix 草稿.docx；planlint fix 草稿.md --diff
    """
    if output is not None and len(paths) > 1:
        shared.fail("-o 只用于一份草稿")
    session = shared.session(config, no_config, select, ignore)
    if force_exclude:
        from linter.engine.drafts import expand_paths

        session.forces_exclude = True
        paths = expand_paths(paths, session)
    wishes = _Wishes(output, in_place, not no_backup, diff, unsafe, baseline)
    done = [_fixes(path, session, lang, wishes) for path in paths]
    if not all(done):
        raise typer.Exit(shared.FAILED)


class _Wishes(NamedTuple):
    """What the command line says of the corrections."""

    output: Path | None
    in_place: bool
    backups: bool
    diff: bool
    unsafe: bool
    baseline: Path | None


def _fixes(path: Path, session: "Session", lang: Lang | None, wishes: _Wishes) -> bool:
    """Correct one of several drafts, whatever becomes of the others; False where that failed."""
    try:
        return _fix(path, session, lang, wishes)
    except typer.Exit:  # it has been told why
        return False


def _fix(path: Path, session: "Session", lang: Lang | None, wishes: _Wishes) -> bool:
    """Correct one draft and say so; tell what is wrong with one that cannot be."""
    from linter.readers.errors import ReadError
    from linter.readers.load import format_of
    from linter.writers.errors import WriteError

    draft = writing.opened(path, session, lang)
    draft = draft._replace(settings=_reading_all(draft.settings))
    try:
        form = format_of(path.name)
        if form not in ("docx", "md", "txt"):
            raise WriteError("只能改 .docx、.md、.txt；其他格式请先另存为 .docx")
        in_place = wishes.in_place or (form != "docx" and wishes.output is None)
        where = (
            path if wishes.diff else writing.target(path, _SUFFIX, wishes.output, in_place=in_place)
        )
        fixed = _fixed(draft, form, wishes.baseline, unsafe=wishes.unsafe)
    except (ReadError, WriteError) as error:
        shared.warn(f"{path}: {getattr(error, 'message', error)}")
        return False
    if wishes.diff:
        differences.show(draft, form, fixed.data)
    elif fixed.data == draft.data:
        shared.say(f"{path}：没有可改之处，未写文件")
    else:
        backup = writing.put(fixed.data, where, draft, backups=wishes.backups)
        _tell(fixed, where, backup, by_hand=form == "docx")
    if fixed.left and (wishes.diff or form != "docx"):
        for change in fixed.left:
            shared.warn(f"不能在此处直接改，请手工改：“{change.span.quote}”（{change.found.rule}）")
    return True


def _tell(fixed: "Fixed", where: Path, backup: Path | None, *, by_hand: bool) -> None:
    """Say what was written."""
    kept = f"；原文件另存为 {backup}" if backup else ""
    left = f"，{len(fixed.left)} 处需手工改（已批注）" if fixed.left and by_hand else ""
    shared.say(f"已写入 {where}：改了 {len(fixed.made)} 处{left}{kept}")


def _reading_all(settings: "Settings") -> "Settings":
    """The settings of a draft to be fixed: what is deleted is not corrected, and of what can be
    fixed nothing is left out, however few findings of a rule a report lists."""
    from dataclasses import replace

    from linter.readers.view import View

    limits = replace(settings.reading.limits, findings=sys.maxsize)
    reading = replace(settings.reading, view=View.FINAL, limits=limits)
    return replace(settings, reading=reading)


def _fixed(draft: "Draft", form: str, baseline: Path | None, *, unsafe: bool) -> "Fixed":
    from datetime import datetime

    from linter.readers.load import read_bytes
    from linter.writers.errors import WriteError
    from linter.writers.fix import fix_text, fix_word

    settings = draft.settings

    def check(data: bytes) -> "tuple[Document, FileReport]":
        document = read_bytes(str(draft.path), data, form, settings.reading)
        if form == "docx" and document.format != "docx":
            raise WriteError("修订只能写入 Word 文档（.docx）；请用 Word 或 WPS 另存为 .docx")
        return document, writing.checked(draft, document, baseline)

    if form != "docx":
        return fix_text(draft.data, check, unsafe=unsafe)
    rules = {rule.id: rule for rule in settings.rules}
    return fix_word(draft.data, check, rules, draft.lang, datetime.now(), unsafe=unsafe)
