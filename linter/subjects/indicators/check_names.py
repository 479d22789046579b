"""IND012: measures of official statistics under names that statistics do not know."""

from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.finding import Finding, check
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan
from linter.text.patterns import any_of


class Standards:
    """The names of official statistics by the wrong ones that stand for them."""

    def __init__(self, lexicon: Lexicon) -> None:
        found = [e for e in lexicon.entries("measures") if e["kind"] == "standard"]
        self.names: dict[str, str] = {word: e["name"] for e in found for word in e["words"]}
        self.pattern = any_of(self.names)


def standards(lexicon: Lexicon) -> Standards:
    """The standard names of a lexicon, compiled once."""
    return Standards(lexicon)


@check
def unofficial(plan: Plan) -> Iterator[Finding]:
    """社会消费零售额 for 社会消费品零售总额: the first place of each wrong name."""
    known = plan.lexicon.get(standards)
    seen: set[str] = set()
    for node, text in plan.masked_texts:
        for match in known.pattern.finditer(text):
            words = match.group()
            if words not in seen:
                seen.add(words)
                values = {"words": words, "indicator": known.names[words]}
                yield Finding(Span(node, *match.span()), values, (), "unofficial")
