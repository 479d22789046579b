"""planlint baseline write|show|prune: the findings that are known."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linter.catalogue.language import Lang
from linter.commands import known, shared
from linter.commands.usage.run import App

if TYPE_CHECKING:
    from linter.diagnosis.baseline.model import Baseline
    from linter.diagnosis.diagnostic import FileReport
    from linter.engine.run import Outcome
    from linter.settings.session import Session

app = App(
    name="baseline",
    help="基线：记下已知的问题，以后的检查只报新出现的。\n\n"
    "例：planlint baseline write 草稿.docx；"
    "planlint check 草稿.docx --baseline .planlint-baseline.json",
)

Drafts = Annotated[list[Path], typer.Argument(help="草稿或文件夹。")]
Optional = Annotated[
    list[Path] | None, typer.Argument(help="草稿或文件夹；不写则为基线中的全部草稿。")
]
File = Annotated[
    Path | None,
    typer.Option(
        "--file", help="基线文件；不写则为配置中的基线。", show_default=str(known.DEFAULT)
    ),
]


@app.command()
def write(
    paths: Drafts,
    file: File = None,
    select: shared.SelectOption = None,
    ignore: shared.IgnoreOption = None,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """检查草稿，把现有的问题全部记入基线；基线中其他草稿的记录不变。"""
    from linter.diagnosis.baseline import compare
    from linter.text.files import locked

    session = shared.session(config, no_config, select, ignore)
    configured = known.configured(session, paths)
    file = file or configured or known.DEFAULT
    _read(file, missing=True)  # what is wrong with it is told before all the work
    reports = _run(paths, session).reports
    sound = [report for report in reports if report.error is None]
    if sound:
        with locked(file):
            _write(file, compare.record(_read(file, missing=True), file, sound, _compares))
        count = sum(len(report.diagnostics) for report in sound)
        shared.say(f"已写入 {file}：{len(sound)} 个文件，{count} 条")
        if configured is None or file.resolve() != configured.resolve():
            shared.say(known.how_to_configure(file))
    _finish(reports)


@app.command()
def show(
    paths: Optional = None,
    file: File = None,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """列出基线所记的问题。"""
    from linter.diagnosis.baseline.model import path_key
    from linter.engine.drafts import expand_paths

    file = file or known.configured(shared.session(config, no_config), paths) or known.DEFAULT
    baseline = _read(file)
    wanted = {path_key(str(path), file) for path in expand_paths(paths or [])}
    shown = {n: held for n, held in baseline.files.items() if not paths or n in wanted}
    for name, entries in shown.items():
        shared.say(f"{name}（{len(entries)} 条）")
        for entry in entries:
            shared.say(f"  {entry.rule}  “{entry.quote}”  {entry.section}")
    shared.say(f"共 {sum(map(len, shown.values()))} 条")


@app.command()
def prune(
    paths: Optional = None,
    file: File = None,
    select: shared.SelectOption = None,
    ignore: shared.IgnoreOption = None,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """删去基线中已不再出现的记录；改了名的草稿，记录随新的名称。"""
    from linter.diagnosis.baseline import compare, renames
    from linter.engine.drafts import expand_paths
    from linter.text.files import locked

    session = shared.session(config, no_config, select, ignore)
    file = file or known.configured(session, paths) or known.DEFAULT
    baseline = _read(file)
    folder = file.resolve().parent
    here = [folder / name for name in baseline.files if (folder / name).exists()]
    gone = renames.missing(baseline, folder)
    if not paths and gone:  # they may be here under another name
        held = {path.resolve() for path in here}
        here += [path for path in expand_paths([folder], session) if path.resolve() not in held]
    outcome = _run(paths or [Path(os.path.relpath(path)) for path in here], session)
    ran = {rule.id for rule in outcome.rules}
    with locked(file):
        baseline = _read(file)
        named, moved = renames.followed(baseline, file, outcome.reports)
        of_baseline = [r for r in outcome.reports if paths or renames.is_held(named, file, r)]
        pruned = compare.prune(named, file, of_baseline, ran)
        _write(file, pruned)
    for old, new in moved.items():
        shared.say(f"{old} → {new}：已改名，记录随新的名称")
    shared.say(f"{file}：删去 {baseline.size - pruned.size} 条，剩 {pruned.size} 条")
    _finish(outcome.reports if paths else of_baseline)


def _compares(rule: str) -> bool:
    """Whether an entry is of a rule that compares drafts: diff, align, reconcile write those."""
    from linter.catalogue.load import builtin_rules

    return any(one.id == rule and one.compares for one in builtin_rules())


def _run(paths: Sequence[Path], session: "Session") -> "Outcome":
    from linter.catalogue.faults import ConfigError
    from linter.engine.run import How, run

    try:
        outcome = run(paths, session, How(Lang.ZH))
    except ConfigError as error:
        shared.fail(str(error))
    if outcome.interrupted is not None:
        shared.warn("运行中断，基线没有改动")
        raise typer.Exit(outcome.interrupted)
    if paths and not outcome.reports:
        shared.fail(shared.NO_DRAFTS)
    return outcome


def _read(file: Path, *, missing: bool = False) -> "Baseline":
    """The baseline in a file; an empty one where it may be missing and is."""
    from linter.diagnosis.baseline.model import Baseline

    return Baseline({}) if missing and not file.exists() else known.opened(file)


def _write(file: Path, baseline: "Baseline") -> None:
    from linter.diagnosis.baseline import model
    from linter.text.files import reason

    try:
        model.write(file, baseline)
    except OSError as error:
        shared.fail(f"不能写入 {file}：{reason(error)}")


def _finish(reports: "Sequence[FileReport]") -> None:
    """Tell of the files that could not be read; their entries stay as they were."""
    unread = [report for report in reports if report.error is not None]
    for report in unread:
        shared.say(f"planlint: {report.path}: {report.error and report.error.message}", err=True)
    if unread:
        raise typer.Exit(shared.FAILED)
