"""Real plans, where they are at hand: the page as saved says what the clean draft says."""

from pathlib import Path

import pytest

from linter.document.model import Document
from linter.document.nodes import Block, Box, Paragraph, Table
from linter.readers.load import load
from linter.text.folding import key

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
PLANS = ("anhui", "bigdata", "chengdu", "shanwei", "sichuan")

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus of real plans at hand")


def lines(document: Document) -> list[tuple[str, str]]:
    return [line for block in document.blocks for line in _lines(block)]


def _lines(block: Block) -> list[tuple[str, str]]:
    if isinstance(block, Paragraph):
        return [("p", key(block.line))]
    if isinstance(block, Table):
        return [("row", "|".join(key(cell.text) for cell in row)) for row in block.rows]
    return _box(block)


def _box(box: Box) -> list[tuple[str, str]]:
    inner = [(f"box {kind}", text) for part in box.body for kind, text in _lines(part)]
    return [("box", key(box.title.line) if box.title else ""), *inner]


@pytest.mark.parametrize("plan", PLANS)
def test_the_saved_page_and_the_draft_agree(plan: str) -> None:
    page, clean = load(CORPUS / f"{plan}.txt"), load(CORPUS / f"{plan}.md")
    assert page.title is not None
    assert clean.title is not None
    assert key(page.title.text) == key(clean.title.text)
    differing = [pair for pair in zip(lines(page), lines(clean), strict=True) if pair[0] != pair[1]]
    # The page of sichuan has years without 年 in its header; in anhui one paragraph below a box
    # could as well be the last one in it.
    assert len(differing) <= {"sichuan": 1, "anhui": 1}.get(plan, 0)


def test_a_saved_page_with_tables_that_nobody_can_rebuild() -> None:
    document = load(CORPUS / "more" / "zj_neilao_145.txt")
    assert [box.number for box in document.boxes()] == list(range(1, 12))
    assert sum(1 for _ in document.tables()) == 5
    assert not document.chrome
