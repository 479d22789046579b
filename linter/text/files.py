"""Writes files whole or not at all; says why a file cannot be used."""

import errno
import io
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from linter.text import interrupts

_LONGEST = 40  # characters of a name, which is lengthened while the file is written
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
    "EBADF": "已关闭",
    "EIO": "磁盘读写出错",
    "ENXIO": "设备不存在",
    "ENODEV": "设备不存在",
    "ENOEXEC": "不是可以运行的程序",
    "ENOTCONN": "网络磁盘未连接",
    "ESTALE": "网络磁盘已断开",
    "ETIMEDOUT": "网络磁盘没有响应",
    "EHOSTDOWN": "网络磁盘没有响应",
}


def write_atomically(path: Path, content: str | bytes, *, private: bool = False) -> None:
    """Write a text, as UTF-8, or bytes. What stood in the file stays until all is written; a link
    leads to its file, and a device or pipe is written to; nobody else may touch a private file.
    Raises OSError."""
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    with replacing(path, private=private) as stream:
        stream.write(data)


@contextmanager
def written_atomically(path: Path) -> Iterator[TextIO]:
    """Give a stream of UTF-8 whose text takes the place of a file at the end of the block, unless
    the block fails; raises OSError."""
    with replacing(path) as stream:
        text = io.TextIOWrapper(stream, "utf-8", errors="replace", newline="\n")
        yield text
        text.flush()
        text.detach()


@contextmanager
def replacing(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """Give a stream whose bytes take the place of a file at the end of the block, unless the block
    fails; raises OSError."""
    import tempfile

    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:  # a folder: IsADirectoryError
            yield stream
        return
    with interrupts.held():
        prefix = f".{target.name[:_LONGEST]}."
        handle, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=target.parent)
        interrupts.note_path(Path(name))
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        if not private:  # as it was made
            os.chmod(name, _mode(target))
        with interrupts.held():
            os.replace(name, target)
            interrupts.forget_path(Path(name))
    except BaseException:
        Path(name).unlink(missing_ok=True)
        interrupts.forget_path(Path(name))
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


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let only one process at a time read and write a file; waits for the other one.

    The folder is locked, as the file itself is replaced. Where the system cannot lock, nothing is.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    with ExitStack() as opened:
        with suppress(OSError):
            folder = os.open(path.resolve().parent, os.O_RDONLY)
            opened.callback(os.close, folder)
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield


def is_file(path: Path) -> bool:
    """Tell whether a path is a file that one may look at; no path at all is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder that one may look at; no path at all is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
