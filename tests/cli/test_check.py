"""planlint check, end to end."""

import json
from pathlib import Path

from tests.helpers import Run
from tests.readers.docx.fixtures import BY, p, r, word


def test_finding_is_shown_with_its_words_and_exit_1(planlint: Run, faulty: Path) -> None:
    done = planlint("check", faulty)
    assert done.returncode == 1
    assert "BOX001" in done.stdout
    assert "专栏2" in done.stdout
    assert "1 个错误" in done.stdout


def test_fail_on_never_exits_0(planlint: Run, faulty: Path) -> None:
    assert planlint("check", faulty, "--fail-on", "never").returncode == 0


def test_json_report_follows_the_contract(planlint: Run, faulty: Path) -> None:
    report = json.loads(planlint("check", faulty, "--format", "json").stdout)
    (file,) = report["files"]
    (found,) = file["diagnostics"]
    assert report["version"] == 1
    assert report["summary"] == {
        "files": 1,
        "errors": 1,
        "warnings": 0,
        "infos": 0,
        "suppressed": 0,
    }
    assert (file["format"], file["error"]) == ("md", None)
    assert (found["rule"], found["severity"], found["quote"]) == ("BOX001", "error", "专栏2")
    assert found["quote"] in found["excerpt"]
    assert found["location"]["section"] == ["一、主要任务"]
    assert (found["location"]["line"], found["location"]["column"]) == (3, 20)
    assert found["related"][0]["quote"] == "专栏1 节水工程"
    assert found["related"][0]["location"]["box"] == "专栏1"


def test_plain_report_is_one_line_a_finding(planlint: Run, faulty: Path) -> None:
    lines = planlint("check", faulty, "--format", "plain", "--quiet").stdout.splitlines()
    assert lines[0].startswith(f"{faulty}:3:20: 错误 BOX001 ")
    assert len(lines) == 2  # the other side of the contradiction, indented


def test_english_messages(planlint: Run, faulty: Path) -> None:
    done = planlint("check", faulty, "--lang", "en", "--format", "plain")
    assert "no such box" in done.stdout
    assert "1 error," in done.stdout


def test_select_and_ignore(planlint: Run, faulty: Path) -> None:
    assert planlint("check", faulty, "--select", "IND,STR").returncode == 0
    assert planlint("check", faulty, "--ignore", "box-reference-unresolved").returncode == 0
    assert planlint("check", faulty, "--select", "BOX").returncode == 1


def test_unknown_rule_is_a_usage_error_with_the_nearest_name(planlint: Run, faulty: Path) -> None:
    done = planlint("check", faulty, "--select", "box-reference-unresolve")
    assert done.returncode == 2
    assert "box-reference-unresolved" in done.stderr or "BOX001" in done.stderr


def test_folder_is_walked_and_lock_files_are_skipped(planlint: Run, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    (drafts / "sub").mkdir(parents=True)
    (drafts / "sub" / "甲.md").write_text("一、总体要求\n\n推进各项工作。\n", "utf-8")
    (drafts / "~$乙.docx").write_bytes(b"lock")
    (drafts / "notes.log").write_text("x", "utf-8")
    (drafts / "甲.pdf").write_bytes(b"%PDF-1.7")
    report = json.loads(planlint("check", drafts, "--format", "json").stdout)
    assert [Path(f["path"]).name for f in report["files"]] == ["甲.md"]


def test_folder_without_drafts_is_a_usage_error(planlint: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = planlint("check", tmp_path / "empty")
    assert done.returncode == 2
    assert "没有找到草稿" in done.stderr


def test_stdin(planlint: Run, faulty: Path) -> None:
    source = faulty.read_text("utf-8")
    done = planlint("check", "-", "--stdin-name", "草稿.md", "--format", "json", stdin=source)
    assert json.loads(done.stdout)["files"][0]["path"] == "草稿.md"
    assert done.returncode == 1
    assert planlint("check", "-", "--stdin-name", "x.xyz", stdin=source).returncode == 2


def test_statistics(planlint: Run, faulty: Path) -> None:
    assert "1  BOX001" in planlint("check", faulty, "--statistics").stdout


def test_the_original_is_not_touched(planlint: Run, faulty: Path) -> None:
    before = (faulty.read_bytes(), faulty.stat().st_mtime_ns)
    planlint("check", faulty)
    assert (faulty.read_bytes(), faulty.stat().st_mtime_ns) == before


def test_view_chooses_what_tracked_changes_come_to(planlint: Run, tmp_path: Path) -> None:
    change = f'<w:del w:id="1" {BY}>{r("（见专栏2）").replace("w:t", "w:delText")}</w:del>'
    body = p("一、任务") + p(r("推进节水") + change + r("。")) + p("专栏1　工程") + p("1.改造。")
    path = tmp_path / "draft.docx"
    path.write_bytes(word(body))
    assert planlint("check", path, "--select", "BOX001").returncode == 0
    assert planlint("check", path, "--select", "BOX001", "--view", "original").returncode == 1
