"""The plan that every example of a rule is laid over: small, approved, clean. The tests run them.

An example is a piece of a plan. Its mappings are merged into those of the plan, key by key; `~` takes a key
away; everything else (a text, a number, a list) replaces what was there.
"""

import datetime as dt
from typing import Any

from kamc.loader import load
from kamc.model.build import build
from kamc.model.shared import Catalogue, People

AS_OF = dt.date(2026, 11, 23)
"""The day on which examples are judged."""

PLAN = """\
kamc: 1
account: hafen-spedition
name: Hafen-Spedition
period: 2026-Q4
status: approved
profile: short
owner: mara-lind
currency: EUR
summary: "Second of three carriers; first where goods must stay cold."
selection: {bucket: key, decision: increase, why: "They plan the network with us, three years ahead."}
account_knowledge:
  success_factors:
    cold-chain: {what: "No pallet above eight degrees (2025: 41)", whose: jan-ostrow, by: 2027-12-31}
    night-cut: {what: "Orders until ten at night, at the door by seven", whose: ines-bahr, by: 2027-06-30}
relationships:
  buying_center:
    jan-ostrow: {title: "Managing director", roles: decider, stance: conditional-supporter, contacts: {mara-lind: 2026-10-14}}
    ines-bahr: {title: "Head of the night hub", roles: [user, facilitator], stance: supporter, contacts: {mara-lind: 2026-11-04}}
  selling_center:
    tor-vik: {roles: [sponsor, executive]}
    mara-lind: {roles: key-account-manager}
account_as_market:
  year: 2025
  share_of_wallet: {transport: {spend: 4.8M, ours: 1.6M, competitors: {rapid-nord: 2.1M}, in_house: 0.4M}}
  advantages: {logged-degrees: {what: "Every pallet with its own log: 12 claims in 2025, all settled in a week", serves: cold-chain}}
  competitors: {rapid-nord: "Cheap by day, closed at night"}
  open_space: {north: {cold-line: 1.2M, night-line: rapid-nord}}
account_plan:
  objectives:
    night-sales: {what: "Night sales a year", growth: cross-sell, baseline: 0, target: 0.6M, by: 2027-12-31}
    win-jan: {what: "Jan Ostrow asks us first", kind: political, people: jan-ostrow, by: 2027-03-31}
  activities:
    hub-trial: {what: "Six weeks of night runs from the hub", answers: night-cut, using: night-line, by: 2027-01-29}
    claims-talk: {what: "The twelve claims of 2025, one by one", advances: win-jan, by: 2026-12-04}
  communications:
    cold-letter: {message: "Your degrees, pallet by pallet.", to: jan-ostrow, carries: logged-degrees, anchored_in: cold-chain, every: quarter}
"""  # noqa: E501

CATALOGUE = """\
kamc: 1
offerings:
  cold-line: {name: Cold Line, what: "Transport under eight degrees"}
  night-line: {name: Night Line, what: "Collected at ten, there by seven"}
"""

PEOPLE = """\
kamc: 1
people:
  mara-lind: {name: "Mara Lind", title: "Key account manager"}
  tor-vik: {name: "Tor Vik", title: "Managing director"}
"""


def merged(base: Any, patch: Any) -> Any:
    """`patch` laid over `base`."""
    if not isinstance(base, dict) or not isinstance(patch, dict):
        return patch
    kept = {key: value for key, value in base.items() if key not in patch}
    laid = {key: merged(base.get(key, {}), value) for key, value in patch.items() if value is not None}
    return {key: (kept | laid)[key] for key in (*base, *patch) if key in kept or key in laid}


def patched(patch: str) -> Any:
    """The data of the plan with an example laid over it."""
    return merged(_data(PLAN), _data(patch) or {})


def catalogue() -> Catalogue:
    """What the example's supplier sells."""
    return build(Catalogue, _data(CATALOGUE))[0]


def people() -> People:
    """The people of the example's supplier."""
    return build(People, _data(PEOPLE))[0]


def _data(text: str) -> Any:
    return load(text.encode(), "example.yaml").data
