"""What a drafter chooses, and whether anybody is looking: without a server."""

from pathlib import Path

from linter.catalogue.severity import Severity
from linter.engine.check import check_bytes
from linter.page.presence import Presence
from linter.page.settled import PageChoice, settings_of

DRAFT = "一、任务\n\n推进节水 ，合埋安排（见专栏2）。\n\n> **专栏1 节水**\n>\n> 改造；\n".encode()


def test_errors_alone_leave_the_others_out() -> None:
    whole, errors = PageChoice(), PageChoice(errors_only=True)
    report = check_bytes("a.md", DRAFT, settings_of("a.md", whole, None))
    kinds = {d.severity for d in report.diagnostics}
    assert {Severity.ERROR} < kinds
    assert whole.wanted(report) == report
    left = errors.wanted(report).diagnostics
    assert {d.severity for d in left} == {Severity.ERROR}
    assert [d for d in report.diagnostics if d.severity is Severity.ERROR] == list(left)


def test_layout_is_looked_at_where_it_is_chosen() -> None:
    usual = {rule.id for rule in settings_of("a.docx", PageChoice(), None).rules}
    more = {rule.id for rule in settings_of("a.docx", PageChoice(layout=True), None).rules}
    assert {rule[:3] for rule in more - usual} == {"FMT"}
    assert usual <= more


def test_a_configuration_sees_a_draft_beside_it_and_no_other(tmp_path: Path) -> None:
    office, nearer = tmp_path / "office.yaml", tmp_path / ".planlint.yaml"
    office.write_text("overrides:\n  - paths: ['*.md']\n    ignore: [BOX001]\n")
    nearer.write_text("ignore: [TRM001]\n")
    rules = {rule.id for rule in settings_of("甲.md", PageChoice(), office).rules}
    assert "BOX001" not in rules
    assert "TRM001" in rules
    assert "BOX001" in {rule.id for rule in settings_of("甲.docx", PageChoice(), office).rules}


def test_an_open_page_is_never_idle_and_a_fifth_one_closes_the_first() -> None:
    now = [0.0]
    presence = Presence(lambda: now[0])
    now[0] = 100
    assert presence.idle() == 100
    with presence.open() as first:
        now[0] = 900
        assert presence.idle() == 0
        with presence.open(), presence.open(), presence.open():
            assert first()
            with presence.open():
                assert not first()
    now[0] = 950
    assert presence.idle() == 50
    presence.touch()
    assert presence.idle() == 0
