"""Organisations (机关单位): the names that the lexicon knows, and reading one name.

A name is a place or tier (省, 市, 四川, 国家) and a stem (发展改革委). The lexicon lists stems; the
厅 and 委 of a province stand for the 局 of a city or county as well (省财政厅, 市财政局).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from linter.plan.given import NOTHING, Given
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan, fact
from linter.text.patterns import lazily, once

TIERS = "省市县区州盟旗"
_TIER = lazily(rf"(?:自治区|[{TIERS}])?(?:人民政府|政府|党委)?")
_LONGEST_PREFIX = 7  # 自治区人民政府
_PLACE = lazily(rf"(?![{TIERS}各和原])[^厅局委办部署会和与及]{{2,4}}?")
_BANK = lazily(
    r"(?:中国)?(?:人民银行|人行)(?:(?P<place>[\u4e00-\u9fff]{1,8})中心支行"
    r"|(?:沈阳|南京|济南|武汉|广州|成都|西安)分行)"
)
_BRANCH = lazily(
    r"(?P<head>[^分]{2,14}?)(?:(?<=[局委办行])[^局委办行]{0,8}(?:分局|办事处|监管组)|分(?P<end>局))"
)
SUFFIX = lazily(
    r"(?:[厅局委办部署会院社行司校所站处室馆台团队库企厂场镇乡]|公司|集团|中心|政府|机关|单位|部门|军区|分区"
    r"|海关|机构|组织|平台|学校|大学|基地|开发区|高新区|经开区|新区|园区|街道|各市|各县|各区|[市州县旗][)）]?"
    r"|(?:各|有关|相关|其他|所在|属地)[省市县区州盟旗地方级]|工会|政协|纪委监委|商会|[0-9]个部门)$"
)


class Organ(NamedTuple):
    """One name of the lexicon, without a place. Names of one organ share `key`.

    `form` is "name", "full", "colloquial", "loose" or "other" (another organ of the field);
    `until` (YYYY-MM) is the month from which the name is out of date, `local_until` that of a city
    or county; `mild` that it may live on as a second name; `placed` that a place stands in front.
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
    local_until: str = ""
    mild: bool = False
    placed: bool = False


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
        for end in range(2, min(6, len(name) - 1)):
            organ = self.organs.get(name[end:])
            if organ and not organ.central and _PLACE.fullmatch(name[:end]):
                return Identity(name[:end], organ)
        return self._bank(name) or self._branch(name)

    def _bank(self, name: str) -> Identity | None:
        """Read the name of an office of the central bank as it was until 2023: 人行合肥中心支行."""
        match = _BANK.fullmatch(name)
        organ = self.organs.get("人民银行中心支行") if match else None
        if match is None or organ is None:
            return None
        return Identity(match["place"] or "", organ._replace(stem=name, key=name, form="other"))

    def _branch(self, name: str) -> Identity | None:
        """Read the name of a branch by its head: 市国土资源局开发区分局, 东江银保监分局."""
        match = _BRANCH.fullmatch(name)
        head = self.identify(match["head"] + (match["end"] or "")) if match else None
        if head is None:
            return None
        branch = head.organ._replace(stem=name, key=name, form="other", regular=name, core=False)
        return Identity(head.prefix, branch)

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
    def _order(self) -> dict[str, int]:
        return {stem: i for i, stem in enumerate(self.organs)}

    @cached_property
    def _alike(self) -> dict[tuple[int, str], list[str]]:
        """The stems by their length and first character, and by all but their first two."""
        found: dict[tuple[int, str], list[str]] = defaultdict(list)
        for stem in self.organs:
            found[len(stem), stem[0]].append(stem)
            found[len(stem), stem[2:]].append(stem)
        return found

    def near(self, tier: str, name: str) -> Iterator[str]:
        """Yield the stems that may be a slip away from a name and that a tier may have: 省 has a
        公安厅, 市 a 公安局. A slip leaves the first character, or all that is behind the second."""
        alike = self._alike
        for length in (len(name) - 1, len(name), len(name) + 1):
            found = {*alike.get((length, name[0]), ())}
            if length == len(name):
                found.update(alike.get((length, name[2:]), ()))
            yield from self._at_level(tier, sorted(found, key=self._order.__getitem__))

    def _at_level(self, tier: str, stems: Iterable[str]) -> Iterator[str]:
        for stem in stems:
            if not tier:
                yield stem
            elif self.organs[stem].central:
                continue
            elif tier in ("省", "自治区"):
                if not (stem.endswith("局") and stem[:-1] + "厅" in self.organs):
                    yield stem
            elif not stem.endswith("厅"):
                yield stem


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
        "local_until": str(entry.get("local_until", entry.get("until", ""))),
        "mild": bool(entry.get("mild")),
        "placed": bool(entry.get("place")),
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
    for stem in entry.get("branches", ()):
        yield Organ(stem, stem, "other", stem, **common)
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
    return once(r"(?<=..)(?:厅|委员会|(?<!工)委)$").sub("局", stem)


def organs_of(lexicon: Lexicon) -> dict[str, Organ]:
    """The organs of a lexicon by stem, read once."""
    listed = [organ for entry in lexicon.entries("organisations") for organ in _organs(entry)]
    organs: dict[str, Organ] = {}
    # 经济和信息化局 is the 局 of a 委 that is gone and of a 厅 of today: it is of today.
    for organ in sorted(listed, key=lambda organ: bool(organ.until)):
        organs.setdefault(organ.stem, organ)
    return organs


@fact
def organisations(plan: Plan) -> Directory:
    """The organisations that the lexicon and the configuration know."""
    return Directory(plan.lexicon.get(organs_of), plan.given)
