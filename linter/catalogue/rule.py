"""What a rule is: an entry of the catalogue, ready to run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from linter.catalogue.faults import Origin
from linter.catalogue.language import Lang
from linter.catalogue.severity import Severity
from linter.plan.finding import Check


class FixSafety(StrEnum):
    """Whether a reader could object to what a rule would write instead of what it found."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    CHECKED = "checked"  # the check says it of each fix


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which a rule speaks: how severe, and the message template in each language.

    `identity` names the values that tell one finding from another where its place does not (the
    first of many places, either side of a contradiction); None where the place does.
    `fix` says whether its fixes are safe, or that the check says it of each.
    """

    severity: Severity
    message: Mapping[Lang, str]
    identity: tuple[str, ...] | None = None
    fix: FixSafety = FixSafety.CHECKED


class Example(NamedTuple):
    """A draft on which a rule fires at its ‹marked words›.

    Where given, `variant` is the wording that every one of its findings has, `severity` how
    severe they are, `fix` what one of them would write instead. `against` is the other side of a
    rule that compares: the version before, the plan above, the ledger.
    """

    text: str
    variant: str | None = None
    severity: Severity | None = None
    fix: str | None = None
    against: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry of the catalogue. `check` has its options bound: call it with the Plan.

    `function` is the check without them, `source` the pack or plugin that the rule comes from,
    empty for a rule of our own; `pack` is the name of its file, `place` where it stands there.
    `examples` says what `bad` and
    `good` stand for: Markdown, or Word drafts with their layout between --- lines.
    """

    id: str
    name: str
    title: str
    wording: Wording
    check: Check
    check_name: str
    why: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    function: Check | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    variants: Mapping[str, Wording] = field(default_factory=dict)
    limits: str = ""
    enabled: bool = True
    source: str = ""
    reviews: bool = False  # looks at the suppressions after all others, not at the plan
    compares: str = ""  # the command that runs it on a draft and another, not on the plan alone
    yields_to: tuple[str, ...] = ()
    plain_text: bool = False  # sound where only running text is known (PDF)
    pack: str = ""
    place: Origin | None = None
    examples: Literal["md", "docx"] = "md"

    @property
    def severity(self) -> Severity:
        return self.wording.severity

    @property
    def family(self) -> str:
        """The letters of the code: IND of IND001."""
        return self.id.rstrip("0123456789").rstrip("-")
