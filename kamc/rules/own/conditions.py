"""Conditions of declared rules, made into tests."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kamc.diagnostics import Path
from kamc.links import Graph
from kamc.model.fields import Link, Pattern, Prose, ProseList, Scalar, Table
from kamc.model.own_rules import Condition
from kamc.model.values import Said
from kamc.rules.own.bounds import at_least, at_most
from kamc.rules.own.choices import is_none_of, is_one_of
from kamc.rules.own.faults import refused, unknown
from kamc.rules.own.targets import Target, kinds
from kamc.rules.own.verdict import Clause, Verdict, is_missing, is_unknown, opposite, shown
from kamc.words import a, listed


def clauses(target: Target, condition: Condition, at: Path) -> Iterator[Clause]:
    """What a condition asks of a field. Raises `Wrong`."""
    if not condition.said and all(getattr(condition, name) is None for name in MAKERS):
        raise refused(f'nothing is asked of "{target.name}"', at, "write `given`, or what it must be")
    if condition.said:
        yield is_one_of(target, (condition.said.value,), at)
    for name, make in MAKERS.items():
        operands = getattr(condition, name)
        if operands is not None:
            words = (operands.value,) if isinstance(operands, Said) else operands
            yield make(target, words, at if _is_short(condition) else (*at, name.rstrip("_")))


def _is_short(condition: Condition) -> bool:
    """Whether a condition may have been written as a value alone: it says `is`, and nothing else."""
    return condition == Condition(is_=condition.is_)


def contains(target: Target, words: tuple[str, ...], at: Path) -> Clause:
    """One of the words stands in the text, whole, however it is spelled in capitals. Raises `Wrong`."""
    inner = target.plain
    if not isinstance(inner.field, Prose | ProseList | Pattern):
        instead = "write what it may be" if isinstance(inner.field, Scalar) else "name one of its fields"
        raise refused(f'"{target.name}" holds no text in which {shown(words[0])} could stand', at, instead)
    seek = re.compile("|".join(map(_whole_word, words)))

    def judge(value: Any, _: Graph) -> Verdict:
        if is_unknown(value):
            return None
        texts = () if is_missing(value) else (value,) if isinstance(value, str) else value
        return any(seek.search(_flat(text)) for text in texts)

    return Clause(target=inner, judge=judge, verb="contain", object=listed(tuple(map(shown, words))))


def without(target: Target, words: tuple[str, ...], at: Path) -> Clause:
    """None of the words stands in the text. Raises `Wrong`."""
    return opposite(contains(target, words, at))


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())


def _whole_word(text: str) -> str:
    """A pattern for a text as it stands, not within a longer word; a sign at its end binds to nothing."""
    word = _flat(text)
    before = r"(?<!\w)" if word[:1].isalnum() else ""
    after = r"(?!\w)" if word[-1:].isalnum() else ""
    return f"{before}{re.escape(word)}{after}"


def of_kind(target: Target, words: tuple[str, ...], at: Path) -> Clause:
    """One of the things that a field names is of one of these kinds. Raises `Wrong`."""
    field = target.field
    link = field.keys if isinstance(field, Table) else field
    if not isinstance(link, Link):
        raise refused(f'"{target.name}" names no other entry', at, "`kind` is for fields that name some")
    there = tuple(kinds()) if "*" in link.to else link.to
    for place, word in enumerate(words):
        if word not in there:
            here = (*at, place) if len(words) > 1 else at
            raise unknown(word, here, f'a kind that "{target.name}" can name', there, on="value")

    def judge(value: Any, graph: Graph) -> Verdict:
        if is_unknown(value):
            return None
        return not is_missing(value) and any(graph.resolve(one, words) for one in value)

    return Clause(target=target, judge=judge, object=listed(tuple(map(a, words))))


MAKERS: Mapping[str, Callable[[Target, Any, Path], Clause]] = {
    "is_": is_one_of,
    "not_": is_none_of,
    "at_least": at_least,
    "at_most": at_most,
    "contains": contains,
    "without": without,
    "kind": of_kind,
}
"""What makes a test of each field of a condition."""
