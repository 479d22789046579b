"""Numbers of official documents (发文字号): 国发〔2015〕50号, and the forms that are wrong.

《党政机关公文格式》 GB/T 9704-2012, 7.2.5: the year in full within 〔〕, the serial number without
leading zeros and without 第, followed by 号. Issuing words are not listed: any office has its own.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Span, Zone
from linter.plan.plan import Plan, fact
from linter.text.patterns import lazily

_OPEN, _CLOSE = r"〔﹝\[【(\{<「［", r"〕﹞\])】\}>」］"
_NUMBER = lazily(
    rf"(?<=[\u4e00-\u9fff])(?P<whole>(?P<open>[{_OPEN}]?)\s*(?P<year>\d{{2}}|\d{{4}})\s*"
    rf"(?P<nian>年?)\s*(?P<close>[{_CLOSE}jJlI|]?)\s*(?P<di>第?)\s*(?P<serial>\d{{1,5}})\s*号)"
    r"(?!楼|线|院|机|站|码|店|文件柜)"
)
# Orders, notices and the numbers of courts, licences and contracts have forms of their own.
_EXEMPT = lazily(r"(?:令|公告|通告|布告|公报|证|备|判|裁|执|案|协议|合同|编号|用|登记|许可)$")
_ISSUER = lazily(r"[\u4e00-\u9fff]{1,10}$")
_STOP = lazily(r"(?:根据|按照|依据|贯彻|落实|转发|印发|参照|见|和|与|及|由|以|的|是|为|在|经|对)")


class DocumentNumber(NamedTuple):
    """A document number: year, serial, the words from the bracket on and those of the issuer.

    `faults` names what is wrong: brackets, year, 第, zeros. Empty for a number in good form.
    """

    issuer: str
    year: int
    serial: int
    span: Span
    faults: tuple[str, ...]

    @property
    def proper(self) -> str:
        """The words of the span in the proper form."""
        return f"〔{self.year}〕{self.serial}号"


@fact
def document_numbers(plan: Plan) -> tuple[DocumentNumber, ...]:
    """The numbers of documents (发文字号), malformed ones included."""
    return tuple(document_numbers_in(plan.document))


def document_numbers_in(document: Document) -> Iterator[DocumentNumber]:
    """Yield the document numbers of a draft, well-formed and malformed, contents excluded."""
    for node in document.worded():
        if node.locator.zone is Zone.TOC or "号" not in node.folded:
            continue
        for match in _NUMBER.finditer(node.folded):
            before = node.folded[max(0, match.start() - 12) : match.start()]
            if (match["open"] or match["close"]) and not _EXEMPT.search(before):
                faults = _faults(match)
                if faults is not None:
                    span = Span(node, *match.span("whole"))
                    issuer = _issuer(before)
                    yield DocumentNumber(issuer, _year(match), int(match["serial"]), span, faults)


def _faults(match: re.Match[str]) -> tuple[str, ...] | None:
    """What is wrong with a number, None for words that only look like one."""
    opening, closing = match["open"], match["close"]
    good = opening in tuple("〔﹝") and closing in tuple("〕﹞")
    faults = []
    if not good:
        # （16号楼 and 2016)3号 are no numbers of documents unless the year is one.
        if not (len(match["year"]) == 4 and match["year"][:2] in ("19", "20")):
            return None
        faults.append("brackets")
    if len(match["year"]) == 2:
        faults.append("year")
    if match["nian"]:
        faults.append("nian")
    if match["di"]:
        faults.append("di")
    if match["serial"].startswith("0"):
        faults.append("zeros")
    return tuple(faults)


def _year(match: re.Match[str]) -> int:
    year = int(match["year"])
    if len(match["year"]) == 4:
        return year
    return year + (1900 if year > 50 else 2000)


def _issuer(before: str) -> str:
    """The issuing words in front: 国发, 川府函; cut behind a verb or a particle."""
    match = _ISSUER.search(before)
    words = match[0] if match else ""
    return _STOP.split(words)[-1]
