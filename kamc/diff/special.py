"""Records that change in more than their fields: a member's roles, a cell's owner, the share in a wallet."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

import msgspec

from kamc.diff.effect import FACILITATOR, of_values
from kamc.diff.names import Names
from kamc.diff.where import Where
from kamc.diff.wording import difference, moved, text
from kamc.model.buying_center import Contact, Member
from kamc.model.change import Change, Effect
from kamc.model.fields import Field, Percent
from kamc.model.market import Cell
from kamc.model.normal import absent, normal, write
from kamc.model.plan import Plan
from kamc.model.product import ROLES
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.values import When, each, known
from kamc.model.wallet import Wallet
from kamc.speech import message

NO_FACILITATOR = "KAM301"
SHARE = Percent("Our share", better="higher")
CELL = Field("")
"""Whose a cell is, told with what is sold there: no word of its own."""
PLAYED: Mapping[str, tuple[str, str]] = {
    "gatekeeper": (message("{who} is now a gatekeeper"), message("{who} is no longer a gatekeeper")),
    "buyer": (message("{who} is now a buyer"), message("{who} is no longer a buyer")),
    "user": (message("{who} is now a user"), message("{who} is no longer a user")),
    "influencer": (message("{who} is now an influencer"), message("{who} is no longer an influencer")),
    "advisor": (message("{who} is now an advisor"), message("{who} is no longer an advisor")),
    "facilitator": (message("{who} is now a facilitator"), message("{who} is no longer a facilitator")),
    "decider": (message("{who} is now a decider"), message("{who} is no longer a decider")),
}
"""How it is said that a member plays a role now, and that they do no more."""
Special: TypeAlias = Callable[[Any, Any, Where], Iterator[Change]]


def special(old: Part, new: Part, where: Where) -> tuple[tuple[Change, ...], frozenset[str]]:
    """What two records tell beside their fields, and the fields that need not be told again."""
    tell, fields = SPECIALS.get(type(new), (None, frozenset[str]()))
    changes = tuple(tell(old, new, where)) if tell and type(old) is type(new) else ()
    return changes, fields if changes else frozenset()


def came_or_went(old: Part | None, new: Part | None, where: Where) -> Change:
    """A line of a table that came, or went; one more cell of ours is better (M49)."""
    there = new or old
    about = cell_text(there, where.names) if isinstance(there, Cell) else text(None, there, where.names)
    effect: Effect = "neutral" if not _is_ours(there) else "worse" if new is None else "better"
    return where.told(
        "removed" if new is None else "added",
        _came(where, about) if new is not None else _left(where, about),
        data=(None if old is None else normal(old), None if new is None else normal(new)),
        texts=(about, "") if new is None else ("", about),
        effect=effect,
    )


def _is_ours(line: Part | None) -> bool:
    """Whether a line is something that we have: a cell of ours, or a thread to one of theirs (M40, M49)."""
    if isinstance(line, Contact):
        return isinstance(line.last, When)
    return isinstance(line, Cell) and line.state == "ours"


def _came(where: Where, about: str) -> str:
    if not about:
        return where.speech.say("{what}: new", what=where.label)
    return where.speech.say("{what}: new ({value})", what=where.label, value=about)


def _left(where: Where, about: str) -> str:
    if not about:
        return where.speech.say("{what}: no longer in the plan", what=where.label)
    return where.speech.say("{what}: no longer in the plan (was {value})", what=where.label, value=about)


def _roles(old: Member, new: Member, where: Where) -> Iterator[Change]:
    """One change a role: a facilitator won is better, one lost worse (M32)."""
    if not (isinstance(old.roles, tuple) and isinstance(new.roles, tuple)):
        return
    field = spec(Member).by_key["roles"].field
    for role in (role for role in ROLES if (role in old.roles) is not (role in new.roles)):
        won = role in new.roles
        effect: Effect = "neutral" if role != FACILITATOR else "better" if won else "worse"
        told = where.speech.word(role)
        yield where.below("roles", where.speech.term("Roles")).told(
            "changed",
            where.speech.say(PLAYED[role][not won], who=where.subject),
            data=(write(field, old.roles), write(field, new.roles)),
            texts=("" if won else told, told if won else ""),
            effect=effect,
        )


def _cell(old: Cell, new: Cell, where: Where) -> Iterator[Change]:
    """`Open space, Africa × Drilling: open → ours 0.4M`: towards ours is better (M49)."""
    if old.state == new.state:
        return
    texts = (cell_text(old, where.names), cell_text(new, where.names))
    field = spec(Cell).by_key["state"].field
    states = [None if absent(state) else write(field, state) for state in (old.state, new.state)]
    yield where.below("state", "").told(
        "changed",
        moved(where.subject, CELL, (old.state, new.state), texts, where.speech),
        data=(states[0], states[1]),
        texts=texts,
        effect=of_values(field, old.state, new.state),
        difference=difference(field, old.state, new.state, where.speech),
    )


def cell_text(cell: Cell, names: Names) -> str:
    """Whose a cell is: `ours 0.4M`, `with Pellworth`, `open`."""
    slots = spec(Cell).by_key
    say = names.speech.say
    state = text(slots["state"].field, cell.state, names) or say("nothing said")
    sales = known(cell.sales)
    if cell.state == "ours":
        return f"{state} {text(slots['sales'].field, sales, names)}" if sales else state
    return say("with {who}", who=text(slots["who"].field, cell.who, names)) if each(cell.who) else state


def _wallet(old: Wallet, new: Wallet, where: Where) -> Iterator[Change]:
    """`Share of wallet, pumps: 18 % → 25 % (+7.0 points)` (M46)."""
    before, after = share(old), share(new)
    if before is None or after is None or before == after or old.currency != new.currency:
        return
    texts = (text(SHARE, before, where.names), text(SHARE, after, where.names))
    yield where.told(
        "changed",
        moved(where.subject, SHARE, (before, after), texts, where.speech),
        data=(before, after),
        texts=texts,
        effect=of_values(SHARE, before, after),
        field="share",
        difference=difference(SHARE, before, after, where.speech),
    )


def share(wallet: Wallet) -> Decimal | None:
    """Our share of a category in percent, to a tenth; `None` where it is not known (M46)."""
    spend, ours = known(wallet.spend), known(wallet.ours)
    return (ours * 100 / spend).quantize(Decimal("0.1")) if spend and ours is not None else None


def no_facilitator_left(change: Change, new: Plan, names: Names) -> Change:
    """A lost facilitator, told with who still is one; that nobody is, is a finding of its own (M32)."""
    if change.topic != FACILITATOR or change.effect != "worse":
        return change
    members = new.relationships.buying_center
    still = [names.of(id_) for id_, one in members.items() if one.is_open and FACILITATOR in each(one.roles)]
    speech, lost = names.speech, change.message
    if still:
        who = speech.listed(sorted(still))
        told = speech.count(
            len(still), "{what}; {who} still is", "{what}; {who} still are", what=lost, who=who
        )
    else:
        told = speech.say("{what}; nobody else is one", what=lost)
    return msgspec.structs.replace(change, message=told, code=None if still else NO_FACILITATOR)


SPECIALS: Mapping[type[Part], tuple[Special, frozenset[str]]] = {
    Cell: (_cell, frozenset(("state", "who", "sales"))),
    Member: (_roles, frozenset(("roles",))),
    Wallet: (_wallet, frozenset()),
}
