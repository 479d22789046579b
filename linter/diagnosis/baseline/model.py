"""A baseline and its file: fingerprints by draft, with words for people, one line an entry."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from linter.diagnosis.diagnostic import Diagnostic
from linter.text.files import reason, write_atomically

VERSION = 1
_AGAIN = "可删去后用 planlint baseline write 重新生成"


class BaselineError(Exception):
    """A baseline cannot be read; the message says which and why."""


@dataclass(frozen=True, slots=True)
class BaselineEntry:
    """A known finding. Only `fingerprint` says what it is; the rest is for people and near misses.

    `section` is the path of headings above it, outermost first, joined by ›.
    """

    rule: str
    fingerprint: str
    section: str
    quote: str

    @classmethod
    def of(cls, d: Diagnostic) -> "BaselineEntry":
        section = " › ".join(d.span.node.locator.section)
        return cls(d.rule, d.fingerprint, section, " ".join(d.span.quote.split()))


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings of drafts, by path relative to the baseline's folder."""

    files: Mapping[str, tuple[BaselineEntry, ...]]

    @property
    def size(self) -> int:
        return sum(map(len, self.files.values()))


def path_key(draft: str, baseline: Path) -> str:
    """Return how a baseline names a draft: relative to its folder, with forward slashes."""
    return Path(os.path.relpath(draft, baseline.resolve().parent)).as_posix()


def read(path: Path) -> Baseline:
    """Return the baseline in a file. Raises BaselineError."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise BaselineError(f"没有基线文件 {path}，先运行 planlint baseline write 生成") from error
    except OSError as error:
        raise BaselineError(f"基线文件 {path} 不能读取：{reason(error)}") from error
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"{path} 不是基线文件：内容不是 JSON，{_AGAIN}") from error
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise BaselineError(f"{path} 不是版本 {VERSION} 的 planlint 基线文件，{_AGAIN}")
    try:
        return Baseline({key: _entries(rows) for key, rows in data["files"].items()})
    except (KeyError, TypeError, AttributeError) as error:
        raise BaselineError(f"基线文件 {path} 的内容不完整，{_AGAIN}") from error


def _entries(rows: Iterable[Mapping[str, Any]]) -> tuple[BaselineEntry, ...]:
    names = [field.name for field in fields(BaselineEntry)]
    return tuple(BaselineEntry(**{name: str(row[name]) for name in names}) for row in rows)


def write(path: Path, baseline: Baseline) -> None:
    """Write a baseline, sorted, so that its changes are easy to read. Raises OSError."""
    write_atomically(path, dumps(baseline))


def dumps(baseline: Baseline) -> str:
    """Return the text of a baseline's file."""
    files = [
        f"  {_json(key)}: [\n" + ",\n".join(f"   {_row(e)}" for e in _sorted(entries)) + "\n  ]"
        for key, entries in sorted(baseline.files.items())
        if entries
    ]
    inside = "\n" + ",\n".join(files) + "\n " if files else ""
    return f'{{\n "version": {VERSION},\n "files": {{{inside}}}\n}}\n'


def _sorted(entries: Iterable[BaselineEntry]) -> list[BaselineEntry]:
    return sorted(entries, key=lambda e: (e.rule, e.section, e.quote, e.fingerprint))


def _row(entry: BaselineEntry) -> str:
    return _json({field.name: getattr(entry, field.name) for field in fields(BaselineEntry)})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
