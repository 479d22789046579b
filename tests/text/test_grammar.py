"""The grammar: pieces that patterns name, each written once in rules/lexicon/grammar.yaml."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from linter.text.grammar import pieces, spelt_out
from linter.text.numerals import NUMERAL
from linter.text.patterns import lazily
from linter.text.shipped import rules_dir

ROOT = Path(__file__).parents[2]
_NAMED = re.compile(r"‹([a-z-]+)›")
_OF_A_CLASS = ("ten", "tiers", "measure-words")


def test_a_pattern_names_a_piece() -> None:
    assert spelt_out("到‹year›年") == r"到(?:19|20)\d\d年"
    assert spelt_out("[‹ten›]{1,3}") == "[一二三四五六七八九十]{1,3}"
    assert spelt_out("‹.+?›") == "‹.+?›"
    assert lazily("‹rise›到").findall("提高到5，增加3") == ["提高到"]


def test_a_name_that_is_none_is_told() -> None:
    with pytest.raises(KeyError, match="yaer"):
        lazily("‹yaer›").search("2025")


def test_nothing_is_read_before_a_pattern_is_used() -> None:
    code = (
        "import sys; from linter.text.patterns import lazily; lazily('‹year›')\n"
        "import linter.text.grammar, linter.text.sentences; assert 'yaml' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


@pytest.mark.parametrize("name", sorted(pieces()))
def test_a_piece_stands_for_itself(name: str) -> None:
    """Wherever it is put, in a verbose pattern too, it means the same; it captures nothing."""
    piece = pieces()[name]
    if name in _OF_A_CLASS:
        assert len(set(piece)) == len(piece)
        assert re.fullmatch(f"[{piece}]+", piece)
        return
    assert re.compile(piece).groups == 0
    assert not set(piece) & {" ", "#", "\n"}
    assert "|" not in re.sub(r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\]]*\]", "", piece)


def test_every_piece_has_users() -> None:
    sources = [*(ROOT / "linter").rglob("*.py"), rules_dir() / "lexicon" / "grammar.yaml"]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    named = _NAMED.findall(text)
    assert {name for name in pieces() if name not in named} == set()


def test_a_longer_word_stands_before_the_shorter_one_that_begins_it() -> None:
    for name, piece in pieces().items():
        if re.fullmatch(r"\(\?:[\u4e00-\u9fff|]+\)", piece):
            words = piece[3:-1].split("|")
            late = [(a, b) for i, a in enumerate(words) for b in words[i:] if a != b]
            assert [(a, b) for a, b in late if b.startswith(a)] == [], name


def test_numerals_are_those_that_are_read() -> None:
    assert pieces()["place-number"] == rf"(?:\d{{1,2}}|[{NUMERAL}]{{1,3}})"


@pytest.mark.parametrize(
    ("text", "joints"),
    [
        ("学校和医院", ["和"]),
        ("总和与饱和度", ["与"]),
        ("公众参与及时", []),
        ("普及以及推广", ["以及"]),
        ("碳中和、共和国", []),
    ],
)
def test_joints_are_no_parts_of_words(text: str, joints: list[str]) -> None:
    assert lazily("‹and›").findall(text) == joints


def test_a_title_may_hold_a_title() -> None:
    text = "落实《关于印发〈规划〉的通知》和《关于《纲要》的意见》。"
    assert lazily("‹title›").findall(text) == [
        "《关于印发〈规划〉的通知》",
        "《关于《纲要》的意见》",
    ]


@pytest.mark.parametrize("text", ["2021—2025", "2021年至2025", "2021 - 2025", "2021年——2025"])
def test_years_from_to(text: str) -> None:
    assert lazily("‹year›‹to-year›‹year›").fullmatch(text)
