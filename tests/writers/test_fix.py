"""Fixes as tracked changes in Word, and in the source of text drafts."""

import pytest
from lxml import etree

from linter.catalogue.language import Lang
from linter.readers.load import read_bytes
from linter.writers.fix import Checked, Fixed, fix_text, fix_word
from tests.helpers import chosen_rules, reported
from tests.readers.docx.fixtures import BY, field, p, r, table, tc, tr, vml, word
from tests.writers.accepting import settled
from tests.writers.helpers import NAME, WHEN, anchored, body, read, said

RULES = chosen_rules()
LINK = '<w:hyperlink w:anchor="a">{}</w:hyperlink>'
DELETED = f'<w:del w:id="5" {BY}><w:r><w:delText>旧</w:delText></w:r></w:del>'


def in_word(markup: str, unsafe: bool = False, **parts: str) -> Fixed:
    return _in_word(word(markup, **parts), unsafe=unsafe)


def _in_word(data: bytes, unsafe: bool = False) -> Fixed:
    def check(one: bytes) -> Checked:
        document = read(one)
        return document, reported(document, RULES)

    rules = {rule.id: rule for rule in RULES}
    return fix_word(data, check, rules, Lang.ZH, WHEN, unsafe=unsafe)


def in_text(source: str, form: str = "md", unsafe: bool = False) -> Fixed:
    def check(data: bytes) -> Checked:
        document = read_bytes(f"draft.{form}", data, form)
        return document, reported(document, RULES)

    return fix_text(source.encode(), check, unsafe=unsafe)


def texts(data: bytes) -> list[str]:
    return [node.text for node in read(data).nodes()]


TRACKED = {
    "a wrong character": ("推进河道洽理工程。", "推进河道治理工程。"),
    "a bracket": ("（国办发〔2021]5号）", "（国办发〔2021〕5号）"),
    "a look-alike": ("到2O25年，建成灌区。", "到2025年，建成灌区。"),
    "a separator": ("农民工分别为95%98.5%。", "农民工分别为95%、98.5%。"),
    "a doubled word": ("推进灌区改造改造，加强管护。", "推进灌区改造，加强管护。"),
    "two in a paragraph": ("到2O25年，推进河道洽理工程。", "到2025年，推进河道治理工程。"),
}


@pytest.mark.parametrize(("before", "after"), TRACKED.values(), ids=TRACKED.keys())
def test_tracked_changes(before: str, after: str) -> None:
    fixed = in_word(p("水利规划") + p(r(before, "<w:b/>")))
    assert fixed.left == []
    assert texts(settled(fixed.data, accept=True))[-1] == after
    assert texts(settled(fixed.data, accept=False))[-1] == before
    assert texts(fixed.data)[-1] == after
    out = body(fixed.data)
    assert all(run.find(f"{NAME}rPr/{NAME}b") is not None for run in _runs(out)[1:])
    for change in (*out.iter(f"{NAME}ins"), *out.iter(f"{NAME}del")):
        parent = change.getparent()
        assert parent is not None
        assert parent.tag == f"{NAME}p"
        assert change.get(f"{NAME}author") == "planlint"
        assert change.get(f"{NAME}date") == "2026-05-06T07:08:09Z"


def _runs(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(f"{NAME}r"))


def test_only_what_differs_is_changed() -> None:
    out = body(in_word(p("水利规划") + p("推进河道洽理工程。")).data)
    assert [e.text for e in out.iter(f"{NAME}delText")] == ["洽"]
    assert [e.text for ins in out.iter(f"{NAME}ins") for e in ins.iter(f"{NAME}t")] == ["治"]


def test_words_in_several_runs_and_in_cells() -> None:
    cells = table(tr(tc("工程"), tc("河道洽理")), tr(tc("灌区改造"), tc("三")))
    split = p(r("推进河道") + r("洽", "<w:b/>") + r("理工程。"))
    fixed = in_word(p("水利规划") + split + cells)
    assert len(fixed.made) == 2
    accepted = texts(settled(fixed.data, accept=True))
    assert "推进河道治理工程。" in accepted
    assert "河道治理" in accepted


BY_HAND = {
    "somebody's insertion": p(r("推进") + f'<w:ins w:id="5" {BY}>{r("河道洽理工程")}</w:ins>'),
    "over somebody's deletion": p(r("推进改") + DELETED + r("造改造，加强管护。")),
    "a link": p(r("推进") + LINK.format(r("河道洽理工程")) + r("。")),
    "a field": p(r("见") + field("REF a", "河道洽理工程") + r("。")),
    "a text box": p(vml(p("推进河道洽理工程。"))),
    "two paragraphs of a cell": table(tr(tc(p("工程")), tc(p("河道洽") + p("理工程")))),
}


@pytest.mark.parametrize("markup", list(BY_HAND.values())[:1] + list(BY_HAND.values())[2:5])
def test_elsewhere_a_comment_says_what_to_change(markup: str) -> None:
    before = texts(word(p("水利规划") + markup))
    fixed = in_word(p("水利规划") + markup)
    assert fixed.made == []
    assert len(fixed.left) == 1
    assert texts(fixed.data) == before
    assert list(body(fixed.data).iter(f"{NAME}delText")) == []
    assert len(anchored(fixed.data)) == 1
    lines = said(fixed.data)[0]
    assert lines[0].startswith("错误 TRM001")
    assert "手工修改" in lines[1]
    assert any(line.startswith("建议改为“") for line in lines)
    assert _in_word(fixed.data).data == fixed.data


def test_a_change_does_not_swallow_a_deletion_of_somebody() -> None:
    fixed = in_word(p("水利规划") + BY_HAND["over somebody's deletion"])
    kept = [e for e in body(fixed.data).iter(f"{NAME}del") if e.get(f"{NAME}author") == "甲"]
    assert len(kept) == 1
    for change in body(fixed.data).iter(f"{NAME}del", f"{NAME}ins"):
        assert not list(change.iterancestors(f"{NAME}del", f"{NAME}ins"))


def test_unsafe_changes_are_made_only_when_asked_for() -> None:
    source = "# 水利规划\n\n一、目标\n\n到2025年，灌区不低于60%以上。\n"
    assert in_text(source).data == source.encode()
    assert "不低于60%。" in in_text(source, unsafe=True).data.decode()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_text_keeps_its_newlines_its_mark_and_its_markup(newline: str, mark: str) -> None:
    lines = ["# 水利规划", "", "一、**目标**", "", "推进**河道洽理**工程，", "到2O25年建成。", ""]
    source = mark + newline.join(lines)
    fixed = in_text(source)
    assert fixed.data.decode() == source.replace("洽理", "治理").replace("2O25", "2025")
    assert len(fixed.made) == 2


def test_tables_and_plain_text() -> None:
    source = "水利规划\n\n一、目标\n\n推进河道洽理工程。\n\n|工程|内容|\n|---|---|\n|一|河道洽理|\n"
    assert in_text(source, "txt").data.decode() == source.replace("洽", "治")


def test_words_that_markup_parts_are_left_to_people() -> None:
    source = "# 水利规划\n\n一、目标\n\n推进河道洽**理**工程，推进灌区改**造改造**。\n"
    fixed = in_text(source)
    assert "治**理**" in fixed.data.decode()
    assert fixed.data.decode().count("**") == 4
