"""NUM001 and NUM003 on drafts of other fields."""

import pytest

from tests.helpers import diagnose, quotes


def findings(sentence: str, rule: str = "NUM001") -> list[str]:
    return quotes(f"一、发展目标\n\n{sentence}\n", rule)


@pytest.mark.parametrize(
    "sentence",
    [
        "建设用地占补平衡率达到105%。",
        "资产负债率降至103%的企业限期整改。",
        "国有资本保值增值率达到108.5%，流动性覆盖率保持在120%以上。",
        "学前教育毛入园率达到102%。",
        "新能源装机规模增长350%，覆盖率较2015年提高130%。",
        "财政资金到位率、任务完成率分别达到100%、131%。",
        "补助标准为同类项目的150%，给予120%的奖励。",
        "计算公式为：达标率=达标面积/总面积×100%。",
        "绿色食品合格率98%，产量达到2015年的180%。",
        "污水处理率达到95%，处理能力为需求量的130%。",
    ],
)
def test_values_above_a_hundred_that_can_be_true(sentence: str) -> None:
    assert findings(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("城镇污水处理率进一步提高，力争达到985%。", "处理率进一步提高，力争达到985%"),
        ("产品抽检合格率、产值增速分别达到195%、12%。", "合格率、产值增速分别达到195%"),
        ("研发投入占地区生产总值比重达到102.5％。", "比重达到102.5％"),
        ("城镇化率提高到1,065%。", "城镇化率提高到1,065%"),
    ],
)
def test_shares_above_a_hundred(sentence: str, quote: str) -> None:
    assert findings(sentence) == [quote]


def test_a_table_names_the_measure() -> None:
    source = (
        "一、目标\n\n"
        "| 指标（单位） | 2015年 | 2020年 | 年均增速（%） |\n| --- | --- | --- | --- |\n"
        "| 森林覆盖率（%） | 36 | 406 | 128 |\n| 互联网普及率（部/百人） | 80 | 130 | 12 |\n"
    )
    (found,) = diagnose(source, "NUM001")
    assert found.span.quote == "406"
    assert found.related[0].span.quote == "覆盖率"


@pytest.mark.parametrize(
    "sentence",
    [
        "城市 60% 70% 80% 农村 50%",
        "由60%提高到70%，占比分别为10%、20%和30%。",
        "粮食、油料分别增长3%。",
        "工业和信息化、农业产值分别达到3亿元、5亿元和2亿元。",
        "省级、市级和县级分别达到1家、5家和20家以上。",
    ],
)
def test_values_that_are_separated(sentence: str) -> None:
    assert findings(sentence, "NUM003") == []
