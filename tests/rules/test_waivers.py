import datetime as dt
from typing import Any

import msgspec
import pytest

from kamc.diagnostics import Finding, Path, Waiver
from kamc.model.build import build
from kamc.model.plan import Plan
from kamc.rules.registry import BOOK
from kamc.rules.waivers import Pair, apply_waivers

TODAY = dt.date(2026, 11, 23)
CENTRE = ("relationships", "buying_center")
NOBODY = Finding(code="KAM301", message="nobody lobbies for us", at=CENTRE)


def applied(accepted: dict[str, Any], place: str = "relationships", **options: Any) -> list[Pair]:
    data: dict[str, Any] = {place: {"accepted": accepted}} if place else {"accepted": accepted}
    findings = options.pop("findings", (NOBODY,))
    return list(apply_waivers(findings, build(Plan, data)[0], TODAY, BOOK, **options))


@pytest.mark.parametrize("name", ["no-facilitator", "KAM301"])
@pytest.mark.parametrize("place", ["", "relationships"])
def test_a_waiver_on_what_holds_the_finding_covers_it(place: str, name: str) -> None:
    waiver = {"why": "Tor introduces one", "by": "tor-vik", "until": "2027-01"}
    expected = Waiver(why="Tor introduces one", by="tor-vik", until="2027-01-31")
    assert applied({name: waiver}, place) == [(NOBODY, expected)]


def test_a_waiver_on_another_block_does_not() -> None:
    found = applied({"no-facilitator": {"why": "w"}}, "selection")
    assert [(one.code, waiver) for one, waiver in found] == [("KAM301", None), ("KAM033", None)]
    assert found[1][0].at == ("selection", "accepted", "no-facilitator")


LOST = [
    ((NOBODY,), "no-facilitator", "move it to `relationships`, or delete it", [CENTRE]),
    ((), "no-facilitator", "delete it: there is no such finding in this file", []),
    ((), "duplicate-key", "delete it: nobody can accept this", []),
    ((NOBODY,), "no-facilitater", "write the name or code of the finding", []),
    ((NOBODY,), "KAM999", "write the name or code of the finding; kamc explain lists them all", []),
    (
        (msgspec.structs.replace(NOBODY, at=("account_plan", "activities", "visit", "by")),),
        "no-facilitator",
        "move it to `visit`, or delete it",
        [("account_plan", "activities", "visit", "by")],
    ),
    (
        (msgspec.structs.replace(NOBODY, at=("name",)),),
        "KAM301",
        "move it to the top of the file, or delete it",
        [("name",)],
    ),
]


@pytest.mark.parametrize(("findings", "name", "remedy", "places"), LOST)
def test_a_waiver_that_waives_nothing_is_told_where_it_would(
    findings: tuple[Finding, ...], name: str, remedy: str, places: list[Path]
) -> None:
    *_, (fault, _) = applied({name: {"why": "w"}}, "selection", findings=findings)
    assert (fault.code, fault.help) == ("KAM033", remedy)
    assert [one.at for one in fault.related] == places


def test_a_waiver_of_another_rule_does_not() -> None:
    assert [one.code for one, waiver in applied({"no-decider": {"why": "w"}}) if not waiver] == [
        "KAM301",
        "KAM033",
    ]


@pytest.mark.parametrize(
    ("until", "expired"), [("2026-11-22", True), ("2026-11-23", False), ("2026-11", False)]
)
def test_a_waiver_holds_through_its_last_day(until: str, expired: bool) -> None:
    found = applied({"no-facilitator": {"why": "w", "until": until}})
    assert [one.code for one, waiver in found if waiver is None] == (["KAM301", "KAM034"] if expired else [])


def test_an_expired_waiver_points_at_its_date_and_at_the_finding() -> None:
    _, (fault, _) = applied({"no-facilitator": {"why": "w", "until": "2026-10-31"}})
    assert fault.at == ("relationships", "accepted", "no-facilitator", "until")
    assert [(one.at, one.message) for one in fault.related] == [(CENTRE, NOBODY.message)]


def test_an_expired_waiver_that_waives_nothing_is_only_unused() -> None:
    found = applied({"no-facilitator": {"why": "w", "until": "2020"}}, findings=())
    assert [one.code for one, _ in found] == ["KAM033"]


def test_the_nearest_waiver_counts_and_the_outer_one_is_not_unused() -> None:
    data = {
        "accepted": {"no-facilitator": {"why": "outer"}},
        "relationships": {"accepted": {"KAM301": {"why": "inner"}}},
    }
    assert list(apply_waivers((NOBODY,), build(Plan, data)[0], TODAY, BOOK)) == [
        (NOBODY, Waiver(why="inner"))
    ]


def test_a_name_that_is_no_rule_gets_the_nearest() -> None:
    ((fault, _),) = applied({"no-facilitater": {"why": "w"}}, findings=())
    assert (fault.message, fault.label) == (
        'there is no rule "no-facilitater" to accept a finding of',
        'did you mean "no-facilitator"?',
    )


@pytest.mark.parametrize(("ran", "codes"), [({"KAM101"}, []), ({"KAM301"}, ["KAM033"]), (None, ["KAM033"])])
def test_a_rule_that_nobody_asked_leaves_its_waiver_in_peace(ran: set[str] | None, codes: list[str]) -> None:
    assert [one.code for one, _ in applied({"no-facilitator": {"why": "w"}}, findings=(), ran=ran)] == codes


def test_what_could_not_be_read_cannot_be_accepted() -> None:
    fault = Finding(code="KAM003", message="written twice")
    found = applied({"duplicate-key": {"why": "w"}}, "", findings=(fault,))
    assert [(one.code, waiver) for one, waiver in found] == [("KAM003", None), ("KAM033", None)]


def test_a_waiver_on_an_entry_covers_only_that_entry() -> None:
    activities = ("account_plan", "activities")
    one, other = (Finding(code="KAM601", message="m", at=(*activities, id_)) for id_ in ("visit", "letter"))
    data = {
        "account_plan": {"activities": {"visit": {"accepted": {"activity-without-reason": {"why": "w"}}}}}
    }
    found = list(apply_waivers((one, other), build(Plan, data)[0], TODAY, BOOK))
    assert found == [(one, Waiver(why="w")), (other, None)]
