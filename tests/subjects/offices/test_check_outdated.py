"""Names out of date: in lists and running text, by the draft's own date."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.offices.organisations import organisations
from tests.helpers import diagnose, draft

HEAD = "# 江州市节水行动方案（2025—2027年）\n\n一、任务\n\n"


def found(body: str, head: str = HEAD) -> list[tuple[str, str]]:
    return [(d.span.quote, d.severity.value) for d in diagnose(head + body, "TSK011")]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("1.建账。由市国土资源局登记。（市水利局负责）\n", [("市国土资源局", "warning")]),
        ("1.建账。（市水利局、东江银保监分局负责）\n", [("东江银保监分局", "warning")]),
        ("1.建账。（人民银行东江市中心支行负责）\n", [("人民银行东江市中心支行", "warning")]),
        ("1.建账。（市环保局城东分局负责）\n", [("市环保局城东分局", "warning")]),
    ],
)
def test_a_name_of_the_past_is_told(body: str, names: list[tuple[str, str]]) -> None:
    assert found(body) == names


@pytest.mark.parametrize(
    "body",
    [
        "1.建账。2017年，市国土资源局登记了三千宗。（市水利局负责）\n",
        "1.建账。按原市国土资源局的台账登记。（市水利局负责）\n",
        "1.建账。执行《市国土资源局工作规则》。（市水利局负责）\n",
        "1.建账。（市经济和信息化局、东江州经济和信息化局、东江州金融工作局负责）\n",
        "1.建账。（东江金融监管局、东江金融监管分局负责）\n",
        "1.建账。市国土资源局长兼任组长。（市水利局负责）\n",
    ],
)
def test_what_is_of_today_or_of_the_past_is_not(body: str) -> None:
    assert found(body) == []


def test_a_local_reform_of_late_is_told_mildly() -> None:
    body = "1.建账。（市乡村振兴局、省乡村振兴局负责）\n"
    assert found(body, "# 方案（2024—2026年）\n\n") == []
    assert found(body) == [("省乡村振兴局", "info")]  # its reform came before that of the 市
    later = found(body, "# 方案（2026—2028年）\n\n")
    assert later == [("市乡村振兴局", "info"), ("省乡村振兴局", "info")]


def test_before_the_reform_came_a_name_is_right() -> None:
    head = "# 江州市节水行动方案（2017—2019年）\n\n"
    assert found("1.建账。由市国土资源局登记。（市环境保护局负责）\n", head) == []


def test_who_signs_a_draft_exists() -> None:
    head = "# 东江州金融工作办公室关于印发节水贷款行动方案（2025—2027年）的通知\n\n"
    assert found("1.放贷。（东江州金融工作办公室负责）\n", head) == []


def test_a_branch_has_the_head_of_its_name() -> None:
    known = Plan(draft("1.事。\n"), builtin_lexicon()).get(organisations)
    branch = known.identify("市国土资源局开发区分局")
    assert branch is not None
    assert (branch.prefix, branch.organ.until) == ("市", "2018-10")
    assert known.identify("东江海关") is not None
