"""TSK011: names of organs that were abolished before the draft was written."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Paragraph, Span, Zone
from linter.plan.finding import Finding, check
from linter.plan.plan import Plan
from linter.subjects.citations.document_numbers import document_numbers
from linter.subjects.offices.mentions import Mention, mentions
from linter.subjects.offices.organisations import Identity
from linter.subjects.offices.unit_names import unit_names
from linter.subjects.times.dates import issued
from linter.subjects.times.periods import month, title_lines
from linter.text.patterns import lazily

_LOCAL = frozenset("市县区州盟旗")
_SENTENCE = 200  # characters on either side; few sentences are longer
_STOP = lazily("[。;!?]")
_YEAR = lazily(r"(?<!\d)((?:19|20)\d\d)\s*年")
# What was: documents and acts of the organ in its day.
_PAST = lazily(
    r"原|曾|时任|组建|更名|改名|划转|划入|合并|撤销|并入|改为|挂牌|印发|出台|发布|颁发|颁布|授予|评为|认定为|命名"
    r"|批复|下发|前身|过去|以来|已|了"
)


class _Place(NamedTuple):
    """Where an organ's old name stands first, and how often in all."""

    span: Span
    identity: Identity
    times: int


@check
def outdated(plan: Plan, *, grace_months: int = 6) -> Iterator[Finding]:
    """TSK011: a name that was abolished before the draft was written."""
    written = _month(plan)
    if written is None:
        return
    own = _own_names(plan)
    for name, place in _places(plan, written).items():
        organ = place.identity.organ
        until = _until(place.identity)
        lives = place.identity.prefix[-1:] in organ.lives_on or name in own
        if lives or not until or _later(until, grace_months) > written:
            continue
        values = {
            "name": name,
            "until": f"{until[:4]}年{int(until[5:])}月",
            "successor": organ.successor,
            "count": str(place.times),
        }
        yield Finding(place.span, values, variant="mild" if organ.mild else None)


def _places(plan: Plan, written: str) -> dict[str, _Place]:
    """The names out of date by a month, those of the lists before those of running text."""
    found: dict[str, _Place] = {}
    for naming in plan.get(unit_names).namings.values():
        if naming.identity and naming.identity.organ.until:
            found[naming.name] = _Place(naming.units[0].span, naming.identity, naming.count)
    told: dict[str, list[Mention]] = defaultdict(list)
    for mention in plan.get(mentions):
        organ = mention.identity.organ
        if organ.until and organ.until <= written and not _is_past(mention):
            told[mention.name].append(mention)
    for name, places in told.items():
        first = found.get(name) or _Place(places[0].span, places[0].identity, 0)
        found[name] = first._replace(times=first.times + len(places))
    return found


def _is_past(mention: Mention) -> bool:
    """The sentence tells what was: by a year before the reform, or by what is only told of it."""
    text, (start, end) = mention.span.node.folded, (mention.span.start, mention.span.end)
    before = text[max(0, start - _SENTENCE) : start]
    after = text[end : end + _SENTENCE]
    sentence = _STOP.split(before)[-1] + _STOP.split(after, maxsplit=1)[0]
    last = int(mention.identity.organ.until[:4])
    years = [int(year) for year in _YEAR.findall(sentence)]
    return bool(_PAST.search(sentence)) or any(year <= last for year in years)


def _until(identity: Identity) -> str:
    local = identity.prefix[-1:] in _LOCAL
    return identity.organ.local_until if local else identity.organ.until


def _own_names(plan: Plan) -> str:
    """The title and the signature: who issues a draft exists."""
    lines = [line.folded for line in title_lines(plan.document)]
    for block in plan.document.blocks:
        if isinstance(block, Paragraph) and block.locator.zone is Zone.SIGNATURE:
            lines.append(block.folded)
    return "\n".join(lines).replace(" ", "")


def _month(plan: Plan) -> str | None:
    """The month of the draft; of one without a date, at least that of the latest it cites."""
    own = plan.get(month)
    if plan.get(issued) is not None:
        return own
    cited = [f"{n.year}-01" for n in plan.get(document_numbers) if not n.faults]
    return max([own, *cited] if own else cited, default=None)


def _later(month: str, by: int) -> str:
    months = int(month[:4]) * 12 + int(month[5:]) - 1 + by
    return f"{months // 12}-{months % 12 + 1:02d}"
