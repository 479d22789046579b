"""The files that hold for a draft, in the order in which they win: the last one wins.

User's file, files from the outermost folder to the draft's own, `--config`. What a file extends
stands right before it; its overrides that cover the draft stand right behind it.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from linter.catalogue.faults import Fault, Origin, shown
from linter.catalogue.nearest import hint
from linter.settings.discover import files_above, readable, user_file
from linter.settings.layers import Layer, Said
from linter.settings.schema import is_ours, read_layer
from linter.text.files import is_file
from linter.text.shipped import rules_dir

_read = cache(read_layer)
_DEEPEST, _MOST = 10, 50  # files that extend each other
_SHOWN = 80  # characters of a path that is told


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
    whole = [layer for file in files for layer in _Extended(faults).of(file, ())]
    return [part for layer in whole for part in _parts(layer, path)], faults


def _found(folder: Path) -> list[Path]:
    """The user's file and those above a folder, up to one that says `root: true`."""
    near: list[Path] = []
    for file in files_above(folder):
        near.append(file)
        if _read(file, _name(file))[0].root:
            return near[::-1]
    own = user_file()
    return [*([own] if own and readable(own) else []), *near[::-1]]


class _Extended:
    """What a file says, and what it extends, each of those once, however often it is named."""

    def __init__(self, faults: list[Fault]) -> None:
        self._faults = faults
        self._done: set[Path] = set()

    def of(self, file: Path, above: tuple[Path, ...]) -> Iterator[Layer]:
        """Yield the layers below a file and its own; `above` are those that led to it."""
        layer, wrong = self._read(file, foreign=bool(above))
        self._faults += wrong
        for said in layer.extends:
            base = self._base(said, layer.folder)
            if base is None:
                continue
            if base in (*above, file.resolve()):
                self._fault(said, f"extends 循环：“{said.value}”又用到了它自己")
            elif len(above) >= _DEEPEST or len(self._done) >= _MOST:
                self._fault(said, f"extends 过多：最多 {_MOST} 个文件，{_DEEPEST} 层")
            elif base not in self._done:
                self._done.add(base)
                yield from self.of(base, (*above, file.resolve()))
        yield layer

    def _fault(self, said: Said[str], message: str) -> None:
        self._faults.append(Fault(said.origin, message))

    def _read(self, file: Path, *, foreign: bool) -> tuple[Layer, list[Fault]]:
        """What a file says; of one that is no configuration of ours no word is told."""
        layer, wrong = _read(file, _name(file))
        if foreign and wrong and not is_ours(file):
            origin = Origin(_name(file))
            return Layer(origin, file.parent), [Fault(origin, "不是 planlint 的配置文件")]
        return layer, wrong

    def _base(self, said: Said[str], folder: Path) -> Path | None:
        """The file that `extends:` names: a preset, or a path relative to the file that says so."""
        known = presets()
        if said.value in known:
            return known[said.value]
        try:
            file = (folder / Path(said.value).expanduser()).resolve()
        except (OSError, ValueError, RuntimeError):  # NUL; a home that nobody has
            file = None
        if file is not None and is_file(file):
            if file.suffix in (".yaml", ".yml"):
                return file
            self._fault(said, f"extends：“{said.value}”不是 .yaml 文件")
            return None
        near = hint(said.value, known, f"（可用：{'、'.join(known)}，或一个文件的路径）")
        self._fault(said, f"extends：没有“{_short(said.value)}”{near}")
        return None


def _name(file: Path) -> str:
    """What a file is called in messages: a preset by its name."""
    return f"预设 {file.stem}" if file in presets().values() else shown(file)


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"


def _parts(layer: Layer, path: Path) -> Iterator[Layer]:
    yield layer
    yield from (override for override in layer.overrides if override.covers(path))
