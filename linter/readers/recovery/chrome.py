"""Tells what a web site put around a plan from the plan: navigation, sources and dates, imprint.

Only lines above the first sentence and below the last one are ever set aside, and only where a
line among them says plainly that a web page is speaking. Cover notices, document numbers, and
signatures are the draft's own (GB/T 9704-2012, 7.2 to 7.4) and stay.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.readers.labels import SECTIONS, split_label
from linter.text.folding import fold, key
from linter.text.patterns import lazily

_REACH = 60  # lines from either end in which a page's frame is looked for
_SURE = 2
_MENU = 16  # characters of the longest entry of a menu

_PAIR = lazily(
    r"(?:^|[\s\[【|(])(?:(?:信息|文章|稿件|文件|内容|新闻)?来源|(?:发布|更新|生成|成文|发文|录入|创建)"
    r"(?:时间|日期)|日期|时间|作者|(?:责任)?编辑|编审|审核|发布(?:人|者|机构|单位|部门)|"
    r"发文(?:机关|机构|单位|字号)|文号|公开(?:方式|形式|时限|类别|属性)|索引号|"
    r"(?:主题|信息|体裁|服务对象)分类|主题词|组配分类|关键词|(?:是否)?有效性?|废止日期|"
    r"(?:浏览|点击|阅读|访问)(?:次数|数|量|率)?|字体|字号|(?:保护)?视力(?:保护)?色?|分享(?:到|至)?)"
    r"\s*[:】\]]"
)
_POSITION = lazily(
    r"(?:当前|您(?:现在)?(?:所在)?的?|你的|现在|所在)的?位置|首\s*页\s*[>»›|/-]|^\s*欢迎(?:您|访问|光临|来到)"
)
_STAMP = lazily(r"\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?P<more>\s+\S.*)?\s*$")
_TOOL = lazily(
    r"首页|网站首页|打印(?:本页)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页|上页|列表)?|分享(?:到|至)?|收藏|"
    r"字体|字号|[大中小]|默认|下载|微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|复制链接|转发|评论|"
    r"纠错|登录|注册|搜索|全文|无障碍(?:浏览|阅读)?|长者(?:模式|版)|适老化|简体|繁体|繁體|English|"
    r"手机版|客户端|网站支持IPv6|RSS|上一篇|下一篇"
)
_SPLIT = lazily(r"[\s|/>»›·、,:\[\]【】()]+")
_IMPRINT = lazily(
    r"(?:责任)?编辑\s*[:】]|编审\s*:|网站(?:地图|声明|申明|标识码|首页)|网站(?:维护|管理|建设|制作)[^。]{0,6}:|标识码\s*[:\d]|"
    r"ICP\s*备|公网安备|版权(?:所有|声明)|copyright|©|技术支持\s*(?:电话)?\s*[:：]|"
    r"(?:使用|采用|分辨率|最佳|推荐).{0,40}浏览|浏览器|扫(?:描|一扫).{0,12}(?:二维码|关注|手机|微信|分享)|"
    r"二维码.{0,8}关注|关注我们|上一[篇条]\s*:|下一[篇条]\s*:|打印(?:本页|此页|文章)|关闭(?:窗口|本页)|"
    r"返回(?:顶部|首页|列表)|相关(?:链接|新闻|文章|解读|阅读|信息|文档)\s*(?:[:>]|$)|友情链接|"
    r"附件下载|分享到|(?:浏览|点击|阅读)(?:次数|量|数)\s*:|公开(?:方式|形式)\s*:|违法和?不良信息举报",
    re.IGNORECASE,
)
_ADDRESS = lazily(
    r"(?:主办|承办|协办|运行|维护)(?:单位)?\s*:|(?:联系|举报|值\s*班|办公|服务|咨询)?\s*电\s*话\s*:|"
    r"邮\s*箱\s*:|地\s*址\s*:|邮\s*编\s*:|传\s*真\s*:"
)
# The last line of a signature, or of a table of responsible units.
_ENDS_PLAN = lazily("‹spelt-year›年.{1,3}月.{1,3}日|.*负责")
_NAMES_PLAN = lazily(r"(?:‹plan-kind›|通知|决定)》?(?:\(.*\))?$")
_SENTENCE = lazily(r".{25,}。|.{40,}[,;].*")
_SALUTATION = lazily(r"[?\s]*各?.*(?:人民政府|政府|部门|单位|机构|委员会|有关).*:$")


def chrome_places(texts: Sequence[str]) -> frozenset[int]:
    """Return the indices of the texts (lines or paragraphs) that a web page put around the plan."""
    folded = [fold(text).strip() for text in texts]
    filled = [i for i, text in enumerate(folded) if text]
    head = list(_above(folded, filled))
    return frozenset(_head(folded, head)) | frozenset(_tail(folded, filled))


def is_sentence(text: str) -> bool:
    """Tell whether a paragraph is running text, as a site's menus are not."""
    return bool(_SENTENCE.match(fold(text)))


def _above(texts: Sequence[str], filled: Sequence[int]) -> Iterator[int]:
    """The lines above the first sentence, heading, or salutation."""
    for i in filled[:_REACH]:
        label, _ = split_label(texts[i])
        if label is not None and label.kind in SECTIONS:
            return
        if not _site(texts[i]) and (_SENTENCE.match(texts[i]) or _SALUTATION.match(texts[i])):
            return
        yield i


def _head(texts: Sequence[str], above: list[int]) -> Iterator[int]:
    site = [i for i in above if _site(texts[i])]
    yield from site
    rest = [i for i in above if i not in set(site)]
    titles = [i for i in rest if _NAMES_PLAN.search(texts[i])]
    first = titles[0] if titles else above[-1] if above else 0
    last_site = max((i for i in site if i < first), default=-1)
    yield from (i for i in rest if i < last_site and len(texts[i]) <= _MENU)
    for i, j in pairwise(rest):
        if _names_again(texts[i], texts[j], any(i < s < j for s in site)):
            yield i


def _names_again(above: str, below: str, site_between: bool) -> bool:
    """A page's title above the plan's own: the same words, or more of them."""
    a, b = (re.sub("[《》]", "", key(text)) for text in (above, below))
    return len(b) >= 8 and (b in a or (site_between and len(a) >= 8 and a in b))


def _site(text: str) -> bool:
    """A line that only a web page has above a text."""
    if len(text) > 160 or text.endswith("。"):
        return False
    stamp = _STAMP.match(text)
    if _PAIR.search(text) or _POSITION.search(text) or (stamp and _numeric(text, stamp)):
        return True
    words = [word for word in _SPLIT.split(text) if word]
    said = [word for word in words if not word.isdigit()]  # a tool may count its clicks
    tools = sum(bool(_TOOL.fullmatch(word)) for word in said)
    return bool(said) and tools >= len(said) - (tools > _SURE)  # among tools, the site's name


def _numeric(text: str, stamp: re.Match[str]) -> bool:
    """2018-05-09, or a date with a time behind it: not the date of a signature."""
    return "年" not in text or bool(stamp["more"] and re.search(r"\d\s*[:时]", stamp["more"]))


def _tail(texts: Sequence[str], filled: list[int]) -> Iterator[int]:
    top = None
    for i in reversed(filled[-_REACH:]):
        text = texts[i]
        if _ENDS_PLAN.fullmatch(text) or split_label(text)[0]:
            break
        if len(text) <= 200 and _IMPRINT.search(text):
            top = top if text.endswith("。") else i
        elif not _ADDRESS.search(text) and (len(text) > 30 or text.endswith("。")):
            break
    if top is not None:
        yield from (i for i in filled if i >= top)
