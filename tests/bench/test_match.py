"""What counts as found, as right, and as a trap sprung."""

from pathlib import Path

import pytest

from bench.accuracy.labels import Case, Label, Place, Trap, read_label, read_trap
from bench.accuracy.match import Lines, answers, springs, touches
from bench.accuracy.page import page, share, table
from bench.accuracy.score import Tally, run
from linter.catalogue.load import builtin_rules
from linter.catalogue.severity import Severity
from linter.diagnosis.diagnostic import Diagnostic, RelatedPlace
from linter.document.model import Document
from linter.document.nodes import Span
from tests.helpers import draft

DRAFT = """\
一、目标

（一）粮食产量达到30万吨，粮食产量稳定。

| 指标 | 单位 | 2025年 |
| --- | --- | --- |
| 粮食产量 | | 36 |

（二）见专栏2，见专栏3。

> **专栏1 粮食**
>
> 建设粮仓。
"""


def label(line: int, quote: str, code: str = "IND001", **more: object) -> Label:
    row = {"line": line, "quote": quote, "code": code, "severity": "error", "certain": True}
    return read_label({**row, "why": "x", **more})


def report(document: Document, words: str, code: str = "IND001", *related: str) -> Diagnostic:
    places = tuple(RelatedPlace("", span(document, other)) for other in related)
    return Diagnostic(code, "", Severity.ERROR, "", span(document, words), places)


def span(document: Document, words: str) -> Span:
    for node in document.nodes():
        if (at := node.text.find(words)) >= 0:
            return Span(node, at, at + len(words))
    raise AssertionError(words)


@pytest.fixture
def document() -> Document:
    return draft(DRAFT)


@pytest.fixture
def lines(document: Document) -> Lines:
    return Lines.of(document)


def test_words_must_overlap(document: Document, lines: Lines) -> None:
    wanted = label(3, "30万吨")
    assert answers(report(document, "达到30万"), wanted, lines)
    assert not answers(report(document, "稳定"), wanted, lines)


def test_any_occurrence_of_the_quote_will_do(document: Document, lines: Lines) -> None:
    second = Span(span(document, "稳定").node, 12, 16)
    assert touches(second, Place(3, "粮食产量"), lines)


def test_the_rule_must_agree(document: Document, lines: Lines) -> None:
    found = report(document, "30万吨", "IND003")
    assert not answers(found, label(3, "30万吨"), lines)
    assert answers(found, label(3, "30万吨", alt_codes=["IND003"]), lines)


def test_a_heading_number_can_be_quoted(document: Document, lines: Lines) -> None:
    heading = Span.whole(span(document, "粮食产量达到").node, 0)
    assert heading.quote == "（一）"
    assert answers(
        Diagnostic("STR001", "", Severity.ERROR, "", heading), label(3, "（一）", "STR001"), lines
    )


def test_a_table_row_counts_as_one(document: Document, lines: Lines) -> None:
    (table_of_draft,) = document.tables()
    empty = Span(table_of_draft.rows[1][1], 0, 0)
    found = Diagnostic("IND004", "", Severity.WARNING, "", empty)
    assert answers(found, label(7, "粮食产量", "IND004"), lines)
    assert not answers(found, label(5, "单位", "IND004"), lines)


def test_the_other_side_may_be_reported(document: Document, lines: Lines) -> None:
    wanted = label(3, "30万吨", other={"line": 7, "quote": "36"})
    assert answers(report(document, "36"), wanted, lines)


def test_a_related_place_counts_only_at_the_quote(document: Document, lines: Lines) -> None:
    wanted = label(3, "30万吨", other={"line": 7, "quote": "36"})
    assert answers(report(document, "目标", "IND001", "30万吨"), wanted, lines)
    assert not answers(report(document, "目标", "IND001", "36"), wanted, lines)


def test_a_label_for_the_whole_document(document: Document, lines: Lines) -> None:
    wanted = label(1, "一、目标", "PUN005", scope="document")
    assert answers(report(document, "稳定", "PUN005"), wanted, lines)


def test_traps_name_rules_or_families(document: Document, lines: Lines) -> None:
    found = report(document, "36", "IND008")
    trap = {"line": 7, "quote": "36", "why": "x"}
    assert springs(found, read_trap({**trap, "codes": ["IND"]}), lines)
    assert not springs(found, read_trap({**trap, "codes": ["NUM001"]}), lines)
    assert not springs(found, read_trap({**trap, "quote": "粮食", "codes": ["IND008"]}), lines)


def test_scores_count_found_missed_and_wrong(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, "utf-8")
    box = [rule for rule in builtin_rules() if rule.id == "BOX001"]
    arguable = label(1, "一、目标", "BOX001", certain=False)
    labels = (label(9, "专栏2", "BOX001"), label(3, "30万吨"), arguable)
    trap = Trap(Place(9, "专栏3"), ("BOX001",), "x")
    score = run([Case("draft", path, labels, (trap,))], box)
    assert score.rules["BOX001"] == Tally(labelled=1, found=1, reported=2, right=1)
    assert score.total == Tally(labelled=2, found=1, reported=2, right=1)
    assert [missed.label.code for missed in score.missed] == ["IND001"]
    assert [extra.traps for extra in score.extra] == [(trap,)]
    assert score.uncertain == 1
    assert "| BOX001 | 1 | 1 | 0 | 2 | 1 | 1 | 100.0% | 50.0% |" in page([], score, None)


def test_nothing_to_divide_by() -> None:
    assert share(Tally().recall) == "–"
    assert table("rule", [("X", Tally())]).endswith("| X | 0 | 0 | 0 | 0 | 0 | 0 | – | – |")
