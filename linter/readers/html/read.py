"""Reads drafts as web pages: the text of a page without the site around it.

Nothing is fetched, no script is run; every character keeps its line and column.
"""

from linter.readers.assembly.titles import demote_title
from linter.readers.html.blocks import Page
from linter.readers.html.tokens import Places, tokens
from linter.readers.raw import RawDocument, RawParagraph
from linter.readers.recovery.chrome import chrome_places, is_sentence
from linter.readers.recovery.flat_tables import gather_tables
from linter.readers.source.comments import place_comments


def read(path: str, source: str) -> RawDocument:
    """Return the blocks of a page, and what the site put around them."""
    page = Page(Places(source))
    for token in tokens(source):
        page.take(token)
    page.end()
    texts = [block.text if isinstance(block, RawParagraph) else "" for block in page.blocks]
    linked = {id(block) for block in page.linked}
    links = {i for i, block in enumerate(page.blocks) if id(block) in linked}
    places = _menus(texts, links)
    places |= chrome_places(["" if i in places else text for i, text in enumerate(texts)])
    chrome = [b for i, b in enumerate(page.blocks) if i in places and isinstance(b, RawParagraph)]
    blocks = [block for i, block in enumerate(page.blocks) if i not in places]
    demote_title(blocks)
    blocks = gather_tables(blocks)
    comments = list(place_comments(page.remarks, blocks, by_line=False))
    return RawDocument(path, "html", blocks, page.chrome + chrome, comments)


def _menus(texts: list[str], links: set[int]) -> frozenset[int]:
    """Paragraphs that are nothing but links, above the first sentence or below the last one."""
    said = [i for i, text in enumerate(texts) if i not in links and is_sentence(text)]
    first, last = (said[0], said[-1]) if said else (0, 0)
    outside = (i for i in links if i < first or i > last)
    return frozenset(i for i in outside if not texts[i].startswith("附件"))
