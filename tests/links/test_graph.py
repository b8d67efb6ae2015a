from typing import Any

import pytest

from kamc.links import Graph, Shared, graph
from kamc.model.build import build
from kamc.model.plan import Plan
from kamc.rules import examples


def graphed(patch: str = "") -> Graph:
    data: Any = examples.patched(patch)
    return graph(
        build(Plan, data)[0], Shared(examples.catalogue(), examples.people(), frozenset({"hafen-spedition"}))
    )


IDS = graphed()


def test_entries_know_their_kind_and_their_path() -> None:
    node = IDS.entries["hub-trial"]
    assert (node.kind, node.path) == ("activity", ("account_plan", "activities", "hub-trial"))
    assert node.title == "Six weeks of night runs from the hub"


def test_of_kind_keeps_the_order_of_the_file() -> None:
    assert [node.id for node in IDS.of_kind("member")] == ["jan-ostrow", "ines-bahr"]
    assert IDS.of_kind("alarm") == ()


def test_a_person_without_a_name_is_spelled_from_the_id() -> None:
    assert IDS.entries["jan-ostrow"].title == "Jan Ostrow"


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ("hub-trial", {("answers", "night-cut"), ("using", "night-line")}),
        ("jan-ostrow", {("contacts", "mara-lind")}),
        ("nobody", set()),
    ],
)
def test_refers_to(source: str, links: set[tuple[str, str]]) -> None:
    assert {(edge.via, edge.target) for edge in IDS.refers_to(source)} == links


@pytest.mark.parametrize(
    ("target", "via", "sources"),
    [
        ("night-cut", "answers", ["hub-trial"]),
        ("night-cut", "serves", []),
        ("cold-chain", None, ["cold-letter", "logged-degrees"]),
        ("night-line", "open_space", [None]),
        ("mara-lind", "owner", [None]),
        ("mara-lind", "contacts", ["ines-bahr", "jan-ostrow"]),
    ],
)
def test_referred_by(target: str, via: str | None, sources: list[str | None]) -> None:
    assert sorted((edge.source for edge in IDS.referred_by(target, via)), key=str) == sources


@pytest.mark.parametrize(
    ("id_", "kinds", "kind"),
    [
        ("night-cut", ("challenge", "success-factor"), "success-factor"),
        ("night-cut", ("challenge",), None),
        ("night-cut", ("*",), "success-factor"),
        ("night-line", ("offering", "co-creation"), "offering"),
        ("tor-vik", ("member", "person"), "person"),
        ("hafen-spedition", ("account",), "account"),
        ("north", ("segment",), "segment"),
        ("mara-lind", ("*",), None),
    ],
)
def test_resolve(id_: str, kinds: tuple[str, ...], kind: str | None) -> None:
    found = IDS.resolve(id_, kinds)
    assert (found.kind if found else None) == kind


def test_the_key_of_a_nested_table_belongs_to_its_field() -> None:
    ids = graphed(
        """
        account_plan:
          opportunities:
            night: {choices: {theirs: {jan-ostrow: {punctual: 60}}}}
        product_knowledge: {decision_criteria: {punctual: {what: "On time"}}}
        """
    )
    assert {(edge.source, edge.via) for edge in ids.referred_by("punctual")} == {("night", "theirs")}
