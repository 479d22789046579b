"""Small archives for the tests, and how their tables are read."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import ROOT

needs_extra = "planlint[archive] is not installed (pip install -e '.[archive]')"
pytest.importorskip("distributed", reason=needs_extra)
pq: Any = pytest.importorskip("pyarrow.parquet", reason=needs_extra)

TABLES = ("files", "findings", "indicators", "tasks", "units")
_DRAFT = """# 岚川省人民政府办公厅关于印发{place}“十四五”节水规划的通知

## 一、发展目标

到2025年，高效节水灌溉面积达到{area}万亩，万元GDP用水量降到{water}立方米。

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 高效节水灌溉面积 | 万亩 | 100 | {goal} | 预期性 |
| 2 | 万元GDP用水量 | 立方米 | 60 | 50.5 | 约束性 |

## 二、主要任务

### （一）推进灌区节水改造

建成高效节水农田（见专栏{box}）。（牵头单位：省水利厅；配合单位：省财政厅、省农业农村厅）

> **专栏1 节水工程**
>
> 实施灌区续建配套改造,2023年底前完成。

### （二）推进城镇节水

2024年6月底前完成老旧管网改造。（牵头单位：省住房城乡建设厅；配合单位：省水利厅）

### （三）加强水源保护

全面推行河湖长制。（牵头单位：省生态环境厅）

2021年{month}月8日
"""


def draft(number: int) -> str:
    """A draft that no other equals; every third has a faulty box, every fourth a faulty figure."""
    return _DRAFT.format(
        place=f"第{number}区",
        area=150 + number,
        goal=150 + number + (number % 4 == 0),
        water="50.5",
        box=1 + (number % 3 == 0),
        month=1 + number % 12,
    )


def archive(folder: Path, count: int) -> Path:
    """Write an archive of so many drafts, in folders of four."""
    for number in range(count):
        path = folder / f"区{number // 4}" / f"{number:03}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(draft(number), "utf-8")
    return folder


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table."""
    found: list[dict[str, Any]] = pq.read_table(out / f"{table}.parquet").to_pylist()
    return found


def tables(out: Path) -> dict[str, str]:
    """The digest of every table."""
    return {
        name: hashlib.sha256((out / f"{name}.parquet").read_bytes()).hexdigest() for name in TABLES
    }


def command(*arguments: object, files: int = 3) -> list[str]:
    """The command line in a process of its own, with so many files a partition."""
    code = f"import linter.archive.partitions as p; p._MOST_FILES = {files}\n"
    code += "from linter.app import main; main()"
    return [sys.executable, "-c", code, "archive", *map(str, arguments)]


def stand_still(folder: Path, after: str, office: Path) -> dict[str, str]:
    """Add a file at which the work of one process stands still; return what brings it about.

    Behind the draft of this name, `office` being where a LibreOffice that hangs is written.
    """
    (folder / f"{after}+.rtf").write_text("{\\rtf1 x}")
    office.write_text("#!/bin/sh\nsleep 300 &\nwait\n")
    office.chmod(0o755)
    return {"PLANLINT_SOFFICE": str(office)}


def environment(**more: str) -> dict[str, str]:
    """The environment of such a process."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}


def done(*arguments: object, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run the command to its end."""
    return subprocess.run(
        command(*arguments),
        env=environment(**more),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def wait_until(happened: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait for something that another process does."""
    until = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < until, "nothing happened"
        time.sleep(0.02)
