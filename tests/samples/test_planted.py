"""Every planted defect of the samples is reported, one by one, in Word and in Markdown alike."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from bench.accuracy.samples import NAMES, SAMPLES, Defect, load
from linter.diagnosis.diagnostic import Diagnostic, FileReport
from linter.engine.check import check_path
from linter.settings.effective import Settings
from tests.helpers import chosen_rules

DEFECTS = [
    (name, defect, form)
    for name in NAMES
    for defect in load(name)
    for form in (["docx"] if defect.word else ["docx", "md"])
]
IN_WORD = {(name, defect.rule) for name, defect, _ in DEFECTS if defect.word}


@cache
def _report(path: Path) -> FileReport:
    report = check_path(path, Settings(chosen_rules()))
    assert report.error is None, report.error
    return report


def _answers(diagnostic: Diagnostic, defect: Defect) -> bool:
    if diagnostic.rule != defect.rule:
        return False
    places = [diagnostic.span, *(other.span for other in diagnostic.related)]
    wanted = [words for words in (defect.quote, defect.other) if words]
    return any(
        words in place.quote or place.quote in words or words in place.excerpt
        for words in wanted
        for place in places
    )


@pytest.mark.parametrize(
    ("name", "defect", "form"), DEFECTS, ids=[f"{name}-{d.id}-{form}" for name, d, form in DEFECTS]
)
def test_the_planted_defect_is_reported(name: str, defect: Defect, form: str) -> None:
    found = _report(SAMPLES / "planted" / f"{name}.{form}").diagnostics
    assert any(_answers(diagnostic, defect) for diagnostic in found)


@pytest.mark.parametrize("form", ["docx", "md"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_reported(name: str, form: str) -> None:
    planted = [defect for given, defect, written in DEFECTS if (given, written) == (name, form)]
    found = _report(SAMPLES / "planted" / f"{name}.{form}").diagnostics
    assert [
        (d.rule, d.span.quote) for d in found if not any(_answers(d, defect) for defect in planted)
    ] == []
    assert len(found) == len(planted)


@pytest.mark.parametrize("name", NAMES)
def test_word_and_markdown_give_the_same_findings(name: str) -> None:
    for folder in ("clean", "planted"):
        word, markdown = (
            Counter(
                (d.rule, d.severity, d.span.quote)
                for d in _report(SAMPLES / folder / f"{name}.{form}").diagnostics
                if form == "md" or (name, d.rule) not in IN_WORD
            )
            for form in ("docx", "md")
        )
        assert word == markdown


@pytest.mark.parametrize("form", ["docx", "md"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_reported_on_a_clean_draft(name: str, form: str) -> None:
    found = _report(SAMPLES / "clean" / f"{name}.{form}").diagnostics
    assert [(d.rule, d.span.quote) for d in found] == []
