"""What the commands share that write into drafts: reading, checking, and where to write."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from linter.catalogue.language import Lang
from linter.commands import shared
from linter.text.files import is_one

if TYPE_CHECKING:
    from linter.diagnosis.diagnostic import FileReport
    from linter.document.model import Document
    from linter.settings.effective import Settings
    from linter.settings.session import Session

BACKUP = "bak"
_ZIP = b"PK"


class Draft(NamedTuple):
    """A draft on the way through a command: its bytes, and what holds for it."""

    path: Path
    data: bytes
    settings: "Settings"
    lang: Lang


def opened(path: Path, session: "Session", lang: Lang | None) -> Draft:
    """Return a draft and its settings, or end with what is wrong."""
    from linter.catalogue.faults import ConfigError
    from linter.text.files import reason

    try:
        settings = session.settings(path)
        limit = settings.reading.limits.file_bytes
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except ConfigError as error:
        shared.fail(str(error))
    except OSError as error:
        shared.fail(f"{path}: 不能读取：{reason(error)}")
    if len(data) > limit:
        shared.fail(f"{path}: 文件过大：超过 {limit >> 20} MB")
    return Draft(path, data, settings, lang or settings.lang)


def checked(
    draft: Draft, document: "Document", baseline: Path | None, rules: "set[str] | None" = None
) -> "FileReport":
    """Return the report on a draft, less what its baseline holds; a rule that crashed is told."""
    from dataclasses import replace

    from linter.commands.known import baseline_of
    from linter.diagnosis.baseline.compare import compare
    from linter.diagnosis.baseline.model import BaselineError, read
    from linter.diagnosis.diagnostic import Keep
    from linter.engine.check import check

    baseline = baseline_of(draft.settings, baseline)
    settings = replace(draft.settings, lang=draft.lang)
    report = check(document, settings, keep=Keep(coverage=True))
    if report.error is not None:
        shared.warn(f"{draft.path}: {report.error.message}")
    if baseline is None:
        return report
    try:
        ran = {rule.id for rule in draft.settings.rules}
        return compare(read(baseline), baseline, [report], ran)[0]
    except BaselineError as error:
        shared.fail(str(error))


def target(draft: Path, suffix: str, output: Path | None, *, in_place: bool) -> Path:
    """Return where to write, or end: never over the draft unless asked to."""
    if in_place:
        if output is not None:
            shared.fail("--in-place 与 -o 只能用一个")
        return draft
    stem = draft.stem.removesuffix(suffix)
    where = output or draft.with_name(f"{stem}{suffix}{draft.suffix}")
    if is_one(where, draft):
        shared.fail(f"{where} 是草稿本身，不能覆盖；要写进原文件，请用 --in-place（先留备份）")
    return where


def put(data: bytes, where: Path, draft: Draft, *, backups: bool = True) -> Path | None:
    """Write a file whole; over the draft only when a copy is kept, whose path is returned."""
    from linter.text.files import reason, write_atomically
    from linter.text.own_marks import as_copy

    try:
        backup = None
        if is_one(where, draft.path):
            if backups:
                backup = _free(draft.path)
                write_atomically(backup, draft.data)
        elif data.startswith(_ZIP):
            data = as_copy(data, where, draft.path)
        write_atomically(where, data)
    except OSError as error:
        shared.fail(f"不能写入 {where}：{reason(error)}")
    return backup


def _free(draft: Path) -> Path:
    """The name of the copy that is kept; one that is there already may be the only original."""
    n, backup = 1, draft.with_name(f"{draft.stem}.{BACKUP}{draft.suffix}")
    while backup.exists():
        n += 1
        backup = draft.with_name(f"{draft.stem}.{BACKUP}{n}{draft.suffix}")
    return backup
