"""IND003 of bandwidth: an average above what every household is to be able to get (百兆到户)."""

from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.phrases import figure, quoted
from linter.subjects.indicators.statements import statements
from linter.subjects.quantities.years import text_paragraphs, years_in
from linter.text.patterns import lazily
from linter.text.sentences import start_of

_REACH = lazily(r"(?P<size>百|千|万)兆(?:光纤|宽带|光网)?(?:到|入|进)户")
_MEGA = {"百": 100, "千": 1000, "万": 10000}
_AVERAGE = lazily("(?:家庭|用户|住户|居民).*(?:平均|人均|户均)|(?:平均|户均).*(?:家庭|用户|住户)")


@check
def below_average(plan: Plan) -> Iterator[Finding]:
    """百兆到户 by a year in which households shall have 200 Mbps on average."""
    averages = [
        s
        for s in plan.get(statements)
        if s.year is not None
        and s.quantity.unit is not None
        and s.quantity.unit.dimension == "bandwidth"
        and _AVERAGE.search(s.name)
        and not s.quantity.comparator.upper_bound
    ]
    if not averages:
        return
    for paragraph in text_paragraphs(plan.document):
        text = paragraph.folded
        for match in _REACH.finditer(text):
            start = start_of(text, match.start(), "。;!?")
            years = set(years_in(text[start : match.start()]))
            most = _MEGA[match["size"]] * 10**6
            for said in averages:
                amount = said.quantity.amount
                if said.year in years and amount > most:
                    values = {
                        "indicator": said.name,
                        "year": str(said.year),
                        "body": match.group(),
                        "other": figure(said.quantity),
                    }
                    related = (Related("other", quoted(said)),)
                    yield Finding(Span(paragraph, *match.span()), values, related, "capacity")
                    break
