"""Web pages: text, tables and lists of a page; the site around it set aside."""

import pytest

from tests.helpers import draft
from tests.readers.views import told


def html(body: str) -> list[str]:
    return told(body, "html")


def test_paragraphs_and_breaks() -> None:
    page = "<div>一、要求<br>&emsp;&emsp;治水<p>建\n库 <b>和</b>\n IPv6\nready</div>尾"
    assert html(page) == ["一、要求", "治水", "建库 和IPv6 ready", "尾"]
    assert html("<pre>甲\n乙丙</pre>") == ["甲", "乙丙"]


def test_headings_and_title() -> None:
    document = draft("<h1>某市水网<br>规划</h1><h2>一、要求</h2><h3>思路</h3><p>治水。</p>", "html")
    assert document.title is not None
    assert document.title.text == "某市水网规划"
    assert [p.level for p in document.paragraphs()] == [None, 1, 3, None]


def test_tables_with_spans() -> None:
    page = (
        "<table><caption>表1</caption><tr><th rowspan=2>指标<th colspan=2>水量"
        "<tr><td>2020<td>2025</tr><tr><td>甲</td><td>1<td><p>2<p>以上</table>"
    )
    assert html(page) == ["表1", "指标 | 水量 | ^", "^ | 2020 | 2025", "甲 | 1 | 2\n以上"]


def test_layout_tables_are_opened() -> None:
    inner = "<table><tr><td>指标<td>2025年<tr><td>甲<td>9</table>"
    page = f"<table><tr><td>首页</td><td><p>一、要求<p>治水。{inner}<p>二、任务<p>建库。</table>"
    assert html(page) == [
        "一、要求",
        "治水。",
        "指标 | 2025年",
        "甲 | 9",
        "二、任务",
        "建库。",
    ]


def test_boxes() -> None:
    for page in (
        "<blockquote><p>专栏1 水库<p>1.甲库</blockquote>",
        "<table><tr><td>专栏1 水库<br>1.甲库</table>",
        "<p>专栏1 水库<p>1.甲库<h2>后</h2>",
    ):
        assert html(page)[:2] == ["[专栏1 水库]", "  1.甲库"]


def test_numbered_lists() -> None:
    page = "<ol start=3><li>甲<li><p>乙<p>续<ol><li>子</ol><li>（一）丙</ol><ul><li>丁</ul>"
    assert html(page) == ["3.甲", "4.乙", "续", "1.子", "（一）丙", "丁"]


def test_site_is_set_aside() -> None:
    page = (
        "<head><title>题</title><style>p{}</style></head><body><nav>导航</nav>"
        "<header><h1>某市水网规划</h1></header>"
        "<ul><li><a href=/>首页</a><li><a href=/b>公开专栏</a></ul><!-- 注 -->"
        "<script>if(a<b)c()</script>"
        "<p>一、要求<p>坚持节水优先，建设现代水网，保障供水安全，服务高质量发展。"
        "<p style='display: none'>隐藏</p><noscript>无</noscript><p><a href=/x.doc>附件1.doc</a>"
        "<p><a href=/c>相关新闻</a><footer>版权所有</footer>"
    )
    document = draft(page, "html")
    assert told(document) == [
        "某市水网规划",
        "一、要求",
        "坚持节水优先，建设现代水网，保障供水安全，服务高质量发展。",
        "附件1.doc",
    ]
    chrome = {part.text for part in document.chrome}
    assert chrome == {"导航", "版权所有", "首页", "公开专栏", "相关新闻"}


def test_what_is_never_closed_is_text() -> None:
    assert html("<nav><p>一、要求<p>治水。") == ["一、要求", "治水。"]


@pytest.mark.parametrize(
    "page",
    [
        "a < b",
        "</td></p>甲",
        "<td>甲<tr>",
        "<table><td>甲</b></table></table>",
        "<p a=1 'b>甲",
        "<!甲><?甲>",
    ],
)
def test_broken_pages_are_read(page: str) -> None:
    assert html(page + "\n<p>乙")[-1] == "乙"


def test_places() -> None:
    document = draft("<p>甲&amp;乙\n  丙</p>\n<td>&#20013;国", "html")
    first, second = document.paragraphs()
    assert first.text == "甲&乙丙"
    assert [first.position(i) for i in range(4)] == [(1, 4), (1, 5), (1, 10), (2, 3)]
    assert [second.position(i) for i in range(2)] == [(3, 5), (3, 13)]
