"""What holds for every plan: order means nothing, and nothing that is odd raises."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kamc.links import Shared, graph, link_findings
from kamc.model.build import build
from kamc.model.fields import Profile
from kamc.model.plan import Plan
from kamc.rules import examples, registry
from kamc.rules.base import Subject

IDS = st.sampled_from(["jan-ostrow", "ines-bahr", "night-cut", "cold-line", "mara-lind", "north", "zzz"])
MEMBER = st.fixed_dictionaries(
    {}, optional={"reports_to": IDS, "was": IDS, "won_through": st.lists(IDS, min_size=1)}
)
ACTIVITY = st.fixed_dictionaries({"answers": IDS, "using": IDS}, optional={"owner": IDS, "advances": IDS})
PLANS = st.builds(
    lambda members, activities, needs: {
        "account_knowledge": {"success_factors": dict.fromkeys(needs, "What must go well")},
        "relationships": {"buying_center": members},
        "account_plan": {"activities": activities},
    },
    st.dictionaries(IDS, MEMBER, max_size=5),
    st.dictionaries(IDS, ACTIVITY, max_size=4),
    st.lists(IDS, max_size=3),
)
SHARED = Shared(examples.catalogue(), examples.people(), frozenset())


def said(data: Any) -> set[tuple[str, str]]:
    """Every finding of the links and the rules, without its place."""
    plan = build(Plan, data)[0]
    ids = graph(plan, SHARED)
    subject = Subject(plan=plan, graph=ids, shared=SHARED, as_of=examples.AS_OF, profile=Profile.EXTENDED)
    findings = [*link_findings(plan, SHARED, ids)]
    for rule in registry.RULES:
        findings += rule.check(subject) if rule.check else ()
    return {(one.code, one.key) for one in findings}


def turned(data: Any) -> Any:
    """The same with every mapping of entries in the opposite order."""
    if isinstance(data, dict):
        return {key: turned(data[key]) for key in reversed(list(data))}
    return data


@given(PLANS)
def test_the_order_of_entries_means_nothing(data: Any) -> None:
    assert said(turned(data)) == said(data)


@given(PLANS)
def test_a_link_dangles_or_resolves(data: Any) -> None:
    plan = build(Plan, data)[0]
    ids = graph(plan, SHARED)
    dangling = {one.at for one in link_findings(plan, SHARED, ids) if one.code == "KAM027"}
    assert dangling == {edge.path for edge in ids.edges if ids.resolve(edge.target, edge.kinds) is None}
