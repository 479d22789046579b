"""NUM009 and NUM010 on drafts of other fields."""

import pytest

from tests.helpers import diagnose, quotes


def findings(sentence: str, rule: str) -> list[str]:
    return quotes(f"一、主要任务\n\n{sentence}\n", rule)


@pytest.mark.parametrize(
    "sentence",
    [
        "培育粮油、畜禽、果蔬三大产业12个项目，涉及种植、养殖、加工三个方面4项指标。",
        "形成以水为主、以林为辅、以田为基三大格局，服务普及、全民参与、在线监测三大平台。",
        "依托长江、淮河流域实施防洪、供水两大工程。",
        "构建国家、省、市、县四个层面、五大体系。",
        "完善预防（宣传、教育、培训）、处置、恢复三大体系。",
        "落实《水法》《防洪法》，建设灌区、水库、河道三类项目。",
        "推进供水、排水、治污等八大工程，位居全国三大平台、五大基地之一。",
        "开展“三大攻坚战”，实施“四个一”工程，深化三网融合、两化融合，十个体系基本建立。",
        "一心、两轴、三带、四区五大板块协调发展。",
        "省、市联合创建南城区、北城区、西城区三个示范片区。",
        "健全联席会议、信息通报和四个机制，完善用地保障以及三大平台建设。",
        "优先支持老城、新城和五个片区等区域的项目。",
        "意见稿与解读稿、问答材料“三同步”，推行“两张清单”（甲清单和乙清单）。",
        "落实“三同步”（同步组织、同步审签、同步部署）要求。",
        "建立定期会商和专人督办、信息通报、考核评价四个机制。",
        "及时公开“一件事”改革、“五个一批”进展、对外“三大平台”建设情况。",
        "工作专班统筹，市县联动、部门协同三项机制，落实国家、省五大行动。",
        "发展三大产业（含食品、纺织），开展宣传、培训等三个专项行动。",
    ],
)
def test_what_looks_like_a_list_of_the_counted(sentence: str) -> None:
    assert findings(sentence, "NUM009") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "构建“一核两带三区”格局，即老城核心，沿江带、沿路带，东部、西部和南部片区。",
        "构建“一核两带三区”格局，各县区结合实际推进，东部、西部加快发展。",
        "打造“一轴、两翼、三园”格局，即滨江发展轴等，东翼，科技园。",
        "建设“1+2+N”平台，包括1个主平台、2个分平台和一批应用。",
        "实施“5+3”工程，统筹12个项目，完成3项任务。",
    ],
)
def test_counts_that_are_right_or_count_something_else(sentence: str) -> None:
    assert findings(sentence, "NUM009") == []


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("推进防洪、供水、灌溉、生态、智慧六大工程。", "六大工程"),
        ("打造汽车、钢铁、石化、纺织以及食品3大产业集群。", "3大产业集群"),
        ("构建“公路、铁路、水运、航空三大通道”。", "三大通道"),
        ("构建“三带”格局。“三带”即沿江农业带、五指山林业带。", "“三带”"),
        ("推广“两张清单”管理，以权力清单、责任清单、服务清单明确边界。", "两张清单"),
        ("构建“一核两带三区”格局，即老城核心，沿江带、沿路带，东部、西部片区。", "三区"),
        ("实施“3+2”工程：道路、电网、管网3项硬件工程和品牌、培训、服务3项软件工程。", "2"),
        ("建成“安全水利”“生态水利”四大体系和三个平台（监测、调度）。", "三个平台"),
    ],
)
def test_counts_that_are_wrong(sentence: str, label: str) -> None:
    assert findings(sentence, "NUM009") == [label]


def test_the_list_is_the_other_side() -> None:
    (found,) = diagnose("一、任务\n\n推进防洪、供水、灌溉、生态五大工程。\n", "NUM009")
    assert found.related[0].span.quote == "推进防洪、供水、灌溉、生态"
    assert "5项" in found.message
    assert "4项" in found.message


@pytest.mark.parametrize(
    "sentence",
    [
        "二是加大投入；三是强化考核。",
        "一是统一规划，进一步是关键；二是统一管理。三要统一考核。",
        "第一产业稳步发展，第三产业加快发展。产量第一，质量第三。",
        "一是加强领导。\n\n二是加大投入，做到：一是总量增加，二是结构优化。\n\n三是强化考核。",
    ],
)
def test_ordinals_that_are_right(sentence: str) -> None:
    assert findings(sentence, "NUM010") == []


def test_a_gap_is_reported_once_and_names_the_one_before() -> None:
    source = "一、任务\n\n一是治水；三是节水；四是管水。其一，认识。其三，考核。\n"
    found = diagnose(source, "NUM010")
    assert [(d.span.quote, d.related[0].span.quote) for d in found] == [
        ("三是", "一是"),
        ("其三", "其一"),
    ]
