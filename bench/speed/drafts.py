"""Drafts of any length, made of the samples' paragraphs with figures and names changed.

Chapters and boxes are numbered on from part to part and every part has figures, places and
quantities of its own, so that a long draft is not the same text over and over.

    python -m bench.speed.drafts 30000 DRAFT.docx [SEED]    and DRAFT.md, the same text, beside it
"""

import random
import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.accuracy.samples import NAMES, clean_text
from linter.text.numerals import to_chinese
from samples.build import docx_of

_CHAPTER = re.compile(r"^[一二三四五六七八九十]+、(?=[^、，]{2,12}$)")
_BOX = re.compile(r"专栏(\d+)")
_FIGURE = re.compile(r"(?<![\d.〔（附表见栏—])[1-9]\d*(?:\.\d+)?(?=[%万亿个家座公人吨户项])")
_PLACES = ("岚川", "云桐", "禾源")
_SYLLABLES = "澄栖芦汀槐溪松枫榆沛岱洛渚衡洮嘉"
_END = re.compile(r"\n附件：.*", re.S)
_SECTIONS = 99  # Chinese numerals of headings end here; drafts do, too


def word_draft(characters: int, seed: int = 1) -> bytes:
    """Return a Word draft of about so many characters (blanks not counted), the same per seed."""
    return docx_of(text_draft(characters, seed))


def text_draft(characters: int, seed: int = 1) -> str:
    """Return the same draft as Markdown."""
    parts: list[str] = []
    length = 0
    for part in _parts(random.Random(seed)):
        parts.append(part)
        length += len(re.sub(r"\s", "", part))
        if length >= characters:
            break
    paragraphs = "\n\n".join(parts).split("\n\n")
    while length > characters and len(paragraphs) > 1:
        length -= len(re.sub(r"\s", "", paragraphs.pop()))
    return "\n\n".join(paragraphs)


def _parts(chance: random.Random) -> Iterator[str]:
    """Yield the samples, varied, forever."""
    chapter = box = 0
    while True:
        for name in NAMES:
            text = _END.sub("", clean_text(name)).removeprefix("# ")
            paragraphs = []
            for paragraph in text.split("\n\n"):
                if _CHAPTER.match(paragraph):
                    chapter = chapter % _SECTIONS + 1
                    paragraph = _CHAPTER.sub(f"{to_chinese(chapter)}、", paragraph)
                paragraphs.append(_BOX.sub(partial(_moved, by=box), paragraph))
            box += len(re.findall(r"\*\*专栏", text))
            yield _varied("\n\n".join(paragraphs), chance)


def _moved(box: re.Match[str], by: int) -> str:
    """A box's name or a reference to it, its number moved on."""
    return f"专栏{int(box[1]) + by}"


def _varied(text: str, chance: random.Random) -> str:
    """The text with other places and other figures."""
    for place in _PLACES:
        text = text.replace(place, "".join(chance.sample(_SYLLABLES, 2)))
    return _FIGURE.sub(lambda match: _near(match[0], chance), text)


def _near(figure: str, chance: random.Random) -> str:
    """Another figure of the same form, up to a tenth away."""
    places = len(figure.partition(".")[2])
    return f"{float(figure) * chance.uniform(0.9, 1.1):.{places}f}"


if __name__ == "__main__":
    made = text_draft(int(sys.argv[1]), *map(int, sys.argv[3:]))
    Path(sys.argv[2]).with_suffix(".md").write_text(made, "utf-8")
    Path(sys.argv[2]).write_bytes(docx_of(made))
