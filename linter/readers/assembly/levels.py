"""Tells the depth of headings: each form of number, and each heading style, has its own."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from linter.document.nodes import Label, LabelKind, Zone
from linter.readers.assembly.framing import Framed
from linter.readers.labels import label_of
from linter.readers.raw import RawParagraph

# The zones whose lines open no sections.
UNSECTIONED = (Zone.TOC, Zone.ATTACHMENT_LIST, Zone.SIGNATURE)

_Form = tuple[LabelKind, int]  # 4.2 and 4.2.1 are two forms


class Levels:
    """The depth of each form of number, and of each heading style, in this draft."""

    def __init__(self, blocks: Sequence[Framed], zones: Sequence[Zone]) -> None:
        by_style: dict[int, Counter[_Form]] = defaultdict(Counter)
        seen: set[_Form] = set()
        for block, zone in zip(blocks, zones, strict=True):
            if isinstance(block, RawParagraph) and zone not in UNSECTIONED:
                label, _ = label_of(block, tight=block.tight)
                if label is not None:
                    seen.add(label.form)
                    if block.heading:
                        by_style[block.heading][label.form] += 1
        forms = [form for kind in _order(seen) for form in sorted(seen) if form[0] is kind]
        self._forms = {form: depth for depth, form in enumerate(forms, 1)}
        self._styles = {
            style: self._forms[counts.most_common(1)[0][0]] for style, counts in by_style.items()
        }

    def of(self, raw: RawParagraph, label: Label | None) -> int | None:
        """Return the depth of a paragraph, counted from 1; None where it is no heading."""
        if label is not None:
            return self._forms.get(label.form)
        return self._styles.get(raw.heading, raw.heading) if raw.heading else None


def _order(seen: set[_Form]) -> list[LabelKind]:
    """The forms of numbers from the outermost on: 1. is below 1.1 where 1 is above it."""
    kinds = list(LabelKind)
    if (LabelKind.PLAIN, 1) in seen:
        kinds.remove(LabelKind.ARABIC)
        kinds.insert(kinds.index(LabelKind.DECIMAL) + 1, LabelKind.ARABIC)
    return kinds
