"""Suppressions that a configuration gives, by rule, path and words."""

from dataclasses import dataclass, replace

import pytest

from linter.diagnostic import FileReport
from linter.engine import check_document
from linter.rules import builtin_rules
from linter.suppress.configured import Configured, covers_path
from tests.helpers import draft

SOURCE = "推进灌区改造，，建成农田。\n\n推进城市更新。。建成社区。\n"
RULES = [rule for rule in builtin_rules() if rule.id in ("PUN003", "SUP001")]
RAN = ["PUN003", "punctuation-doubled"]


@dataclass(frozen=True)
class Entry:
    rules: tuple[str, ...] = ("PUN003",)
    path_glob: str = ""
    quote: str = ""
    reason: str = ""
    origin: str = "c.yaml"


def check(*entries: Entry) -> FileReport:
    return check_document(draft(SOURCE), RULES, configured=Configured(entries))


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
    told = Configured([used, idle, far, foreign]).unused(reports, RAN)
    assert told == ["PUN003 * “不在文中”"]


@pytest.mark.parametrize(
    ("glob", "path", "covered"),
    [
        ("drafts/*.md", "drafts/甲.md", True),
        ("drafts/*.md", "/repo/drafts/甲.md", True),
        ("drafts/**/*.md", "drafts/a/b/甲.md", True),
        ("drafts/**/*.md", "drafts/甲.md", True),
        ("甲.md", "drafts/甲.md", True),
        ("甲.md", "drafts/乙甲.md", False),
        ("drafts/*.docx", "drafts/甲.md", False),
    ],
)
def test_paths(glob: str, path: str, covered: bool) -> None:
    assert covers_path(glob, path) is covered
