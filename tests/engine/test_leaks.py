"""Every value of the worked plans marked: no pack of any audience shows a mark that is above its reader.

Generic over the briefs that there are and over all that a build makes: paths, text, attributes, figures.
"""

import functools
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec
import pytest

from kamc import audience as cutting
from kamc.audience import View
from kamc.engine import pack as engine
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.values import Said
from kamc.model.walk import entries, locate
from tests.marks import STYLE, Change, Mark, Marks, figures, leaves, marked, named, opened, with_names, words
from tests.opened import opened as opened_document
from tests.packs import World, worked

PRIVATE, TEAM, CUSTOMER = Audience
SHARED = ("plans/catalogue.yaml", "plans/people.yaml", "plans/profiles.yaml")
LATE = ("2026-Q3", "2026-Q4")
UNIQUE = re.compile(r"^UID:\S+", re.MULTILINE)
"""What a calendar knows an entry by: for a customer made of what the entry says to them, and of no more."""
circles = pytest.mark.parametrize("audience", Audience, ids=lambda one: one.word)


class Trial(msgspec.Struct, frozen=True):
    """A workspace in which everything is marked, and its marks."""

    world: World
    marks: Marks
    again: Callable[[], "Trial"]
    """The same with other marks."""
    found: dict[Audience, list[tuple[str, Mark]]] = msgspec.field(default_factory=dict)

    def shown(self, audience: Audience) -> list[tuple[str, Mark]]:
        """Every mark in a pack, with the file that shows it."""
        if audience not in self.found:
            self.found[audience] = [
                (path, self.marks.known[mark])
                for path, text in self.world.pack(audience).items()
                for mark in sorted(self.marks.seen(f"{path}\n{text}"))
            ]
        return self.found[audience]

    def leaks(self, audience: Audience) -> list[str]:
        """What a pack shows that its reader may not see, in words.

        A value that was worked out can be a mark by chance (a day two weeks after another one): what is a
        leak shows with other marks, too.
        """
        found = self._above(audience)
        return sorted(found & self.again()._above(audience)) if found else []

    def _above(self, audience: Audience) -> set[str]:
        return {f"{path} shows {mark}" for path, mark in self.shown(audience) if mark.widest < audience}


def _plans(world: World, change: Callable[[Plan], Any]) -> Mapping[str, Part]:
    return {path: change(part) for path, part in world.parts.items() if isinstance(part, Plan)}


@functools.cache
def by_turns() -> World:
    """The later quarters, each entry with readers of its own choice, as in the shared files."""
    turn = itertools.count()
    world = worked().only(LATE)
    parts = _plans(world, lambda plan: opened(plan, turn))
    shared = {path: opened(world.parts[path], turn) for path in SHARED[:2]}
    return world.having({**parts, **shared, SHARED[1]: _two_hidden(world.parts[SHARED[1]])})


def _two_hidden(people: Any) -> Any:
    """Our people, some of whom only some may know of."""
    held = dict(people.people)
    hidden = {"david-okoro": "private", "ben-adeyemi": "team", "priya-nair": "customer"}
    for id_, word in hidden.items():
        held[id_] = msgspec.structs.replace(held[id_], audience=word)
    return msgspec.structs.replace(people, people=type(people.people)(held))


def _trial(world: World, change: Callable[[Marks], Change], *, ids: bool, seed: int = 0) -> Trial:
    marks = Marks(seed)
    parts = {
        path: marked(with_names(part) if ids else part, path, change(marks))
        for path, part in world.parts.items()
        if path in SHARED or isinstance(part, Plan)
    }
    if ids:
        accounts = frozenset(one.source.account for one in world.files if one.source.account)
        readers = dict(_readers_of_ids(parts))
        parts = {path: named(part, marks.id, keep=accounts) for path, part in parts.items()}
        for id_, mark in marks.ids.items():
            marks.known[mark] = Mark("any plan", ("the id", id_), readers.get(id_, TEAM))
    again = functools.partial(_trial, world, change, ids=ids, seed=seed + 1001)
    return Trial(world.having(parts), marks, again)


def _readers_of_ids(parts: Mapping[str, Part]) -> Iterator[tuple[str, Audience]]:
    """Who may read the id of each entry, or a name made of it: of us, those who may read some of it."""
    found: dict[str, Audience] = {}
    for part in parts.values():
        readers = [(leaf.path, leaf.widest) for leaf in leaves(part) if _is_written(leaf.value)]
        for id_, path in _entries(part):
            seen = [widest for below, widest in readers if below[: len(path)] == path]
            found[id_] = max(found.get(id_, PRIVATE), min(TEAM, max(seen, default=TEAM)))
    yield from found.items()


def _entries(part: Part) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    yield from ((one.id, one.path) for one in entries(part))
    for key in ("offerings", "people"):
        yield from ((id_, (key, id_)) for id_ in getattr(part, key, ()))


def _is_written(value: object) -> bool:
    return value is not None and (isinstance(value, Said) or bool(value) or isinstance(value, int))


TRIALS: Mapping[str, Callable[[], Trial]] = {
    "words": lambda: _trial(worked(), words, ids=True),
    "figures": lambda: _trial(worked(), figures, ids=False),
    "words, readers by turns": lambda: _trial(by_turns(), words, ids=True),
    "figures, readers by turns": lambda: _trial(by_turns(), figures, ids=False),
}


@functools.cache
def made(name: str) -> Trial:
    """A trial, made once."""
    return TRIALS[name]()


@pytest.fixture(params=TRIALS)
def trial(request: pytest.FixtureRequest) -> Trial:
    return made(request.param)


@circles
def test_no_reader_gets_what_is_above_them(trial: Trial, audience: Audience) -> None:
    assert trial.leaks(audience) == []


@pytest.mark.parametrize(("audience", "least"), [(PRIVATE, 900), (TEAM, 900), (CUSTOMER, 25)])
def test_every_reader_gets_what_is_theirs(trial: Trial, audience: Audience, least: int) -> None:
    """The marks would show: those that a reader may see do, hundreds of them."""
    seen = {mark for _, mark in trial.shown(audience)}
    assert len(seen) >= least
    assert {mark.widest for mark in seen} >= {one for one in Audience if one >= audience}


BROKEN: Mapping[str, tuple[Any, str, Callable[..., Any]]] = {
    "nothing is cut": (engine, "cut", lambda plan, audience, _=(): View(plan=plan, audience=audience)),
    "ceilings do not count": (cutting, "level", lambda part, *_: cutting.choice(part) or part.about.audience),
    "links stay": (cutting, "_unlinked", lambda part, _: part),
    "shared files are not cut": (cutting, "cut_shared", lambda part, _: part),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_cut_is_noticed(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = _trial(by_turns().only(("2026-Q4",)), words, ids=True)
    monkeypatch.setattr(*BROKEN[how])
    leaks = [*broken.leaks(TEAM), *broken.leaks(CUSTOMER)]
    assert leaks
    assert all(re.fullmatch(r"\S+ shows .+ of .+ \(for (private|team) at most\)", one) for one in leaks)


# --- On paper -----------------------------------------------------------------------------------------------

PAPER_PLAN = "solvanger-energy/2026-Q4"
"""A plan that has something for every brief: a paper takes time, and each is made like any other."""
ENDINGS = ("pdf", "docx", "pptx")


class PaperTrial(msgspec.Struct, frozen=True):
    """A plan in which everything is marked, and what of it stands on paper, also where nobody looks."""

    trial: Trial
    whole: bool
    """Whether marks are looked for in tags and names, too: words, but no numbers, which mean places there."""

    def shown(self, audience: Audience) -> list[tuple[str, Mark]]:
        """Every mark in a document, with the file that shows it."""
        marks, found = self.trial.marks, []
        for path, content in self.trial.world.papers(audience).items():
            text = opened_document(path, content)
            seen = sorted(marks.seen(f"{path}\n{text.whole if self.whole else text.said}"))
            found += [(path, marks.known[mark]) for mark in seen]
        return found

    def leaks(self, audience: Audience) -> list[str]:
        """What is above its reader; with other marks, too, as above."""
        found = self._above(audience)
        again = msgspec.structs.replace(self, trial=self.trial.again()) if found else self
        return sorted(found & again._above(audience)) if found else []

    def _above(self, audience: Audience) -> set[str]:
        return {f"{path} shows {mark}" for path, mark in self.shown(audience) if mark.widest < audience}


def _on_paper(change: Callable[[Marks], Change], *, ids: bool) -> PaperTrial:
    return PaperTrial(_trial(by_turns().only((PAPER_PLAN,)), change, ids=ids), whole=ids)


@pytest.mark.parametrize("audience", [TEAM, CUSTOMER], ids=lambda one: one.word)
@pytest.mark.parametrize(("change", "ids"), [(words, True), (figures, False)], ids=["words", "figures"])
def test_no_paper_shows_what_is_above_its_reader(change: Any, ids: bool, audience: Audience) -> None:
    assert _on_paper(change, ids=ids).leaks(audience) == []


def test_marks_on_paper_would_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """In every form; and a plan that is not cut is noticed in each that has a brief for customers."""
    trial = _on_paper(words, ids=True)
    for ending in ENDINGS:
        seen = {str(mark) for path, mark in trial.shown(TEAM) if path.endswith(ending)}
        assert len(seen) >= 20, ending
    monkeypatch.setattr(*BROKEN["nothing is cut"])
    leaks = trial.leaks(CUSTOMER)
    assert {one.partition(" ")[0].rpartition(".")[2] for one in leaks} == {"pdf", "docx"}


# --- What a customer's pack is besides ----------------------------------------------------------------------


def test_a_customers_pack_lies_apart_and_names_no_other_account() -> None:
    world = worked()
    names = {one.source.account: one.plan.name for one in world.files if one.source.account}
    for path, text in world.pack(CUSTOMER).items():
        account = path.partition("/")[0]
        assert account in names
        others = [str(word) for id_, name in names.items() if id_ != account for word in (id_, name)]
        assert [word for word in others if word in path + text] == []


def test_a_customers_pack_carries_no_hash() -> None:
    for path, text in worked().pack(CUSTOMER).items():
        assert re.search(r"[0-9a-f]{12}", path + UNIQUE.sub("", STYLE.sub("", text)).lower()) is None


NEVER = """
    relationships.buying_center.*: stance influence promoter roles favours won_through profile purchaser
    relationships.buying_center.*.profile: personal_agenda business_agenda
    account_as_market: competitors share_of_wallet results open_space swot satisfaction
    account_plan: opportunities strategies alarms concerns expectations investment
    account_plan.opportunities.*: probability negotiation cabs
    account_knowledge.reflection.position: *
    selection: *
    account_knowledge.success_factors.*: sources confidence contradicted_by records accepted was why
"""
"""What is never for customers, by the issue, whatever a field declares; `*` is any id, or every field."""


def _never() -> Iterator[str]:
    for line in NEVER.split("\n"):
        holder, colon, keys = line.strip().partition(": ")
        record = locate(Plan, tuple(holder.split("."))).record if colon else None
        every = [slot.key for slot in spec(record).slots] if record else []
        yield from (f"{holder}.{key}" for key in (every if keys == "*" else keys.split()))


@pytest.mark.parametrize("part", tuple(_never()))
def test_nothing_of_this_can_be_opened_to_a_customer(part: str) -> None:
    path = tuple(part.split("."))
    ceilings = []
    for end in range(1, len(path) + 1):
        holder, field = locate(Plan, path[: end - 1]).record, locate(Plan, path[:end]).field
        if holder is not None and field is not None:
            ceilings.append(holder.about.ceiling if field.ceiling is None else field.ceiling)
    assert min(ceilings) < CUSTOMER
