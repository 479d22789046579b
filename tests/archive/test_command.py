"""The command line: what it refuses, what it says."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import typer

from tests.archive import drafts
from tests.helpers import Run


def test_an_archive(tmp_path: Path, planlint: Run) -> None:
    drafts.archive(tmp_path / "库", 3)
    ran = planlint("archive", "库", "-o", "库/结果", "--jobs", 1)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == (
        f"共 3 个文件，{_characters(tmp_path)} 字：2 个错误，0 个警告，0 个提示\n"
        f"汇总：{tmp_path / '库' / '结果' / 'index.html'}\n"
    )
    again = planlint("archive", "库", "-o", "库/结果")  # the page is no draft of the archive
    assert again.stdout.startswith("共 3 个文件")
    assert "（其中 3 个以前已查完）" in again.stdout


def _characters(folder: Path) -> int:
    return sum(row["characters"] for row in drafts.rows(folder / "库" / "结果", "files"))


def test_what_is_refused(tmp_path: Path, planlint: Run) -> None:
    drafts.archive(tmp_path / "库", 1)
    (tmp_path / "别的").mkdir()
    (tmp_path / "别的" / "信.txt").write_text("x")
    (tmp_path / "空").mkdir()
    (tmp_path / "坏.yaml").write_text("selekt: [IND]\n", "utf-8")
    for arguments, words in (
        (["没有"], "没有: 文件夹不存在"),
        (["坏.yaml"], "坏.yaml: 不是文件夹"),
        (["空"], "没有找到草稿"),
        (["库", "-o", "别的"], "文件夹不是空的，也不是 planlint archive 的结果"),
        (["库", "-o", "坏.yaml"], "不是文件夹"),
        (["库", "--config", "坏.yaml"], "selekt"),
    ):
        ran = planlint("archive", *arguments)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert words in ran.stderr
        assert ran.stderr.count("\n") == 1
        assert ran.stderr.startswith("planlint: ")
    assert (tmp_path / "别的" / "信.txt").read_text() == "x"


def test_two_runs_on_one_folder(tmp_path: Path, run: Any, order: Any) -> None:
    from linter.archive.errors import ArchiveError
    from linter.archive.results import ResultFolder

    folder, out = drafts.archive(tmp_path / "库", 1), tmp_path / "结果"
    with (
        ResultFolder(out, order(folder, out)),
        pytest.raises(ArchiveError, match="另一个 planlint archive 正在写入"),
    ):
        run(folder, out)
    assert run(folder, out).done == 1


def test_without_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from linter.commands import archive

    def found(name: str) -> Any:
        return None if name == "pyarrow" else find_spec(name)

    monkeypatch.setattr(archive, "find_spec", found)
    with pytest.raises(typer.Exit) as ended:
        archive.archive(tmp_path)
    assert ended.value.exit_code == 2
    assert capsys.readouterr().err == (
        "planlint: archive 需要 pyarrow，请先安装：pip install 'planlint[archive]'\n"
    )


def test_the_schema_is_documented() -> None:
    from linter.archive.schema import TABLES
    from tests.helpers import ROOT

    for page in ("archive.md", "archive.en.md"):
        text = (ROOT / "docs" / page).read_text("utf-8")
        for name, schema in TABLES.items():
            part = text.partition(f"### {name}.parquet\n")[2].partition("\n#")[0]
            told = [
                [cell.strip() for cell in line.split("|")[1:3]]
                for line in part.splitlines()
                if line.startswith("| `")
            ]
            assert told == [[f"`{f.name}`", _kind(f.type)] for f in schema], (page, name)


def _kind(kind: Any) -> str:
    return str(kind).partition("<")[0].replace("double", "float64").replace("date32[day]", "date32")
