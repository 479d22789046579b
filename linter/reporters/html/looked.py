"""What was looked at in a draft, as a table that is folded until it is wanted."""

from collections import Counter
from collections.abc import Iterator

from linter.catalogue.language import Lang
from linter.diagnosis.coverage.model import CellState, DraftCoverage, Looked
from linter.diagnosis.coverage.words import nothing, told, what
from linter.reporters.html.words import SIGNS, safe, word


def coverage_table(coverage: DraftCoverage, lang: Lang, *, idle: bool) -> Iterator[str]:
    """Yield the coverage of a draft; `idle` where nothing could be compared."""
    if idle:
        yield f'<p class="idle">{safe(nothing(lang))}</p>'
    yield from _cells(coverage, lang)
    yield '<details class="coverage"><summary>'
    yield word("coverage", lang).format(n=coverage.compared)
    heads = "".join(f"<th>{word(k, lang)}</th>" for k in ("what", "seen", "compared", "left"))
    yield f'</summary><div class="wide" tabindex="0"><table><tr>{heads}'
    yield f"<th>{word('rules', lang)}</th></tr>"
    for one in coverage.materials:
        rules = [r.rule for r in coverage.rules if any(x.what == one.what for x in r.looked)]
        yield _row(one, " ".join(rules), lang)
    yield "</table></div></details>"


def _row(one: Looked, rules: str, lang: Lang) -> str:
    compared = "" if one.compared is None else str(one.compared)
    ordered = sorted(one.left, key=lambda left: -left.times)
    left = "；".join(told(x, lang) for x in ordered)
    cells = (what(one, lang), str(one.seen), compared, left, rules)
    row = "<tr>" if one.seen else '<tr class="none">'
    return row + "".join(f"<td>{safe(cell)}</td>" for cell in cells) + "</tr>"


def _cells(coverage: DraftCoverage, lang: Lang) -> Iterator[str]:
    """How many figures of the indicator tables agree, differ, were not found, with their signs."""
    if not coverage.cells:
        return
    counts = Counter(cell.state for cell in coverage.cells)
    yield f'<p class="legend"><span>{word("cells", lang)}</span>'
    for state in CellState:
        sign = f'<span class="sign">{SIGNS[state]}</span>'
        yield f'<span class="{state.value}">{sign} {word(state.value, lang)} {counts[state]}</span>'
    yield "</p>"
