"""What an audience may not see does not touch its pack: changed, added, removed or moved, the bytes stay.

A pack rests on what its reader may see, and on the run: the day, which quarters there are, the supplier's
name, the currency, the accent, the templates, kamc's version. A plan that is wrong has no pack at all.
"""

import copy
import functools
import itertools
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kamc.audience import _unlinked, cut_shared
from kamc.diagnostics import Path, Severity, value_at
from kamc.engine.build import Wanted, build
from kamc.model import build as reading
from kamc.model.fields import Audience, Entries, Link, Scalar
from kamc.model.limits import Limits
from kamc.model.normal import normal
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.shared import Catalogue, People
from kamc.model.terms import HealthTerms
from kamc.model.walk import entries, walk
from tests.marks import leaves, opened
from tests.packs import FORMATS, World, worked
from tests.strategies import Author

PRIVATE, TEAM, CUSTOMER = Audience
ACCOUNT = "gruenau-heat"
OTHER = "plans/caldrin-minerals/2026-Q4.yaml"
PLANS = (f"plans/{ACCOUNT}/2026-Q3.yaml", f"plans/{ACCOUNT}/2026-Q4.yaml")
CATALOGUE, PEOPLE = "plans/catalogue.yaml", "plans/people.yaml"
RECORDS: Mapping[str, type[Part]] = {**dict.fromkeys(PLANS, Plan), CATALOGUE: Catalogue, PEOPLE: People}
MEANS = frozenset(("audience", "agreed_with", "kamc", "account", "period"))
"""What says who may read an entry, and what says which file it is: changing these is another matter."""


@functools.cache
def before() -> World:
    """Two quarters of an account, each entry with readers of its own choice, and another account."""
    turn = itertools.count()
    world = worked().only((*PLANS, OTHER))
    parts = {path: normal(opened(world.parts[path], turn)) for path in RECORDS}
    return world.having({path: reading.build(RECORDS[path], data)[0] for path, data in parts.items()})


@functools.cache
def packs(audience: Audience) -> Mapping[str, str]:
    return before().pack(audience, f"{ACCOUNT}/2026-Q4")


@functools.cache
def written(path: str) -> Any:
    """What a file says in normal form, to be copied."""
    return normal(before().parts[path])


@functools.cache
def hidden_leaves(path: str, audience: Audience) -> tuple[tuple[Path, Any], ...]:
    """The scalar fields of a file that an audience may not see, written or not."""
    return tuple(
        (leaf.path, leaf.field)
        for leaf in leaves(before().parts[path])
        if leaf.widest < audience and isinstance(leaf.field, Scalar) and leaf.path[-1] not in MEANS
    )


@functools.cache
def hidden_entries(path: str, audience: Audience) -> tuple[tuple[Path, str], ...]:
    """The entries of which an audience may see nothing, with their kinds."""
    part = before().parts[path]
    shown = (leaf.path for leaf in leaves(part) if _shows(leaf, audience))
    seen = {path[:end] for path in shown for end in range(len(path))}
    return tuple((one.path, one.entry.about.kind) for one in entries(part) if one.path not in seen)


def _shows(leaf: Any, audience: Audience) -> bool:
    return leaf.value is not None and leaf.value != () and leaf.widest >= audience


class Editor(Author):
    """An author whose links name what there is."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any], part: Part) -> None:
        super().__init__(draw)
        self.gone: dict[Path, str] = {}
        shared = before().scope.shared
        self.known: dict[str, list[str]] = {
            "person": list(shared.people.people if shared.people else ()),
            "offering": list(shared.catalogue.offerings if shared.catalogue else ()),
            "segment": list(part.account_as_market.open_space) if isinstance(part, Plan) else [],
        }
        for one in entries(part):
            self.known.setdefault(one.entry.about.kind, []).append(one.id)

    def ids(self, field: Link) -> list[str]:
        known = [id_ for kind in field.to for id_ in self.known.get(kind, ())]
        assume(known)
        return self.some(sorted(known), 2)

    def superior(self, _: str) -> str:
        return "unknown"

    def name(self, kind: str, _: str) -> str:
        assume(self.known.get(kind))
        return self.one(self.known[kind])


class Edited(NamedTuple):
    """Files as edited, and in words what was done to them."""

    files: dict[str, Any]
    gone: dict[str, frozenset[tuple[str, str]]]
    told: list[str]

    def __repr__(self) -> str:
        return "; ".join(self.told)


Edit = Callable[[Editor, Any, str, Audience], str]
"""Edits a file of that path in place, and says what it did."""


def change_a_field(editor: Editor, data: Any, path: str, audience: Audience) -> str:
    """Another value where a reader sees none, or a value where none was, or none where one was."""
    known = hidden_leaves(path, audience)
    assume(known)
    at, field = editor.one(known)
    assume(not any(at[:end] in editor.gone for end in range(len(at))))
    holder = _holder(data, at[:-1])
    if editor.often(4):
        holder.pop(at[-1], None)
    else:
        holder[at[-1]] = editor.scalar(field)
    return f"{'.'.join(map(str, at))} is {holder.get(at[-1])!r}"


def _holder(data: Any, path: Path) -> Any:
    for key in path:
        data = data.setdefault(key, {}) if isinstance(data, dict) else data[key]
        assume(isinstance(data, dict | list))
    assume(isinstance(data, dict))
    return data


def remove_an_entry(editor: Editor, data: Any, path: str, audience: Audience) -> str:
    """An entry that a reader does not see goes (its links do when the file is read again)."""
    entries_ = hidden_entries(path, audience)
    assume(entries_)
    at, kind = editor.one(entries_)
    holder: Any = value_at(data, at[:-1])
    assume(isinstance(holder, dict) and at[-1] in holder)
    del holder[at[-1]]
    editor.gone[at] = kind
    return f"{'.'.join(map(str, at))} is gone"


def add_an_entry(editor: Editor, data: Any, path: str, audience: Audience) -> str:
    """A new entry that is not for the reader stands at any place of a list."""
    slots = [step for step in walk(before().parts[path]) if isinstance(step.field, Entries) and step.value]
    assume(slots)
    step = editor.one(slots)
    holder: Any = value_at(data, step.path)
    assume(isinstance(holder, dict))
    narrow = Audience(audience - 1)
    new = editor.fields(step.field.record, narrow, "added-one") | {"audience": narrow.word}
    items = list(holder.items())
    items.insert(editor.draw(st.integers(0, len(items))), ("added-one", _without(new, "agreed_with")))
    holder.clear()
    holder.update(items)
    return f"{'.'.join(map(str, step.path))} has {new}"


def _without(data: Any, key: str) -> Any:
    if isinstance(data, dict):
        return {name: _without(value, key) for name, value in data.items() if name != key}
    return [_without(one, key) for one in data] if isinstance(data, list) else data


def move_entries(editor: Editor, data: Any, path: str, audience: Audience) -> str:
    """The entries that a reader does not see stand elsewhere among the others."""
    hidden = hidden_entries(path, audience)
    assume(hidden)
    at, _ = editor.one(hidden)
    holder: Any = value_at(data, at[:-1])
    assume(isinstance(holder, dict))
    gone = {one[-1] for one, _ in hidden if one[:-1] == at[:-1]}
    items = [pair for pair in holder.items() if pair[0] not in gone]
    for pair in [pair for pair in holder.items() if pair[0] in gone]:
        items.insert(editor.draw(st.integers(0, len(items))), pair)
    holder.clear()
    holder.update(items)
    return f"{'.'.join(map(str, at[:-1]))} is in the order {', '.join(holder)}"


EDITS: tuple[Edit, ...] = (change_a_field, change_a_field, remove_an_entry, add_an_entry, move_entries)


@st.composite
def edited(draw: st.DrawFn, audience: Audience) -> Edited:
    """Some of the files, several things in them changed that the audience may not see."""
    found = Edited({}, {}, [])
    files = [path for path in RECORDS if hidden_leaves(path, audience)]
    for path in draw(st.lists(st.sampled_from(files), min_size=1, max_size=2, unique=True)):
        data = copy.deepcopy(written(path))
        editor = Editor(draw, before().parts[path])
        kinds = EDITS if RECORDS[path] is Plan else (change_a_field,)
        for _ in range(draw(st.integers(1, 6))):
            found.told.append(f"{path}: {editor.one(kinds)(editor, data, path, audience)}")
        found.files[path] = data
        found.gone[path] = frozenset((kind, str(at[-1])) for at, kind in editor.gone.items())
    return found


def _same(audience: Audience, edits: Edited) -> None:
    """The pack of an audience, made again after edits, is what it was."""
    parts: dict[str, Part] = {}
    for path, data in edits.files.items():
        part, problems = reading.build(RECORDS[path], data)
        assume(not problems)
        parts[path] = _unlinked(part, edits.gone[path])  # whoever takes an entry out, takes out its links
    world = before().having(parts)
    plans = [one for one in world.files if one.source.path == PLANS[-1]]
    built = build(world.scope, plans, Wanted(audience=audience, formats=FORMATS))
    assume(not built.left)
    now, then = {one.path: one.text for one in built.outputs}, packs(audience)
    assert now.keys() == then.keys()
    for path, text in now.items():
        assert _lines(text, then[path]) == []
        assert text == then[path]


def _lines(now: str, then: str) -> list[str]:
    """The first lines in which a text is another one."""
    pairs = itertools.zip_longest(now.split("\n"), then.split("\n"), fillvalue="")
    return [f"{was} -> {one}" for one, was in pairs if one != was][:3]


QUIET: Any = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@settings(max_examples=60, **QUIET)
@given(edits=edited(CUSTOMER))
def test_a_customers_pack_holds_nothing_of_what_is_not_theirs(edits: Edited) -> None:
    _same(CUSTOMER, edits)


@settings(max_examples=25, **QUIET)
@given(edits=edited(TEAM))
def test_the_teams_pack_holds_nothing_of_what_is_private(edits: Edited) -> None:
    _same(TEAM, edits)


# --- Fixed examples: what these laws found, and what no edit of a file reaches ------------------------------


def _plan(audience: Audience, **blocks: Any) -> Mapping[str, str]:
    """The pack of an extended draft that says this, after a quarter that says the same."""
    return _world(**blocks).pack(audience, f"{ACCOUNT}/2026-Q4")


def _world(**blocks: Any) -> World:
    header = {"name": "Nordhafen", "status": "draft", "profile": "extended", "owner": "jonas-petri"}
    data = {"kamc": 1, "account": ACCOUNT, "period": "2026-Q4", **header, **blocks}
    plan, problems = reading.build(Plan, data)
    assert not problems
    return before().having({PLANS[-1]: plan})


def _member(**fields: Any) -> dict[str, Any]:
    return {"buying_center": {"katrin-voss": {"title": "Head of audit", "roles": "decider", **fields}}}


def _desk(**fields: Any) -> dict[str, Any]:
    return {"opportunities": {"desk": {"what": "A desk", **fields}}}


NEEDS, AGENDA = {"needs": "Proof"}, {"personal_agenda": "A seat on the board"}
DEAL = {"frame": "They do not know", "space": {"price": {"start": 9}}}
QUIET_GOAL = {"quiet": {"what": "Buy them", "by": "2027", "audience": "private"}}
SILENT = (
    ({"relationships": _member(profile=NEEDS)}, {"relationships": _member(profile=NEEDS | AGENDA)}),
    ({"relationships": _member()}, {"relationships": _member(profile=AGENDA)}),
    ({"account_plan": _desk()}, {"account_plan": _desk(negotiation=DEAL)}),
    ({"account_plan": _desk()}, {"account_plan": {**_desk(), "objectives": QUIET_GOAL}}),
)
"""What the team reads of a plan, and the same with something private beside it."""


@pytest.mark.parametrize(("open_", "whole"), SILENT)
def test_the_number_of_gaps_does_not_tell_what_is_private(open_: Any, whole: Any) -> None:
    """`kamc check` told the team's brief of gaps in what only the account manager and the sponsor read."""
    assert _plan(TEAM, **open_) == _plan(TEAM, **whole)
    assert _plan(PRIVATE, **open_) != _plan(PRIVATE, **whole)


@pytest.mark.parametrize(("open_", "whole"), [SILENT[1], SILENT[3]])
def test_nor_do_papers_tell_what_is_private(open_: Any, whole: Any) -> None:
    """PDF, Word and PowerPoint of the team, byte for byte, their properties among it."""
    one, other = (_world(**blocks).only((PLANS[-1],)) for blocks in (open_, whole))
    assert one.papers(TEAM) == other.papers(TEAM)
    assert one.papers(PRIVATE) != other.papers(PRIVATE)


def test_a_customers_papers_hold_nothing_of_what_is_not_theirs() -> None:
    """A plan that says much of what no customer reads, and one that says none of it."""
    quiet = _member(profile=NEEDS | AGENDA, stance="opponent")
    one = _world(relationships=quiet, account_plan={**_desk(negotiation=DEAL), "objectives": QUIET_GOAL})
    other = _world(relationships=_member())
    made = one.only((PLANS[-1],)).papers(CUSTOMER)
    assert made == other.only((PLANS[-1],)).papers(CUSTOMER)
    assert {path.rpartition(".")[2] for path in made} == {"pdf", "docx"}


def test_a_customer_may_know_the_name_of_an_offering_and_not_what_is_planned_for_it() -> None:
    """A plan that opened an offering to its customer opened the roadmap behind it, too."""
    data = copy.deepcopy(written(CATALOGUE))
    planned = {"roadmap": {"beta": {"what": "First trial", "by": "2027-Q2"}}, "status": "planned"}
    data["offerings"]["leak-map"] = {"name": "Leak map", **planned}
    seen = cut_shared(reading.build(Catalogue, data)[0], CUSTOMER)
    assert normal(seen.offerings["leak-map"]) == {"name": "Leak map"}


def test_nobody_is_named_to_a_reader_from_whom_our_people_are_hidden() -> None:
    people = {"jonas-petri": {"name": "Jonas Petri", "audience": "private"}}
    hidden = reading.build(People, {**written(PEOPLE), "people": {**written(PEOPLE)["people"], **people}})[0]
    world = before().having({PEOPLE: hidden})
    for audience in (TEAM, CUSTOMER):
        made = world.pack(audience, f"{ACCOUNT}/2026-Q4")
        assert not any("jonas" in f"{path} {text}".lower() for path, text in made.items())


@pytest.mark.parametrize("audience", [TEAM, CUSTOMER])
def test_other_accounts_do_not_show(audience: Audience) -> None:
    """But in our own index, where they stand."""
    other = before().parts[OTHER]
    world = before().having({OTHER: msgspec.structs.replace(other, name="Elsewhere", currency="XYZ")})
    assert world.pack(audience, f"{ACCOUNT}/2026-Q4") == packs(audience)


def test_a_customers_pack_does_not_rest_on_how_we_judge() -> None:
    terms = msgspec.structs.replace(
        before().scope.settings,
        health=HealthTerms(amber=Decimal(1), green=Decimal(2)),
        limits=Limits(),
        rules={"csf-count": Severity.ERROR, "plan-gap": Severity.OFF, "no-facilitator": Severity.WARNING},
    )
    world = before()
    judged = msgspec.structs.replace(world, scope=msgspec.structs.replace(world.scope, settings=terms))
    assert judged.pack(CUSTOMER, f"{ACCOUNT}/2026-Q4") == packs(CUSTOMER)
