"""附件说明 and the attachments."""

from linter.subjects.structure.attachments import Attachments, attachments_of
from tests.helpers import draft, quotes


def read(tail: str) -> Attachments:
    return attachments_of(draft("一、目标\n\n节水。\n\n" + tail))


def listed(found: Attachments) -> list[list[tuple[int | None, str]]]:
    return [[(entry.number, entry.title) for entry in one.entries] for one in found.lists]


def test_one_attachment_without_a_number() -> None:
    found = read("附件：分工方案\n\n附件\n\n分工方案\n\n水利局牵头。\n")
    assert listed(found) == [[(None, "分工方案")]]
    assert [(a.number, a.titles[0]) for a in found.present] == [(None, "分工方案")]
    assert found.numbers("附件") == {1}


def test_the_list_may_begin_below_its_word() -> None:
    assert listed(read("附件：\n\n1.项目表\n\n2.分工表\n")) == [[(1, "项目表"), (2, "分工表")]]


def test_numbered_lines_side_by_side_are_a_list() -> None:
    found = read(
        "附件1：项目表\n\n附件2：分工表\n\n附件1：项目表\n\n水库。\n\n附件2：分工表\n\n局。\n"
    )
    assert listed(found) == [[(1, "项目表"), (2, "分工表")]]
    assert [a.number for a in found.present] == [1, 2]


def test_a_numbered_line_above_its_content_opens_an_attachment() -> None:
    found = read("附件1 项目表\n\n建设水库三座。\n")
    assert found.lists == ()
    assert [(a.number, a.titles[0]) for a in found.present] == [(1, "项目表")]


def test_a_sentence_is_no_attachment() -> None:
    found = read("附件1所列项目按期开工。\n\n附件材料一并报送\n")
    assert (found.lists, found.present) == ((), ())


def test_tables_at_the_end_are_counted_apart() -> None:
    found = read("附表：1.项目表\n\n2.投资表\n\n附表1 项目表\n\n附表2 投资表\n")
    assert found.numbers("附表") == {1, 2}
    assert found.numbers("附件") == set()


def test_a_heading_may_name_the_attachment_that_it_is() -> None:
    source = "6.1 附件一：泵站名录\n\n东站。\n\n6.2 附件二：管网名录\n\n东线，见附件一。\n"
    found = read(source)
    assert (found.lists, found.present) == ((), ())
    assert found.numbers("附件") == {1, 2}
    assert quotes(source, "REF001", "STR007") == []
    assert quotes(source + "\n详见附件三。\n", "REF001") == ["附件三"]


def test_a_list_says_that_its_attachments_are_left_out() -> None:
    found = read("附件（略）：1.项目表\n\n2.分工表\n")
    assert listed(found) == [[(1, "项目表"), (2, "分工表")]]
