"""The files that hold for a draft, in the order in which they win: the last one wins.

User's file, files from the outermost folder to the draft's own, `--config`. What a file extends
stands right before it; its overrides that cover the draft stand right behind it.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from linter.catalogue.faults import Fault, shown
from linter.catalogue.nearest import hint
from linter.settings.discover import files_above, user_file
from linter.settings.layers import Layer, Said
from linter.settings.schema import read_layer
from linter.text.shipped import rules_dir

_read = cache(read_layer)


@cache
def presets() -> dict[str, Path]:
    """The configurations that ship, by name."""
    return {path.stem: path for path in sorted((rules_dir() / "presets").glob("*.yaml"))}


def layers_of(
    path: Path, extra: Path | None = None, *, isolated: bool = False
) -> tuple[list[Layer], list[Fault]]:
    """Return what holds for a draft, the last word last, and all that is wrong with the files.

    `extra` is the file of --config; `isolated` leaves out every file but that.
    """
    faults: list[Fault] = []
    files = [] if isolated else _found(path.resolve().parent)
    files += [extra] if extra else []
    whole = [layer for file in files for layer in _extended(file, (), faults)]
    return [part for layer in whole for part in _parts(layer, path)], faults


def _found(folder: Path) -> list[Path]:
    """The user's file and those above a folder, up to one that says `root: true`."""
    near: list[Path] = []
    for file in files_above(folder):
        near.append(file)
        if _read(file, _name(file))[0].root:
            return near[::-1]
    own = user_file()
    return [*([own] if own else []), *near[::-1]]


def _extended(file: Path, seen: tuple[Path, ...], faults: list[Fault]) -> Iterator[Layer]:
    layer, wrong = _read(file, _name(file))
    faults += wrong
    for said in layer.extends:
        base = _base(said, layer.folder, faults)
        if base is not None and base in (*seen, file.resolve()):
            faults.append(Fault(said.origin, f"extends 循环：“{said.value}”又用到了它自己"))
        elif base is not None:
            yield from _extended(base, (*seen, file.resolve()), faults)
    yield layer


def _name(file: Path) -> str:
    """What a file is called in messages: a preset by its name."""
    return f"预设 {file.stem}" if file in presets().values() else shown(file)


def _base(said: Said[str], folder: Path, faults: list[Fault]) -> Path | None:
    """The file that `extends:` names: a preset, or a path relative to the file that says so."""
    known = presets()
    if said.value in known:
        return known[said.value]
    file = (folder / Path(said.value).expanduser()).resolve()
    if file.is_file():
        return file
    near = hint(said.value, known, f"（可用：{'、'.join(known)}，或一个文件的路径）")
    faults.append(Fault(said.origin, f"extends：没有“{said.value}”{near}"))
    return None


def _parts(layer: Layer, path: Path) -> Iterator[Layer]:
    yield layer
    yield from (override for override in layer.overrides if override.covers(path))
