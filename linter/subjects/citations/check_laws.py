"""REF009: a law that is gone, a name that no law has, a law's full name without 《》."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Span
from linter.plan.everywhere import Everywhere, everywhere
from linter.plan.finding import Finding, Fix, check
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan
from linter.subjects.times.periods import month
from linter.text.patterns import compiled, lazily

_STATE = "中华人民共和国"
_TITLE = lazily(
    rf"《(?P<words>(?:{_STATE})?(?P<name>[\u4e00-\u9fff]{{1,20}}(?:法|条例|通则|总则)))(?:\([^()]*\))?》"
)
_UNMARKED = lazily(rf"(?<![《〈“]){_STATE}(?=[\u4e00-\u9fff]{{1,18}}法)")
_GOES_ON = lazily(r"[律规院》]")
_PAST = lazily(r"原\s?$|废止|失效|取代|代替|(?:19|20)\d\d年[^,。]{0,8}$")
_LONGEST_GAP = 6
_LONGEST = 20  # characters of a name


class Laws(NamedTuple):
    """The laws that are gone, by name: since when, and what came; the names of those in force."""

    gone: dict[str, tuple[str, str]]
    names: frozenset[str]


def _laws(lexicon: Lexicon) -> Laws:
    gone: dict[str, tuple[str, str]] = {}
    names: set[str] = set()
    for entry in lexicon.entries("laws"):
        names.update(entry.get("in-force", "").split())
        if "name" in entry:
            gone[entry["name"]] = str(entry["until"]), entry["successor"]
    return Laws(gone, frozenset(names))


@check
def cited_law(plan: Plan) -> Iterator[Finding]:
    """REF009: 《合同法》 after 2021, 《中华人民共和国安全法》, 根据中华人民共和国水法."""
    draft = plan.get(everywhere)
    if "法》" in draft.text or "条例》" in draft.text or "则》" in draft.text:
        yield from _cited(plan, draft)
    for place in draft.find(_UNMARKED, _STATE):
        name = _law_at(place.after, plan.lexicon.get(_laws).names)
        if name and not place.quoted:
            span = Span(place.node, place.start, place.end + len(name))
            fix = Fix(f"《{span.quote}》")
            yield Finding(span, {"words": span.quote}, (), "unmarked", fix)


def _law_at(text: str, names: frozenset[str]) -> str:
    """The longest name of a law that a text begins with; none in 水法律法规."""
    sizes = (size for size in range(_LONGEST, 1, -1) if text[:size] in names)
    size = next(sizes, 0)
    return "" if _GOES_ON.match(text, size) else text[:size]


def _cited(plan: Plan, draft: Everywhere) -> Iterator[Finding]:
    laws, day = plan.lexicon.get(_laws), plan.get(month)
    for place in draft.find(_TITLE, "《", in_titles=True):
        name = place.match["name"].removeprefix(_STATE)
        span: Span = place.of("words")
        values = {"words": place.words}
        until, successor = laws.gone.get(name, ("", ""))
        if until and day and until <= day:
            around = place.before[-12:], place.after[:8]
            if not any(map(_PAST.search, around)):
                year, _, number = until.partition("-")
                values |= {"until": f"{year}年{int(number)}月", "until_en": until}
                yield Finding(span, values | {"successor": successor})
        elif not until and place.match["words"].startswith(_STATE) and name.endswith("法"):
            near = _near(name, laws.names)
            if near:
                values["near"] = "、".join(f"《{_STATE}{law}》" for law in near[:2])
                yield Finding(span, values, variant="unknown")


def _near(name: str, laws: frozenset[str]) -> list[str]:
    """The laws from whose names some characters are left out in a name that is none."""
    if name in laws or len(name) < 3:
        return []
    form = compiled(".*?".join(map(re.escape, name)))
    near = [law for law in laws if 0 < len(law) - len(name) <= _LONGEST_GAP and form.fullmatch(law)]
    return sorted(near, key=lambda law: (len(law), law))
