"""Suppressing a finding in the draft, end to end."""

import json
from pathlib import Path

import pytest

from tests.cli.configured import configure, reported
from tests.helpers import Run
from tests.readers.docx.fixtures import comment, end, p, r, start, word

COMMENT = "<!-- planlint-disable BOX001: 专栏另行印发 -->\n\n"


def test_a_comment_silences_and_is_counted(planlint: Run, faulty: Path) -> None:
    source = faulty.read_text("utf-8")
    faulty.write_text(source.replace("推进", COMMENT + "推进", 1), "utf-8")
    done = planlint("check", faulty, "--fail-on", "info")
    assert done.returncode == 0
    assert "已忽略 1 个" in done.stdout
    report = json.loads(planlint("check", faulty, "--format", "json").stdout)
    assert report["summary"]["suppressed"] == 1


def test_one_that_silences_nothing_is_reported(planlint: Run, faulty: Path) -> None:
    faulty.write_text(COMMENT + faulty.read_text("utf-8"), "utf-8")
    found = json.loads(planlint("check", faulty, "--format", "json").stdout)["files"][0]
    unused, box = found["diagnostics"]
    assert (unused["rule"], unused["severity"], box["rule"]) == ("SUP001", "warning", "BOX001")
    assert unused["quote"] == "planlint-disable BOX001: 专栏另行印发"
    assert unused["quote"] in unused["excerpt"]
    assert (unused["location"]["line"], unused["location"]["column"]) == (1, 6)


def test_a_misspelt_one_is_an_error_with_the_nearest_name(planlint: Run, faulty: Path) -> None:
    misspelt = COMMENT.replace("BOX001", "BOX01")
    faulty.write_text(misspelt + faulty.read_text("utf-8"), "utf-8")
    done = planlint("check", faulty, "--select", "SUP", "--format", "plain")
    assert done.returncode == 1
    assert "SUP003" in done.stdout
    assert "BOX001" in done.stdout


def test_the_rules_can_be_explained(planlint: Run) -> None:
    for rule in ("SUP001", "suppression-without-reason", "SUP003"):
        assert planlint("explain", rule).returncode == 0


MARKDOWN = (
    "一、任务\n\n{}推进节水，，再推进。\n\n{}落实责任，，抓好落实。\n\n{}健全机制，，强化保障。\n"
)
WEB = "<h1>任务</h1>" + "".join(f"{{}}<p>{x}</p>" for x in MARKDOWN.split("{}")[1:])
OFF, ON = "<!-- planlint-disable PUN003: 引文 -->\n\n", "<!-- planlint-enable PUN003 -->\n\n"
FILE = "<!-- planlint-disable-file PUN003: 引文 -->\n\n"


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize(
    ("comments", "left"),
    [
        (("", "", ""), [1, 2, 3]),
        (("", OFF, ""), [1, 3]),  # the next block
        ((OFF, "", ON), [3]),  # what stands between
        (("", "", FILE), []),
    ],
)
def test_block_range_and_file(
    planlint: Run, tmp_path: Path, form: str, comments: tuple[str, str, str], left: list[int]
) -> None:
    draft = tmp_path / f"草稿.{form}"
    draft.write_text((MARKDOWN if form == "md" else WEB).format(*comments), "utf-8")
    done = planlint("check", draft, "--select", "PUN003,SUP", "--format", "json")
    found = json.loads(done.stdout)["files"][0]["diagnostics"]
    numbers = {"推": 1, "落": 2, "健": 3}
    assert [numbers[d["excerpt"][0]] for d in found] == left
    draft.write_text(draft.read_text("utf-8").replace("，，", "，"), "utf-8")
    idle = reported(planlint, draft, "--select", "PUN003,SUP")
    assert idle == (["SUP001"] if any(comments) else [])


@pytest.mark.parametrize(
    ("note", "rules"),
    [
        ("请核对", ["PUN003", "DOC002"]),
        ("planlint：忽略 PUN003 引文照录", []),
        ("planlint: ignore PUN003、TRM001 引文", ["SUP001"]),
        ("planlint: ignore PUN03 引文", ["PUN003", "SUP003"]),
    ],
)
def test_a_comment_in_word(planlint: Run, tmp_path: Path, note: str, rules: list[str]) -> None:
    words = r("推进节水") + start(0) + r("，，") + end(0) + r("再推进。")
    draft = tmp_path / "草稿.docx"
    draft.write_bytes(word(p("一、任务") + p(words), comments=comment(0, note)))
    assert reported(planlint, draft) == rules


def test_the_configuration_silences_by_rule_path_and_words(planlint: Run, tmp_path: Path) -> None:
    draft = tmp_path / "草稿.md"
    draft.write_text(MARKDOWN.format("", "", ""), "utf-8")
    entry = "suppress: [{{rule: {}, path: '{}', quote: '{}', reason: 照录}}]\n"
    for rule, path, quote, left in (
        ("PUN003", "*.md", "落实责任，，", 2),
        ("punctuation-doubled", "**", "落实责任,, 抓好", 2),
        ("ALL", "草稿.md", "，，", 0),
        ("TRM001", "*.md", "落实责任，，", 3),
        ("PUN003", "*.docx", "落实责任，，", 3),
        ("PUN003", "*.md", "落实", 3),  # beside the finding, not at it
    ):
        configure(tmp_path, entry.format(rule, path, quote))
        done = planlint("check", draft, "--select", "PUN003,TRM001", "--format", "json")
        assert len(json.loads(done.stdout)["files"][0]["diagnostics"]) == left
        idle = ".planlint.yaml:1: 不再屏蔽任何问题" in done.stderr
        assert idle is (left == 3 and path != "*.docx")


def test_an_entry_for_a_draft_that_was_not_checked_is_not_called_idle(
    planlint: Run, tmp_path: Path
) -> None:
    for name, source in (("甲.md", MARKDOWN), ("乙.md", MARKDOWN.replace("，，", "，"))):
        (tmp_path / name).write_text(source.format("", "", ""), "utf-8")
    entry = configure(tmp_path, "suppress: [{rule: PUN003, quote: '，，', reason: 照录}]\n")
    assert planlint("check", "乙.md").stderr == ""
    assert planlint("check", ".").stderr == ""
    (tmp_path / "甲.md").write_bytes(b"")
    assert "不再屏蔽" not in planlint("check", ".").stderr
    (tmp_path / "甲.md").unlink()
    assert "不再屏蔽任何问题" in planlint("check", ".").stderr
    extra = ("--no-config", "--config", entry.rename(tmp_path.parent / "elsewhere.yaml"))
    assert planlint("check", "乙.md", *extra).stderr == ""
