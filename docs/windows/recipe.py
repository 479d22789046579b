"""What goes into the package for Windows: modules, data, and how PyInstaller is called.

A folder (onedir), never one file, and nothing compressed: a program that unpacks itself is what
virus scanners stop, and it starts more slowly.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NAME = "planlint"
# Of jieba only the segmenter is used; its other parts are six times as large as all of planlint.
_JIEBA_DATA = ("dict.txt",)
# What libraries would use if it were there.
_LEFT_OUT = ("pkg_resources", "setuptools", "pip", "numpy", "PIL", "tkinter", "IPython", "pytest")
# The papers that the package hands on, beside the program.
PAPERS = ("LICENSE", "NOTICE", "CHANGELOG.md")


def modules(root: Path = ROOT) -> list[str]:
    """Every module of planlint: many are imported by a name that is made up only when they are."""
    names = []
    for path in sorted((root / "linter").rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return names


def data(root: Path = ROOT) -> list[tuple[Path, str]]:
    """Every file that is no code, with the folder of the package that it goes to.

    The rules stand where a wheel has them: `linter/_rules`.
    """
    found = []
    for source, target in (
        (root / "linter", Path("linter")),
        (root / "rules", Path("linter/_rules")),
    ):
        for path in sorted(source.rglob("*")):
            if path.is_file() and path.suffix not in (".py", ".pyc"):
                folder = target / path.relative_to(source).parent
                found.append((path, folder.as_posix()))
    return found


def of_jieba() -> list[tuple[Path, str]]:
    """The data of jieba that go with it. Raises StopIteration where jieba is not installed."""
    home = next(Path(p, "jieba") for p in sys.path if Path(p, "jieba/dict.txt").is_file())
    return [(home / name, "jieba") for name in _JIEBA_DATA]


def arguments(out: Path, work: Path) -> list[str]:
    """The arguments of PyInstaller: the package is made in `out`, by way of `work`."""
    options = ["--noconfirm", "--clean", "--onedir", "--console", "--noupx", "--log-level=WARN"]
    places = {"distpath": out, "workpath": work, "specpath": work, "paths": ROOT}
    return [
        *options,
        f"--name={NAME}",
        *(f"--{name}={path}" for name, path in places.items()),
        f"--additional-hooks-dir={HERE / 'hooks'}",
        *(f"--hidden-import={name}" for name in modules()),
        *(f"--exclude-module={name}" for name in _LEFT_OUT),
        *(f"--add-data={source}:{target}" for source, target in [*data(), *of_jieba()]),
        str(HERE / "start.py"),
    ]
