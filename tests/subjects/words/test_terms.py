"""Variants of terms: which form is reported, and what is not a variant."""

from tests.helpers import diagnose, quotes


def test_units_behind_numbers_are_terms_too() -> None:
    source = "城区达到1000Mbps，乡镇达到500Mbps，村达到100mbps。"
    assert quotes(source, "TRM002") == ["mbps"]


def test_the_established_spelling_wins_a_tie() -> None:
    assert quotes("升级IPV6网络，推广IPv6终端。", "TRM002") == ["IPV6"]


def test_a_variant_in_many_places_is_one_finding() -> None:
    source = "、".join(["WiFi"] * 6 + ["WIFI"] * 5)
    (finding,) = diagnose(source, "TRM002")
    assert "5 处" in finding.message
    assert finding.related


def test_free_conjunctions_are_no_names() -> None:
    source = "加强培训和管理，强化培训和管理，注重培训与管理，优化诊疗和服务流程。"
    assert quotes(source, "TRM002") == []


def test_names_in_titles_do_not_count() -> None:
    source = "按《文化与旅游产业规划》，壮大文化和旅游产业，提升文化和旅游产业。"
    assert quotes(source, "TRM002") == []


def test_three_spellings_of_a_term_are_one_finding() -> None:
    text = (
        "扶持水利和信息服务业，统计水利和信息服务业。壮大水利及信息服务业，做强水利与信息服务业。"
    )
    (found,) = diagnose(text, "TRM002")
    assert "「水利与信息服务业」（1 处）" in found.message
    assert "「水利及信息服务业」（1 处）" in found.message
    assert len(found.related) == 2


def test_a_smart_thing_has_one_name() -> None:
    (found,) = diagnose("建设智慧灌区，验收智慧灌区，运行智能灌区。", "TRM002")
    assert (found.severity.value, found.span.quote) == ("info", "智能灌区")
    assert quotes("提升智慧管理水平，探索智能管理。", "TRM002") == []
