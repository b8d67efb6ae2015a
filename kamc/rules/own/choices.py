"""`is` and `not`: one of a few states, words, ids, texts or numbers."""

from collections.abc import Iterator
from typing import Any

from kamc.diagnostics import Path
from kamc.links import Graph
from kamc.model.fields import Field, OneWord
from kamc.model.values import Keyed, When
from kamc.rules.own.operands import word_of
from kamc.rules.own.targets import Target
from kamc.rules.own.verdict import STATES, Clause, Operand, Verdict, is_missing, is_unknown, opposite, shown
from kamc.words import fold, listed


def is_one_of(target: Target, operands: tuple[Operand, ...], at: Path) -> Clause:
    """One of the operands; where a field holds several things, one of these is enough. Raises `Wrong`."""
    states = tuple(one for one in operands if _is_state(one, target.field))
    words = listed(tuple(map(shown, operands)))
    if len(states) == len(operands):
        return Clause(target=target, judge=lambda value, _: _is_in(value, states), object=words)
    inner = target.plain
    several = len(operands) > 1
    wanted = frozenset(
        _comparable(word_of(inner, one, (*at, place) if several else at))
        for place, one in enumerate(operands)
        if one not in states
    )

    def judge(value: Any, _: Graph) -> Verdict:
        if _is_in(value, states):
            return True
        return None if is_unknown(value) else any(one in wanted for one in _things(value))

    return Clause(target=inner, judge=judge, object=words)


def is_none_of(target: Target, operands: tuple[Operand, ...], at: Path) -> Clause:
    """None of the operands. Raises `Wrong`."""
    return opposite(is_one_of(target, operands, at))


def _is_state(one: Operand, field: Field) -> bool:
    """Whether a word asks for a state; a field with such a word of its own means that one."""
    return one in STATES and not (isinstance(field, OneWord) and one in field.words)


def _is_in(value: Any, states: tuple[Operand, ...]) -> bool:
    return any(STATES[str(one)](value) for one in states)


def _things(value: Any) -> Iterator[Any]:
    """The single things in a value, ready to be compared."""
    if is_missing(value):
        return
    yield from map(_comparable, value if isinstance(value, Keyed | tuple) else (value,))


def _comparable(value: Any) -> Any:
    """A thing by what it means: texts without capitals and accents, dates by their last day."""
    if isinstance(value, tuple) and len(value) == 1:
        return _comparable(value[0])
    if isinstance(value, When):
        return value.last
    return fold(value) if isinstance(value, str) else value
