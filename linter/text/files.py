"""Writes files whole or not at all; says why a file cannot be used."""

import errno
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

# By the name of the error, as not every system has every one; the system's words are in English.
_REASONS = {
    "ENOENT": "文件或所在的文件夹不存在",
    "EISDIR": "这是文件夹",
    "ENOTDIR": "路径中有一段不是文件夹",
    "EACCES": "没有权限",
    "EPERM": "没有权限",
    "EEXIST": "文件已存在",
    "ENOSPC": "磁盘已满",
    "EDQUOT": "磁盘配额已用完",
    "EROFS": "所在的磁盘只能读，不能写",
    "EFBIG": "文件过大",
    "ENAMETOOLONG": "文件名或路径过长",
    "EINVAL": "文件名或路径无效",
    "EILSEQ": "文件名含有系统不支持的字符",
    "ELOOP": "链接循环",
    "EMFILE": "打开的文件过多",
    "ENFILE": "打开的文件过多",
    "EBUSY": "文件正被占用",
    "ETXTBSY": "文件正被占用",
    "ENOMEM": "内存不足",
    "EIO": "磁盘读写出错",
    "ENXIO": "设备不存在",
    "ENODEV": "设备不存在",
    "ENOEXEC": "不是可以运行的程序",
    "ENOTCONN": "网络磁盘未连接",
    "ESTALE": "网络磁盘已断开",
    "ETIMEDOUT": "网络磁盘没有响应",
    "EHOSTDOWN": "网络磁盘没有响应",
}


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a text, as UTF-8, or bytes. What stood in the file stays until all is written; raises
    OSError."""
    with _replacing(path) as stream:
        stream.write(content.encode() if isinstance(content, str) else content)


@contextmanager
def written_atomically(path: Path) -> Iterator[TextIO]:
    """Give a stream of UTF-8 whose text takes the place of a file at the end of the block, unless
    the block fails; raises OSError."""
    with _replacing(path) as stream:
        text = io.TextIOWrapper(stream, "utf-8", errors="replace", newline="\n")
        yield text
        text.flush()
        text.detach()


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    import tempfile

    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def is_one(one: Path, other: Path) -> bool:
    """Tell whether two paths name one file, whether or not it is there."""
    try:
        return one.samefile(other)
    except OSError:
        return one.resolve() == other.resolve()


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else those of a new file."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def reason(error: OSError) -> str:
    """Why a file cannot be read or written, for people."""
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return _REASONS.get(name, f"系统错误 {name}")
