"""Where words part, and what is cut out of longer words."""

import subprocess
import sys
from time import perf_counter

import pytest

from linter.text.segmentation import Words, beginnings, builtin_words


@pytest.fixture(scope="module")
def words() -> Words:
    return builtin_words()


def marked(text: str) -> tuple[str, int, int]:
    """A text with its hit between ‹ and ›."""
    before, _, rest = text.partition("‹")
    hit, _, after = rest.partition("›")
    return before + hit + after, len(before), len(before) + len(hit)


@pytest.mark.parametrize(
    "text",
    [
        "停‹止线›上受理",
        "围绕新能‹源材料›、汽车",
        "到2026‹年氢›能产量",
        "到2030年‹底碳›排放总量",
        "银企平台，对‹接授›信企业",
        "以应用引‹领算›力布局",
        "抢占稀‹缺赛›道",
        "回‹收绿›电凭证",
        "市场主体‹总客›服的品牌",
        "热线工单承‹办量›、办结率",
        "POS‹机刷›卡缴税",
        "安‹商留›商",
        "市场主体登记视‹频导›办服务",
        "不断营‹造诚›信社会氛围",
        "建立公‹平合›理的分配机制",
        "在线提‹交材›料",
    ],
)
def test_a_hit_of_pieces_of_words_is_cut_out(words: Words, text: str) -> None:
    assert words.is_cut_out(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "机器‹人犬›等巡检装备",
        "实现有诉‹必理›",
        "战略力量和‹新域›新质作战力量",
        "‹铸牢›中华民族共同体意识",
        "批量化‹智造›能力",
        "实行行业‹禁入›措施",
        "涉企行政‹检察监督›专项行动",
    ],
)
def test_a_hit_inside_a_set_phrase_or_a_word_of_today_is_no_wrong_form(
    words: Words, text: str
) -> None:
    assert words.is_cut_out(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "建设公共服务‹平合›，推动",
        "全面‹推近›棚室改造",
        "加强财政‹拔款›监管",
        "‹防犯›化解风险",
        "提升政府‹洽理›能力",
        "到2026‹年未›完成改造",
        "规划‹期未›开展评估",
        "优化营商‹环镜›",
        "巩固拓展‹脱贫功坚›成果",
        "‹铸牢›安全生产防线",
        "设立专用‹帐户›",
        "数据产业‹上中下产业›链",
    ],
)
def test_a_slip_is_not_cut_out(words: Words, text: str) -> None:
    assert not words.is_cut_out(*marked(text))


def test_a_hit_at_either_end_of_the_text(words: Words) -> None:
    assert not words.is_cut_out("平合", 0, 2)
    assert words.is_cut_out("铸牢中华民族", 0, 2)
    assert not words.is_cut_out("", 0, 0)


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("小微企‹业创业创›新示范基地", 2),
        ("失能老年‹人每人每›月100元", 2),
        ("中南‹大学大学›生就业", 2),
        ("自助‹餐餐›具消毒", 1),
        ("建设‹工程工程›量清单", 2),
        ("动态监‹测预测预›警", 2),
        ("积极应‹用信用信›息", 2),
        ("未来‹产业产业›链", 2),
        ("实现目‹的的›路径", 1),
        ("认真落实‹危险化学品、危险化学品›包装物", 5),
        ("新型‹农民、农民›专业合作社", 2),
    ],
)
def test_two_words_that_meet_are_no_repetition(words: Words, text: str, half: int) -> None:
    assert not words.is_repeated_word(*marked(text), half)


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("加快‹推进推进›道路建设", 2),
        ("干部队伍‹的的›行动自觉", 1),
        ("‹将将›规划用地核验", 1),
        ("横山港等‹河道河道›39.7公里", 2),
        ("电子商务‹产业集聚，产业集聚›，增强", 4),
        ("电子商务‹产业集聚产业集聚›，增强", 4),
        ("‹进一步进一步›完善", 3),
        ("推进‹城市城市›更新", 2),
        ("‹机构机构›改革", 2),
        ("任务分解‹到位到位›。", 2),
    ],
)
def test_a_word_typed_twice(words: Words, text: str, half: int) -> None:
    assert words.is_repeated_word(*marked(text), half)


def test_the_words_cover_the_text(words: Words) -> None:
    text = "到2026年，氢能产业链 上下游\n“双碳”😀"
    places = words.cut(text)
    assert "".join(text[i:j] for i, j in places) == text
    assert words.cut("停止线上受理") == [(0, 2), (2, 4), (4, 6)]


def test_boundaries(words: Words) -> None:
    assert words.is_boundary("停止线上受理", 2)
    assert not words.is_boundary("停止线上受理", 3)
    assert words.is_boundary("停止", 0)
    assert words.is_boundary("停止", 2)


def test_words_and_their_beginnings() -> None:
    words = Words.of({"能源": 50, "材料": 90, "和": 100}, ["新能源"])
    assert words.is_word("新能源")
    assert words.is_word("和")
    assert not words.is_word("新能")
    assert beginnings(["新能源"]) == {"新", "新能"}


def test_longer_words_cross_a_border() -> None:
    words = Words.of({"能源": 50, "材料": 90, "源材料": 20, "新能源材料": 20}, ["新能源"])
    assert words.longer_words("新能源材料", 2, 5) == [(0, 3), (0, 5), (1, 3)]
    assert words.longer_words("新能源材料", 0, 2) == [(0, 3), (0, 5), (1, 3)]
    assert words.longer_words("新能源材料", 0, 5) == []


def test_a_lone_character_is_a_word_only_if_it_stands_by_itself(words: Words) -> None:
    assert words.is_word("年")
    assert not words.is_word("僭")


def test_neither_the_module_nor_its_words_load_jieba() -> None:
    code = (
        "import sys\n"
        "import linter.text.segmentation as s\n"
        "assert 'jieba' not in sys.modules\n"
        "s.builtin_words().is_word('年')\n"
        "assert 'jieba' not in sys.modules\n"
        "s.builtin_words().is_cut_out('停止线上受理', 1, 3)\n"
        "jieba = sys.modules['jieba']\n"
        "assert not jieba.dt.initialized and 'pkg_resources' not in sys.modules\n"
        "assert 'jieba.finalseg.prob_emit' not in sys.modules\n"
        "assert list(jieba.finalseg.cut('我们中出了一个叛徒'))  # whoever asks for it has it\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_cost_grows_no_faster_than_the_hits(words: Words) -> None:
    """What is around a hit is looked at, not the paragraph."""
    short, long = "停止线上受理" * 10, "停止线上受理" * 5000

    def seconds(text: str) -> float:
        start = perf_counter()
        for _ in range(200):
            assert words.is_cut_out(text, 31, 33)
        return perf_counter() - start

    seconds(short)
    assert min(seconds(long) for _ in range(3)) < 5 * min(seconds(short) for _ in range(3))
