"""The drafts that are timed are as long as asked and are not one text repeated."""

import io
import re

import pytest

docx = pytest.importorskip("docx")

from bench.speed.drafts import word_draft  # noqa: E402


def paragraphs(data: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(data)).paragraphs if len(p.text) > 40]


def test_length_and_variety() -> None:
    data = word_draft(60_000)
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
    text = "".join([*(p.text for p in document.paragraphs), *dict.fromkeys(cells)])
    assert 45_000 < len(re.sub(r"\s", "", text)) <= 60_000
    long = paragraphs(data)
    assert len(set(long)) > 0.7 * len(long)


def test_the_same_seed_gives_the_same_draft() -> None:
    assert paragraphs(word_draft(12_000)) == paragraphs(word_draft(12_000))
    assert paragraphs(word_draft(12_000)) != paragraphs(word_draft(12_000, seed=2))
