"""What a baseline holds is carried; what it does not is new; what no longer occurs is stale."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from bench.accuracy.samples import NAMES, planted_text
from linter.diagnosis.baseline.compare import compare, prune, record
from linter.diagnosis.baseline.model import Baseline
from linter.diagnosis.diagnostic import FileReport
from linter.readers.load import read_bytes
from tests.diagnosis.test_fingerprints import edited
from tests.helpers import chosen_rules, reported

RULES = chosen_rules("PUN", "TRM", "BOX")
RAN = {rule.id for rule in RULES}
ALL = chosen_rules()
FAULTS = "一、任务\n\n推进改造，，建成农田。\n\n二、保障\n\n合埋安排资金，落实责任。\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "b.json"


def check(source: str, file: Path, name: str = "a.md", rules=RULES) -> FileReport:  # type: ignore[no-untyped-def]
    path = file.parent / name
    path.write_text(source, "utf-8")
    return reported(read_bytes(str(path), source.encode(), "md"), rules)


def held(source: str, file: Path, name: str = "a.md") -> Baseline:
    return record(Baseline({}), file, [check(source, file, name)])


def left(baseline: Baseline, file: Path, report: FileReport) -> tuple[list[str], int, int]:
    """What is new, how many are carried, how many are stale."""
    (one,) = compare(baseline, file, [report], RAN)
    return [d.span.quote for d in one.diagnostics], len(one.carried or ()), one.stale


def test_only_what_is_new_is_left(file: Path) -> None:
    baseline = held(FAULTS, file)
    assert left(baseline, file, check(FAULTS, file)) == ([], 2, 0)
    more = FAULTS + "\n到期前部暑检查。\n"
    assert left(baseline, file, check(more, file)) == (["部暑"], 2, 0)
    fixed = FAULTS.replace("，，", "，")
    assert left(baseline, file, check(fixed, file)) == ([], 1, 1)


def test_an_equal_defect_in_another_section_is_new(file: Path) -> None:
    baseline = held(FAULTS, file)
    moved = FAULTS.replace("合埋", "合理").replace("农田。", "农田。合埋布局。")
    assert left(baseline, file, check(moved, file)) == (["合埋"], 1, 1)


def test_words_that_change_beside_a_defect_leave_it_known(file: Path) -> None:
    baseline = held(FAULTS, file)
    near = FAULTS.replace("合埋安排资金", "各县合埋统筹资金")
    assert left(baseline, file, check(near, file)) == ([], 2, 0)


def test_entries_of_rules_that_did_not_run_are_not_stale(file: Path) -> None:
    baseline = held(FAULTS, file)
    report = check("一、任务\n\n推进改造。\n", file)
    (one,) = compare(baseline, file, [report], {"TRM001"})
    assert one.stale == 1


def test_the_next_version_of_a_draft_is_known_by_its_findings(file: Path) -> None:
    baseline = held(FAULTS, file, "v1.md")
    more = FAULTS + "\n到期前部暑检查。\n"
    assert left(baseline, file, check(more, file, "v2.md")) == (["部暑"], 2, 0)


def test_prune_drops_what_is_gone_and_keeps_the_rest(file: Path) -> None:
    baseline = record(held(FAULTS, file), file, [check(FAULTS, file, "b.md")])
    fixed = check(FAULTS.replace("，，", "，"), file)
    pruned = prune(baseline, file, [fixed], RAN)
    assert {name: len(entries) for name, entries in pruned.files.items()} == {"a.md": 1, "b.md": 2}
    assert prune(baseline, file, [fixed], {"BOX001"}).size == 4
    (file.parent / "b.md").unlink()
    assert list(prune(baseline, file, [fixed], RAN).files) == ["a.md"]


def test_a_file_that_cannot_be_read_keeps_its_entries(file: Path) -> None:
    from linter.diagnosis.diagnostic import FileError

    baseline = held(FAULTS, file)
    unread = replace(check(FAULTS, file), diagnostics=(), error=FileError("x", "x"))
    assert prune(baseline, file, [unread], RAN).size == 2
    assert record(baseline, file, [unread]).size == 2
    assert compare(baseline, file, [unread], RAN)[0].stale == 0


@pytest.mark.parametrize("name", NAMES)
def test_an_edited_draft_reports_next_to_nothing_new(name: str, file: Path) -> None:
    source = planted_text(name)
    baseline = record(Baseline({}), file, [check(source, file, rules=ALL)])
    after = check(edited(source, random.Random(3)), file, rules=ALL)
    (one,) = compare(baseline, file, [after], {rule.id for rule in ALL})
    known = {(d.rule, d.span.quote, d.span.node.text) for d in one.carried or ()}
    before = reported(read_bytes("x.md", source.encode(), "md"), ALL).diagnostics
    for d in before:
        place = (d.rule, d.span.quote, d.span.node.text)
        again = [n for n in one.diagnostics if (n.rule, n.span.quote, n.span.node.text) == place]
        assert place in known or not again
    assert len(known) >= 0.7 * len(before)
