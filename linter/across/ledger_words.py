"""The table of a ledger and its draft: what differs, a line each."""

from collections import Counter
from collections.abc import Iterator

from linter.across.reconciled import LedgerSlip, Reconciled
from linter.catalogue.language import Lang
from linter.diagnosis.sheet import Sheet, SheetRow, Side, Weight
from linter.document.nodes import Span

_WHAT = {
    "row-alone": ("文件中没有这项任务", "not in the draft"),
    "task-alone": ("台账缺这项任务", "not in the ledger"),
    "lead": ("牵头单位不一致", "other lead unit"),
    "swapped": ("牵头、配合颠倒", "lead and cooperating units swapped"),
    "helpers": ("配合单位不一致", "other cooperating units"),
    "units": ("责任单位不一致", "other units"),
    "due": ("完成时限不一致", "other deadline"),
    "due-empty": ("台账没有填完成时限", "no deadline in the ledger"),
    "due-open": ("台账未写具体时限", "no definite deadline in the ledger"),
    "target": ("目标值不一致", "other target"),
    "value": ("指标数值不一致", "other value"),
    "unit": ("计量单位不一致", "other unit of measure"),
    "attribute": ("指标属性不一致", "other attribute"),
    "indicator-row": ("文件中没有这项指标", "indicator not in the draft"),
    "indicator-alone": ("台账缺这项指标", "indicator not in the ledger"),
    "absent": ("采纳的意见没有改入", "adopted, not in the draft"),
    "left": ("采纳的意见，原文仍在", "adopted, the old words still stand"),
    "reason": ("未采纳，没有理由", "not adopted, no reason"),
    "partly": ("部分采纳，一处也没有改入", "adopted in part, nothing in the draft"),
    "partly-reason": ("部分采纳，没有说明", "adopted in part, no reason"),
}
_WARNED = frozenset(
    {
        "row-alone",
        "task-alone",
        "helpers",
        "due-empty",
        "due-open",
        "reason",
        "units",
        "partly",
        "partly-reason",
    }
)
_TITLES = ("台账核对表", "Ledger and draft")
_COLUMNS = (
    ("序号", "事项", "台账", "文件", "结论"),
    ("No.", "Subject", "Ledger", "Draft", "Verdict"),
)
_WIDTHS = (6, 40, 36, 36, 24)
_SIDES = (("台账", "文件"), ("ledger", "draft"))


def sheet_of(both: Reconciled, lang: Lang) -> Sheet:
    """The table of what differs."""
    en = lang is Lang.EN
    slips = list(_all(both))
    read = both.ledgers
    counts = Counter(slip.what for slip in slips)
    sizes = len(read.tasks), len(read.indicators), len(read.opinions)
    if en:
        summary = "Read {} tasks, {} indicators, {} opinions; ".format(*sizes)
        summary += f"{len(slips)} differences"
    else:
        summary = "台账有任务 {} 项、指标 {} 项、意见 {} 条；".format(*sizes)
        told = "，".join(f"{_WHAT[what][0]} {n}" for what, n in counts.items())
        summary += f"不一致 {len(slips)} 处" + (f"：{told}" if told else "")
    return Sheet(
        "reconcile",
        _TITLES[en],
        both.draft.document.path,
        (both.plan.document.path,),
        _COLUMNS[en],
        _WIDTHS,
        tuple(_row(slip, en) for slip in slips),
        summary,
    )


def _all(both: Reconciled) -> Iterator[LedgerSlip]:
    yield from both.slips
    for one in both.opinions:
        cell = one.entry.opinion
        here = one.words if one.what == "left" else ""
        wanted = one.words if one.what in ("absent", "partly") else " ".join(cell.text.split())
        span = Span(cell, 0, len(cell.text))
        yield LedgerSlip(one.what, " ".join(cell.text.split()), wanted, here, span, one.span)


def _row(slip: LedgerSlip, en: bool) -> SheetRow:
    verdict = _WHAT[slip.what][en]
    subject = " ".join(slip.subject.split())
    ledger = " ".join(slip.ledger.split())
    found = (("ledger", slip.ledger_span, 1), ("draft", slip.draft_span, 2))
    sides = tuple(
        Side(key, _SIDES[en][column - 1], span, column) for key, span, column in found if span
    )
    data = {"kind": slip.what, "subject": subject, "ledger": ledger, "draft": slip.draft}
    weight = Weight.WARNING if slip.what in _WARNED else Weight.ERROR
    line = f"{_SIDES[en][0]} {ledger or '—'}　{_SIDES[en][1]} {slip.draft or '—'}"
    cells = (subject, ledger, slip.draft, verdict)
    return SheetRow(cells, weight, f"{verdict} {subject[:40]}", line, sides, data)
