"""Red-line names and formulas: one slip anywhere in a name is found, and nothing that is right."""

from collections.abc import Iterator

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.subjects.words.redlines import formulas, redlines
from tests.helpers import quotes

_WRONG = "口甲鑫"  # characters that make no word of a name


def names() -> list[str]:
    return [e["name"] for e in builtin_lexicon().entries("redlines") if e.get("any")]


def slips(name: str) -> Iterator[str]:
    """One character dropped, doubled, changed, or swapped, at every place of a name."""
    for i, char in enumerate(name):
        if 0 < i < len(name) - 1:
            yield name[:i] + name[i + 1 :]
            yield name[:i] + char + name[i:]
        yield name[:i] + _WRONG[i % len(_WRONG)] + name[i + 1 :]
        if i and name[i - 1] != char:
            yield name[: i - 1] + char + name[i - 1] + name[i + 1 :]


def test_slips_of_names_are_found() -> None:
    lists = redlines(builtin_lexicon())
    forms = [
        form for name in names() for form in slips(name) if not any(n in form for n in names())
    ]
    missed = [form for form in forms if not list(lists.find(f"，坚持{form}，"))]
    assert len(forms) >= 300
    assert len(missed) <= 0.02 * len(forms), missed


def test_names_themselves_are_right() -> None:
    lists = redlines(builtin_lexicon())
    assert [n for n in names() if list(lists.find(f"，坚持{n}，并以{n}为指导"))] == []


@pytest.mark.parametrize(
    "wrong",
    [
        "做到“四个维护”",
        "增强“五个意识”、坚定“四个自信”",
        "坚定“五个自信”",
        "做到“两个确立”",
        "深刻领悟“两个维护”",
        "推进“一路一带”建设",
        "贯彻党的二十精神",
        "贯彻二十大三中全会精神",
        "贯彻二十届三中会精神",
        "经市民政府同意",
        "各级人民政要落实责任",
        "坚持以人民为的发展思想",
        "出口香港、台湾等国家",
        "防范重大安全生产事故",
    ],
)
def test_formulas(wrong: str) -> None:
    assert len(quotes(wrong + "。", "TRM006")) == 1


@pytest.mark.parametrize(
    "right",
    [
        "深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "贯彻党的二十大和二十届二中、三中全会精神，党的十八大以来。",
        "经市人民政府同意，市民政局、各级人民政协落实，居民政府服务。",
        "坚持以人民为中心的发展思想，出口日本、韩国等国家和香港、台湾等地区。",
        "开展安全生产事故隐患排查，防范生产安全事故，树立三个意识。",
        "推进“一带一路”建设，依法召开村民代表大会。",
    ],
)
def test_right_forms_are_let_pass(right: str) -> None:
    assert list(formulas(builtin_lexicon()).find(right)) == []
    assert quotes(right, "TRM006") == []
