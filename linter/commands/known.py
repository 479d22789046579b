"""The baselines that hold for the drafts of a run: that of the command line, or of each draft's
configuration."""

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linter.commands import shared

if TYPE_CHECKING:
    from linter.diagnosis.baseline.model import Baseline
    from linter.diagnosis.diagnostic import FileReport
    from linter.engine.run import Prepared
    from linter.settings.effective import Settings
    from linter.settings.session import Session

DEFAULT = Path(".planlint-baseline.json")
_PLAIN = re.compile(r"[\w.-]*[A-Za-z][\w.-]*")  # what YAML takes for text as it stands
NoBaselineOption = Annotated[
    bool, typer.Option("--no-baseline", help="不用配置中的基线：全部问题都报。")
]


def baseline_of(settings: "Settings", asked: Path | None) -> Path | None:
    """Return the baseline of a draft; one that a configuration names and is not there is told."""
    if asked is not None or settings.baseline is None:
        return asked
    if settings.baseline.exists():
        return settings.baseline
    _tell_missing(settings.baseline, str(settings.origin("baseline")))
    return None


_told: set[Path] = set()


def _tell_missing(path: Path, origin: str) -> None:
    """Say once that a baseline is not there yet: then every finding is reported."""
    from linter.catalogue.faults import shown

    if path not in _told:
        _told.add(path)
        shared.warn(f"{origin}: 还没有基线文件 {shown(path)}，全部问题都报；用 baseline write 生成")


def against(run: "Prepared", asked: Path | None) -> "Callable[[int, FileReport], FileReport]":
    """Return what leaves of the report of a file, by its number, what is new against its baseline
    only; ends where a baseline is none."""
    from linter.diagnosis.baseline.compare import Known

    files = [baseline_of(one, asked) for one in run.settings]
    drafts: dict[Path, list[str]] = {}
    for path, name in zip(files, run.names, strict=True):
        if path is not None:
            drafts.setdefault(path, []).append(name)
    known: dict[Path, Known] = {
        path: Known(opened(path), path, names) for path, names in drafts.items()
    }
    ran = {rule.id for rule in run.rules}

    def compared(index: int, report: "FileReport") -> "FileReport":
        path = files[index]
        return report if path is None else known[path].compared(report, ran)

    return compared


def opened(path: Path) -> "Baseline":
    """The baseline in a file; ends where that is none."""
    from linter.diagnosis.baseline.model import BaselineError, read

    try:
        return read(path)
    except BaselineError as error:
        shared.fail(str(error))


def configured(session: "Session", paths: Sequence[Path] | None) -> Path | None:
    """The baseline that the configuration of the first draft names, as seen from here."""
    first = next(iter(paths or ()), Path())
    settings, _ = session.settings_and_faults(first / "draft.md" if first.is_dir() else first)
    return Path(os.path.relpath(settings.baseline)) if settings.baseline is not None else None


def how_to_configure(file: Path) -> str:
    """The line by which a check finds a baseline by itself."""
    import json

    from linter.settings.discover import NAMES

    folder = file.parent
    name = next((n for n in NAMES if (folder / n).is_file()), NAMES[0])
    value = file.name if _PLAIN.fullmatch(file.name) else json.dumps(file.name, ensure_ascii=False)
    line = f"在 {folder / name} 中写一行 baseline: {value}"
    return f"以后检查自动使用：{line}（或每次写 --baseline {file}）"
