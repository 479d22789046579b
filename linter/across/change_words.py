"""The words for changes, and the table of two versions (修改对照表)."""

from collections import Counter

from linter.across.changes import ChangeKind, Nature, VersionChange
from linter.across.versions import Versions
from linter.catalogue.language import Lang
from linter.diagnosis.sheet import Sheet, SheetRow, Side, Weight

_KINDS = {
    ChangeKind.INDICATOR_ADDED: ("新增指标", "indicator added"),
    ChangeKind.INDICATOR_DROPPED: ("删去指标", "indicator dropped"),
    ChangeKind.INDICATOR_RENAMED: ("指标更名", "indicator renamed"),
    ChangeKind.BASE: ("基期值改变", "baseline changed"),
    ChangeKind.TARGET: ("目标值改变", "target changed"),
    ChangeKind.UNIT: ("计量单位改变", "unit of measure changed"),
    ChangeKind.ATTRIBUTE: ("指标属性改变", "attribute changed"),
    ChangeKind.VALUE: ("数值改变", "value changed"),
    ChangeKind.FIGURE_ADDED: ("新增数值", "figure added"),
    ChangeKind.FIGURE_DROPPED: ("删去数值", "figure dropped"),
    ChangeKind.TASK_ADDED: ("新增任务", "task added"),
    ChangeKind.TASK_DROPPED: ("删去任务", "task dropped"),
    ChangeKind.TASK_RENAMED: ("任务更名", "task renamed"),
    ChangeKind.TASK_MOVED: ("任务移位", "task moved"),
    ChangeKind.UNITS: ("责任单位改变", "responsible units changed"),
    ChangeKind.LEAD: ("牵头单位改变", "lead unit changed"),
    ChangeKind.HELPERS: ("配合单位改变", "cooperating units changed"),
    ChangeKind.DEADLINE: ("时限改变", "date changed"),
    ChangeKind.BOX_ADDED: ("新增专栏", "box added"),
    ChangeKind.BOX_DROPPED: ("删去专栏", "box dropped"),
    ChangeKind.BOX_RENAMED: ("专栏更名", "box renamed"),
    ChangeKind.BOX_RENUMBERED: ("专栏改号", "box renumbered"),
    ChangeKind.ITEM_ADDED: ("专栏新增条目", "box item added"),
    ChangeKind.ITEM_DROPPED: ("专栏删去条目", "box item dropped"),
    ChangeKind.ITEM_RENAMED: ("专栏条目更名", "box item renamed"),
    ChangeKind.REFERENCE: ("引用改变", "reference changed"),
    ChangeKind.CITATION: ("所引文件改变", "cited document changed"),
    ChangeKind.HEADING_ADDED: ("新增标题", "heading added"),
    ChangeKind.HEADING_DROPPED: ("删去标题", "heading dropped"),
    ChangeKind.HEADING_RENAMED: ("标题改变", "heading changed"),
    ChangeKind.HEADING_RENUMBERED: ("标题改号", "heading renumbered"),
    ChangeKind.CAPTION: ("表（图）改号", "table or figure renumbered"),
    ChangeKind.ROW_ADDED: ("表格新增行", "row added"),
    ChangeKind.ROW_DROPPED: ("表格删去行", "row dropped"),
    ChangeKind.PARAGRAPH_ADDED: ("新增段落", "paragraph added"),
    ChangeKind.PARAGRAPH_DROPPED: ("删去段落", "paragraph dropped"),
    ChangeKind.MOVED: ("段落移位", "paragraph moved"),
    ChangeKind.SPLIT: ("段落拆分", "paragraph split"),
    ChangeKind.JOINED: ("段落合并", "paragraphs joined"),
    ChangeKind.REWORDED: ("文字修改", "reworded"),
}
_NATURES = {
    Nature.SUBSTANCE: ("实质", "substance"),
    Nature.PLACE: ("位置", "place"),
    Nature.WORDING: ("文字", "wording"),
}
_TITLES = ("修改对照表", "Changes between versions")
_COLUMNS = (
    ("序号", "章节", "原稿", "修改稿", "变化", "性质"),
    ("No.", "Section", "Before", "After", "Change", "Nature"),
)
_WIDTHS = (6, 24, 44, 44, 24, 8)
_SIDES = (("原稿", "修改稿"), ("before", "after"))


def sheet_of(versions: Versions, lang: Lang) -> Sheet:
    """The table of all changes: substance first, in the order of the new version."""
    order = {id(node): at for at, node in enumerate(versions.new.nodes)}
    old_order = {id(node): at for at, node in enumerate(versions.old.nodes)}

    def place(change: VersionChange) -> tuple[int, float]:
        natures = list(Nature)
        if change.new is not None:
            at: float = order.get(id(change.new.node), 0)
        else:
            assert change.old is not None
            at = old_order.get(id(change.old.node), 0) + 0.5
        return natures.index(change.nature), at

    changes = sorted(versions.changes, key=place)
    return Sheet(
        "diff",
        _TITLES[lang is Lang.EN],
        versions.new.document.path,
        (versions.old.document.path,),
        _COLUMNS[lang is Lang.EN],
        _WIDTHS,
        tuple(_row(change, lang) for change in changes),
        _summary(changes, lang),
    )


def _row(change: VersionChange, lang: Lang) -> SheetRow:
    en = lang is Lang.EN
    kind, nature = _KINDS[change.kind][en], _NATURES[change.nature][en]
    span = change.new or change.old
    assert span is not None
    section = " › ".join(span.node.locator.section)
    subject = " ".join(change.subject.split())
    title = f"{kind}：{subject}" if subject else kind
    if change.kept:
        title += "（数值等同）" if change.kind is ChangeKind.UNIT else "（随之改号）"
    sides = tuple(
        Side(key, name, where, column)
        for key, name, where, column in (
            ("old", _SIDES[en][0], change.old, 1),
            ("new", _SIDES[en][1], change.new, 2),
        )
        if where is not None
    )
    data = {
        "kind": change.kind.value,
        "nature": change.nature.value,
        "subject": change.subject,
        "before": change.before,
        "after": change.after,
        "same_value": change.kept,
    }
    weight = Weight.CHANGED if change.nature is Nature.SUBSTANCE else Weight.PLAIN
    before, after = change.before or "—", change.after or "—"
    cells = (section, change.before, change.after, title, nature)
    return SheetRow(cells, weight, f"{nature} {title}", f"{before} → {after}", sides, data)


def _summary(changes: list[VersionChange], lang: Lang) -> str:
    counts = Counter(change.nature for change in changes)
    if lang is Lang.EN:
        return ", ".join(f"{counts[n]} of {_NATURES[n][1]}" for n in Nature)
    if not changes:
        return "两稿没有差别"
    return "共有" + "，".join(f"{_NATURES[n][0]}修改 {counts[n]} 处" for n in Nature)
