"""What is done with one file of a run: known from an earlier run, or read and checked."""

import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from linter.catalogue.language import Lang
from linter.diagnosis.diagnostic import FileError, FileReport, Keep
from linter.engine.cache.codec import packed, unpacked
from linter.engine.cache.keys import Keys
from linter.engine.check import NOTHING, check_bytes, check_path
from linter.engine.many.words import AUTO
from linter.engine.profile import Profile
from linter.readers.load import ReadError, content, too_big
from linter.readers.view import View
from linter.settings.effective import Settings
from linter.settings.session import Session
from linter.text.files import reason

STDIN = Path("-")


class How(NamedTuple):
    """What the command line decides for every file of a run, whatever configurations say.

    `jobs` is how many processes check the files, AUTO as many as are worth it. `time_limit` is how
    many seconds a file may take, 0 any number, None what is usual. `cache` is whether results of
    earlier runs may be used, and kept for later ones.
    """

    lang: Lang | None = None
    view: View | None = None
    stdin_name: str = "stdin.md"
    progress: bool = True
    profile: Profile | None = None
    keep: Keep = NOTHING
    jobs: int = 1
    time_limit: float | None = None
    cache: bool = True


@dataclass
class FileWork:
    """The files of a run. Called with the number of one, it returns its report.

    A process that is not forked gets it without `settings`, and finds them anew.
    """

    files: list[Path]
    how: How
    session: Session
    keys: Keys | None = None
    settings: list[Settings] = field(default_factory=list)

    def __call__(self, index: int) -> FileReport:
        path, one = self.files[index], self.of(index)
        if path == STDIN:
            return _check_stdin(self.how, one)
        key_of = self.keys
        if key_of is None or not _is_plain(self.how):
            return check_path(path, one, self.how.profile, self.how.keep)
        try:
            _, data = content(path, one.reading)
        except ReadError as error:
            return FileReport(str(path), error.format, error=FileError(error.kind, error.message))
        rules = key_of.of_rules(one.layers, one.suppress)
        key = key_of.of_draft(rules, path.name, data)
        if (report := recalled(key_of, key, path)) is None:
            report = check_bytes(str(path), data, one, keep=self.how.keep)
            if report.error is None:
                key_of.results.put(key, packed(report))
        return report

    def of(self, index: int) -> Settings:
        """What holds for a file."""
        if self.settings:
            return self.settings[index]
        path = self.files[index]
        return as_told(self.session.settings(path), self.how)

    def missing(self, most: int) -> tuple[int, int]:
        """How many files no earlier run knows, and their bytes, as far as the first `most` tell."""
        count = size = 0
        for index, path in enumerate(self.files[:most]):
            try:
                found = path.stat().st_size
            except OSError:
                continue
            if not self._known(index):
                count, size = count + 1, size + found
        rest = len(self.files) - most
        return (count + rest, size + size * rest // most) if rest > 0 else (count, size)

    def _known(self, index: int) -> bool:
        if self.keys is None:
            return False
        one = self.of(index)
        try:
            _, data = content(self.files[index], one.reading)
        except ReadError:
            return True  # it costs no time
        rules = self.keys.of_rules(one.layers, one.suppress)
        return self.keys.results.holds(self.keys.of_draft(rules, self.files[index].name, data))

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "settings": []}


def _is_plain(how: How) -> bool:
    """Tell whether reports hold no more than what can be kept of them."""
    return not (how.keep.document or how.keep.plan or how.profile)


def recalled(keys: Keys, key: str, path: Path) -> FileReport | None:
    """The report of an earlier run on a draft of the same bytes, None where there is none."""
    found = keys.results.get(key)
    if found is None:
        return None
    try:
        return unpacked(found, str(path))
    except (ValueError, TypeError, IndexError):  # none of ours
        return None


def as_told(settings: Settings, how: How) -> Settings:
    """The settings of a file with what the command line says."""
    reading = replace(settings.reading, view=how.view) if how.view else settings.reading
    return replace(settings, reading=reading, lang=how.lang or settings.lang)


def _check_stdin(how: How, one: Settings) -> FileReport:
    """Check what standard input gives, as much as a file may hold."""
    limit, name = one.reading.limits.file_bytes, how.stdin_name
    try:
        data = sys.stdin.buffer.read(limit + 1) if sys.stdin else b""
    except OSError as error:
        message = f"标准输入不能读取：{reason(error)}"
        return FileReport(name, None, error=FileError("unreadable", message))
    if len(data) > limit:
        told = too_big(None, limit)
        return FileReport(name, None, error=FileError(told.kind, told.message))
    return check_bytes(name, data, one, how.profile, how.keep)


__all__ = ["AUTO", "STDIN", "FileWork", "How", "as_told", "recalled"]
