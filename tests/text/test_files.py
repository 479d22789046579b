"""Why a file cannot be used is told in Chinese, whatever the system says."""

import errno
import os
import re

import pytest

from linter.text.files import reason


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_word_of_the_system_s_own(number: int) -> None:
    said = reason(OSError(number, os.strerror(number)))
    assert os.strerror(number) not in said
    assert re.fullmatch(r"[^A-Za-z]+|系统错误 [A-Z0-9]+", said)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "磁盘已满"),
        (OSError(errno.ENAMETOOLONG, "File name too long"), "文件名或路径过长"),
        (OSError(errno.EROFS, "Read-only file system"), "所在的磁盘只能读，不能写"),
        (IsADirectoryError(errno.EISDIR, "Is a directory"), "这是文件夹"),
        (PermissionError(errno.EPERM, "Operation not permitted"), "没有权限"),
        (OSError("no number"), "系统错误 OSError"),
    ],
)
def test_the_reasons_that_people_meet(error: OSError, words: str) -> None:
    assert reason(error) == words
