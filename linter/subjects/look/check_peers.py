"""FMT: fonts that are mixed where the standard leaves the choice, but not the mixture, open."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.look import wording
from linter.subjects.look.passages import Passage, is_standard, passages
from linter.subjects.look.roles import TextRole
from linter.subjects.look.survey import head, survey

RoleName = Literal[
    "part", "chapter", "section", "heading1", "heading2", "heading3", "heading4", "body",
    "box-title",
]  # fmt: skip
_USUAL = 2 / 3  # from this share on, one look is the rule of a role and the others depart from it
_PEERS = 3
_HABIT = 0.2  # where more paragraphs than this have pieces of another look, that is a style
_INNER = ("heading1", "heading2", "heading3", "heading4")


@check
def mixed_fonts(
    plan: Plan,
    *,
    roles: tuple[RoleName, ...] = ("part", "chapter", "section", "box-title"),
    pieces: bool = True,
) -> Iterator[Finding]:
    """FMT010: peers in another font or size than most; pieces of another look within a paragraph.

    The headings 一、 to （1） are among the peers where a draft has chapters, so that FMT004 leaves
    them alone. `pieces` looks into paragraphs of the body.
    """
    inner = () if plan.get(is_standard) else _INNER
    for role in dict.fromkeys((*roles, *inner)):
        yield from _peers(plan.get(passages).get(TextRole(role), ()))
    if pieces:
        yield from _pieces(plan.get(passages).get(TextRole.BODY, ()))


def _peers(passages: Sequence[Passage]) -> Iterator[Finding]:
    known = [passage for passage in passages if None not in passage.face]
    if len(known) < _PEERS:
        return
    usual, times = Counter(passage.face for passage in known).most_common(1)[0]
    if times >= _USUAL * len(known):
        yield from survey(
            known,
            wording.look(*usual),
            lambda passage: None if passage.face == usual else wording.look(*passage.face),
        )


def _pieces(passages: Sequence[Passage]) -> Iterator[Finding]:
    having = [passage for passage in passages if passage.strays]
    if not having or len(having) > max(1, _HABIT * len(passages)):
        return
    span, look = having[0].strays[0]
    is_, usual = wording.look(*look), wording.look(*having[0].face)
    values = {"count": str(len(having)), "actual": is_.zh, "actual_en": is_.en}
    values |= {"expected": usual.zh, "expected_en": usual.en}
    related = tuple(Related("other", head(passage.strays[0][0])) for passage in having[1:3])
    yield Finding(head(span), values, related, "pieces")
