"""Files that cannot be opened are told in Chinese, as any other error of reading is."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from linter.readers.errors import ReadError
from linter.readers.load import load


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOENT, "文件不存在"),
        (errno.EACCES, "没有读取权限"),
        (errno.EIO, "无法读取：磁盘读写出错"),
        (errno.ENAMETOOLONG, "无法读取：文件名或路径过长"),
        (errno.EPROTO, "无法读取：系统错误 EPROTO"),
    ],
)
def test_a_file_that_the_system_does_not_open(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, number: int, words: str
) -> None:
    (tmp_path / "甲.md").touch()

    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError) as caught:
        load(tmp_path / "甲.md")
    assert caught.value.message == words


def test_a_folder_by_the_name_of_a_draft(tmp_path: Path) -> None:
    (tmp_path / "甲.md").mkdir()
    with pytest.raises(ReadError) as caught:
        load(tmp_path / "甲.md")
    assert "irectory" not in caught.value.message
