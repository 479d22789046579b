"""Reads a sequence of numbers as its author meant it, at the least cost in assumed mistakes.

Numbers may restart below a new heading or run on through the headings; a list may stand inside a
list; one wrong number is one mistake and does not drag its neighbours along. Every reading of the
sequence is priced, the cheapest one tells what is wrong.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

_MISTAKE = 1.0
_GAP = 1.05  # a mistyped number is a little likelier than lost items, if both explain the rest
_UNSTYLED = 0.3  # restarting where the draft runs on, or the other way round
_RESTART = 0.4  # a new list with no heading in between
_TITLED = 0.2  # a new list below a line that may be its title
_LONE = 0.4  # a list of one item
_ABANDONED = 0.7  # a list left behind after its first item
_RETURN = 0.3  # back from a list inside a list
_OPTIONAL = 0.01
_NOISE = 0.5
_FAR = 20
_KEPT = 12  # readings followed at a time
_DEPTH = 2


class Step(NamedTuple):
    """A number in reading order. `scope` changes where an outer heading stands in between.

    An optional step stands inside a paragraph: it counts only where the others need it. Before a
    parted step stands a line that may be the title of a new list.
    """

    number: int
    scope: int
    optional: bool = False
    parted: bool = False


class StepFault(NamedTuple):
    """Step `at` should have had the number `expected`.

    `before` is the step that it follows in its run, None at the beginning of a run; `twin` the
    step of the run that has the same number.
    """

    at: int
    expected: int
    before: int | None
    twin: int | None


class Reading(NamedTuple):
    """What a sequence means: its faults, and for every used step the one it follows in its run."""

    faults: tuple[StepFault, ...]
    follows: dict[int, int | None]


_KEY = slice(1, 7)  # of a state: from `next` to `awaited`, what its future depends on
_BACK = 500  # steps of a run among which the same number is looked for


class _Event(NamedTuple):
    at: int
    before: "_Event | None"  # the step before it in its run
    expected: int | None  # the number that it should have, if it has another


class _State(NamedTuple):
    cost: float
    next: int = 1
    scope: int = -1
    lone: bool = False
    forced: bool = True  # the run began where a heading allowed it
    slips: int = 0
    awaited: tuple[int, ...] = ()  # the next numbers of the outer runs
    last: _Event | None = None
    outer: tuple[tuple[_Event | None, float], ...] = ()  # last, price if abandoned
    history: "tuple[_State, _Event] | None" = None

    @property
    def close(self) -> float:
        return _LONE if self.lone and not self.forced else 0.0


def runs_through(steps: Sequence[Step]) -> bool:
    """Tell whether numbers run on below new headings, by what most first numbers do."""
    firm = [step for step in steps if not step.optional]
    on = back = 0
    for before, step in pairwise(firm):
        if before.scope != step.scope:
            on += step.number == before.number + 1
            back += step.number == 1
    return on > back


def read(steps: Sequence[Step]) -> Reading:
    """Return the cheapest reading of a sequence. Cost: linear in its length."""
    firm = [step for step in steps if not step.optional]
    if len(firm) >= 3 and all(step.number == 1 for step in firm):
        return Reading((), {})  # Markdown numbers its lists itself
    through = runs_through(steps)
    states = [_State(0.0)]
    for at, step in enumerate(steps):
        found: dict[object, _State] = {}
        # Each state outlives an optional step: what costs more than all of these is not kept.
        limit = states[-1].cost if step.optional and len(states) == _KEPT else inf
        for state in states:
            for follower in _moves(state, at, step, through, limit):
                key = follower[_KEY]
                best = found.get(key)
                if best is None or follower.cost < best.cost:
                    found[key] = follower
        states = sorted(found.values(), key=lambda state: state.cost)[:_KEPT]
    best = min(states, key=lambda state: state.cost + state.close)
    return _reading(best, steps)


def _moves(state: _State, at: int, step: Step, through: bool, limit: float) -> list[_State]:
    """The readings of one more step, each with its price; not all that cost more than `limit`."""
    fresh = step.scope != state.scope
    if step.optional:
        out = [state]
        if step.number == state.next and (not fresh or through):
            out.append(_go(state, at, step, _OPTIONAL))
        elif step.number == 1:
            price = _OPTIONAL + (0 if fresh else _RESTART)
            if state.cost + price <= limit:
                out.append(_start(state, at, step, price, through))
        return out
    return _ordered(state, at, step, through, fresh) + _mistaken(state, at, step, through, fresh)


def _ordered(state: _State, at: int, step: Step, through: bool, fresh: bool) -> list[_State]:
    """The readings in which the step has the right number."""
    out = []
    first = state.last is None
    if step.number == state.next and not first:
        out.append(_go(state, at, step, _UNSTYLED if fresh and not through else 0))
    if step.number == 1:
        price = (_UNSTYLED if through and not first else 0) if fresh else _RESTART
        price = min(price, _TITLED) if step.parted else price
        out.append(_start(state, at, step, price, through))
    if not fresh or through:
        for depth, number in enumerate(state.awaited):
            if number == step.number:
                event, price = state.outer[depth]
                back = _State(
                    state.cost + state.close + _RETURN - price,
                    number,
                    awaited=state.awaited[depth + 1 :],
                    last=event,
                    outer=state.outer[depth + 1 :],
                    history=state.history,
                )
                out.append(_go(back, at, step, 0))
    return out


def _mistaken(state: _State, at: int, step: Step, through: bool, fresh: bool) -> list[_State]:
    """The readings in which the step's number, or what stands before it, is wrong."""
    out = []
    begins = state.last is None or (fresh and not through)
    expected = 1 if begins else state.next
    if step.number == expected:
        return []
    base = _begin(state, through) if begins else state
    if state.slips < 2:
        out.append(_go(base, at, step, _MISTAKE, expected, typo=True))
    out.append(_go(base, at, step, _GAP, expected))
    if step.number > state.next + _FAR:
        out.append(state._replace(cost=state.cost + _NOISE))  # no heading: 863、973计划
    return out


def _begin(state: _State, through: bool) -> _State:
    awaited, outer = (state.awaited, state.outer) if through else ((), ())
    return _State(state.cost + state.close, awaited=awaited, outer=outer, history=state.history)


def _start(state: _State, at: int, step: Step, price: float, through: bool) -> _State:
    """A new run at 1; the one before may be taken up again unless a heading has closed it."""
    fresh = step.scope != state.scope
    awaited, outer = (state.awaited, state.outer) if through or not fresh else ((), ())
    abandoned = _ABANDONED if state.lone and not fresh and not step.parted else 0.0
    if state.last is not None and (not fresh or through):
        awaited = (state.next, *awaited)[:_DEPTH]
        outer = ((state.last, abandoned), *outer)[:_DEPTH]
    event = _Event(at, None, None)
    closing = abandoned or state.close
    return _State(
        state.cost + closing + price,
        2,
        step.scope,
        True,
        fresh or step.parted,
        0,
        awaited,
        event,
        outer,
        (state, event),
    )


def _go(
    state: _State,
    at: int,
    step: Step,
    price: float,
    expected: int | None = None,
    typo: bool = False,
) -> _State:
    """The run goes on with this step; after a typo as if it had the expected number."""
    event = _Event(at, state.last, expected)
    following = expected + 1 if typo and expected is not None else step.number + 1
    return _State(
        state.cost + price,
        following,
        step.scope,
        state.last is None,
        state.forced,
        state.slips + 1 if typo else 0,
        state.awaited,
        event,
        state.outer,
        (state, event),
    )


def _reading(state: _State, steps: Sequence[Step]) -> Reading:
    events: list[_Event] = []
    link = state.history
    while link is not None:
        events.append(link[1])
        link = link[0].history
    events.reverse()
    faults = [_fault(event, steps) for event in events if event.expected is not None]
    follows = {event.at: event.before.at if event.before else None for event in events}
    return Reading(tuple(_without_echoes(faults, steps)), follows)


def _fault(event: _Event, steps: Sequence[Step]) -> StepFault:
    assert event.expected is not None
    number, twin, other = steps[event.at].number, None, event.before
    for _ in range(_BACK):
        if other is None or twin is not None:
            break
        if steps[other.at].number == number:
            twin = other.at
        other = other.before
    return StepFault(event.at, event.expected, event.before.at if event.before else None, twin)


def _without_echoes(faults: list[StepFault], steps: Sequence[Step]) -> list[StepFault]:
    """Two neighbours that have changed places are one mistake."""
    out: list[StepFault] = []
    for fault in faults:
        last = out[-1] if out else None
        swapped = (
            last is not None
            and last.at == fault.before
            and steps[fault.at].number == last.expected
            and steps[last.at].number == fault.expected
        )
        if not swapped:
            out.append(fault)
    return out
