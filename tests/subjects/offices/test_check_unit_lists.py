"""Units twice in one list, and lists that are not one."""

from tests.helpers import quotes


def test_each_paragraph_under_a_heading_has_units_of_its_own() -> None:
    source = """（一）服务企业

开放实验室，预约时间不少于三成。（责任单位：市科技局、市教育局）

建设联合平台，每年发布成果。（责任单位：市教育局、市科技局）
"""
    assert quotes(source, "TSK003") == []


def test_lines_of_different_labels_are_one_list() -> None:
    source = """（一）服务企业

开放实验室，预约时间不少于三成。

牵头单位：市科技局

配合单位：市教育局、市科技局

（二）培养人才

组织培训，每年不少于两期。

牵头单位：市教育局

配合单位：市科技局
"""
    assert quotes(source, "TSK003") == ["市科技局"]


def test_numbers_above_a_hundred_part_tasks() -> None:
    tasks = "".join(f"（{n}）办理第{n}件事。（牵头单位：市民政局）\n\n" for n in range(98, 105))
    assert quotes(f"一、任务\n\n{tasks}", "TSK003", "TSK006") == []


def test_two_names_of_the_draft_written_as_one() -> None:
    source = """1.稳外贸。（市商务局、东江海关负责）

2.稳外资。（市财政局、市商务局东江海关负责）

3.守路口。（市公安局、交警支队负责）

4.治拥堵。（市公安局交警支队、市财政局负责）
"""
    assert quotes(source, "TSK002") == ["市商务局东江海关"]
