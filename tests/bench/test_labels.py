"""The labelled set is sound: its words are where it says, and a report of them would be heard."""

import re

import pytest

from bench.accuracy.labels import Case, Place, drafts
from bench.accuracy.match import Lines, answers
from bench.accuracy.run import own_cases
from linter.catalogue.load import builtin_rules
from linter.catalogue.severity import Severity
from linter.diagnosis.diagnostic import Diagnostic
from linter.document.model import Document
from linter.document.nodes import Cell, Span, TextNode
from linter.readers.load import load

# The rules that may be labelled: those that judge the words of a draft.
WORDED = [
    rule
    for rule in builtin_rules()
    if rule.examples == "md" and not (rule.reviews or rule.compares)
]
FAMILIES = {rule.family for rule in WORDED}
RULES = {rule.id for rule in WORDED}
ALONE = [rule for rule in builtin_rules() if not (rule.reviews or rule.compares)]
ON = {rule.id for rule in ALONE if rule.enabled}
OWN = own_cases()
LINED = [case for case in OWN if case.path.suffix == ".md"]
WORD = [case for case in OWN if case.path.suffix == ".docx"]
DRAFTS = drafts()


def name(case: object) -> str:
    return case.name if isinstance(case, Case) else ""


@pytest.mark.parametrize("case", LINED, ids=name)
def test_quotes_stand_in_their_lines(case: Case) -> None:
    lines = case.path.read_text("utf-8").splitlines()
    places = [place for label in case.labels for place in label.places]
    for place in [*places, *(trap.place for trap in case.traps)]:
        assert place.quote, place
        assert place.quote in lines[place.line - 1], place


@pytest.mark.parametrize("case", WORD, ids=name)
def test_a_word_file_is_labelled_for_the_rules_that_it_is_checked_with(case: Case) -> None:
    assert case.rules == {label.code for label in case.labels} != set()
    texts = [node.text for node in load(case.path).nodes()]
    for label in case.labels:
        assert label.whole_document
        assert any(label.place.quote in text for text in texts), label


@pytest.mark.parametrize("case", DRAFTS, ids=name)
def test_fields_are_filled(case: Case) -> None:
    codes = {code for label in case.labels for code in label.codes}
    assert codes <= RULES
    assert all(label.why for label in case.labels)
    for trap in case.traps:
        assert set(trap.codes) <= RULES | FAMILIES, trap  # a family: any of its rules
        assert trap.codes, trap
        assert trap.why, trap


@pytest.mark.parametrize("case", DRAFTS, ids=name)
def test_no_place_is_labelled_twice(case: Case) -> None:
    marked = [(label.place, label.code) for label in case.labels]
    assert len(set(marked)) == len(marked)
    assert len({trap.place for trap in case.traps}) == len(case.traps)


def test_the_set_is_large_and_covers_the_rules() -> None:
    labels = [label for case in OWN for label in case.labels]
    assert len(labels) >= 150
    assert sum(len(case.traps) for case in OWN) >= 100
    assert {label.code for label in labels} == ON


def test_the_catalogue_has_no_rule_that_nobody_labelled() -> None:
    assert {label.code for case in OWN for label in case.labels} >= ON


@pytest.mark.parametrize("case", LINED, ids=name)
def test_drafts_read_as_written(case: Case) -> None:
    text = re.sub(r"[\s#>|*-]", "", case.path.read_text("utf-8"))
    seen = "".join(f"{_raw(node)}{node.text}" for node in load(case.path).nodes())
    assert re.sub(r"[\s#>|*-]", "", seen) == text


@pytest.mark.parametrize("case", LINED, ids=name)
def test_every_label_can_be_answered(case: Case) -> None:
    document = load(case.path)
    lines = Lines.of(document)
    for label in case.labels:
        report = Diagnostic(label.code, "", Severity.ERROR, "", _span(document, lines, label.place))
        assert answers(report, label, lines), label


def _raw(node: TextNode) -> str:
    label = getattr(node, "label", None)
    return label.raw if label else ""


def _span(document: Document, lines: Lines, place: Place) -> Span:
    """The words of a place, as a rule would report them."""
    nodes = [node for node in document.nodes() if lines.cover(node, place.line)]
    for node in nodes:
        if (at := node.text.find(place.quote)) >= 0:
            return Span(node, at, at + len(place.quote))
        if place.quote in _raw(node) + node.text:
            return Span.whole(node, len(place.quote))
    cells = [node for node in nodes if isinstance(node, Cell)]
    assert cells, f"{place} is nowhere in the document"
    return Span(cells[0], 0, 0)
