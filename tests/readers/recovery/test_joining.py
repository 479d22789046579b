"""Lines that a page broke are joined; headings, items, signatures and cells are not."""

from tests.helpers import draft
from tests.readers.views import told

WRAPPED = """　　到二〇三〇年，全市建成布局合理的公共充电网
络，形成车桩相随、智能高效的服务体系，居民小区
和公共停车场的充电设施覆盖率大幅提高，做到了
IPv6全面支持。
　　一、重点任务
　　推进老旧小区改造，建设公共充电站，鼓励社会
资本参与运营，探索“统建统服”模式；健全安全管
理制度，落实企业主体责任。
　　（一）改造电网。
　　对负荷较重的台区增容，保障充电需要，逐步提
高供电可靠性，建立监测制度。
"""


def test_wrapped_text_with_indents() -> None:
    assert told(WRAPPED, "txt") == [
        "到二〇三〇年，全市建成布局合理的公共充电网络，形成车桩相随、智能高效的服务体系，居民小区"
        "和公共停车场的充电设施覆盖率大幅提高，做到了IPv6全面支持。",
        "一、重点任务",
        "推进老旧小区改造，建设公共充电站，鼓励社会资本参与运营，探索“统建统服”模式；健全安全管"
        "理制度，落实企业主体责任。",
        "（一）改造电网。",
        "对负荷较重的台区增容，保障充电需要，逐步提高供电可靠性，建立监测制度。",
    ]


def test_broken_list_of_units_among_separated_lines() -> None:
    source = (
        "推进充电站建设。\n\n市发展改革委牵头，市住房城乡建设局、市交通运输局、\n"
        "  市自然资源局、市城市管理局负责\n\n推进电网改造。\n\n"
        "市能源局、市住房城乡建设局、市财政局\n\u00a0 等按职责分工负责\n"
    )
    assert told(source, "txt") == [
        "推进充电站建设。",
        "市发展改革委牵头，市住房城乡建设局、市交通运输局、市自然资源局、市城市管理局负责",
        "推进电网改造。",
        "市能源局、市住房城乡建设局、市财政局等按职责分工负责",
    ]


def test_one_paragraph_a_line_stays_so() -> None:
    lines = [
        "某市规划",
        "为加快发展，制定本规划",
        "一、要求",
        "（一）思路。坚持创新，",
        "（二）目标",
    ]
    assert told("\n".join(lines), "txt") == lines


def test_signature_stays_apart() -> None:
    source = (
        "请认真贯彻执行。\n\n某省发展和改革委员会　某省经济和信息化委员会\n"
        "某省委网络安全和信息化领导小组办公室\n2018年1月4日\n"
    )
    assert len(told(source, "txt")) == 4


def test_cells_of_an_unknown_table_stay_apart() -> None:
    lines = ["表5 重现期", "城区类型", "中心城区", "大城市", "2～5", "20～30", "100", "/", "≥150"]
    assert told("\n".join(lines), "txt") == lines


def test_places_of_joined_lines() -> None:
    source = "推进统建统服。\n\n推进建设（一期、\n　二期）工程。\n"
    node = list(draft(source, "txt").nodes())[1]
    assert node.text == "推进建设（一期、二期）工程。"
    assert [node.position(i) for i in (0, 8, 9)] == [(3, 1), (4, 2), (4, 3)]
