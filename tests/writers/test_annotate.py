"""The findings of a draft as comments: what they say, and that they are renewed, not heaped up."""

import re
import zipfile
from datetime import datetime
from io import BytesIO

import pytest
from lxml import etree

from linter.readers.load import ReadError
from linter.writers.comments import people
from linter.writers.errors import WriteError
from tests.helpers import chosen_rules, reported
from tests.readers.docx.fixtures import (
    BY,
    comment,
    end,
    members,
    p,
    r,
    start,
    style,
    table,
    tc,
    tr,
    word,
    zipped,
)
from tests.writers.helpers import NAME, anchored, annotated, body, member, read, said

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_WORD = "http://schemas.microsoft.com/office/word"
LISTS = {
    "commentsExtended": (W15, "commentsEx", "paraId"),
    "commentsIds": (f"{_WORD}/2016/wordml/cid", "commentsIds", "paraId"),
    "commentsExtensible": (f"{_WORD}/2018/wordml/cex", "commentsExtensible", "durableId"),
}
TABLE = table(
    tr(tc("指标"), tc("单位"), tc("2025年"), tc("2030年")),
    tr(tc("农村自来水普及率"), tc("%"), tc("90"), tc("95")),
    tr(tc("用水总量"), tc("亿立方米"), tc("30"), tc("32")),
)
DRAFT = (
    p("临江市“十五五”水利发展规划")
    + p("一、主要目标")
    + TABLE
    + p(r("到2030年，农村自来水普及率") + r("达到98%", "<w:b/>") + r("，建设整治河道洽理工程。"))
)


def test_both_sides_of_a_contradiction_are_commented_at_their_words() -> None:
    out = annotated(word(DRAFT), "IND001")
    assert anchored(out) == ["临江市“十五五”水利发展规划", "农村自来水普及率达到98%", "95"]
    summary, finding, other = said(out)
    assert summary[0] == "planlint 检查结果：1 个错误，0 个警告，0 个提示"
    assert summary[-1].endswith("，2026-05-06")
    assert finding[0] == "错误 IND001 指标目标值前后不一致"
    assert "表1第2行“农村自来水普及率”第4列" in finding[2]
    assert finding[-1] == "规则代码：IND001"
    assert other[0] == "另一处 IND001 指标目标值前后不一致（指标表）"
    assert "“一、主要目标”一节" in other[1]
    assert "“农村自来水普及率达到98%”" in other[1]


def test_what_is_written_is_read_again_as_it_was() -> None:
    data = word(DRAFT)
    out = annotated(data)
    rules = chosen_rules()
    before, after = (reported(read(one), rules) for one in (data, out))
    assert before.diagnostics
    assert [(d.rule, d.span.quote, d.fingerprint) for d in after.diagnostics] == [
        (d.rule, d.span.quote, d.fingerprint) for d in before.diagnostics
    ]


def test_a_second_run_changes_nothing_but_dates() -> None:
    once = annotated(word(DRAFT))
    assert annotated(once) == once
    later = annotated(once, when=datetime(2027, 1, 1))
    assert later != once
    assert anchored(later) == anchored(once)
    assert member(later, "word/document.xml") == member(once, "word/document.xml")


def test_a_formatting_change_within_a_cut_run_keeps_its_id_and_the_copy_gets_its_own() -> None:
    marked = r("河道洽理工程。", f'<w:rPrChange w:id="7" {BY}><w:rPr/></w:rPrChange>')
    once = annotated(word(p("水利规划") + p(marked)), "TRM001")
    ids = [e.get(f"{NAME}id") for e in body(once).iter(f"{NAME}rPrChange")]
    assert ids[0] == "7"
    assert len(set(ids)) == len(ids) == 3
    assert annotated(once, "TRM001") == once


def test_comments_of_people_stay_as_they_are() -> None:
    draft = DRAFT.replace(r("达到98%", "<w:b/>"), start(41) + r("达到98%") + end(41))
    data = word(draft, comments=comment(41, "请核"))
    out = annotated(annotated(data, "IND001"), "IND001")
    assert said(out)[0] == ["请核"]
    assert anchored(out)[0] == "达到98%"
    assert people(out) == people(data) == 1
    ids = [e.get(f"{NAME}id") for e in body(out).iter(f"{NAME}commentReference")]
    assert sorted(map(int, filter(None, ids))) == [41, 42, 43, 44]


def test_ids_are_above_those_of_all_parts() -> None:
    mark = '<w:bookmarkStart w:id="99" w:name="a"/><w:bookmarkEnd w:id="99"/>'
    files = members(DRAFT, footnotes=f'<w:footnote w:id="1">{p(mark + r("注"))}</w:footnote>')
    keys = [e.get(f"{NAME}id") for e in body(annotated(zipped(files), "IND001")).iter()]
    assert min(int(key) for key in keys if key) == 100


def test_what_a_person_answered_stays_with_the_answer() -> None:
    once = annotated(word(DRAFT), "IND001")
    answered = _answered(once, 1, "以统计公报为准")
    again = annotated(answered, "IND001")
    assert [lines[0] for lines in said(again)].count("错误 IND001 指标目标值前后不一致") == 1
    assert "以统计公报为准" in [lines[0] for lines in said(again)]
    threads = etree.fromstring(member(again, "word/commentsExtended.xml"))
    paras = {item.get(f"{{{W15}}}paraId") for item in threads}
    assert "0000AAAA" in paras  # our comment, which the answer needs
    assert [i.get(f"{{{W15}}}paraIdParent") for i in threads if len(i.attrib) == 3] == ["0000AAAA"]
    written = etree.fromstring(member(again, "word/comments.xml"))
    assert paras <= {e.get(f"{{{W14}}}paraId") for e in written.iter(f"{NAME}p")}
    assert len(paras) == len(said(again))
    assert annotated(again, "IND001") == again
    gone = _answered(once, 1, "planlint：忽略 IND001 以统计公报为准")
    assert len(said(annotated(gone, "IND001"))) == 3  # the summary, ours, and its answer


def _answered(data: bytes, key: int, words: str) -> bytes:
    """The file as Word leaves it when somebody has answered one of its comments."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    mark = f'<w:commentRangeStart w:id="{key}"/>'
    text = files["word/document.xml"].decode()
    assert mark in text
    text = text.replace(mark, mark + start(90)).replace("</w:body>", p(end(90)) + "</w:body>")
    files["word/document.xml"] = text.encode()
    root = etree.fromstring(files["word/comments.xml"])
    ours = next(c for c in root if c.get(f"{NAME}id") == str(key))
    ours[-1].set(f"{{{W14}}}paraId", "0000AAAA")
    reply = etree.SubElement(root, f"{NAME}comment", {f"{NAME}id": "90", f"{NAME}author": "甲"})
    paragraph = etree.SubElement(reply, f"{NAME}p", {f"{{{W14}}}paraId": "0000BBBB"})
    run = etree.SubElement(paragraph, f"{NAME}r")
    etree.SubElement(run, f"{NAME}t").text = words
    files["word/comments.xml"] = etree.tostring(root)
    files["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="0000AAAA" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0000BBBB" w15:paraIdParent="0000AAAA" w15:done="0"/>'
        "</w15:commentsEx>"
    ).encode()
    rels = files["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    relation = f'<Relationship Id="rId77" Type="{kind}" Target="commentsExtended.xml"/>'
    rels = rels.replace("</Relationships>", relation + "</Relationships>")
    files["word/_rels/document.xml.rels"] = rels.encode()
    return zipped(files)


def test_styles_are_referred_to_where_they_are() -> None:
    styles = style("a5", "annotation reference", kind="character")
    out = annotated(word(DRAFT, styles=styles), "IND001")
    assert 'w:rStyle w:val="a5"' in member(out, "word/document.xml").decode()
    assert "CommentText" not in member(out, "word/comments.xml").decode()


def test_what_need_not_change_has_the_same_bytes_in_the_same_order() -> None:
    files = members(DRAFT, styles="", settings="") | {"docProps/app.xml": b"<a/>", "x.bin": b"\0"}
    data = zipped(files)
    with zipfile.ZipFile(BytesIO(annotated(data))) as out:
        assert out.namelist() == [*files, "word/comments.xml"]
        changed = {name for name in files if out.read(name) != files[name]}
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}


def test_a_strict_file_stays_strict() -> None:
    from tests.readers.docx.fixtures import STRICT, STRICT_REL

    out = annotated(zipped(members(DRAFT, STRICT_REL, STRICT)), "IND001")
    assert f'xmlns:w="{STRICT}"' in member(out, "word/comments.xml").decode()
    assert f"{STRICT_REL}/comments" in member(out, "word/_rels/document.xml.rels").decode()
    assert len(read(out).comments) == 3


@pytest.mark.parametrize("on", ["1", "true", "on"])
def test_protected_and_signed_drafts_are_refused(on: str) -> None:
    lock = f'<w:documentProtection w:edit="readOnly" w:enforcement="{on}"/>'
    with pytest.raises(WriteError, match="编辑保护"):
        annotated(word(DRAFT, settings=lock))
    with pytest.raises(WriteError, match="数字签名"):
        annotated(zipped(members(DRAFT) | {"_xmlsignatures/sig1.xml": b"<a/>"}))
    off = '<w:documentProtection w:edit="readOnly" w:enforcement="0"/>'
    assert annotated(word(DRAFT, settings=off))


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(ReadError):
        annotated(word(DRAFT)[:200])
    picture = b"picture that nobody reads" * 9
    data = zipped(members(DRAFT) | {"word/media/image1.png": picture})
    at = data.index(b"word/media/image1.png") + len("word/media/image1.png")
    with pytest.raises(WriteError, match="损坏"):
        annotated(data[: at + 4] + b"\0\0\0" + data[at + 7 :])


def test_every_part_that_lists_comments_is_kept_up() -> None:
    """Of Word's four parts of comments none is made; where they are, they agree."""
    data = word(DRAFT, comments=comment(41, "请核"))
    with zipfile.ZipFile(BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    relations = ""
    for kind, (space, root, _) in LISTS.items():
        files[f"word/{kind}.xml"] = f'<x:{root} xmlns:x="{space}"/>'.encode()
        relations += f'<Relationship Id="{kind}" Type="http://a/{kind}" Target="{kind}.xml"/>'
    rels = files["word/_rels/document.xml.rels"].decode()
    files["word/_rels/document.xml.rels"] = rels.replace("</R", relations + "</R").encode()
    out = annotated(zipped(files), "IND001")
    written = etree.fromstring(member(out, "word/comments.xml"))
    paras = [p for e in written.iter(f"{NAME}p") if (p := e.get(f"{{{W14}}}paraId"))]
    assert len(set(paras)) == 3
    assert all(0 < int(para, 16) < 0x80000000 for para in paras)
    ignorable = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
    assert "w14" in written.get(ignorable, "").split()
    for kind, (space, _, key) in LISTS.items():
        items = etree.fromstring(member(out, f"word/{kind}.xml"))
        assert [item.get(f"{{{space}}}{key}") for item in items] == paras
    assert annotated(out, "IND001") == out
    later = annotated(out, "IND001", when=datetime(2027, 1, 1))
    for kind in ("commentsExtended", "commentsIds"):  # a day later they are the same comments
        assert member(later, f"word/{kind}.xml") == member(out, f"word/{kind}.xml")


def test_a_comment_that_somebody_closed_stays_closed() -> None:
    answered = zipfile.ZipFile(BytesIO(_answered(annotated(word(DRAFT), "IND001"), 1, "好")))
    files = {name: answered.read(name) for name in answered.namelist()}
    listed = files["word/commentsExtended.xml"].decode()
    files["word/commentsExtended.xml"] = listed.replace('done="0"/>', 'done="1"/>', 1).encode()
    files["word/commentsExtended.xml"] = re.sub(
        rb'<w15:commentEx [^>]*Parent="0000AAAA"[^>]*/>', b"", files["word/commentsExtended.xml"]
    )
    again = annotated(zipped(files), "IND001")
    assert b'"0000AAAA" w15:done="1"' in member(again, "word/commentsExtended.xml")
    assert [lines[0] for lines in said(again)].count("错误 IND001 指标目标值前后不一致") == 1
