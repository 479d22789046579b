"""The columns that the tables of plans have: what their headers say and what their cells hold.

Three tables are meant: indicators (指标 and years), the division of work (重点任务 and 责任单位),
and the glossary (名词 and 解释).
"""

import re
from enum import Enum

from linter.readers.recovery.joining import VALUE
from linter.text.folding import fold, key
from linter.text.patterns import lazily


class TextColumn(Enum):
    """What a column holds."""

    NUMBER = "序号"
    CATEGORY = "类别"
    NAME = "指标"
    UNIT = "单位"
    VALUE = "2020年"
    PROPERTY = "属性"
    TASK = "重点任务"
    OFFICE = "责任单位"
    DEADLINE = "完成时限"
    TERM = "名词"
    MEANING = "解释"
    NOTE = "备注"


# Two columns that only a table of its kind has side by side.
PAIRS = (
    {TextColumn.NAME, TextColumn.VALUE},
    {TextColumn.TASK, TextColumn.OFFICE},
    {TextColumn.TERM, TextColumn.MEANING},
)
_MEASURE = (
    r"(?:底|末|基期|基准|基数|现状|实际|预计|规划|目标|完成|指标)*(?:年|值|数|目标|情况|指标)?"
)
_HEADERS: tuple[tuple[TextColumn, re.Pattern[str]], ...] = tuple(
    (column, lazily(pattern))
    for column, pattern in (
        (TextColumn.NUMBER, r"‹number-column›|序|No\.?"),
        (
            TextColumn.CATEGORY,
            r"(?:指标|任务|工作)?(?:类别|类型|领域|分类|方面)|一级指标|方向|维度",
        ),
        (TextColumn.NAME, r"(?:主要|核心|具体|二级|三级|发展|规划|监测)?指标(?:名称|内容|项目)?"),
        (TextColumn.UNIT, "‹unit-column›"),
        (
            TextColumn.VALUE,
            rf"[(]?\d{{4}}年?[)]?{_MEASURE}|‹five-year›五{_MEASURE}|"
            rf"(?:基期|基准|现状|目标|规划|预期)(?:年|值|数|目标|指标)?(?:[(]?\d{{4}}年?[)]?)?|"
            r"(?:\d{4}[-—~]\d{4}年)?(?:年均|累计|五年)(?:增长|增速|增幅|变化|提高)?(?:率|速度|值)?"
            r"(?:[(\[〔].{1,6}[)\]〕])*|增速|增幅|完成率",
        ),
        (TextColumn.PROPERTY, "‹kind-column›"),
        (
            TextColumn.TASK,
            r"(?:重点|主要|具体|目标|工作|政策|改革|建设)?(?:任务|工作|事项|举措|措施)"
            r"(?:任务|内容|举措|措施|事项|名称|分工)?",
        ),
        (
            TextColumn.OFFICE,
            r"(?:(?:主要|市级|省级|区级)?(?:牵头|负责|责任|配合|协同|协作|参与|承办|协办|主办|实施|落实|主责)"
            r"[和及、(]?){1,2}(?:单位|部门|主体|处室|科室|地区)\)?",
        ),
        (
            TextColumn.DEADLINE,
            r"(?:完成|工作|时间|进度|推进|落实)(?:时限|时间|要求|期限|节点|安排|进度)|时限",
        ),
        (
            TextColumn.TERM,
            r"(?:专业)?(?:名词|术语|缩略语|缩写|简称|词条)"
            r"(?:[或和及与/、](?:缩写|术语|缩略语|简称|名词))?(?:名称)?",
        ),
        (
            TextColumn.MEANING,
            r"(?:名词|术语)?(?:解释|释义|含义|定义|全称|说明)(?:[或和及与/、](?:全称|说明|解释))?",
        ),
        (TextColumn.NOTE, r"备注|成果形式|工作目标|目标要求|主要内容"),
    )
)
_PLEDGE = lazily(
    r"(?:基本|全面|力争|持续|进一步|明显|显著|逐步|稳步|按时)?(?:实现|完成|达到|达标|控制在|高于|低于|优于|"
    r"不低于|不高于|不少于|保持|提高|提升|下降|改善|全覆盖|上升|稳定).{0,12}|待定|无|—+"
)
_UNIT = lazily(
    r"[%‰℃]|[A-Za-zμ³²/·]{1,8}|[十百千万亿]{0,2}"
    r"(?:元|美元|人|户|个|家|件|项|台|套|张|部|条|座|处|公里|平方公里|平方米|立方米|公顷|亩|吨|吨标准煤|"
    r"千瓦|千瓦时|人次|辆|所|册|年|天|小时|分钟|岁|分|次|篇|只|株|头|名|例|床|张床|倍|微克|毫克|米|标准架|机架)"
    r"?(?:[/每][\u4e00-\u9fffA-Za-z³²]{1,6})?"
)
_PROPERTY = lazily(r"(?:预期|约束|导向|指导|引导)性?(?:指标)?")
_OFFICE = lazily(
    r"(?:厅|局|委|办|部|院|署|行|会|社|公司|集团|中心|政府|单位|部门|机构|组|处|镇|街道|省|市|区|县|团)"
    r"(?:[、,;。()等及和]|$|[\s、]*(?:各|按|牵头|负责|配合|参与|指导))|负责|牵头"
)
_DEADLINE = lazily(
    r"(?:\d{4}年.{0,12}|.{0,4}(?:长期|持续|每年|常态|全年).{0,8}|\d{1,2}月.{0,6}|立即.{0,6})"
)


def header(text: str) -> TextColumn | None:
    """Return what a header cell announces, None for other words."""
    words = key(text)
    if len(words) > 20:
        return None
    return next((column for column, form in _HEADERS if form.fullmatch(words)), None)


def holds(column: TextColumn, text: str) -> bool:
    """Tell whether a cell of the column may say this; columns of free words hold anything."""
    words = fold(text).strip()
    match column:
        case TextColumn.NUMBER:
            return bool(re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", words))
        case TextColumn.VALUE:
            return is_value(words)
        case TextColumn.UNIT:
            return bool(words and _UNIT.fullmatch(words)) or words in "—-/"
        case TextColumn.PROPERTY:
            return bool(_PROPERTY.fullmatch(words))
        case TextColumn.OFFICE:
            return bool(_OFFICE.search(words)) and not is_value(words)
        case TextColumn.DEADLINE:
            return bool(_DEADLINE.fullmatch(words))
        case _:
            return not is_value(words)


def is_value(text: str) -> bool:
    """A number, a mark for none (/, —), or the words that stand for a target (基本实现)."""
    words = fold(text).strip()
    return bool(VALUE.fullmatch(words)) or (len(words) <= 14 and bool(_PLEDGE.fullmatch(words)))
