"""Long lists of units with nothing between them: read in steps that grow with their length."""

from itertools import cycle, islice

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.subjects.offices.gluing import boundaries
from linter.subjects.offices.organisations import Directory, Identity, organs_of
from tests.helpers import quotes

UNITS = ("省水利厅", "市财政局", "省发展改革委", "县农业农村局", "省政府办公厅", "省总工会")
STATE = ("国家税务总局海陵省税务局", "中国人民银行海陵省分行", "省委省直机关工委")
UNKNOWN = ("省云数厅", "海陵某某中心", "省甲乙丙丁戊己庚辛壬癸办公室")


class Counting(Directory):
    """A directory that counts how often it is asked."""

    asked = 0

    def identify(self, name: str) -> Identity | None:
        self.asked += 1
        return super().identify(name)


def glued(units: tuple[str, ...], count: int, between: str = "") -> str:
    return between.join(islice(cycle(units), count))


@pytest.mark.parametrize("units", [UNITS[:1], UNITS, STATE, UNKNOWN, UNITS + STATE + UNKNOWN])
def test_twice_the_units_are_twice_the_work(units: tuple[str, ...]) -> None:
    asked = []
    for count in (300, 600):
        known = Counting(organs_of(builtin_lexicon()))
        boundaries(glued(units, count), known)
        asked.append(known.asked)
    assert asked[1] <= 2.1 * asked[0]
    assert asked[1] <= 20 * 600


def test_hundreds_of_units_are_all_parted() -> None:
    known = Directory(builtin_lexicon().get(organs_of))
    name = glued(UNITS, 600)
    starts = [0, *boundaries(name, known)]
    assert [name[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)] == list(
        islice(cycle(UNITS), 600)
    )


@pytest.mark.parametrize("between", ["", " ", "\t", "\u3000", "<br>"])
@pytest.mark.parametrize(
    "form",
    [
        "# 某省规划\n\n## 一、任务\n\n1.修渠。（责任单位：{units}）\n",
        "| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 修渠 | {units} |\n",
    ],
    ids=["bracket", "cell"],
)
def test_a_draft_with_hundreds_of_units_is_checked(form: str, between: str) -> None:
    text = form.format(units=glued(UNITS[:2], 400, between))
    assert len(quotes(text, "TSK003")) == 398  # each but the first of either is a repetition
