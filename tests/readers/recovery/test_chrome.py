"""What a web site puts around a plan is set aside; what is the draft's own stays."""

import pytest

from tests.helpers import draft
from tests.readers.views import told

NOTICE = """某市人民政府办公室关于印发某市水网建设规划的通知
某政办发〔2021〕8号
各县（市、区）人民政府，市政府各部门：
现将《某市水网建设规划》印发给你们，请认真组织实施。
（联系人：张某；联系电话：0000-1234567）
某市人民政府办公室
2021年6月1日
某市水网建设规划
一、总体要求
坚持节水优先，建设现代水网，保障供水安全，服务高质量发展。
公开属性：主动公开
"""
PAGE = """欢迎光临某市水务局网站
首页
政务公开
您现在的位置：首页 > 政务公开 > 规划计划
某市水网建设规划
发布时间：2021-06-02 10:11 来源：市水务局 浏览次数：120
字体：[大 中 小] 打印本页 关闭窗口
一、总体要求
坚持节水优先，建设现代水网，保障供水安全，服务高质量发展。
某市水务局
2021年6月1日
上一篇：关于公布项目的公告
版权所有：某市水务局 网站标识码：3700000001
地址：某市某路1号 邮编：250000
"""


def test_a_saved_page() -> None:
    document = draft(PAGE, "txt")
    assert [node.line for node in document.paragraphs()] == [
        "某市水网建设规划",
        "一、总体要求",
        "坚持节水优先，建设现代水网，保障供水安全，服务高质量发展。",
        "某市水务局",
        "2021年6月1日",
    ]
    assert len(document.chrome) == 9
    assert document.chrome[0].position(0) == (1, 1)


def test_a_notice_is_the_drafts_own() -> None:
    assert told(NOTICE, "txt") == NOTICE.splitlines()
    assert draft(NOTICE, "txt").chrome == ()


@pytest.mark.parametrize(
    "source",
    [
        "某市规划",
        "推进建设。",
        "一、要求\n二、任务\n三、加强政府网站建设",
        "附件1\n重点任务分工表\n市水务局、市财政局负责",
        "一、任务\n加快网站集约化，统一技术支持，推广国产浏览器。",
        "2021年6月1日\n某市水务局",
        "12\n34",
    ],
)
def test_short_drafts_stay_whole(source: str) -> None:
    assert told(source, "txt") == source.splitlines()


def test_title_of_the_page_above_the_drafts_own() -> None:
    source = (
        "某市水网建设规划\n来源：某网 更新时间：2021-06-19\n"
        "某市人民政府关于印发某市水网建设规划的通知\n各县人民政府：\n"
        "现将规划印发给你们，请认真贯彻执行，确保完成各项任务。\n"
    )
    document = draft(source, "txt")
    assert [part.text for part in document.chrome] == source.splitlines()[:2]


def test_residue_of_a_byte_order_mark() -> None:
    node = next(draft("?各县人民政府：\n", "txt").nodes())
    assert (node.text, node.position(0)) == ("各县人民政府：", (1, 2))
