"""Symbols of units in the wrong case: 110KV, 5000KW, 8KM2 (GB 3100-1993, 6.3: units named after
persons begin with a capital, and the prefix 千 is a small k, 兆 a capital M; shared/domain §5)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.document import Cell, Span, TextNode, Zone
from linter.patterns import lazily

_RIGHT = (
    *("kV", "kW", "kWh", "kW·h", "kVA", "kvar", "kA", "kPa", "kJ", "kHz", "kg", "km", "km2"),
    *("MVA", "MW", "MWh", "MPa", "MJ", "MHz", "GW", "GWh", "GJ", "GHz", "Hz", "dB"),
    *("hm2", "m2", "m3", "mm", "cm"),
)
_BY_CASE = {symbol.lower(): symbol for symbol in _RIGHT}
_NAMES = "|".join(sorted(map(re.escape, _BY_CASE), key=len, reverse=True))
_SYMBOL = lazily(
    rf"(?:(?P<number>\d[\d.,]*\s?[万亿]?)|(?<=[万亿/(]))(?P<unit>{_NAMES})(?![A-Za-z\d²³+-])", re.I
)
_HINT = lazily(r"[\d万亿/(]\s?[A-Za-z]{1,3}")
_CODE = lazily(r"[A-Za-z\d_-]$")


class UnitSymbol(NamedTuple):
    """A number with a symbol in the wrong case, the symbol, and how both are written."""

    span: Span
    unit: str
    meant: str


def unit_symbols(nodes: Sequence[TextNode]) -> Iterator[UnitSymbol]:
    """Yield the symbols behind numbers, 万 and 亿, in brackets, below a stroke, alone in a cell."""
    for node in nodes:
        text = node.folded
        if node.locator.zone is Zone.TOC:
            continue
        alone = text.strip().lower() if isinstance(node, Cell) else ""
        if alone in _BY_CASE and _is_wrong(text.strip()):
            yield UnitSymbol(Span(node, 0, len(text)), text.strip(), _BY_CASE[alone])
        elif _HINT.search(text):
            for match in _SYMBOL.finditer(text):
                unit = match["unit"]
                if _is_wrong(unit) and not _CODE.search(text[: match.start()]):
                    span = Span(node, *match.span())
                    meant = (match["number"] or "") + _BY_CASE[unit.lower()]
                    yield UnitSymbol(span, unit, meant)


def _is_wrong(unit: str) -> bool:
    return unit != _BY_CASE[unit.lower()]
