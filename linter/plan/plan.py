"""The plan: every fact of one draft, computed once, when a rule first asks for it."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from typing import Any, Protocol, TypeVar, cast

from linter.document.model import Document
from linter.document.nodes import TextNode, Zone
from linter.plan.given import NOTHING, Given
from linter.plan.lexicon import Lexicon
from linter.plan.masks import mask

T = TypeVar("T")
_MARK = "__planlint_fact__"


class Clock(Protocol):
    """Measures the time of a named piece of work: what is computed inside it counts by itself."""

    def __call__(self, name: str) -> AbstractContextManager[None]: ...


class Plan:
    """What a draft says. `get` answers questions about it; each is worked out once.

    What every fact is computed from stands here: the draft, the word lists, and what a
    configuration gives. `clock` measures the facts, if anybody wants to know their time.
    """

    def __init__(
        self,
        document: Document,
        lexicon: Lexicon,
        given: Given = NOTHING,
        clock: Clock | None = None,
    ) -> None:
        self.document = document
        self.lexicon = lexicon
        self.given = given
        self._clock = clock or (lambda _: nullcontext())
        self._known: dict[Callable[..., Any], Any] = {}
        self._masked: dict[int, str] = {}

    def get(self, question: "Callable[[Plan], T]") -> T:
        """Return a fact of the draft. Raises TypeError for what is not marked @fact: only facts
        are pure, so only they may be kept."""
        try:
            return cast("T", self._known[question])
        except KeyError:
            pass
        if not hasattr(question, _MARK):
            raise TypeError(f"{question!r} is no fact")
        with self._clock(getattr(question, _MARK)):
            answer = self._known[question] = question(self)
        return answer

    @cached_property
    def nodes(self) -> tuple[TextNode, ...]:
        """Every text node in reading order."""
        return tuple(self.document.nodes())

    def masked(self, node: TextNode) -> str:
        """The node's folded text with titles, addresses, numbers of documents … filled out."""
        found = self._masked.get(id(node))
        if found is None:
            found = self._masked[id(node)] = mask(node.folded)
        return found

    @cached_property
    def masked_texts(self) -> list[tuple[TextNode, str]]:
        """Every text node with a letter outside the contents, with its masked text."""
        worded = self.document.worded()
        return [(n, self.masked(n)) for n in worded if n.locator.zone is not Zone.TOC]

    @cached_property
    def worded(self) -> tuple[TextNode, ...]:
        """Every text node with a letter, in reading order."""
        return tuple(self.document.worded())


def fact(question: Callable[[Plan], T]) -> Callable[[Plan], T]:
    """Mark a pure function of the plan as a fact: ask for it by `plan.get(question)`."""
    subject = question.__module__.removeprefix("linter.subjects.").partition(".")[0]
    setattr(question, _MARK, f"{subject}.{question.__name__}")
    return question
