"""Residues: revisions and highlights are counted, and the first of each kind has its place."""

from linter.document.nodes import ResidueKind
from tests.readers.docx.fixtures import BY, document, numbered, p, r, table, tc, tr

KINDS = ResidueKind


def residues(body: str, **parts: str) -> dict[ResidueKind, tuple[int, str]]:
    found = document(body, **parts).residues
    return {
        left.kind: (left.times, left.spans[0].quote if left.spans else left.text) for left in found
    }


def test_revisions_of_words_rows_marks_and_formats() -> None:
    row = f'<w:tr><w:trPr><w:ins w:id="9" {BY}/></w:trPr>{tc(p("新建"))}</w:tr>'
    body = (
        p(r("推进") + f"<w:ins {BY}>{r('节水')}</w:ins>" + r("改造。"))
        + p(f"<w:del {BY}><w:r><w:delText>原有</w:delText></w:r></w:del>" + r("管护。"))
        + p(r("加强管护。", f"<w:rPrChange {BY}><w:rPr/></w:rPrChange>"))
        + table(tr(tc(p("项目")))).replace("</w:tbl>", row + "</w:tbl>")
    )
    found = residues(body)
    assert found[KINDS.INSERTED] == (2, "节水")
    assert found[KINDS.DELETED] == (1, "")
    assert found[KINDS.FORMATTED][0] == 1


def test_neighbouring_highlighted_runs_are_one() -> None:
    yellow = '<w:highlight w:val="yellow"/>'
    body = p(r("新增") + r("300", yellow) + r("万立方米", yellow) + r("。", "")) + p(
        r("待核", yellow)
    )
    assert residues(body) == {KINDS.HIGHLIGHTED: (2, "300万立方米")}
    assert residues(p(r("新增", '<w:highlight w:val="none"/>'))) == {}


def test_places_count_behind_a_generated_title_number() -> None:
    from tests.readers.docx.fixtures import level, lists

    yellow = '<w:highlight w:val="yellow"/>'
    numbering = lists(level(0, "decimal", "专栏%1", '<w:suff w:val="space"/>'))
    body = p("安排如下。") + numbered("", 1).replace("</w:pPr>", "</w:pPr>" + r("节水", yellow))
    assert residues(body, numbering=numbering)[KINDS.HIGHLIGHTED] == (1, "节水")


def test_headers_each_once() -> None:
    found = document(p("推进节水。"), header=p("某县规划") + p("某县规划")).residues
    assert [(left.kind, left.text) for left in found] == [(KINDS.HEADER, "某县规划")]
