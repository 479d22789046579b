"""What the user says of a plan that its draft cannot tell, or tells wrongly."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """Facts of a plan from the configuration; they come before what the draft seems to say.

    `period` is the first and last year of the plan (规划期), `base_year` the year of its
    baselines (基期), `issued` its day of issue (成文日期). `province` is the place whose organs
    the draft calls 省…, 市… or 自治区… (四川省, 广西壮族自治区). `unit_aliases` maps another name
    of a unit to the name that it stands for.
    """

    period: tuple[int, int] | None = None
    base_year: int | None = None
    issued: datetime.date | None = None
    province: str | None = None
    unit_aliases: Mapping[str, str] = field(default_factory=dict)


NOTHING = Given()
