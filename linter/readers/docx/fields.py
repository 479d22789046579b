"""Fields: of a field only its cached result is text, and a table of contents is a field too."""

from linter.readers.docx.xml import Element, attribute, tags


class Fields:
    """The fields that are open at a place of the text, innermost last.

    Where begins and ends do not pair, a table of contents is not trusted to end.
    """

    def __init__(self, root: Element) -> None:
        kinds = [attribute(mark, "fldCharType") for mark in root.iter(*tags("fldChar"))]
        self._balanced = kinds.count("begin") == kinds.count("end")
        self._codes: list[str] = []
        self._results: list[bool] = []

    def mark(self, kind: str | None) -> None:
        """Pass a field character: begin, separate, end."""
        if kind == "begin":
            self._codes.append("")
            self._results.append(False)
        elif kind == "separate" and self._results:
            self._results[-1] = True
        elif kind == "end" and self._results:
            self._codes.pop()
            self._results.pop()

    def code(self, text: str) -> None:
        """Pass a piece of a field's code."""
        if self._codes and not self._results[-1] and len(self._codes[-1]) < 100:
            self._codes[-1] += text

    def end_paragraph(self) -> None:
        """No field's code runs over a paragraph's end; one that seems to was never closed."""
        while self._results and not self._results[-1]:
            self._codes.pop()
            self._results.pop()

    @property
    def hidden(self) -> bool:
        """Whether the place is inside a field's code."""
        return bool(self._results) and not all(self._results)

    @property
    def toc(self) -> bool:
        """Whether the place is in the result of a table of contents."""
        return (
            bool(self._codes)
            and self._balanced
            and any(
                done and code.split(maxsplit=1)[:1] == ["TOC"]
                for code, done in zip(self._codes, self._results, strict=True)
            )
        )
