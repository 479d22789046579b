"""TSK004: names of units that are misspelt."""

from collections.abc import Iterator
from functools import partial
from itertools import chain

from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.offices.near_names import Judge, NameSlip, lookalikes, slips
from linter.subjects.offices.organisations import Organ, organisations
from linter.subjects.offices.unit_names import UnitNaming, bare, unit_names

_CLOSED = "厅局委办部署会"


@check
def misspelt(plan: Plan) -> Iterator[Finding]:
    """TSK004: a name one or two characters off a known unit, or off one named often."""
    names = plan.get(unit_names)
    by_stem: dict[str, UnitNaming] = {}
    for naming in names.namings.values():
        by_stem.setdefault(bare(naming.name, naming.identity), naming)
    for naming in names.namings.values():
        unit = naming.units[0]
        if naming.identity or unit.collective or not 3 <= len(naming.name) <= 16:
            continue
        slip, sure = _slip(plan, naming)
        if slip is None:
            continue
        head = naming.name.removesuffix(bare(naming.name))
        meant = head + slip.meant if slip.meant not in names.namings else slip.meant
        model = names.namings.get(meant) or by_stem.get(slip.meant)
        meant = model.name if model else meant
        related = (Related("peer", model.units[0].span),) if model else ()
        values = {"name": naming.name, "meant": meant, "count": str(model.count if model else 0)}
        variant = None if sure and model else "lexicon" if sure else "likely"
        for found in naming.units:
            yield Finding(found.span, values, related, variant, Fix(meant))


def _slip(plan: Plan, naming: UnitNaming) -> tuple[NameSlip | None, bool]:
    """The name that was most likely meant, and whether draft or lexicon vouch for it."""
    names, organs = plan.get(unit_names), plan.get(organisations)
    best, weight = None, 0.0
    for written in dict.fromkeys((bare(naming.name), naming.name)):
        tier = naming.name.removesuffix(written)
        near = organs.near(tier, written)
        often = [n for n in names.often.of(written) if names.namings[n].count > naming.count]
        in_draft = partial(names.in_draft, name=written)
        judge = Judge(organs.words, in_draft, plan.lexicon.get(lookalikes))
        for slip in slips(written, chain(near, often), judge):
            support = names.stems[slip.meant]
            heavier = _weight(slip, support, organs.organs.get(slip.meant))
            often_so = 1 if heavier < 2 else 2
            if heavier > weight and (naming.count <= often_so or naming.count * 3 <= support):
                best, weight = slip, heavier
    return best, weight >= 2


def _weight(slip: NameSlip, support: int, organ: Organ | None) -> float:
    """How sure a slip is: 0 not at all, 1 likely, 2 and more sure; the draft's own names first."""
    listed = organ is not None and (organ.core or organ.form in ("name", "full"))
    core = organ is not None and organ.core
    long = len(slip.meant) >= (4 if core else 5)
    if (slip.weak and support < 2 and not core) or (len(slip.places) > 1 and not support):
        return 0
    # 电信公司 and 电力公司, 财务处 and 教务处: there is no end of such names.
    if slip.meant[-1:] not in _CLOSED and not slip.lookalike:
        return 0
    # The 厅 of a province and the 部 of the state are few, and all of them are known.
    doubled = len(slip.places) == 1 and slip.doubled
    sure = (
        (long and support)
        or (doubled and (support or listed))
        or (slip.meant[-1:] in "厅部" and (support or core))
    )
    if sure or (slip.lookalike and (support or listed)):
        return 2 + min(support, 99) / 100
    if support > 1 or (long and core) or (slip.joint and organ is not None):
        return 1 + min(support, 99) / 100
    return 0
