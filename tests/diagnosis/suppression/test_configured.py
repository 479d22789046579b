"""Suppressions that a configuration gives, by rule, path and words."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from linter.catalogue.load import builtin_rules
from linter.diagnosis.diagnostic import FileReport
from linter.diagnosis.suppression.configured import Configured
from tests.helpers import draft, reported

SOURCE = "推进灌区改造，，建成农田。\n\n推进城市更新。。建成社区。\n"
RULES = [rule for rule in builtin_rules() if rule.id in ("PUN003", "SUP001")]


@dataclass(frozen=True)
class Entry:
    rules: tuple[str, ...] = ("PUN003",)
    path_glob: str = ""
    quote: str = ""
    reason: str = ""
    origin: str = "c.yaml"

    def reaches(self, path: Path) -> bool:
        return not self.path_glob or path.match(self.path_glob)


def check(*entries: Entry) -> FileReport:
    return reported(draft(SOURCE), RULES, suppress=tuple(entries))


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        (Entry(), 0),
        (Entry(quote="灌区改造,,建 成"), 1),
        (Entry(quote="，，"), 1),
        (Entry(quote="不在文中"), 2),
        (Entry(path_glob="*.md"), 0),
        (Entry(path_glob="other/*.md"), 2),
        (Entry(rules=("IND001",)), 2),
        (Entry(rules=()), 0),
    ],
)
def test_what_an_entry_silences(entry: Entry, left: int) -> None:
    report = check(entry)
    assert len(report.diagnostics) == left
    assert report.suppressed == 2 - left
    assert not any(by.in_source for one in report.silenced for by in one.by)


def test_an_entry_that_silences_nothing_is_told_once_for_the_run() -> None:
    used, idle = Entry(quote="，，", reason="引文"), Entry(quote="不在文中")
    far = replace(idle, path_glob="other/*")
    foreign = replace(idle, rules=("IND001",))
    reports = [check(used, idle, far, foreign)]
    told = Configured([used, idle, far, foreign]).unused(reports, RULES)
    assert told == ["PUN003 * “不在文中”"]
