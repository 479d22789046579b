"""Others judge what comes of a whole draft; bench/writers does the same for every draft at hand."""

from functools import cache
from pathlib import Path
from typing import Any

from bench.writers import judges
from linter.catalogue.language import Lang
from linter.diagnosis.diagnostic import Diagnostic
from linter.writers.fix import Checked, Fixed, fix_word
from tests.helpers import ROOT, chosen_rules, reported
from tests.readers.docx.fixtures import comment, p, r, word
from tests.readers.soffice import needs_soffice
from tests.writers.accepting import settled
from tests.writers.helpers import WHEN, annotated, read, remarked, saved

DRAFT = ROOT / "samples/planted/county-work-plan.docx"


def _checked(data: bytes) -> Checked:
    document = read(data)
    return document, reported(document, chosen_rules())


@cache
def _found() -> tuple[Diagnostic, ...]:
    return _checked(DRAFT.read_bytes())[1].diagnostics


@cache
def _commented() -> bytes:
    return annotated(DRAFT.read_bytes())


@cache
def _fixed() -> Fixed:
    rules = {rule.id: rule for rule in chosen_rules()}
    return fix_word(DRAFT.read_bytes(), _checked, rules, Lang.ZH, WHEN, unsafe=False)


def _told() -> list[dict[str, Any]]:
    return [{"rule": d.rule, "message": d.message, "quote": d.span.quote} for d in _found()]


def test_an_annotated_draft(tmp_path: Path) -> None:
    data = _commented()
    once = saved(data, tmp_path, "once.docx")
    wrong, exact, near = judges.anchors(once, _told())
    assert (wrong, exact, near) == ([], len(_found()), 0)
    assert list(judges.members(DRAFT, once)) == []
    assert list(judges.integrity(DRAFT, once)) == []
    assert list(judges.again(once, saved(annotated(data), tmp_path, "twice.docx"))) == []


def test_a_fixed_draft(tmp_path: Path) -> None:
    fixed = _fixed()
    out = saved(fixed.data, tmp_path, "fixed.docx")
    assert list(judges.members(DRAFT, out)) == []
    assert list(judges.integrity(DRAFT, out)) == []
    left = [d.fingerprint for d in _checked(settled(fixed.data, accept=True))[1].diagnostics]
    safe = {d.fingerprint for d in _found() if d.fix and d.fix.safe}
    assert safe
    assert sorted(left) == sorted({d.fingerprint for d in _found()} - safe)


@needs_soffice
def test_libreoffice_reads_the_same_words(tmp_path: Path) -> None:
    """Comments add none, those in a control (words before them get lost) take none away; changes
    that are rejected leave all as it was, those that are accepted make new lines."""
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('水利') + r('规划'))}</w:sdtContent></w:sdt>"
    held = word(control + p("后一段"))
    fixed = _fixed()
    files = (
        DRAFT.read_bytes(),
        *(_commented(), settled(fixed.data, accept=False)),
        *(settled(fixed.data, accept=True), held, remarked(held, "规划")),
    )
    paths = [saved(data, tmp_path, f"{i}.docx") for i, data in enumerate(files)]
    draft, commented, rejected, accepted, control, remark = judges.office_texts(*paths)
    assert draft == commented == rejected
    assert control == remark == "水利规划\n后一段\n"
    assert 0 < len(set(accepted.splitlines()) - set(draft.splitlines())) <= len(fixed.made)


def test_the_judges_see_what_is_wrong(tmp_path: Path) -> None:
    """A judge that cannot fail judges nothing."""
    assert len(judges.anchors(DRAFT, _told())[0]) == len(_found()) + 1  # each, and how many
    other = ROOT / "samples/planted/province-plan.docx"
    assert list(judges.members(DRAFT, other))
    draft = saved(word(p("水利规划")), tmp_path, "draft.docx")
    unanchored = saved(word(p("水利规划"), comments=comment(3, "请核")), tmp_path, "broken.docx")
    assert list(judges.integrity(draft, unanchored))
    assert list(judges.again(DRAFT, other))
