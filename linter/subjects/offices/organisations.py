"""Organisations (机关单位): the names that the lexicon knows, and reading one name.

A name is a place or tier (省, 市, 四川, 国家) and a stem (发展改革委). The lexicon lists stems; the
厅 and 委 of a province stand for the 局 of a city or county as well (省财政厅, 市财政局).
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from linter.plan.given import NOTHING, Given
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan, fact
from linter.text.patterns import lazily

TIERS = "省市县区州盟旗"
_TIER = lazily(rf"(?:自治区|[{TIERS}])?(?:人民政府|政府|党委)?")
_LONGEST_PREFIX = 7  # 自治区人民政府
_PLACE = lazily(rf"(?![{TIERS}各和原])[^厅局委办部署会和与及]{{2,4}}?")
SUFFIX = lazily(
    r"(?:[厅局委办部署会院社行司校所站处室馆台团队库企厂场镇乡]|公司|集团|中心|政府|机关|单位|部门|军区|分区"
    r"|海关|机构|组织|平台|学校|大学|基地|开发区|高新区|经开区|新区|园区|街道|各市|各县|各区|[市州县旗][)）]?"
    r"|各地|各方|各级|工会|政协|纪委监委|商会|[0-9]个部门)$"
)


class Organ(NamedTuple):
    """One name of the lexicon, without a place. Names of one organ share `key`.

    `form` is "name", "full", "colloquial", "loose" or "other" (another organ of the field);
    `until` (YYYY-MM) is the month from which the name is out of date.
    """

    stem: str
    key: str
    form: str
    regular: str
    until: str = ""
    successor: str = ""
    core: bool = False
    central: bool = False
    lives_on: tuple[str, ...] = ()


class Identity(NamedTuple):
    """A name read: the tier or place in front (may be empty) and the organ behind it."""

    prefix: str
    organ: Organ


class Directory:
    """The organs that are known, by stem."""

    def __init__(self, organs: Mapping[str, Organ], given: Given = NOTHING) -> None:
        self.organs = organs
        self._aliases = given.unit_aliases
        self._province = given.province or ""

    def usual(self, name: str) -> str:
        """The name that a name stands for by what is given: an alias's unit, 省… for 四川省…."""
        name = self._aliases.get(name, name)
        if self._province and name.startswith(self._province) and name != self._province:
            tier = "自治区" if self._province.endswith("自治区") else self._province[-1]
            return tier + name.removeprefix(self._province)
        return name

    def identify(self, name: str) -> Identity | None:
        """Return what a name without blanks and brackets means, None if it is not known."""
        name = self.usual(name)
        if organ := self.organs.get(name):
            return Identity("", organ)
        tier = _TIER.match(name)
        head = tier.group() if tier else ""
        for prefix in dict.fromkeys((head[:1], head[:3], head.removesuffix("委"), head)):
            if prefix and (organ := self.organs.get(name.removeprefix(prefix))):
                return Identity(prefix, organ)
        for end in range(2, min(6, len(name) - 2)):
            organ = self.organs.get(name[end:])
            if organ and not organ.central and _PLACE.fullmatch(name[:end]):
                return Identity(name[:end], organ)
        return None

    @cached_property
    def longest(self) -> int:
        """The most characters of a name that `identify` may know."""
        stem = max(map(len, self.organs), default=0)
        longest = len(self._province) + _LONGEST_PREFIX + stem
        return max(longest, *map(len, self._aliases), 0)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every pair of characters that stands in a known name."""
        return frozenset(a + b for stem in self.organs for a, b in pairwise(stem))

    @cached_property
    def by_length(self) -> dict[int, tuple[str, ...]]:
        """The stems by their number of characters."""
        lengths = {len(stem) for stem in self.organs}
        return {n: tuple(stem for stem in self.organs if len(stem) == n) for n in lengths}


def is_unit_shaped(name: str) -> bool:
    """Tell whether a name ends as names of organisations do (厅, 局, 中心, 各区 …)."""
    return len(name) > 1 and bool(SUFFIX.search(name))


def _organs(entry: dict[str, Any]) -> Iterator[Organ]:
    """Yield every name of one entry; the provincial forms before those of a city."""
    common: dict[str, Any] = {
        "until": str(entry.get("until", "")),
        "successor": str(entry.get("successor", "")),
        "core": bool(entry.get("core")),
        "central": bool(entry.get("central")),
        "lives_on": tuple(entry.get("lives_on", ())),
    }
    forms = [("name", entry["name"])] + [("full", entry[k]) for k in ("full",) if k in entry]
    forms += [(form, stem) for form in ("colloquial", "loose") for stem in entry.get(form, ())]
    for form, stem in forms:
        regular = entry["name"]
        if form in ("colloquial", "loose") and stem.endswith("局"):
            regular = local_stem(regular)
        yield Organ(stem, _key(entry, stem), form, regular, **common)
        if local_stem(stem) != stem and form != "colloquial":
            local = local_stem(stem)
            yield Organ(local, _key(entry, local), form, local_stem(entry["name"]), **common)
    for stem in entry.get("also", ()):
        plain = common if entry.get("central") else {}
        yield Organ(stem, stem, "other", stem, **plain)
        if stem.endswith("厅"):
            yield Organ(local_stem(stem), local_stem(stem), "other", local_stem(stem))


def _key(entry: dict[str, Any], stem: str) -> str:
    """The organ; a 厅 and the 局 of a city are two."""
    return f"{entry['name']}/{'局' if stem.endswith('局') else ''}"


def local_stem(stem: str) -> str:
    """The name of the organ of a city or county: 财政厅 → 财政局, 发展改革委 → 发展改革局."""
    return re.sub(r"(?<=..)(?:厅|委员会|(?<!工)委)$", "局", stem)


def organs_of(lexicon: Lexicon) -> dict[str, Organ]:
    """The organs of a lexicon by stem, read once."""
    organs: dict[str, Organ] = {}
    for entry in lexicon.entries("organisations"):
        for organ in _organs(entry):
            organs.setdefault(organ.stem, organ)
    return organs


@fact
def organisations(plan: Plan) -> Directory:
    """The organisations that the lexicon and the configuration know."""
    return Directory(plan.lexicon.get(organs_of), plan.given)
