"""CHG: what was changed here and not there, between two versions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.plan.finding import Finding, Related, comparing

if TYPE_CHECKING:
    from linter.across.renamed import NameLeft
    from linter.across.versions import Versions


@comparing("diff")
def values(versions: "Versions") -> Iterator[Finding]:
    """CHG001: a value that was changed in the table or the text, and not everywhere."""
    from linter.across.half_done import values_left
    from linter.subjects.indicators.phrases import figure

    for one in values_left(versions):
        said = {
            "name": one.name,
            "year": f"{one.year}年" if one.year else "",
            "before": figure(one.before),
            "after": figure(one.after),
            "still": figure(one.still),
        }
        variant = "table" if one.in_table else None if one.sure else "doubtful"
        yield Finding(one.left, said, (Related("changed", one.changed),), variant)


@comparing("diff")
def units(versions: "Versions") -> Iterator[Finding]:
    """CHG002: a responsible unit that has a new name in some tasks only."""
    from linter.across.renamed import units_left

    yield from map(_named, units_left(versions))


@comparing("diff")
def references(versions: "Versions") -> Iterator[Finding]:
    """CHG003: a reference to the number that a box, an attachment or a table had before."""
    from linter.across.moved_places import references_left

    for one in references_left(versions):
        said = {
            "reference": one.before.shown,
            "name": one.before.words.strip(),
            "now": one.after.shown if one.after else "",
        }
        related = (Related("now", one.after.span),) if one.after else ()
        related = related or (Related("old", one.before.span),)
        variant = None if one.after else "gone"
        yield Finding(one.reference.span, said, related, variant)


@comparing("diff")
def names(versions: "Versions") -> Iterator[Finding]:
    """CHG004: an indicator, a box or a heading that was renamed and is still called as before; an
    indicator that was dropped from the table and whose goal the text has."""
    from linter.across.half_done import dropped_left
    from linter.across.renamed import names_left

    yield from map(_named, names_left(versions))
    for indicator, left in dropped_left(versions):
        said = {"before": indicator.name, "after": "", "count": "1"}
        yield Finding(left, said, (Related("old", indicator.span),), "dropped")


@comparing("diff")
def citations(versions: "Versions") -> Iterator[Finding]:
    """CHG005: a document whose title was changed at one place and not at another."""
    from linter.across.renamed import citations_left

    yield from map(_named, citations_left(versions))


@comparing("diff")
def duties(versions: "Versions") -> Iterator[Finding]:
    """CHG006: units or a deadline changed in the text and not in the division of tasks."""
    from linter.across.divided import duties_left

    for one in duties_left(versions):
        said = {"task": one.title, "before": one.before, "after": one.after}
        variant = {"leads": None, "helpers": "helpers", "due": "due"}[one.what]
        yield Finding(one.left, said, (Related("changed", one.changed),), variant)


@comparing("diff")
def years(versions: "Versions") -> Iterator[Finding]:
    """CHG007: the plan's years, changed in the title and not in the text."""
    from linter.across.renamed import years_left

    yield from map(_named, years_left(versions))


def _named(one: "NameLeft") -> Finding:
    said = {"before": one.before, "after": one.after, "count": str(one.times)}
    return Finding(one.left, said, (Related("changed", one.changed),))
