"""The table of a plan and the plans above it (衔接对照表)."""

from collections import Counter
from collections.abc import Iterator

from linter.across.upper import Above, Aligned, Alike, Uppers
from linter.across.upper_names import cited_wrongly, exact_projects, near_projects
from linter.catalogue.language import Lang
from linter.diagnosis.sheet import Sheet, SheetRow, Side, Weight
from linter.document.nodes import Span
from linter.plan.plan import Plan
from linter.subjects.indicators.phrases import figure

_VERDICTS = {
    Alike.SAME: ("一致", "same"),
    Alike.STRICTER: ("高于上级要求", "stricter"),
    Alike.WEAKER: ("低于上级要求", "weaker"),
    Alike.DIFFERENT: ("不同", "different"),
    Alike.OTHER_BASE: ("基期值不同", "other baseline"),
    Alike.MISQUOTED: ("所引上级数值不同", "the figure above misquoted"),
    Alike.OTHER_UNIT: ("单位不同", "other unit"),
    Alike.OTHER_YEAR: ("年份不同", "other year"),
    Alike.OTHER_SPAN: ("口径不同", "other span"),
    Alike.NO_VALUE: ("不能比较", "not comparable"),
    Alike.TOTAL: ("不比较", "not compared"),
    Alike.DOUBTFUL: ("存疑", "doubtful"),
    Alike.MISSING: ("本级没有", "not in the local plan"),
}
_WHY = {
    Alike.DIFFERENT: ("不能判断高低", "neither is better"),
    Alike.OTHER_SPAN: ("一方为年均（年度），一方为累计", "of one year and of all years"),
    Alike.OTHER_YEAR: ("两份规划没有同一年份的目标", "no goal for one and the same year"),
    Alike.OTHER_UNIT: ("计量单位不是同一类", "units of different kinds"),
    Alike.NO_VALUE: ("一方没有可以比较的数值", "one side has no figure"),
    Alike.TOTAL: (
        "辖区不同，总量和金额水平不比，只比比率、平均数和速度",
        "a total of another territory",
    ),
    Alike.DOUBTFUL: ("名称相近，未必是同一指标", "near names, perhaps not one indicator"),
    Alike.MISSING: ("不要求每项都列", "not every indicator must be taken over"),
}
_COLUMNS = (
    (
        "序号",
        "上级规划",
        "指标（工程、文件）",
        "上级规划的要求",
        "本级规划",
        "属性",
        "结论",
        "说明",
    ),
    (
        "No.",
        "Plan above",
        "Indicator, project, document",
        "Above",
        "Here",
        "Kind",
        "Verdict",
        "Why",
    ),
)
_WIDTHS = (6, 22, 26, 24, 24, 8, 14, 26)
_TITLES = ("衔接对照表", "Alignment with the plan above")
_SIDES = (("上级规划", "本级规划"), ("above", "here"))
_ROUNDED = ("四舍五入后相同", "the same when rounded")
_GAINS = (
    "本级基期低于上级，到目标年的增幅不低于上级",
    "from a weaker start as much is gained",
)
_OTHERS = {
    "exact": ("名称一致", "named exactly"),
    "near": ("名称不一致", "named otherwise"),
    "cited": ("引用有误", "cited wrongly"),
}


def sheet_of(uppers: Uppers, lang: Lang) -> Sheet:
    """The table: a row a measure of the plans above, then projects and citations."""
    en = lang is Lang.EN
    rows = [row for above in uppers.above for row in _rows(above, en)]
    counts = Counter(one.verdict for above in uppers.above for one in above.aligned)
    told = [f"{_VERDICTS[v][en]} {counts[v]}" for v in Alike if counts[v]]
    summary = ("Measures: " if en else "指标 ") + (", " if en else "，").join(told or ["0"])
    return Sheet(
        "align",
        _TITLES[en],
        uppers.local.document.path,
        tuple(above.plan.document.path for above in uppers.above),
        _COLUMNS[en],
        _WIDTHS,
        tuple(rows),
        summary,
        tuple(_notes(uppers, en)),
    )


def _notes(uppers: Uppers, en: bool) -> Iterator[str]:
    for above in uppers.above:
        if any(one.verdict is Alike.TOTAL for one in above.aligned):
            name = name_of(above.plan)
            yield (
                f"{name}: totals of another territory are not compared, shares and rates are"
                if en
                else f"《{name}》与本级辖区不同：总量和金额水平不比较，只比较比率、平均数和速度"
            )


def _rows(above: Above, en: bool) -> Iterator[SheetRow]:
    for one in sorted(above.aligned, key=lambda one: one.verdict is Alike.MISSING):
        yield _measure(above, one, en)
    name = name_of(above.plan)
    for near in near_projects(above.local, above.plan):
        texts = name, near.upper.name, near.upper.name, near.local.name
        spans = near.upper.span, near.local.span
        yield _other("near", texts, spans, Weight.WARNING, en)
    for project in exact_projects(above.local, above.plan):
        texts = name, project.name, project.name, project.name
        yield _other("exact", texts, (project.span, None), Weight.PLAIN, en)
    for cited in cited_wrongly(above.local, above.plan):
        texts = name, cited.right, cited.right, cited.span.quote
        yield _other("cited", texts, (cited.place, cited.span), Weight.ERROR, en)


def _measure(above: Above, one: Aligned, en: bool) -> SheetRow:
    verdict = _VERDICTS[one.verdict][en]
    why = _WHY[one.verdict][en] if one.verdict in _WHY else ""
    if one.rounded or one.gains:
        why = (_ROUNDED if one.rounded else _GAINS)[en]
    shown = [f"{f.year}年{figure(f.quantity)}" if f else "" for f in (one.above, one.here)]
    named = one.local.name if one.local and one.local.name != one.upper.name else ""
    title = f"{one.upper.name}（{named}）" if named else one.upper.name
    weight = Weight.PLAIN
    if one.verdict is Alike.WEAKER:
        weight = Weight.ERROR if one.upper.binding else Weight.WARNING
    elif one.verdict in (Alike.OTHER_BASE, Alike.OTHER_UNIT, Alike.MISQUOTED):
        weight = Weight.WARNING
    sides = _sides(
        one.above.quantity.span if one.above else one.upper.span,
        one.here.quantity.span if one.here else one.local.span if one.local else None,
        en,
    )
    data = {
        "kind": "indicator",
        "verdict": one.verdict.value,
        "upper_name": one.upper.name,
        "local_name": one.local.name if one.local else None,
        "attribute": one.upper.attribute or None,
        "above": shown[0] or None,
        "here": shown[1] or None,
        "why": why or None,
    }
    cells = (name_of(above.plan), title, shown[0], shown[1], one.upper.attribute, verdict, why)
    line = f"{_SIDES[en][0]} {shown[0] or '—'}　{_SIDES[en][1]} {shown[1] or '—'}"
    return SheetRow(cells, weight, f"{verdict} {title}", f"{line}　{why}".rstrip(), sides, data)


def _other(
    kind: str,
    texts: tuple[str, str, str, str],
    spans: tuple[Span | None, Span | None],
    weight: Weight,
    en: bool,
) -> SheetRow:
    plan, title, above, here = texts
    verdict = _OTHERS[kind][en]
    data = {"kind": "citation" if kind == "cited" else "project", "verdict": kind}
    data |= {"above": above, "here": here}
    cells = (plan, title, above, here, "", verdict, "")
    line = f"{_SIDES[en][0]} {above}　{_SIDES[en][1]} {here}"
    return SheetRow(cells, weight, f"{verdict} {title}", line, _sides(*spans, en), data)


def _sides(above: Span | None, here: Span | None, en: bool) -> tuple[Side, ...]:
    found = (("above", _SIDES[en][0], above, 2), ("here", _SIDES[en][1], here, 3))
    return tuple(Side(key, name, span, column) for key, name, span, column in found if span)


def name_of(plan: Plan) -> str:
    """The title of a plan, else the name of its file."""
    title = plan.document.title
    return title.text.strip() if title else plan.document.path


def head_of(plan: Plan) -> Span:
    """The title of a plan, else its first words."""
    node = plan.document.title or plan.nodes[0]
    return Span(node, 0, len(node.text))
