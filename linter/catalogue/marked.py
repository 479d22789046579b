"""YAML whose values know the lines on which they stand: how catalogues, packs and configurations
are read. Only word lists, which are long and stand below the catalogue, are read plainly."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from linter.catalogue.yaml_messages import fault
from linter.text.files import reason

_MOST_BYTES = 4 << 20
_MOST_NODES = 200_000
_DEEPEST = 100


class MarkedError(Exception):
    """A file is no YAML that we read; the message says why and, where known, on which line."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class Marked(NamedTuple):
    """A value of a YAML file: a scalar, a list of Marked or a dict of str to Marked.

    `line` (1-based) is that of the key where the value belongs to one.
    """

    value: Any
    line: int

    def plain(self) -> Any:
        """The value without its lines."""
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {key: item.plain() for key, item in self.value.items()}
        return self.value

    @property
    def empty(self) -> bool:
        return self.value is None


def read_marked(path: Path, *, bounded: bool = True) -> Marked:
    """Parse a YAML file; an empty one is None. Raises MarkedError, OSError included.

    How deep a file of our own is nested need not be looked at: that takes a third of the time.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        text = _text(path)
        if bounded:
            _check_depth(yaml.parse(text, Loader=loader))
        node = yaml.compose(text, Loader=loader)
    except OSError as error:
        raise MarkedError(f"无法读取（{reason(error)}）") from error
    except UnicodeDecodeError as error:
        raise MarkedError("不是 UTF-8 编码的文本，请另存为 UTF-8") from error
    except yaml.YAMLError as error:
        raise MarkedError(*fault(error)) from error
    return _Builder(yaml).build(node, 1) if node is not None else Marked(None, 1)


def _text(path: Path) -> str:
    with path.open("rb") as stream:
        data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise MarkedError(f"文件过大：超过 {_MOST_BYTES >> 20} MB")
    return data.decode("utf-8-sig")


def _check_depth(events: Any) -> None:
    """Refuse what is nested so deeply that composing it would exhaust the stack."""
    depth = 0
    for event in events:
        kind = type(event).__name__
        depth += kind.endswith(("SequenceStartEvent", "MappingStartEvent"))
        depth -= kind.endswith(("SequenceEndEvent", "MappingEndEvent"))
        if depth > _DEEPEST:
            raise MarkedError("不是有效的 YAML：嵌套过深", event.start_mark.line + 1)


class _Builder:
    """Turns composed nodes into Marked values, within bounds (aliases may repeat without end)."""

    def __init__(self, yaml: Any) -> None:
        self._yaml = yaml
        self._constructor = yaml.constructor.SafeConstructor()
        self._count = 0
        self._open: set[int] = set()

    def build(self, node: Any, line: int) -> Marked:
        self._count += 1
        if id(node) in self._open:
            raise MarkedError("不是有效的 YAML：引用（&、*）循环", line)
        if self._count > _MOST_NODES:
            raise MarkedError(f"超过 {_MOST_NODES} 项，或引用（&、*）过多", line)
        if isinstance(node, self._yaml.ScalarNode):
            return Marked(self._scalar(node), line)
        self._open.add(id(node))
        if isinstance(node, self._yaml.SequenceNode):
            value: Any = [self.build(n, n.start_mark.line + 1) for n in node.value]
        else:
            value = dict(self._pairs(node))
        self._open.discard(id(node))
        return Marked(value, line)

    def _scalar(self, node: Any) -> Any:
        """A scalar; one that is not what it looks like (2021-02-30) stays the text that it is."""
        try:
            return self._constructor.construct_object(node)
        except (ValueError, self._yaml.YAMLError):
            return node.value

    def _pairs(self, node: Any) -> Iterator[tuple[str, Marked]]:
        seen: set[str] = set()
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, self._yaml.ScalarNode):
                raise MarkedError("键应是一个词", line)
            if key.value in seen:
                raise MarkedError(f"“{key.value}”写了两次", line)
            seen.add(key.value)
            yield key.value, self.build(value, line)
