"""Whatever a text file holds: a Document whose nodes stand where they say, or a ReadError."""

import re
from contextlib import suppress

from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter.document.model import Document
from linter.document.nodes import Cell, Paragraph
from linter.readers.load import ReadError, read_bytes


def words(text: str) -> list[str]:
    return text.split()


NEWLINE = re.compile(r"\r\n|\r|\n")
WORDS = words("""
一、 （二） 1. 6.1 ① 第一章 专栏1 专栏二 工程 附件 附件1 附件：1.名词解释 名词解释 目录 目标……3
指标 单位 序号 2015年 2020年 重点任务 责任单位 92 / 基本实现 省财政厅负责 规划 现将
关于印发某市规划的通知 各市人民政府： 2020年1月4日
到2020年，全市信息化水平明显提升，建成一批重点工程，
形成新格局。 责任编辑:某 当前位置：首页 > 公开 IPv6 Wi、 ， 。 ？
""")
BLANKS = ("\n", "\n\n", "\r\n", "  ", "　　", "\t", "\u200b", "\ufeff")
MARKDOWN = words("""
# ## > - * ** _ ` ``` ~~~ --- === | \\| \\ | [甲](b) ![ ]( [ ] <!-- --> <br>
<table><tr><td> </table> <b>
""")
HTML = words("""
<p> </p> <br> <div> </div> <table> </table> <tr> <td> </td> <th> <ol> <li> </ol> <ul> </ul> <h1>
</h1> <h2> <blockquote> </blockquote> <nav> </nav> <header> </header> <script> </script> <a>
</a> <!-- -->
<pre> </pre> < > </ <! <? " ' =
""")
RULES = ("| --- | --- |", "- ", "> > ", "<td rowspan=3 colspan='2'>", "<div style='display:none'>")
# What a piece of text cannot hold, so that every character can be looked up in the source.
ANY = st.text(st.characters(exclude_characters="&\0", exclude_categories=["Cs"]), max_size=4)


def texts(*more: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from([*WORDS, *BLANKS, *RULES, *more]) | ANY, max_size=60).map(
        "".join
    )


def read(source: str, form: str) -> Document | None:
    try:
        return read_bytes(f"draft.{form}", source.encode("utf-8"), form)
    except ReadError:
        return None


def check_places(source: str, document: Document | None) -> None:
    """Every character of every node stands in the source where its position says."""
    if document is None:
        return
    lines = NEWLINE.split(source.removeprefix("\ufeff"))
    for node in (*document.nodes(), *document.chrome):
        for offset, char in enumerate(node.text):
            line, column = node.position(offset) or (0, 0)
            assert line >= 1
            assert column >= 1
            if char not in " \n":  # between joined lines, which had none
                assert lines[line - 1][column - 1] == char


def check_nodes(document: Document | None) -> None:
    if document is None:
        return
    numbers = [p.locator.paragraph for p in document.paragraphs()]
    assert numbers == list(range(1, len(numbers) + 1))
    for node in document.nodes():
        assert node.text == node.text.rstrip()
        assert isinstance(node, Cell) or node.text or getattr(node, "label", None)
    for table in document.tables():
        assert len({len(row) for row in table.rows}) == 1
        assert all(c.origin is None or not c.origin.covered for row in table.rows for c in row)
    if document.title is not None:
        assert isinstance(document.title, Paragraph)
        assert document.title in list(document.paragraphs())


@given(texts())
@settings(max_examples=50, deadline=None)
def test_txt(source: str) -> None:
    document = read(source, "txt")
    check_places(source, document)
    check_nodes(document)


@given(texts(*MARKDOWN))
@example("> 甲\n> > 乙\n>\n丙")
@example("| a |\n| --- |\n| b \\|")
@settings(max_examples=50, deadline=None)
def test_md(source: str) -> None:
    document = read(source, "md")
    check_places(source, document)
    check_nodes(document)


@given(texts(*HTML))
@settings(max_examples=50, deadline=None)
def test_html(source: str) -> None:
    document = read(source, "html")
    check_places(source, document)
    check_nodes(document)


@given(st.binary(max_size=200), st.sampled_from(("txt", "md", "html")))
def test_any_bytes(data: bytes, form: str) -> None:
    document = None
    with suppress(ReadError):
        document = read_bytes(f"draft.{form}", data, form)
    check_nodes(document)


def test_deep_nesting_is_no_matter() -> None:
    for form, source in (
        ("html", "<div>" * 3000 + "<table><tr><td>" * 500 + "甲" + "<blockquote>" * 3000 + "乙"),
        ("md", ">" * 5000 + " 甲\n" + "- " * 5000 + "[" * 5000 + "*" * 5000),
    ):
        document = read_bytes(f"draft.{form}", source.encode(), form)
        assert any("甲" in node.text for node in document.nodes())
