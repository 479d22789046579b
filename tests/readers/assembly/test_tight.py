"""Numbers with a digit right behind their point: labels where the run says so."""

import pytest

from tests.helpers import draft


def labels(*lines: str) -> list[int | None]:
    document = draft("# 方案\n\n" + "\n\n".join(lines))
    return [p.label.number if p.label else None for p in document.paragraphs()][1:]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("1.建站。", "2.5G应用推广。", "3.改造。"), [1, 2, 3]),
        (("1.建站。", "2.12345热线扩容。", "3.5G应用。", "4.改造。"), [1, 2, 3, 4]),
        (("1.建站。", "2.5G应用推广。"), [1, 2]),
        (("1.建站。", "2.5万亩农田改造。"), [1, None]),
        (("1.建站。", "2.改造。", "2.5公里管网更新。", "3.运维。"), [1, 2, None, 3]),
        (("附件:1.任务表", "2.2025年改造名单"), [None, 2]),
        (("1.1目的", "1.2依据", "2.1机构"), [1, 2, 1]),
        (("1.1概述", "1.2 依据", "15.2投标", "2.2倍以上的增长"), [1, 2, None, None]),
    ],
)
def test_a_tight_number_is_a_label_if_the_run_goes_on(
    lines: tuple[str, ...], expected: list[int | None]
) -> None:
    assert labels(*lines) == expected
