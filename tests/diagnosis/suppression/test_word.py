"""A reviewer's comment silences rules at the words that it stands at, and nowhere else."""

import pytest

from linter.catalogue.language import Lang
from linter.catalogue.load import builtin_rules
from linter.diagnosis.suppression.word import word_suppressions
from linter.document.model import Document
from linter.reporters import json
from linter.reporters.summary import summary_line
from tests.helpers import reported
from tests.readers.docx.fixtures import comment, document, end, p, r, start

RULES = [rule for rule in builtin_rules() if rule.id in ("BOX001", "BOX002")]


def reviewed(*notes: str) -> Document:
    """A draft that refers twice to a box that it lacks; the comments stand at the first place."""
    opened = "".join(start(i) for i in range(len(notes)))
    closed = "".join(end(i) for i in range(len(notes)))
    first = p(r("（一）推进节水，") + opened + r("见专栏2") + closed + r("。"))
    body = p("一、任务") + first + p("（二）推进节能，见专栏3。") + p("专栏1　工程") + p("改造。")
    return document(body, comments="".join(comment(i, note) for i, note in enumerate(notes)))


def left(*notes: str) -> list[str]:
    return [d.span.quote for d in reported(reviewed(*notes), RULES).diagnostics]


def test_without_a_directive_nothing_is_silenced() -> None:
    both = left("请核对 IND001")
    assert len(both) == 2
    assert left("planlint: ignore") == left("planlint: ignore PUN001") == both


@pytest.mark.parametrize(
    "note",
    [
        "planlint: ignore BOX001",
        "planlint: ignore box001",
        "planlint: ignore PUN001, BOX001",
        "planlint:ignore BOX",
        "Planlint：忽略 BOX001、IND001",
        "planlint：忽略BOX001",
        "planlint: ignore all",
        "planlint：忽略 全部",
        "已与处室核对。\nplanlint: ignore BOX001 另行印发",
    ],
)
def test_a_directive_silences_at_its_words_only(note: str) -> None:
    assert left(note) == left("无")[1:]


def test_a_name_does_as_well_as_a_code() -> None:
    name = next(rule.name for rule in RULES if rule.id == "BOX001")
    assert left(f"planlint: ignore {name}") == left("无")[1:]


def test_several_comments_at_one_place() -> None:
    assert len(left("好", "planlint: ignore IND001", "planlint: ignore BOX001")) == 1


def test_what_a_suppression_says() -> None:
    (found,) = word_suppressions(reviewed("planlint: ignore IND001、BOX002：数据另行公布"))
    assert found.rules == {"IND001", "BOX002"}
    assert (found.reason, found.origin) == ("数据另行公布", "李四")
    assert found.words == "planlint: ignore IND001、BOX002：数据另行公布"


def test_a_heading_s_number_and_words_belong_together() -> None:
    """A comment at the words silences what is reported of the number."""
    body = p("一、总体要求") + p("推进。") + p(start(0) + r("三、保障措施") + end(0)) + p("落实。")
    silent = document(body, comments=comment(0, "planlint: ignore all"))
    rules = [rule for rule in builtin_rules() if rule.id.startswith("STR")]
    loud = document(body, comments=comment(0, "请核对"))
    assert reported(loud, rules).diagnostics
    assert not reported(silent, rules).diagnostics


def test_the_count_is_in_the_reports() -> None:
    done = [reported(reviewed("planlint: ignore BOX001"), RULES)]
    assert json.as_dict(done)["summary"]["suppressed"] == 1
    assert "已忽略 1 个" in summary_line(done, Lang.ZH)
    assert "1 suppressed" in summary_line(done, Lang.EN)


def test_comments_are_judged_like_any_suppression() -> None:
    """Unused and misspelt ones are reported at the words that the comment stands at."""
    judged = [rule for rule in builtin_rules() if rule.family in ("BOX", "SUP") and rule.enabled]
    for note, rule in (
        ("planlint: ignore BOX002", "SUP001"),
        ("planlint: ignore BOX01", "SUP003"),
        ("planlint: ignore", "SUP003"),
    ):
        found = reported(reviewed(note), judged).diagnostics
        (told,) = [d for d in found if d.rule.startswith("SUP")]
        assert (told.rule, told.span.quote) == (rule, "见专栏2")
    silent = reported(reviewed("planlint: ignore BOX001 另行印发"), judged).diagnostics
    assert not [d for d in silent if d.rule.startswith("SUP")]
