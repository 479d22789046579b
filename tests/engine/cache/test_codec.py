"""A report that was kept is the report: byte for byte the same in every format."""

import io
import marshal
from pathlib import Path

import pytest

from linter.catalogue.language import Lang
from linter.diagnosis.diagnostic import FileReport, Keep
from linter.engine.cache.codec import packed, unpacked
from linter.engine.check import check_path
from linter.reporters.formats import write
from linter.reporters.names import Format
from linter.reporters.presentation import Presentation
from linter.settings.effective import Settings
from tests.helpers import ROOT, chosen_rules

SAMPLES = [
    path
    for path in sorted((ROOT / "samples" / "planted").iterdir())
    if path.suffix == ".docx" or "county" in path.name
]


def _written(report: FileReport, form: Format, how: Presentation) -> str:
    out = io.StringIO()
    write(form, [report], out, how)
    return out.getvalue()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_format_of_every_sample(path: Path) -> None:
    rules = chosen_rules("ALL")
    report = check_path(path, Settings(rules), keep=Keep(coverage=True))
    assert report.error is None
    again = unpacked(marshal.loads(marshal.dumps(packed(report))))
    for lang in Lang:
        how = Presentation(rules, lang, statistics=True, coverage=True)
        for form in set(Format) - {Format.HTML}:
            assert _written(again, form, how) == _written(report, form, how)
