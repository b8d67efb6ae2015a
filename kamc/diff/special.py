"""Records that change in more than their fields: a member's roles, a cell's owner, the share in a wallet."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

import msgspec

from kamc.diff.effect import FACILITATOR, of_values
from kamc.diff.names import Names
from kamc.diff.where import Where
from kamc.diff.wording import points, text, word
from kamc.model.buying_center import Member
from kamc.model.change import Change, Effect
from kamc.model.market import Cell
from kamc.model.normal import absent, normal, write
from kamc.model.plan import Plan
from kamc.model.product import ROLES
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.values import UNKNOWN, each, known
from kamc.model.wallet import Wallet
from kamc.words import a, amount, listed, plain

NO_FACILITATOR = "KAM301"
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
    ours = isinstance(there, Cell) and there.state == "ours"
    effect: Effect = "neutral" if not ours else "worse" if new is None else "better"
    kept = f" ({'' if new else 'was '}{about})" if about else ""
    return where.told(
        "removed" if new is None else "added",
        f"{where.label}: {'no longer in the plan' if new is None else 'new'}{kept}",
        data=(None if old is None else normal(old), None if new is None else normal(new)),
        texts=(about, "") if new is None else ("", about),
        effect=effect,
    )


def _roles(old: Member, new: Member, where: Where) -> Iterator[Change]:
    """One change a role: a facilitator won is better, one lost worse (M32)."""
    if not (isinstance(old.roles, tuple) and isinstance(new.roles, tuple)):
        return
    field = spec(Member).by_key["roles"].field
    for role in (role for role in ROLES if (role in old.roles) is not (role in new.roles)):
        won = role in new.roles
        effect: Effect = "neutral" if role != FACILITATOR else "better" if won else "worse"
        yield where.below("roles", "roles").told(
            "changed",
            f"{where.subject} is {'now' if won else 'no longer'} {a(role)}",
            data=(write(field, old.roles), write(field, new.roles)),
            texts=("" if won else word(role), word(role) if won else ""),
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
        f"{where.subject}: {texts[0]} → {texts[1]}{' (now known)' if old.state is UNKNOWN else ''}",
        data=(states[0], states[1]),
        texts=texts,
        effect=of_values(field, old.state, new.state),
    )


def cell_text(cell: Cell, names: Names) -> str:
    """Whose a cell is: `ours 0.4M`, `with Pellworth`, `open`."""
    slots = spec(Cell).by_key
    state = text(slots["state"].field, cell.state, names) or "nothing said"
    sales = known(cell.sales)
    if cell.state == "ours":
        return f"{state} {amount(sales)}" if sales else state
    return f"with {text(slots['who'].field, cell.who, names)}" if each(cell.who) else state


def _wallet(old: Wallet, new: Wallet, where: Where) -> Iterator[Change]:
    """`Share of wallet, pumps: 18 % → 25 % (+7.0 points)` (M46)."""
    before, after = share(old), share(new)
    if before is None or after is None or before == after or old.currency != new.currency:
        return
    texts = (f"{plain(before)} %", f"{plain(after)} %")
    yield where.told(
        "changed",
        f"{where.subject}: {texts[0]} → {texts[1]} ({points(before, after)})",
        data=(before, after),
        texts=texts,
        effect="better" if after > before else "worse",
        field="share",
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
    who = f"{listed(sorted(still), 'and')} still {'is' if len(still) == 1 else 'are'}"
    message = f"{change.message}; {who if still else 'nobody else is one'}"
    return msgspec.structs.replace(change, message=message, code=None if still else NO_FACILITATOR)


SPECIALS: Mapping[type[Part], tuple[Special, frozenset[str]]] = {
    Cell: (_cell, frozenset(("state", "who", "sales"))),
    Member: (_roles, frozenset(("roles",))),
    Wallet: (_wallet, frozenset()),
}
