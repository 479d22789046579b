"""Wrong forms with their guards, glyphs, dropped characters, and the red-line names."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.subjects.words.redlines import redlines
from tests.helpers import diagnose, quotes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("搭建医保平合。", ["平合"]),
        ("严格基层治埋，贯撤预防方针。", ["治埋", "贯撤"]),
        ("増加床位。", ["増加"]),
        ("⼯作进展。", ["⼯作"]),
        ("引进批具有影响力的团队。", ["引进批"]),
        ("加强国土、林业、国士资源调查。", ["国士资源"]),
    ],
)
def test_wrong_characters_are_found(text: str, words: list[str]) -> None:
    assert quotes(text, "TRM001") == words


@pytest.mark.parametrize(
    "text",
    [
        "公平合理、和平合作、水平合格。",
        "各国士兵、建设批发市场、引进批次管理。",
        "预防犯罪，自己经过努力，没有设施。",
        "人才引进人数增加，乡村振兴推进行动。",
        "立案依据《汉語大字典》。",
    ],
)
def test_words_that_meet_are_no_wrong_words(text: str) -> None:
    assert quotes(text, "TRM001") == []


def test_what_is_no_word_is_an_error_and_what_may_be_one_a_warning() -> None:
    found = diagnose("深庋融合，搭建平合，完成项日，健全动作机制。", "TRM001")
    assert [d.severity.value for d in found] == ["error", "error", "warning", "warning"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("落实《流域设施建没规划》。", ["建没"]),
        ("落实《机构动作机制研究》。", []),
        ("扩大生产规摸。", ["规摸"]),
        ("基建没动工，高水平合同管理。", []),
        ("假若千万户参与，北京据点增多。", []),
    ],
)
def test_titles_and_words_that_meet(text: str, found: list[str]) -> None:
    assert quotes(text, "TRM001") == found


def test_traditional_characters_throughout_are_one_finding() -> None:
    assert len(diagnose("發展農業產業，實現鄉村振興，維護糧食安全。", "TRM001")) == 1


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("中华人民共合国卫生法", ["中华人民共合国"]),
        ("中华人民和国卫生法", ["中华人民和国"]),
        ("中华人民共国和卫生法", ["中华人民共国和"]),
        ("坚持中国特色社会主叉道路", ["中国特色社会主叉"]),
        ("县入民政府成立领导小姐", ["入民政府", "领导小姐"]),
        ("以习近平新时代特色社会主义思想为指导", ["习近平新时代特色社会主义思想"]),
        ("以习近平中国特色社会主义思想为指导", ["习近平中国特色社会主义思想"]),
        ("以习近平社会主义思想为指导", ["习近平社会主义思想"]),
        ("谱写新时代特色社会主义篇章", ["新时代特色社会主义"]),
        ("出席中国政治协商会议全国委员会", ["中国政治协商会议"]),
        ("筑牢中华民族共同体意识，", ["筑牢中华民族共同体意识"]),
        ("铸牢中华民族共同意识", ["铸牢中华民族共同意识"]),
        ("习近平法治思想、新时代社会主义现代化、党的全国代表大会、马克思主义", []),
        ("铸牢、构筑、增强中华民族共同体意识，打牢中华民族共同体意识思想基础", []),
        ("筑牢中华民族共同体意识思想根基、筑牢铸牢中华民族共同体意识的思想防线", []),
        ("中华人民共和国、中国特色社会主义、中国共产主义青年团、村民代表大会", []),
        ("纳入民政府购服务、廉政腐败案例、最高人民法庭", []),
    ],
)
def test_red_line_names(text: str, hits: list[str]) -> None:
    found = redlines(builtin_lexicon()).find(text)
    assert [text[hit.start : hit.end] for hit in found] == hits


def test_a_red_line_name_is_not_a_wrong_character_as_well() -> None:
    assert [d.rule for d in diagnose("报县入民政府批准。")] == ["TRM006"]


def test_a_word_of_its_own_is_no_slip_of_another() -> None:
    draft = "铸牢理想信念，筑牢安全防线，铸牢中华民族共同体意识。筑牢生态屏障。"
    assert quotes(draft, "TRM001", "TRM006") == []


@pytest.mark.parametrize(
    "text",
    [
        "水库停止线上放流。",
        "POS机刷卡购水。",
        "到2026年氢能泵站投用。",
        "铸牢中华民族共同体意识，筑牢堤防。",
        "严重失信的施工单位行业禁入，推广智造。",
    ],
)
def test_a_form_cut_out_of_longer_words_or_an_address_is_no_slip(text: str) -> None:
    assert quotes(text, "TRM001") == []


def test_a_slip_in_many_places_is_one_finding_with_the_others() -> None:
    (found,) = diagnose("搭建平合。\n\n推广平合，接入服务平合。\n\n维护平合。", "TRM001")
    assert "全文共 4 处" in found.message
    assert [place.span.quote for place in found.related] == ["平合", "服务平合", "平合"]


def test_a_slip_in_two_places_is_told_at_both() -> None:
    assert quotes("搭建平合。\n\n推广平合。", "TRM001") == ["平合", "平合"]


def test_the_line_of_the_issuing_body_is_read() -> None:
    source = "# 节水方案\n\n一、总则\n\n推进节水。\n\n江州市水利菅理局\n\n2024年5月6日"
    assert quotes(source, "TRM001") == ["菅理"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("坚持因地治宜，分级施策。", ["因地治宜"]),
        ("做到有章可寻、令行禁止。", ["有章可寻"]),
        ("推行分区施策、依法治企、住有宜居。", []),
        ("全面依法治国，依法治水。", []),
        ("建设社会主义法治国家。", []),
    ],
)
def test_a_set_phrase_with_one_character_mistaken(text: str, words: list[str]) -> None:
    assert quotes(text, "TRM001") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("灌区己完成改造，自己完成申报。", ["己"]),
        ("到2027年未建成泵站三座。", ["到2027年未"]),
        ("到2027年未完成改造的，予以通报。", []),
        ("必需严格执行，必需的资金。", ["必需"]),
        ("支持入住园区的企业，老人入住机构。", ["入住"]),
        ("推广基于遥感影像监测应用，推广基于遥感的应用。", ["推广基于遥感影像监测应用"]),
    ],
)
def test_characters_mistaken_in_their_context(text: str, words: list[str]) -> None:
    assert quotes(text, "TRM001") == words
