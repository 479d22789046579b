"""planlint annotate: the findings as comments in the Word draft."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linter.catalogue.language import Lang
from linter.commands import shared, writing

if TYPE_CHECKING:
    from linter.commands.writing import Draft
    from linter.settings.session import Session

_SUFFIX = ".批注"


def annotate(
    path: Annotated[Path, typer.Argument(metavar="DRAFT", help="Word 草稿（.docx）。")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="写入此文件；不写则为 草稿.批注.docx。"),
    ] = None,
    in_place: Annotated[
        bool, typer.Option("--in-place", help="写进草稿本身，先另存 草稿.bak.docx。")
    ] = False,
    select: shared.SelectOption = None,
    ignore: shared.IgnoreOption = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="基线文件：只批注其中没有的问题。")
    ] = None,
    lang: shared.LangOption = None,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """把每个问题写成 Word 批注，标在原文上；矛盾的两处都标。

    再运行一次，只换掉 planlint 自己的批注，别人的批注和答复不动。

    例：planlint annotate 草稿.docx；planlint annotate 草稿.docx -o 送审.docx --select IND,NUM
    """
    where = writing.target(path, _SUFFIX, output, in_place=in_place)
    comment(path, where, shared.session(config, no_config, select, ignore), lang, baseline)


def comment(
    path: Path,
    where: Path,
    session: "Session",
    lang: Lang | None,
    baseline: Path | None,
    *,
    aside: bool = False,
) -> None:
    """Write a draft with its findings as comments to a file, and say so (`aside`: on stderr); or
    end with what is wrong."""
    from linter.readers.errors import ReadError
    from linter.writers.errors import WriteError

    draft = writing.opened(path, session, lang)
    try:
        data, line = _annotated(draft, where, baseline)
    except ReadError as error:
        shared.fail(f"{path}: {error.message}")
    except WriteError as error:
        shared.fail(f"{path}: {error}")
    backup = writing.put(data, where, draft)
    told = f"已写入 {where}：{line}" + (f"；原文件另存为 {backup}" if backup else "")
    shared.say(told, err=aside)


def _annotated(draft: "Draft", where: Path, baseline: Path | None) -> tuple[bytes, str]:
    """The draft with comments, and a line that counts them. Raises ReadError, WriteError."""
    from datetime import datetime

    from linter.readers.load import format_of, read_bytes
    from linter.reporters.summary import summary_line
    from linter.writers.annotate import annotated
    from linter.writers.comments import people
    from linter.writers.errors import WriteError

    settings = draft.settings
    form = format_of(draft.path.name)
    made = annotated(
        draft.data,
        lambda data: read_bytes(str(draft.path), data, form, settings.reading),
        lambda document: writing.checked(draft, document, baseline),
        {rule.id: rule for rule in settings.rules},
        draft.lang,
        datetime.now(),
        settings.reading.limits,
    )
    if where.exists() and where != draft.path and people(where.read_bytes()) > people(draft.data):
        raise WriteError(
            f"{where} 里有别人的批注，不能覆盖；请对它运行并加 --in-place，或用 -o 另存"
        )
    return made.data, f"{made.comments} 条批注；{summary_line([made.report], draft.lang)}"
