"""Fields: of a field only its cached result is text, and a table of contents is a field too."""

import re
from dataclasses import dataclass

from linter.readers.docx.xml import Element, attribute, tags

_CODE = 100


@dataclass(slots=True)
class _Field:
    code: str = ""
    in_result: bool = False
    toc: bool = False

    @property
    def name(self) -> str:
        """The first word of the code, in capitals."""
        return re.split(r"[\s\\]", self.code.strip(), maxsplit=1)[0].upper()


class Fields:
    """The fields that are open at a place of the text, innermost last.

    `hidden` counts the open field codes, `toc` the open results of tables of contents: text is
    shown where the first is 0. Where begins and ends do not pair, no table of contents is
    trusted to end.
    """

    def __init__(self, root: Element) -> None:
        kinds = [attribute(mark, "fldCharType") for mark in root.iter(*tags("fldChar"))]
        self._balanced = kinds.count("begin") == kinds.count("end")
        self._open: list[_Field] = []
        self.hidden = 0
        self.toc = 0

    def mark(self, kind: str | None) -> bool:
        """Pass a field character: begin, separate, end. Tell whether a formula ends here.

        Formulas (EQ: enclosed characters, fractions) are the one kind of field whose code is
        what is shown, so that they have no result.
        """
        if kind == "begin":
            self._open.append(_Field())
            self.hidden += 1
        elif kind == "separate" and self._open and not self._open[-1].in_result:
            field = self._open[-1]
            field.in_result = True
            field.toc = self._balanced and field.name == "TOC"
            self.hidden -= 1
            self.toc += field.toc
        elif kind == "end" and self._open:
            field = self._open.pop()
            self.hidden -= not field.in_result
            self.toc -= field.toc
            return field.name == "EQ" and not field.in_result
        return False

    def code(self, text: str) -> None:
        """Pass a piece of a field's code."""
        if self._open and not self._open[-1].in_result and len(self._open[-1].code) < _CODE:
            self._open[-1].code += text[:_CODE]

    def end_paragraph(self) -> None:
        """No field's code runs over a paragraph's end; one that seems to was never closed."""
        while self._open and not self._open[-1].in_result:
            self.mark("end")
