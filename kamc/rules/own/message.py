"""What a declared rule says: a text whose placeholders are filled in, once and by nothing but replacement."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import msgspec

from kamc.diagnostics import Path
from kamc.model.fields import Field, Percent, Prose, ProseList
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.values import Keyed, Said
from kamc.rules.base import Subject
from kamc.rules.own.faults import unknown
from kamc.rules.own.targets import Each, Target, Thing, target
from kamc.words import amount, counted, listed, nearest, plain, shown

PLACEHOLDER = re.compile(r"\{([^{}\s]*)\}")
FIXED: Mapping[str, Callable[[Thing, Subject], str]] = {
    "name": lambda thing, _: shown(thing.title) if thing.path else thing.title,
    "id": lambda thing, subject: thing.id or _one_line(str(subject.plan.account)),
    "account": lambda _, subject: _one_line(subject.account),
}


class Message(msgspec.Struct, frozen=True):
    """A text and the fields that its placeholders name."""

    text: str
    fields: Mapping[str, Target]

    def about(self, thing: Thing, subject: Subject) -> str:
        """The text about one thing."""

        def fill(match: re.Match[str]) -> str:
            name = match[1]
            if name in FIXED:
                return FIXED[name](thing, subject)
            one = self.fields[name]
            return said(one.value(thing, subject), one.field, subject)

        return PLACEHOLDER.sub(fill, self.text)


def message(text: str, of: Each, at: Path) -> Message:
    """A message about each of these. Raises `Wrong` for a placeholder that nothing fills."""
    names = [name for name in PLACEHOLDER.findall(text) if name not in FIXED]
    return Message(_one_line(text), {name: _field(name, of, at) for name in names})


def _field(name: str, of: Each, at: Path) -> Target:
    if "." not in name and name not in spec(of.record).by_key:
        there = (*FIXED, *spec(of.record).by_key)
        near = nearest(name, there)
        braces = tuple(f"{{{one}}}" for one in ((near,) if near else there))
        raise unknown(f"{{{name}}}", at, "anything that can be filled in", braces, on="value")
    return target(name, of, at, on="value").plain


def said(value: Any, field: Field, subject: Subject) -> str:
    """A value in a sentence."""
    if isinstance(value, Decimal):
        return f"{plain(value)} %" if isinstance(field, Percent) else amount(value)
    if isinstance(value, str):
        return shown(value) if isinstance(field, Prose) else _one_line(value)
    if isinstance(value, tuple | Part | Keyed):
        return _several_said(value, field, subject)
    return "nothing" if value is None else value.value if isinstance(value, Said) else _one_line(str(value))


def _several_said(value: Any, field: Field, subject: Subject) -> str:
    """What stands in a list, a mapping or a part, in a sentence."""
    if getattr(value, "said", None):
        return str(value.said.value)
    if not value or isinstance(value, Part):
        return "something" if value else "nothing"
    if isinstance(value, Keyed) or not isinstance(value[0], str):
        return counted(len(value), "entry", "entries")
    texts = (shown(one) if isinstance(field, ProseList) else _named(one, subject) for one in value)
    return listed(tuple(texts), "and")


def _named(id_: str, subject: Subject) -> str:
    """What an id names, as its author calls it."""
    node = subject.graph.entries.get(id_)
    return shown(node.title) if node else id_


def _one_line(text: str) -> str:
    return " ".join(text.split())
