"""The words around units in a list: labels (责任单位：), duties (牵头、按职责分工负责), 等部门."""

import re
from enum import StrEnum

from linter.text.patterns import lazily, once

FILL = "\ue001"


class Duty(StrEnum):
    """What a unit has to do in a task."""

    LEAD = "lead"  # 牵头、主办
    RESPONSIBLE = "responsible"  # 负责
    COOPERATING = "cooperating"  # 配合、参与、协办


COLLECTIVE = lazily(
    r"^(?:[各有相]|其他|其它|地方|所有|省直|市直|县直|区直|州直|省级|市级|县级|区级|中[央省]驻?|驻|沿线|涉)"
    r"|成员单位|有关|相关|部门$|各市|各县|各区|各州|企业$|单位$|各级"
)
# What a label may say of its units, in one or several words: 牵头考核单位, 责任单位及责任人.
_TOLD = (
    r"(?P<lead>牵头|主办|主责|第一责任)|(?P<help>配合|协同|协办|协助|参与|参加|支持|会办)"
    r"|责任|负责|承办|实施|落实|主管|分工|考核|完成|推进|监督|督导|指导|主要|具体|总"
)
LABEL_WORDS = rf"(?:(?:{_TOLD})[、和及与/]?){{1,5}}(?:单位|部门|主体|领导|处室|科室|人)"
LABEL = lazily(rf"{LABEL_WORDS}(?:[和及、与]?(?:责任人|负责人|领导))?\s*:")
# Words of a draft's own in front of a colon; a label only where known units follow.
OWN_LABEL = lazily(r"[\u4e00-\u9fff](?:单位|部门|主体|处室|科室|机构):$")
PERSONS = lazily(r"^(?!.*(?:单位|部门|主体|处室|科室|机构)).*(?:人|领导):$")
_ROLE = lazily(
    r"(?:分别|共同|联合|具体|统筹)?(?:按照?|根据|依据|依照|依)?(?:各自)?(?:职责|职能|责任)?(?:分工)?(?:分别|共同|具体)?"
    r"(?:(?P<lead>牵头)(?:负责|落实|实施|组织|推进|督导|协调|抓总|组织实施)?|(?P<own>负责)(?:落实|实施|组织实施)?|(?:完成|做好|抓好|推进)(?:有关|相关|各自|具体)?工作|落实|(?:组织)?实施|承办|主办"
    r"|(?P<help>配合|参与|参加|协助|协同|协办|支持|指导)(?:实施|落实|配合)?)$"
)
_DUTY_ONLY = lazily(r"(?:按照?|根据|依)(?:各自)?(?:职责|职能)(?:分工)?$|(?<!职责)分工$")
_OPEN_END = lazily(
    r"等(?:(?:\d+|[一二三四五六七八九十]+)个?|各|有关|相关|各有关|各相关|省直|市直|省级|市级|县级|行业|主管|职能|成员|[省市县区州])*(?:部门|单位|企业)?(?:和单位)?$"
)
# 各市、县人民政府 is one name.
_SHARED = (
    rf"(?:(?<=各[省市县区州盟旗乡镇])|(?<=有关[市县区])|(?<=、[市县区州盟旗乡镇]))、"
    rf"(?=街道|(?:自治)?[市县区州盟旗乡镇](?:级市)?{FILL}*(?:人民政府|政府|党委|区|[、,;。\s]|$))"
)
SPLIT = lazily(
    rf"(?!{_SHARED})[、,;:/|。]|会同|\n|(?:和|与|以?及)(?=各[省市县区州盟旗乡镇地级有相])"
)
TRAILER = lazily(
    r"[,;。]?\s*(?:(?:责任单位|各?单位)?中?[列排]在?第一位|以下|下同|不再(?:逐一|一一)?(?:列出|列明))"
)
HEAD = lazily(r"(?:由|并|及|另|同时)(?=[省市县区州各国])|商(?=[省市县区州])|\d{1,2}[.)、](?!\d)")
_BRACKETED = lazily(r"[(〔\[【〈<][^()〔〕\[\]【】〈〉<>]{0,60}[)〕\]】〉>]")
_UNIT_END = lazily(r"[厅局委办部署会院社行司室府头责合与心、,;:。等位门]$")


def role_of(match: re.Match[str]) -> Duty:
    """The role that a label or the words behind a unit name; 牵头和配合单位 names none."""
    groups = match.groupdict()
    if groups["lead"]:
        return Duty.RESPONSIBLE if groups["help"] else Duty.LEAD
    return Duty.COOPERATING if groups["help"] else Duty.RESPONSIBLE


def has_role(words: str) -> bool:
    """Tell whether words end in a duty: 省财政厅负责."""
    return bool(_ROLE.search(words.rstrip(" " + FILL)))


def flat(folded: str) -> str:
    """Fill brackets out, so that 各县（市、区） is one word; keep breaks between units."""
    filled = _BRACKETED.sub(lambda m: FILL * len(m.group()), folded)
    return once(r"\s*\n\s*").sub(
        lambda m: ("\n" if _UNIT_END.search(filled, 0, m.start()) else " ").ljust(len(m.group())),
        filled,
    )


def without_role(words: str) -> tuple[str, Duty | None, tuple[int, int] | None]:
    """Split 省财政厅等按职责分工负责 into the name, the role and where the words of duty stand."""
    bare = words.rstrip(" " + FILL)
    role, duty = None, None
    match = _ROLE.search(bare) or _DUTY_ONLY.search(bare)
    if match:
        role = role_of(match) if match.re == _ROLE else Duty.RESPONSIBLE
        duty = match.span()
        bare = bare[: match.start()].rstrip()
    opened = _OPEN_END.search(bare)
    if opened:
        bare = bare[: opened.start()].rstrip()
    return bare, role, duty
