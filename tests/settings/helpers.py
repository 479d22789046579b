"""What the tests of configuration share: files in a folder, and what holds for a draft there."""

from pathlib import Path

from linter.catalogue.faults import ConfigError
from linter.settings import cascade, discover
from linter.settings.effective import Settings
from linter.settings.session import Session, command_line


def write(folder: Path, **files: str) -> None:
    """Write configurations: the keyword is the folder, `here` for the outermost one."""
    for name, text in files.items():
        place = folder if name == "here" else folder / name.replace("__", "/")
        place.mkdir(parents=True, exist_ok=True)
        root = "root: true\n" if name == "here" and not text.startswith("-") else ""
        (place / ".planlint.yaml").write_text(root + text, "utf-8")
    discover.files_above.cache_clear()
    cascade._read.cache_clear()


def settings(path: Path, select: str = "", ignore: str = "", extra: Path | None = None) -> Settings:
    """What holds for a draft."""
    return Session(command_line([select], [ignore]), extra).settings(path)


def faults(path: Path) -> list[str]:
    """What is wrong, a line each, without the folder."""
    try:
        settings(path)
    except ConfigError as error:
        return [line.replace(f"{path.parent}/", "") for line in str(error).splitlines()]
    return []


def running(found: Settings) -> set[str]:
    return {rule.id for rule in found.rules}
