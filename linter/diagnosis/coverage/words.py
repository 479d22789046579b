"""The words for what was looked at, and a short text of it for people."""

from collections.abc import Iterator, Mapping

from linter.catalogue.language import Lang
from linter.diagnosis.coverage.model import DraftCoverage, LeftAlone, Looked

MATERIALS: Mapping[str, tuple[str, str]] = {
    "table-text": ("正文数值与指标表", "figures of the text against the indicator table"),
    "text-text": ("正文同一事项的数值", "figures of the text for one measure"),
    "tables": ("指标表之间", "one indicator in two tables"),
    "growth": ("指标的增速、累计值", "growth and change of indicators"),
    "direction": ("指标的基期值与目标值", "baselines against targets"),
    "sums": ("指标的分项与总项", "parts against their wholes"),
    "shares": ("占比与分子、分母", "shares against part and whole"),
    "indicators": ("指标", "indicators"),
    "box-references": ("专栏引用与专栏", "references to boxes"),
    "boxes": ("专栏", "boxes"),
    "attachment-references": ("附件引用与附件", "references to attachments"),
    "drawing-references": ("图表引用与图表", "references to tables and figures"),
    "section-references": ("章节引用与章节", "references to sections"),
    "attachment-list": ("附件说明与附件", "the list of attachments against them"),
    "titles": ("引用的文件名", "titles of documents cited"),
    "numbers": ("发文字号", "document numbers"),
    "tasks": ("任务与责任单位", "tasks and their units"),
    "units": ("责任单位名称", "names of responsible units"),
    "divisions": ("分工表各行", "rows of divisions of work"),
    "rows-tasks": ("分工表与正文任务", "divisions of work against the tasks of the text"),
    "lists": ("有统称数的列举", "lists with a count"),
    "changes": ("写明起止数值的增减", "changes with both their figures"),
    "headings": ("标题和条目", "headings and items"),
    "contents": ("目录条目", "entries of the contents"),
    "text": ("段落和单元格", "paragraphs and cells"),
    "residues": ("修订、批注、突出显示", "revisions, comments, highlights"),
    "layout": ("有版式的段落", "paragraphs with a layout"),
    "suppressions": ("忽略标记", "suppressions"),
}
REASONS: Mapping[str, tuple[str, str]] = {
    "no-indicator": ("不是指标表中的指标", "of no tabled indicator"),
    "no-year": ("没有写明年份", "no year is told"),
    "change": ("说的是增减量", "a change, not a level"),
    "growth": ("说的是增速", "a rate of growth, not a level"),
    "no-value": ("表中没有这一年的数值", "the table has no figure of that year"),
    "built": ("说的是新建的数量", "what has been newly built"),
    "cumulative": ("说的是累计数", "a cumulative figure"),
    "other-base": ("比较的基年不同", "reckoned from another year"),
    "all-years": ("是各年之和", "the sum of all years"),
    "unclear": ("可能是现状，也可能是目标", "may be the present state or a target"),
    "part": ("可能只是其中一部分", "may be a part only"),
    "range": ("是范围，不比较", "a range"),
    "said-once": ("正文只说了一次", "said once only"),
    "form": ("数在前、或用文字说出", "told with the figure ahead, or in words"),
    "inexact": ("不是确数", "not an exact figure"),
    "no-subject": ("承前省略了主语", "its subject stands in an earlier clause"),
    "no-unit": ("没有单位", "no unit is told"),
    "name": ("名称离开上下文不能确定", "its name tells too little by itself"),
    "tabled": ("已同指标表比对", "held against the indicator table"),
    "one-table": ("只在一个表中", "in one table only"),
    "single-table": ("全文只有一个指标表", "the draft has one indicator table only"),
    "no-table": ("草稿没有指标表", "the draft has no indicator table"),
    "no-growth": ("没有增速一栏", "no growth is tabled"),
    "constant-price": ("增速按可比价计算", "its growth is reckoned at constant prices"),
    "no-figure": ("增速栏没有数值", "no figure in the column of growth"),
    "level": ("比率、指数不按增速比对", "a rate or index, whose growth is not reckoned"),
    "either": ("升降都可能是改进", "may rightly rise or fall"),
    "no-base": ("没有基期值", "no baseline"),
    "no-target": ("没有目标值", "no target"),
    "no-parts": ("没有分项", "no parts"),
    "no-list": ("没有附件说明", "no list of attachments"),
    "no-attachment": ("没有找到附件正文", "no attachment was found"),
    "no-task": ("正文没有同名任务", "no task of the text has its title"),
    "unassigned": ("没有写明责任单位", "no responsible unit is named"),
}
SIDES = frozenset({"indicators", "boxes", "units"})  # what pairs are made of
EXAMPLES = 2  # words of what was left alone
_SHOWN = 3  # reasons in a short text
_CUT = 24  # characters of an example
_RULES = 6  # rules on a line


def what(one: Looked, lang: Lang) -> str:
    """The words for what was looked at."""
    return MATERIALS[one.what][lang is Lang.EN]


def reason(key: str, lang: Lang) -> str:
    """Why something was left alone."""
    return REASONS[key][lang is Lang.EN]


def told(left: LeftAlone, lang: Lang, examples: int = EXAMPLES) -> str:
    """Why something was left alone, how often, and what for example."""
    words = f"{reason(left.reason, lang)} {left.times}"
    shown = [_cut(example) for example in left.examples[:examples]]
    if not shown:
        return words
    if lang is Lang.ZH:
        return f"{words}（如{'、'.join(f'“{one}”' for one in shown)}）"
    return f"{words} (as {', '.join(f'“{one}”' for one in shown)})"


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _CUT else line[: _CUT - 1] + "…"


def counted(one: Looked, lang: Lang, most: int | None = None, examples: int = 0) -> str:
    """The counts of one material: 正文数值与指标表：102 处，比对 41 对；未比对：…"""
    zh, comma = lang is Lang.ZH, "，" if lang is Lang.ZH else ", "
    words = f"{what(one, lang)}：{one.seen} 处" if zh else f"{what(one, lang)}: {one.seen} seen"
    if one.compared is not None:
        words += f"，比对 {one.compared} 对" if zh else f", {one.compared} pairs compared"
    ordered = sorted(one.left, key=lambda left: -left.times)
    alone = comma.join(told(left, lang, examples) for left in ordered[:most])
    if alone:
        words += f"；未比对：{alone}" if zh else f"; left alone: {alone}"
    return words


def nothing(lang: Lang) -> str:
    """What a report says of a draft in which nothing was compared."""
    if lang is Lang.ZH:
        return "没有可比对的指标、专栏、引用和责任单位：只检查了文字和编号"
    return "nothing to compare (indicators, boxes, references, units): only wording was checked"


def lines(coverage: DraftCoverage, lang: Lang) -> Iterator[str]:
    """Yield what was looked at, a line a material with the rules that look at it; last what the
    draft has none of."""
    zh = lang is Lang.ZH
    missing: list[str] = []
    for one in coverage.materials:
        rules = [r.rule for r in coverage.rules if any(x.what == one.what for x in r.looked)]
        words = f"{', '.join(rules[:_RULES])}{' …' if len(rules) > _RULES else ''}"
        line = counted(one, lang, examples=1) if one.seen else what(one, lang)
        named = f"{line}（{words}）" if zh else f"{line} ({words})"
        if one.seen:
            yield named
        else:
            missing.append(named)
    if missing:
        listed = ("、" if zh else ", ").join(missing)
        yield f"草稿中没有：{listed}" if zh else f"none in the draft: {listed}"


def summary(coverage: DraftCoverage, lang: Lang = Lang.ZH) -> str:
    """A few lines of what was compared, for a comment at the title: a material with pairs each."""
    pairs = [one for one in coverage.materials if one.compared]
    if not pairs and not any(one.seen for one in coverage.materials if one.what in SIDES):
        return nothing(lang)
    text = [one for one in coverage.materials if one.what == "text"]
    shown = pairs or [one for one in coverage.materials if one.seen and one not in text]
    return "\n".join(counted(one, lang, _SHOWN) for one in (*shown, *text))
