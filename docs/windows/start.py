"""The program of the package: planlint, and the page when somebody double-clicks it.

In a window that Windows opened for the program alone, it would be gone with its last line: there
the command runs as a process of its own, and the window waits until it was read.
"""

import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

USAGE = """
planlint 检查规划、行动计划、工作方案、实施意见草稿中自相矛盾之处。

在这个文件夹的地址栏里输入 cmd 后回车，再输入：

    planlint check 草稿.docx                查一份草稿
    planlint check 草稿.docx -o 报告.html   把结果写成网页
    planlint annotate 草稿.docx             把问题写成 Word 批注，另存一份
    planlint --help                         其他命令

也可以把 Word 文件拖到 planlint.exe 上。草稿不会离开这台电脑。
"""


def commands(arguments: list[str], has_page: bool) -> list[str]:
    """What is run for a double click, or for files dropped on the program; nothing: tell the usage.

    Anything else that was typed is run as it stands.
    """
    if arguments:
        paths = [Path(argument) for argument in arguments]  # Windows gives them whole
        dropped = all(path.is_absolute() and path.exists() for path in paths)
        return ["check", "--", *arguments] if dropped else arguments
    return ["page"] if has_page else []


def main() -> None:
    if any("multiprocessing" in argument for argument in sys.argv[1:]):
        from multiprocessing import freeze_support  # a process that planlint has started

        freeze_support()
    if not _own_window():
        from linter.app import main as planlint

        planlint()
        return
    command = commands(sys.argv[1:], find_spec("linter.commands.page") is not None)
    if not command:
        print(USAGE)
    done = subprocess.run([sys.executable, *command], check=False) if command else None
    if done is None or done.returncode or command != ["page"]:
        _wait()
    sys.exit(done.returncode if done else 0)


def _own_window() -> bool:
    """Whether Windows opened a console for this program alone: nobody typed its name."""
    if sys.platform != "win32":
        return False
    import ctypes

    processes = (ctypes.c_uint * 2)()
    return int(ctypes.windll.kernel32.GetConsoleProcessList(processes, 2)) == 1


def _wait() -> None:
    with suppress(EOFError, KeyboardInterrupt):
        input("按回车键关闭窗口。")


if __name__ == "__main__":
    main()
