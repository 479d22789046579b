"""The state of all that makes a result besides the draft and its configuration: our code and rules,
Python and its packages, plugins, LibreOffice. Told by names, times and sizes of files: to ask for
these takes some milliseconds, and nothing is loaded.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from linter.engine.cache.results import Results
from linter.text.shipped import rules_dir
from linter.text.store import age

_MOST = 20_000  # files of plugins: whoever has more is not asked every time
_SKIPPED = "__pycache__"
_DIGEST = 16


def digest(*parts: str | bytes) -> str:
    """Return a key made of parts, which are told apart."""
    whole = hashlib.blake2b(digest_size=_DIGEST)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()


@cache
def own_state() -> str | None:
    """The state of planlint, Python and its packages; None where planlint is in no folder."""
    package = Path(__file__).resolve().parents[2]
    ours = [line for root in (package, rules_dir()) for line in _ages(str(root))]
    if not ours:
        return None
    return digest(sys.version, sys.platform, packages_state(), *sorted(ours))


@cache
def packages_state() -> str:
    """Where packages are, and when one was last installed there or taken away."""
    return digest(*(f"{folder} {age(folder or '.')}" for folder in sys.path))


def plugins_state(roots: Iterable[str]) -> str | None:
    """The state of the files and folders that plugins are made of; None if they are too many."""
    lines: list[str] = []
    for root in roots:
        lines.append(f"{root} {age(root)}")
        for line in _ages(root):
            lines.append(line)
            if len(lines) > _MOST:
                return None
    return digest(*sorted(lines))


def plugin_roots() -> list[str] | None:
    """The files and folders that the installed plugins are made of; None where one is elsewhere."""
    from linter.catalogue.plugins import installed

    roots: set[str] = set()
    for point in installed():
        found = _package_of(point.value)
        if not found:
            return None
        roots.update(found)
        plugin = point.load()
        if callable(plugin) and not isinstance(plugin, type):
            plugin = plugin()
        roots.update(str(Path(path).resolve()) for path in plugin.catalogues)
    return sorted(roots)


def _package_of(value: str) -> list[str]:
    """The folders, or the file, of the outermost package that an entry point names."""
    from importlib.util import find_spec

    name = value.partition(":")[0].partition(".")[0].strip()
    spec = find_spec(name)
    if spec is None:
        return []
    if spec.submodule_search_locations:
        return [str(Path(folder).resolve()) for folder in spec.submodule_search_locations]
    return [str(Path(spec.origin).resolve())] if spec.has_location and spec.origin else []


def known_plugin_roots(results: Results) -> list[str] | None:
    """The same as an earlier run found it, without loading a plugin; None if none has."""
    found = results.get(digest("plugins", packages_state()))
    return list(found) if found is not None else None


def keep_plugin_roots(results: Results, roots: list[str]) -> None:
    """Keep for the next run what plugins are made of."""
    if known_plugin_roots(results) != roots:
        results.put(digest("plugins", packages_state()), tuple(roots))


def pack_state(path: Path) -> str:
    """The words of a pack: a folder with all below it, or a file."""
    files = [path] if path.is_file() else sorted(_files(path))
    return digest(*(part for file in files for part in (str(file), _content(file))))


def _files(folder: Path) -> Iterator[Path]:
    for place, below, names in os.walk(folder):
        below[:] = [name for name in below if name != _SKIPPED]
        yield from (Path(place, name) for name in names if name.endswith((".yaml", ".yml")))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


@cache
def office_state() -> str:
    """LibreOffice, which turns older formats into .docx."""
    from linter.readers.office.libreoffice import soffice

    program = soffice()
    return f"{program} {age(os.path.realpath(program))}" if program else ""


def _ages(root: str) -> Iterator[str]:
    """Yield a line for every file below a folder: where it is, its time and size."""
    try:
        found = list(os.scandir(root))
    except OSError:
        return
    for entry in found:
        if entry.is_dir():
            if entry.name != _SKIPPED:
                yield from _ages(entry.path)
        else:
            status = entry.stat()
            yield f"{entry.path} {status.st_mtime_ns:x}.{status.st_size:x}"
