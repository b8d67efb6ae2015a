"""The tables: what is declared of them, and the rows that they make of plans."""

import datetime as dt
import itertools
import pathlib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from kamc.audience import cut
from kamc.loader import load
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.shared import Catalogue, People
from kamc.model.walk import entries
from kamc.tables.book import ALL, BY_NAME, DESCRIBED, TABLES, named
from kamc.tables.others import dictionary
from kamc.tables.table import Cell, Kind, Row, SharedTable, Table, Told
from tests.strategies import plan_data, plan_of

WORKED = sorted((pathlib.Path(__file__).parents[2] / "plans").glob("*/*.yaml"))
TYPES: dict[Kind, type] = {
    Kind.TEXT: str,
    Kind.LIST: tuple,
    Kind.DATE: dt.date,
    Kind.NUMBER: Decimal,
    Kind.WHOLE: int,
    Kind.MONEY: Decimal,
    Kind.PERCENT: Decimal,
    Kind.YES_NO: bool,
}
by_name = pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)


def told(plan: Plan, audience: Audience = Audience.PRIVATE) -> Told:
    return Told(view=cut(plan, audience), account="brevik-board", period="2026-Q4")


def rows(name: str, plan: Plan, audience: Audience = Audience.PRIVATE) -> list[dict[str, Cell]]:
    """The rows of a table, by the names of its columns."""
    table = BY_NAME[name]
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(told(plan, audience))]


def plan(text: str) -> Plan:
    """A plan of a few lines: what else a plan needs is of no matter here."""
    return build(Plan, load(text.encode(), "plan.yaml").data)[0]


def one(name: str, text: str) -> dict[str, Cell]:
    (row,) = rows(name, plan(text))
    return row


# --- What is declared --------------------------------------------------------------------------------------


@by_name
def test_a_column_has_a_name_of_its_own_and_a_meaning(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert [
        column.name for column in table.columns if not column.meaning.endswith((".", "…", "?", "?)"))
    ] == []
    assert table.meaning.endswith(".")


@by_name
def test_the_key_comes_first(table: Table) -> None:
    names = {column.name for column in table.columns}
    assert set(table.key) <= names
    if table.name not in {"findings", "dictionary"}:
        assert tuple(column.name for column in table.columns[: len(table.key)]) == table.key


@by_name
def test_money_stands_beside_its_currency(table: Table) -> None:
    kinds = {column.kind for column in table.columns}
    assert Kind.MONEY not in kinds or "currency" in {column.name for column in table.columns}


def test_tables_are_found_by_name_in_their_own_order() -> None:
    assert [table.name for table in named(["findings", "accounts"])] == ["accounts", "findings"]


def test_the_dictionary_has_every_column_once() -> None:
    told_of = [row[:2] for row in dictionary(DESCRIBED)]
    assert told_of == [(table.name, column.name) for table in DESCRIBED for column in table.columns]
    assert len(set(told_of)) == len(told_of)


# --- What a row says ---------------------------------------------------------------------------------------


def test_a_day_and_a_quarter() -> None:
    text = "account_plan: {activities: {a: {by: 2027-Q2}, b: {by: 2027-06-30}}}"
    assert [(row["due"], row["due_text"]) for row in rows("activities", plan(text))] == [
        (dt.date(2027, 6, 30), "2027-Q2"),
        (dt.date(2027, 6, 30), None),
    ]


def test_unknown_none_and_nothing_are_told_apart() -> None:
    text = """
relationships:
  buying_center:
    ann-lee: {title: unknown, reports_to: none, won_through: none, stance: supporter}
"""
    row = one("people", text)
    assert (row["title"], row["reports_to"], row["won_through"], row["members"]) == (None, None, (), None)
    assert (row["unknown"], row["none"]) == (("title",), ("won_through", "reports_to"))


def test_what_is_unknown_as_a_whole_is_unknown_in_all_its_columns() -> None:
    row = one("opportunities", "account_plan: {opportunities: {a: {cabs: unknown}}}")
    assert row["unknown"] == ("compelling_reason", "authority", "budget_state", "budget_amount", "allies")
    assert set(one("results", "account_as_market: {results: {'2025': unknown}}")["unknown"]) >= {"sales"}  # type: ignore[arg-type]


def test_an_amount_is_exact_and_has_the_currency_of_its_entry_else_of_the_plan() -> None:
    text = """
currency: EUR
account_knowledge:
  challenges: {a: {budget: 0.1M, currency: USD}}
  projects: {b: {budget: 1234567.89}}
"""
    assert [(row["kind"], row["budget"], row["currency"]) for row in rows("needs", plan(text))] == [
        ("challenge", Decimal(100000), "USD"),
        ("project", Decimal("1234567.89"), "EUR"),
    ]


def test_a_quantity_a_stretch_and_a_yes() -> None:
    objective = one("objectives", "account_plan: {objectives: {a: {baseline: 4100 tonnes, target: 5k}}}")
    assert (objective["baseline"], objective["baseline_unit"]) == (Decimal(4100), "tonnes")
    assert (objective["target"], objective["target_unit"]) == (Decimal(5000), None)
    deal = one(
        "opportunities",
        "account_plan: {opportunities: {a: {term: 2 years, proposition_check: {benefits_shown: yes}}}}",
    )
    assert (deal["term"], deal["term_days"], deal["benefits_shown"]) == ("2 years", 731, True)


def test_what_is_meant_where_nothing_is_written_is_written() -> None:
    text = """
owner: mara-lind
account_plan:
  activities: {a: {what: Go}, b: {what: Stay, owner: tor-vik}}
  communications: {c: Hello}
  opportunities: {d: {what: Sell}}
"""
    made = plan(text)
    assert [(row["owner"], row["status"]) for row in rows("activities", made)] == [
        ("mara-lind", "planned"),
        ("tor-vik", "planned"),
    ]
    assert rows("communications", made)[0]["from_people"] == ("mara-lind",)
    assert rows("opportunities", made)[0]["stage"] == "identified"


def test_cells_of_the_open_space_in_their_short_forms() -> None:
    text = """
currency: EUR
account_as_market: {year: 2025, open_space: {north: {a: 1.2M, b: rapid-nord, c: open, d: unknown}}}
"""
    wanted = ("segment", "offering", "state", "sales", "who", "currency", "year", "unknown")
    assert [tuple(row[name] for name in wanted) for row in rows("open_space", plan(text))] == [
        ("north", "a", "ours", Decimal(1200000), None, "EUR", 2025, ()),
        ("north", "b", "competitor", None, ("rapid-nord",), "EUR", 2025, ()),
        ("north", "c", "open", None, None, "EUR", 2025, ()),
        ("north", "d", None, None, None, "EUR", 2025, ("state",)),
    ]


def test_what_a_rival_gets_by_value_and_by_volume() -> None:
    text = """
currency: EUR
account_as_market:
  share_of_wallet:
    pumps: {competitors: {kestrel: 3.9M}, currency: USD, volume: {competitors: {kestrel: 40 t, oak: unknown}}}
"""
    wanted = ("category", "competitor", "spend", "currency", "volume", "volume_unit", "unknown")
    assert [tuple(row[name] for name in wanted) for row in rows("wallet_competitors", plan(text))] == [
        ("pumps", "kestrel", Decimal(3900000), "USD", Decimal(40), "t", ()),
        ("pumps", "oak", None, "USD", None, None, ("volume",)),
    ]


def test_figures_that_are_worked_out() -> None:
    text = """
selection:
  criteria:
    lifetime_value: {yearly_margin: 1M, years: 2, retention: 90, discount: 10}
    unrealised_potential: {up_sell: 0.5M}
account_as_market:
  results:
    "2024": {sales: 100, cost_of_goods: 60, presale: {salary: 10, bonus: 5}, postsale: 5}
    "2025": {sales: 100, cost_of_goods: 60, presale: unknown}
"""
    made = plan(text)
    (account,) = rows("accounts", made)
    # 1/1.1 + 0.9/1.21 = 1.652892… years' worth
    assert (account["lifetime_value"], account["potential_value"]) == (
        Decimal("1652892.56"),
        Decimal("826446.28"),
    )
    known, not_known = rows("results", made)
    assert (known["year"], known["presale_cost"], known["contribution_margin"]) == (2024, 15, 20)
    assert (not_known["contribution_margin"], not_known["unknown"]) == (None, ("presale_cost",))


def of_file(name: str, root: type[Part], text: str, audience: Audience = Audience.TEAM) -> list[Row]:
    """The rows of a table of a shared file, without what is said instead of values."""
    table = BY_NAME[name]
    assert isinstance(table, SharedTable)
    found = [
        tuple(row) for row in table.records(build(root, load(text.encode(), "x.yaml").data)[0], audience)
    ]
    assert {len(row) for row in found} <= {len(table.columns)}
    return found


def test_our_people() -> None:
    text = """
kamc: 1
people:
  mara-lind: {title: Key account manager, function: sales, location: unknown}
  tor-vik: {name: Tor Vik Ås, left: 2026-08}
"""
    assert of_file("our_people", People, text) == [
        ("mara-lind", "Mara Lind", "Key account manager", "sales", None, None, None, ("location",), ()),
        ("tor-vik", "Tor Vik Ås", None, None, None, dt.date(2026, 8, 31), "2026-08", (), ()),
    ]


def test_offerings_with_what_is_meant_where_nothing_is_written() -> None:
    text = """
kamc: 1
offerings:
  cold-store: {what: Keeps it cold., became: none}
  old-store: {name: "Old store", kind: service, status: withdrawn, from: 2004, withdrawn: 2026-01-31,
              became: cold-store}
"""
    cold, old = of_file("offerings", Catalogue, text)
    assert cold[:6] == ("cold-store", "Cold Store", "Keeps it cold.", "product", None, "available")
    assert cold[6:] == (None, None, None, None, None, (), ("became",))
    assert old[:6] == ("old-store", "Old store", None, "service", None, "withdrawn")
    assert old[6:] == (dt.date(2004, 12, 31), "2004", dt.date(2026, 1, 31), None, "cold-store", (), ())


@pytest.mark.parametrize(("audience", "ids"), [(Audience.PRIVATE, ["a", "b"]), (Audience.TEAM, ["b"])])
def test_whom_an_author_keeps_private_the_team_does_not_get(audience: Audience, ids: list[str]) -> None:
    text = "kamc: 1\npeople: {a: {title: Spy, audience: private}, b: {title: Clerk}}\n"
    assert [row[0] for row in of_file("our_people", People, text, audience)] == ids


def test_entries_and_open_questions() -> None:
    text = """
account_plan: {activities: {go-there: {what: Go, status: done, by: unknown}}}
relationships: {buying_center: {ann-lee: {stance: supporter}}}
"""
    made = plan(text)
    wanted = ("id", "kind", "called", "status", "is_open")
    assert [tuple(row[name] for name in wanted) for row in rows("entries", made)] == [
        ("ann-lee", "member", "Ann Lee", "active", True),
        ("go-there", "activity", "Go", "done", False),
    ]
    assert [tuple(row.values())[2:] for row in rows("open_questions", made)] == [
        ("/account_plan/activities/go-there/by", "go-there", "By")
    ]


def test_what_is_private_is_not_for_the_team() -> None:
    text = """
account_plan: {activities: {a: {what: Quietly, audience: private}, b: Aloud}}
relationships: {buying_center: {ann-lee: {title: Buyer, profile: {personal_agenda: To be chief}}}}
"""
    made = plan(text)
    assert rows("people", made)[0]["personal_agenda"] == "To be chief"
    assert rows("people", made, Audience.TEAM)[0]["personal_agenda"] is None
    assert [row["id"] for row in rows("activities", made, Audience.TEAM)] == ["b"]
    assert "a" not in {row["id"] for row in rows("entries", made, Audience.TEAM)}


# --- Laws ---------------------------------------------------------------------------------------------------

HOLDERS = {
    "people": ("member",),
    "success_factors": ("success-factor",),
    "needs": ("challenge", "plan", "project"),
    "activities": ("activity",),
    "communications": ("communication",),
    "objectives": ("objective",),
    "opportunities": ("opportunity",),
    "competitors": ("competitor",),
}


@given(plan_data())
def test_laws_of_drawn_plans(data: Any) -> None:
    laws(plan_of(data))


@pytest.mark.parametrize("path", WORKED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_laws_of_worked_plans(path: pathlib.Path) -> None:
    laws(build(Plan, load(path.read_bytes(), path.name).data)[0])


def laws(made: Plan) -> None:
    """A row for each entry, keys that tell rows apart, and cells of the kind of their column."""
    kinds = [each.entry.about.kind for each in entries(made)]
    for audience, table in itertools.product((Audience.PRIVATE, Audience.TEAM), TABLES):
        found = [tuple(row) for row in table.rows(told(made, audience))]
        keys = [
            tuple(cell for cell, column in zip(row, table.columns, strict=True) if column.name in table.key)
            for row in found
        ]
        assert len(set(keys)) == len(keys)
        assert not any(cell is None for key in keys for cell in key)
        for row in found:
            for cell, column in zip(row, table.columns, strict=True):
                assert cell is None or type(cell) is TYPES[column.kind], (table.name, column.name, cell)
        if table.name in HOLDERS and audience is Audience.PRIVATE:
            assert len(found) == sum(kinds.count(kind) for kind in HOLDERS[table.name])
