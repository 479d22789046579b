"""planlint fix: what can safely be corrected, as tracked changes or in the text itself."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linter.commands import differences, shared, writing

if TYPE_CHECKING:
    from linter.commands.writing import Draft
    from linter.diagnosis.diagnostic import FileReport
    from linter.document.model import Document
    from linter.writers.fix import Fixed

_SUFFIX = ".修订"


def fix(
    path: Annotated[Path, typer.Argument(metavar="DRAFT", help="草稿（.docx .md .txt）。")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="写入此文件；不写，则 .docx 写入 草稿.修订.docx，文本改在原处。"
        ),
    ] = None,
    in_place: Annotated[
        bool, typer.Option("--in-place", help="把修订写进 .docx 本身，先另存 草稿.bak.docx。")
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
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """改正有把握的错误：形近字、〔〕、成对标点、叠字、漏掉的顿号等；数值矛盾从不代改。

    Word 草稿中写成修订，由作者逐条接受或拒绝；.md、.txt 改在原处，原文另存 草稿.bak.md。

    例：planlint fix 草稿.docx；planlint fix 草稿.md --diff
    """
    from linter.readers.errors import ReadError
    from linter.readers.load import format_of
    from linter.readers.options import View
    from linter.writers.errors import WriteError

    draft = writing.opened(path, shared.session(config, no_config, select, ignore), lang)
    reading = replace(draft.settings.reading, view=View.FINAL)  # what is deleted is not corrected
    draft = draft._replace(settings=replace(draft.settings, reading=reading))
    try:
        form = format_of(path.name)
        if form not in ("docx", "md", "txt"):
            raise WriteError("只能改 .docx、.md、.txt；其他格式请先另存为 .docx")
        if in_place and form != "docx":
            raise WriteError("--in-place 用于 .docx；文本草稿不写 -o 就是改在原处")
        in_place = in_place or (form != "docx" and output is None)
        where = path if diff else writing.target(path, _SUFFIX, output, in_place=in_place)
        fixed = _fixed(draft, form, baseline, unsafe=unsafe)
    except (ReadError, WriteError) as error:
        shared.fail(f"{path}: {getattr(error, 'message', error)}")
    if diff:
        differences.show(draft, form, fixed.data)
    elif fixed.data == draft.data:
        typer.echo(f"{path}：没有可改之处，未写文件")
    else:
        backup = writing.put(fixed.data, where, draft)
        kept = f"；原文件另存为 {backup}" if backup else ""
        by_hand = (
            f"，{len(fixed.left)} 处需手工改（已批注）" if fixed.left and form == "docx" else ""
        )
        typer.echo(f"已写入 {where}：改了 {len(fixed.made)} 处{by_hand}{kept}")
    if fixed.left and (diff or form != "docx"):
        for change in fixed.left:
            shared.warn(f"不能在此处直接改，请手工改：“{change.span.quote}”（{change.found.rule}）")


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
