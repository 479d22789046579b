"""Findings without end: so many of a rule are listed, all are counted, every format says so."""

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from linter.catalogue.load import builtin_rules
from linter.catalogue.severity import Severity
from linter.diagnosis.allowed import Allowed
from linter.diagnosis.baseline.compare import compare, record
from linter.diagnosis.baseline.model import Baseline
from linter.diagnosis.diagnostic import FileReport
from linter.engine.outcome import worst
from linter.readers.options import Limits, ReadOptions
from linter.reporters.formats import write
from linter.reporters.names import Format
from linter.reporters.presentation import Presentation
from linter.reporters.summary import by_rule, counts
from linter.settings.effective import Settings
from tests.helpers import Run, chosen_rules, draft, reported

SOURCE = "# 某省规划\n\n## 一、任务\n\n建设" + "[" * 30 + "\n"
FEW = ReadOptions(limits=Limits(findings=10))


def report(source: str = SOURCE) -> FileReport:
    return reported(draft(source), chosen_rules("PUN001"), reading=FEW)


def test_the_list_is_cut_and_the_count_is_true() -> None:
    found = report()
    (more,) = found.unlisted
    assert (len(found.diagnostics), more.rule, more.count) == (10, "PUN001", 20)
    assert counts([found])[Severity.ERROR] == 30
    assert by_rule([found])[0][3] == 30


def test_no_rule_of_a_usual_draft_comes_near() -> None:
    rules = tuple(builtin_rules())
    assert Settings(rules).reading.limits.findings == 500
    assert report(SOURCE.replace("[" * 30, "[")).unlisted == ()


def test_what_is_not_listed_counts_for_the_exit_code() -> None:
    found = report()
    assert worst([replace(found, diagnostics=())]) is Severity.ERROR


@pytest.mark.parametrize("form", [f for f in Format if f is not Format.JSON], ids=str)
def test_every_format_says_so(form: Format) -> None:
    out = StringIO()
    write(form, [report()], out, Presentation(tuple(builtin_rules())))
    assert "PUN001 还有 20 个错误只计数、未列出" in out.getvalue()


def test_json_says_so() -> None:
    out = StringIO()
    write(Format.JSON, [report()], out, Presentation())
    told = json.loads(out.getvalue())
    expected = {"rule": "PUN001", "name": "unpaired-mark", "severity": "error", "count": 20}
    assert told["files"][0]["unlisted"] == [expected]
    assert told["summary"]["errors"] == 30


def test_what_is_silenced_as_far_as_it_is_listed_is_silenced() -> None:
    found = report("<!-- planlint-disable-file PUN001: 测试 -->\n\n" + SOURCE)
    assert (found.diagnostics, found.unlisted) == ((), ())


def test_what_a_baseline_holds_as_far_as_it_is_listed_is_carried() -> None:
    found, path = report(), Path("baseline.json")
    known = record(Baseline({}), path, [found])
    (compared,) = compare(known, path, [found], {"PUN001"})
    assert (compared.diagnostics, compared.unlisted) == ((), ())


def test_a_configuration_may_ask_for_more(planlint: Run, tmp_path: Path) -> None:
    (tmp_path / ".planlint.yaml").write_text("limits: {findings: 12}\n", "utf-8")
    (tmp_path / "a.md").write_text(SOURCE, "utf-8")
    done = planlint("check", "a.md", "--select", "PUN001", "--format", "plain")
    assert done.stdout.count("a.md:5:") == 12
    assert "还有 18 个错误" in done.stdout
    assert "30 个错误" in done.stdout


def test_allowed_words_are_looked_up_in_the_text_once() -> None:
    node = next(iter(draft("甲智造乙智造\n").nodes()))
    allowed = Allowed(("智造",))
    from linter.document.nodes import Span

    covered = [allowed.covers(Span(node, i, i + 1)) for i in range(len(node.text))]
    assert covered == [False, True, True, False, True, True]
