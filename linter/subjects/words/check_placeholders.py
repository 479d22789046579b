"""TRM009: what was to be filled in before issue: ××公里, 20XX年, ____座, （数据待核）, TODO."""

import re
from collections.abc import Iterator

from linter.document.nodes import Paragraph, Zone
from linter.plan.everywhere import Everywhere, Place, everywhere
from linter.plan.finding import Finding, check
from linter.plan.plan import Plan
from linter.text.patterns import lazily

_COUNTED = (
    r"(?:[万亿千百]{1,2}|(?:公里|千米|平方|立方|米|公顷|元|%|‰|倍|天|日|小时|千瓦|兆瓦|[‹measure-words›]"
    r"|公[斤吨]|[套批次笔期轮岁处号年月分]))"
)
_NAMED = (
    r"(?:[省市县区镇乡村局厅委州旗]|街道|社区|公司|集团|项目|工程|部门|单位|领导|同志|大学|学院)"
)
_CROSSES = lazily(
    rf"""(?<![×╳✕\d)A-Za-z])[×╳✕]{{2,6}}(?=\s?[\u4e00-\u9fff%‰])
      | (?: (?<![×╳✕\d)A-Za-z]) [×╳✕]
           | (?<![A-Za-z\d*.]) (?:[Xx]{{2,6}}|\*{{2,6}})
           | (?<![●○□■▲△◯‹ten›〇\d]) [●○■▲△◯]{{2,6}}
           | (?<![?]) \?{{2,6}}
         )(?= \s?(?:{_COUNTED}|{_NAMED}) )
      | (?<!\d)(?:20[Xx×*_○]{{2}}|20\d[Xx×*_○])(?=\s?年)
      | (?<=〕)\s*(?:[×Xx○]{{1,4}}|_{{2,9}})(?=\s*号)
    """,
    re.X,
)
_SURNAMED = lazily(r"(?:^|[\s,。;:、(是由为])[\u4e00-\u9fff]$")
_NAME_AFTER = lazily(r"(?:同志|先生|女士|等|负责|牵头|任|[,。;、)]|$)")
_SAMPLE = lazily(
    r"例如|比如|诸如|如:|形如|示例|格式|样式|式样|模板|命名为|统称|填[写报]|字样|标注为|编号"
)
_AROUND = 200  # characters on either side
_LINE = lazily(r"(?<![A-Za-z\d_])_{2,}(?![A-Za-z\d_])")
_FORM = lazily(r"\s*[^,。;]{0,16}[:(]\s*_+[\s_年月日]*\)?\s*$|.{0,40}(?:签字|签章|盖章|填表)")
_GAP = lazily(r"(?<=[\u4e00-\u9fff])[ ]{2,12}(?=(?:公里|平方米|万?亩|[座家户]|[万亿]元)[,。;、])")
_EMPTY = lazily(r"《\s{0,9}》|【\s{0,9}】|“\s{0,9}”")
_DATE = lazily(
    r"(?:\d{4}|(?<![\u4e00-\u9fff])\s{1,9}|(?<=[自于从到至])\s{0,9})年\s{1,9}月(?:\s{0,9}日)?"
)
_TODO = (
    r"(?:核实?|核对|补充?(?:完善)?|填写?|填报|确认|更新|提供|统计|测算|再核|核准|补全|补齐|复核)"
)
_IN = r"[^()\[\]【】〔〕,。;]"
_PENDING = lazily(
    rf"""[(\[【〔]\s*
      (?: (?:(?!待){_IN}){{0,8}}(?:有?待|需|尚需|请)
            (?:(?!的){_IN}){{0,10}}?{_TODO}(?:数据|数字|内容)?
        | {_IN}{{0,8}}(?:此处|这里)请?(?:输入|填写?|插入|补充|添加|写){_IN}{{0,12}}
        | (?:请输入|请填写|请选择|请补充|待定稿|暂缺|数据缺){_IN}{{0,12}}
      )\s*[)\]】〕]
    """,
    re.X,
)
_WAITS = lazily(
    r"[\[【](?:待[^\[\]【】。;]{0,8}|[^\[\]【】。;]{0,10}(?:待定|待核|待补|占位)[^\[\]【】。;]{0,4})[\]】]"
)
_LATIN = lazily(
    r"(?<![A-Za-z])(?:TODO|TBD|TBC|FIXME)(?![A-Za-z])|(?:单击|点击)(?:或(?:单击|点击))?此处(?:输入|添加|键入)"
)
_HOLLOW = ("《》", "【】", "“”", "《 ", "【 ", "“ ")
_SIGNS = (*tuple("×╳✕●○■▲△◯"), "XX", "xx", "**", "??", "0X", "0x", "0*", "0_", "X年", "x年", "X号")


@check
def placeholder(plan: Plan) -> Iterator[Finding]:
    """TRM009: words and signs that stand for what is still to come; not in forms to be filled."""
    draft = plan.get(everywhere)
    for place in draft.find(_CROSSES, *_SIGNS, in_titles=True):
        if place.said and not _is_sample(place) and not _is_masked_name(place):
            yield _finding(place, "sign")
    for place in _blanks(draft):
        yield _finding(place, "blank")
    for place in _notes(draft):
        yield Finding(place.span, {"words": place.words})


def _blanks(draft: Everywhere) -> Iterator[Place]:
    """____座, 自  年  月  日, 《》: in a sentence, not on a line of a form."""
    for place in draft.find(_LINE, "__"):
        if place.running and place.said and not _FORM.match(place.text):
            yield place
    for place in (
        *draft.find(_GAP, hint=r"[一-龥] {2,12}[公平万亩座家户亿]"),
        *draft.find(_EMPTY, *_HOLLOW, in_titles=True),
    ):
        if place.running and place.said:
            yield place
    for place in draft.find(_DATE, "年 "):
        if place.said and _is_told(place):
            yield place


def _notes(draft: Everywhere) -> Iterator[Place]:
    """（数据待核）, 【待补充】, TODO; each place once."""
    told: set[tuple[int, int]] = set()
    for pattern, hint in (
        (_PENDING, r"[(\[【〔][^()。;]{0,10}(?:待|需|请|此处|这里|暂缺|数据缺)"),
        (_WAITS, r"[\[【][^\]】]{0,10}(?:待|占位)"),
        (_LATIN, "TODO|TBD|TBC|FIXME|击此处|击或"),
    ):
        for place in draft.find(pattern, hint=hint):
            here = (id(place.node), place.start)
            attached = place.node.locator.zone is Zone.ATTACHMENT
            if not (place.quoted or attached or here in told):
                told.add(here)
                yield place


def _is_sample(place: Place) -> bool:
    return bool(_SAMPLE.search(place.before)) or (
        place.tabled and len(place.text.strip()) > len(place.words) + 12
    )


def _is_masked_name(place: Place) -> bool:
    """张××, 王XX同志: a person whose name is withheld."""
    lead = bool(_SURNAMED.search(place.text, max(0, place.start - 3), place.start))
    return lead and bool(_NAME_AFTER.match(place.after))


def _is_told(place: Place) -> bool:
    """In a sentence, not on a line of a form or below a signature."""
    rest = place.text[max(0, place.start - _AROUND) : place.start] + place.after[:_AROUND]
    told = sum("\u4e00" <= char <= "\u9fff" for char in rest) >= 6
    return told and isinstance(place.node, Paragraph) and not _FORM.match(place.text)


def _finding(place: Place, variant: str) -> Finding:
    """The words are shown with those around them, so that the gap can be seen."""
    lead = len(place.words) - len(place.words.lstrip())
    start = max(0, place.start - 4) if variant == "blank" else place.start + lead
    words = place.node.text[start : min(len(place.text), place.end + 2)].strip()
    return Finding(place.span, {"words": words}, variant=variant)
