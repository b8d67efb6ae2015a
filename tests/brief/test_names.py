"""Names for ids."""

import pytest

from kamc.brief.names import names
from kamc.model.build import build
from kamc.model.plan import Plan
from kamc.model.shared import Catalogue, People

PLAN = build(
    Plan,
    {
        "account_knowledge": {
            "success_factors": {"long": "A very long success factor that nobody would read twice in a table."}
        },
        "relationships": {
            "buying_center": {"ann-lee": {"title": "Buyer"}, "bob": {"name": "Dr. Bob Møller"}}
        },
        "account_as_market": {
            "competitors": {"kestrel": "They sell", "oaktree": {"name": "Oak & Tree"}},
            "open_space": {
                "north-sea": {"pump-parts": "open", "booster-sets": "open"},
                "far": {"pump-parts": "open"},
            },
            "segments": {"far": "Far East"},
        },
    },
)[0]
PEOPLE = build(People, {"people": {"ida-moe": {"name": "Ida Mø"}, "per-lunde": {"title": "x"}}})[0]
CATALOGUE = build(
    Catalogue, {"offerings": {"booster-sets": {"name": "Booster Sets"}, "rods": {"what": "x"}}}
)[0]


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("ann-lee", "Ann Lee"),
        ("bob", "Dr. Bob Møller"),
        ("kestrel", "Kestrel"),
        ("oaktree", "Oak & Tree"),
        ("ida-moe", "Ida Mø"),
        ("per-lunde", "Per Lunde"),
        ("booster-sets", "Booster Sets"),
        ("rods", "Rods"),
        ("pump-parts", "Pump parts"),
        ("north-sea", "North sea"),
        ("far", "Far East"),
        ("nobody-knows", "Nobody Knows"),
        ("long", "A very long success factor that nobody would read…"),
    ],
)
def test_ids_have_names(id: str, name: str) -> None:
    assert names(PLAN, PEOPLE, CATALOGUE).of(id) == name


def test_without_shared_files_ids_spell_themselves() -> None:
    held = names(PLAN, None, None)
    assert (held.of("ida-moe"), held.of("booster-sets")) == ("Ida Moe", "Booster sets")


def test_texts_are_kept_apart_by_semicolons() -> None:
    held = names(PLAN, PEOPLE, CATALOGUE)
    assert held.listed(("ann-lee", "bob")) == "Ann Lee, Dr. Bob Møller"
    assert "; " in held.listed(("long", "bob"))
