"""A statement: one value that a clause of the draft gives to one measure."""

from dataclasses import dataclass
from enum import Enum, auto

from linter.document.nodes import Span
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.indicators import Indicator
from linter.subjects.quantities.quantities import Quantity
from linter.subjects.quantities.years import Dated


class Form(Enum):
    """How a clause says its figure."""

    PLAIN = auto()  # 普及率达到90%
    AHEAD = auto()  # 90%以上的企业…, 共发放31万张证书
    WHOLE = auto()  # 全覆盖, 全部…


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One value of one measure. `span` runs from the subject to the number.

    `name` is the subject's canonical form. `year` is None where the draft does not tell;
    `dated` says how it is known. `since` is the year that a change is reckoned from.
    `scope` limits the subject from outside its clause; `topic` may (see scopes).
    `inherited` marks a subject that an earlier clause of the sentence names; `built` one of which
    the draft says what has been built (建成) by the year, which may be all there is or what is new;
    `total` tells that it is all there is, as far as the words go.
    """

    name: str
    quantity: Quantity
    year: int | None
    dated: Dated
    kind: Kind
    scope: str
    topic: str
    cumulative: bool
    inherited: bool
    span: Span
    subject: Span
    indicator: Indicator | None = None
    sentence: int = 0
    since: int | None = None
    built: bool = False
    form: Form = Form.PLAIN
    total: bool = True
