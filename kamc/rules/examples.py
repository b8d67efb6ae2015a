"""The plans that the examples of rules are laid over: approved, clean. The tests run them.

An example is a piece of a plan. Its mappings are merged into those of the plan, key by key; `~` takes a key
away; everything else (a text, a number, a list) replaces what was there. Rules that are asked from the short
profile on get the short plan, the others the extended one.

A line such as `# 2026-Q3`, `# plans/people.yaml` or `# kamc.yaml` begins a piece of another file: an earlier
quarter, a shared file, another account, the settings. Such a file is there only where the example names it;
shared files and settings always are.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kamc.analysis.completeness import facts
from kamc.loader import load
from kamc.model.build import build
from kamc.model.fields import Profile
from kamc.model.plan import Plan
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
    jan-ostrow: {title: "Managing director", roles: decider, stance: conditional-supporter, influence: high, contacts: {mara-lind: 2026-10-14}}
    ines-bahr: {title: "Head of the night hub", roles: [user, facilitator], stance: supporter, influence: medium, contacts: {mara-lind: 2026-11-04}}
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

EXTENDED = """\
profile: extended
reviewed: {selection: 2026-10-12, success_factors: 2026-10-12, continuum: 2026-10-12, open_space: 2026-10-12, buying_center: 2026-10-12}
summary:
  stand: "Second of three carriers; first where goods must stay cold."
  because: "We log every pallet. By night Rapid Nord is not there, and we are."
  aim: {short: "Night runs from the hub, six weeks", medium: "All night freight of the hub", long: "Their one carrier for cold and night"}
  revise: "Night sales: 0.6M holds if the hub opens in June."
  supported_by: {ines-bahr: "Opens the hub at night", tor-vik: "Speaks with Jan Ostrow once a quarter"}
selection:
  criteria:
    size: {what: "Third of the carriers in the north", volume: 84000 pallets, value: 4.8M}
    strategic_importance: "Whoever moves their cold goods is asked by the four that watch them."
    lifetime_value: {yearly_margin: 0.4M, years: 5, retention: 90, discount: 8, acquisition: 0}
    unrealised_potential: {cross_sell: 0.3M, up_sell: 0.2M, co_create: 0.1M, limit: "All that they give away: 4.8M"}
    fit: {strategic: high, operational: high, cultural: medium}
    relationship_method: {loyalty: high, profitability: high}
  coverage: {model: key-account-team, time: 40}
  attractiveness: {size: 3, growth_potential: 4, financial_stability: 4, ease_of_access: 4, closeness: 4, strategic_fit: 5, early_adopter: 3, values_our_offer: 4, low_competition: 2, market_standing: 4}
  relative_strength: {price: 2, service: 4, quality_of_people: 4, speed: 4, relationships: 4, innovation: 3, value_in_use: 4, sustainability: 3, trust: 4}
  importance: {volume_or_value: 3, potential: 4, prestige: 4, market_leadership: 3, diversification: 3, new_markets: 3, technological_strength: 3, effect_on_others: 4}
  difficulty: {product: {novelty: 2, complexity: 3}, account: {requirements: 4, buying_habits: 3, technical_competence: 3, commercial_competence: 4, power: 3, wish_for_competition: 3}, competition: {number: 3, strength: 3, position: 3}}
account_knowledge:
  situation: {what: "140 lorries, two hubs, a third one in building. Night freight grows by a fifth a year.", sources: ["Annual report 2025", "Jan Ostrow 2026-10-14"]}
  business_objectives:
    night-half: {what: "Half of all freight at night by 2029 (2025: 31 %)", whose: jan-ostrow, by: 2029}
  success_factors:
    cold-chain: {serves: night-half, measured_by: "Their own loggers, read each month", sources: ["Quality report 2025", "Jan Ostrow 2026-10-14"]}
    night-cut: {serves: night-half, measured_by: "Scans at the hub door", sources: ["Ines Bahr 2026-11-04", "Hub log October"]}
  challenges:
    warm-docks: {what: "Pallets stand forty minutes on the warm dock", serves: cold-chain, whose: ines-bahr, compelling_reason: "Their largest shipper leaves at the tenth claim.", by: 2027-03-31}
  projects:
    third-hub: {what: "A third hub in Lünwerder, open in June", serves: night-cut, whose: ines-bahr, compelling_reason: "The lease of the old one ends in July 2027.", budget: 9M, by: 2027-06-30}
  barriers:
    no-drivers: {what: "Eleven driver posts are open since spring.", leads_to: hub-trial}
  enablers: {city-lane: "The city opens a night lane to the port in 2027."}
  customer_analysis:
    purchasing_strategy: "Two carriers a lane, asked anew each autumn."
    value_drivers: "A claim costs them 400, a lost shipper 300k."
    growth_strategy: "Night and cold, nothing else."
    value_chain: "They own the hubs and hire the lorries."
    activity_cycle: "Peak from October to Christmas; lanes are asked for in September."
    shared_future: "One night net from the port to the mountains."
  reflection:
    environment: {political: "The city talks of a night ban for old engines.", legal: "Loggers become law in 2028.", economic: "Freight is down, night freight up.", social: "Few want to drive by day, more by night.", production_technology: "Doors that load themselves.", demand_technology: "Shoppers see the degree on the box."}
    market: {size: "2.1 million cold pallets a year in the north.", trends: "Cold up 6 % a year.", customers: "Bakers, florists, three grocers.", needs: "A door at seven, and cold.", satisfies: "A call before a delay.", annoys: "A form for each claim.", sensitive_to: "Minutes, then price.", demand_moved_by: "Weather and feasts."}
    competition: {strategy: "Be the last to close in the evening.", business_model: "A price a pallet, a bonus a year.", results: "4 % margin, twice that of the others.", rivals: "Two larger by day, none by night.", entry_barriers: "Doors and drivers.", prices_moved_by: "Diesel, with a month between."}
    position: {buying_cycle: "Lanes in September, trials all year.", budget_say: "Ines Bahr to 50k, then Jan Ostrow.", why_us: "The logs.", preferred: "For cold goods, yes.", other_suppliers: "Rapid Nord since 2014, by day.", relationship_sought: "One carrier who thinks along.", what_could_change: "A cold claim of ours, or a night run of theirs."}
  five_forces:
    new_entrants: {strength: low, drivers: "Doors are taken."}
    supplier_power: {strength: medium, drivers: "Drivers choose."}
    buyer_power: {strength: high, drivers: "Three grocers give half."}
    substitutes: {strength: low, drivers: "Rail stops at six."}
    rivalry: {strength: medium, drivers: "Price by day, doors by night."}
product_knowledge:
  offerings:
    cold-line: {fit: "Keeps and shows the degrees of each pallet.", answers: [warm-docks, cold-chain]}
    night-line: {fit: "Collects at ten what the hub closes at nine.", answers: third-hub}
  decision_criteria:
    degrees-shown: {what: "Who can show the degrees of each pallet", family: core, relevance: {decider: 7x6, user: 6x5}}
    late-doors: {what: "How late the last door closes", family: service, relevance: {user: 7x5, buyer: 4x5}}
    price-by-day: {what: "Price of a pallet by day", family: core, relevance: {buyer: 6x2}, our_answer: change-importance}
relationships:
  continuum: {layer: {now: consultative, wanted: transformative}, intent: {ours: high, theirs: medium}, why: "They ask us about the hub; lanes still go to whoever is cheapest by day."}
  buying_center:
    jan-ostrow:
      influence: high
      reports_to: none
      profile: {business_agenda: "A third hub that pays by 2028.", personal_agenda: "Wants to hand over a house in order.", measured_by: "Margin a pallet", recognised_by: "The family", favourable: "Yes, if the trial holds.", needs: "Calm nights.", kept_from_it: "One carrier means one risk.", we_can_help: "A second lorry on call."}
      contacts: {mara-lind: {topic: "The third hub", every: quarter, last: 2026-10-14, level: problem-solver}, tor-vik: {topic: "Where both houses go", every: half-year, last: 2026-09-22, level: credible-source}}
    ines-bahr:
      influence: high
      promoter: inner-salesperson
      reports_to: jan-ostrow
      influences: {jan-ostrow: "What the hub can do at night", ole-kamp: "Which lanes need a late door"}
      profile: {business_agenda: "The hub moves in July without a lost night.", personal_agenda: "Wants to run all three hubs.", measured_by: "Minutes at the door", recognised_by: "Jan Ostrow", favourable: "Yes.", needs: "Somebody at the door at ten.", kept_from_it: "Nothing.", we_can_help: "A trial before the move."}
      contacts: {mara-lind: {topic: "Nights at the hub", every: 2 weeks, last: 2026-11-18, level: trusted-advisor}, tor-vik: {topic: "Degrees on the dock", every: month, last: 2026-11-10, level: problem-solver}}
    ole-kamp:
      title: Buyer of lanes
      roles: [buyer, gatekeeper]
      stance: constructive-critic
      influence: medium
      reports_to: jan-ostrow
      won_through: ines-bahr
      purchaser: {interest: low, involvement: medium}
      profile: {business_agenda: "Lanes filled by October.", personal_agenda: "No calls after six.", measured_by: "Price a pallet", recognised_by: "Jan Ostrow", favourable: "If a bid is asked for.", needs: "Three prices on one sheet.", kept_from_it: "We never sent one sheet.", we_can_help: "Send it."}
      contacts: {mara-lind: {topic: "Lanes 2027", every: quarter, last: 2026-09-30, level: vendor}}
    dora-wiek:
      title: "Adviser for the new hub"
      company: Wiek und Partner
      roles: [advisor, influencer]
      stance: supporter
      influence: medium
      reports_to: none
      profile: {business_agenda: "A hub plan that holds.", personal_agenda: "Two more hubs to plan.", measured_by: "The day it opens", recognised_by: "Jan Ostrow", favourable: "Yes, with figures.", needs: "Figures of real nights.", kept_from_it: "Nobody had any.", we_can_help: "Share the trial's log."}
      contacts: {tor-vik: {topic: "Figures of the trial", every: month, last: 2026-11-12, level: problem-solver}}
  buying_center_analysis:
    buyers: {preoccupations: {tangible: "Lanes filled by October", intangible: "Being asked why it cost more"}, consequences: {tangible: "Spot prices in December", intangible: "A quarrel with the hub"}, expectations: {current: "Three prices", possible: "One sheet a year"}}
    users: {preoccupations: {tangible: {what: "Minutes at the door", leads_to: hub-trial}, intangible: "Who answers at night"}, consequences: {tangible: "Claims", intangible: "Blame"}, expectations: {current: "A lorry at ten", possible: "A lorry on call"}}
    deciders: {preoccupations: {tangible: "The lease that ends in July", intangible: "One carrier, one risk"}, consequences: {tangible: "Two hubs paid at once", intangible: "The family asks"}, expectations: {current: "A price that holds", possible: "A plan for three years"}}
    promoters: {preoccupations: {tangible: "Proof from the trial", intangible: "Being right about us"}, consequences: {tangible: "A hub without nights", intangible: "Her word counts less"}, expectations: {current: "We keep what we say", possible: "We speak for her"}}
  selling_center:
    tor-vik: {roles: [sponsor, executive, subject-matter, contributor]}
  alignment:
    interfaces:
      booking: {team: mara-lind, with: ole-kamp, state: smooth, what: "Slots by wire"}
      claims: {team: tor-vik, with: ines-bahr, state: broken, what: "Three forms a claim", leads_to: one-form}
    sales_steps:
      need-recognition: {what: "A night at the hub with Ines Bahr", team: mara-lind}
      characteristic-determination: {what: "Degrees on the dock", team: tor-vik}
      specification: {what: "Doors and minutes", team: tor-vik}
      source-identification: {what: "On their list since 2019", team: mara-lind}
      proposal-request: {what: "September, by letter", team: mara-lind}
      proposal-evaluation: {what: "The trial's log", team: tor-vik}
      supplier-selection: {what: "Jan Ostrow and Tor Vik at one table", team: tor-vik}
      post-purchase-evaluation: {what: "A page a month", team: tor-vik}
  boundary_value:
    shared-log: {what: "One log of degrees for both houses", we_gain: "No claim without a reading", they_gain: "One report for the grocers", cost_to_switch: 60k}
account_as_market:
  share_of_wallet: {transport: {as_of: 2026-09-30}}
  results:
    2025: {sales: 1.6M, cost_of_goods: 1.05M, presale: 0.09M, postsale: 0.06M}
  advantages:
    logged-degrees: {serves: [cold-chain, degrees-shown], sources: ["Claims list 2025", "Their quality report 2025"]}
    open-at-ten: {what: "Our doors close at eleven, every night since 2023", serves: [night-cut, late-doors], sources: ["Door log 2025", "Ines Bahr 2026-11-04"]}
  competitors:
    rapid-nord: {strengths: "Cheapest by day", weaknesses: "Closed after eight", strategy: "Take the cold lanes with a year's bonus."}
  open_space:
    north: {cold-line: {state: ours, sales: 1.6M, serves: cold-chain}, night-line: {state: competitor, who: rapid-nord, until: 2027-06-30, serves: night-cut}}
    south: {cold-line: not-wanted, night-line: {state: open, spend: 0.9M, serves: night-cut}}
  swot:
    strengths: {two-nights: "Crews who know the hub at night."}
    weaknesses: {no-day: "Dear by day."}
    opportunities: {hub-moves: "All lanes are asked anew when the hub moves."}
    threats: {year-bonus: "Rapid Nord offers a bonus for a whole year."}
  satisfaction:
    surveyed: 2026-05-20
    responses: 9
    scale: 10
    criteria: {degrees: {expectation: 8, perception: 9}, claims: {expectation: 8, perception: 6}}
account_plan:
  journey: {phase: investment, since: 2026-04, why: "Two crews are paid before the lanes are ours."}
  objectives:
    cold-growth: {what: "Cold sales a year, faster than our 4 %", growth: more-of-the-same, baseline: 1.6M, target: 1.9M, by: 2027-12-31}
    shared-net: {what: "A night net planned by both", growth: co-create, measure: other, by: 2028-06-30}
  strategies:
    night-first: {what: "Win by night what we cannot win by day.", kind: offensive, uses: [two-nights, hub-moves, open-at-ten], advances: [night-sales, shared-net], by: 2027-06-30, quarters: {2026-Q4: "Trial agreed", 2027-Q1: "Six weeks of runs"}}
    hold-cold: {what: "Show degrees where they show a bonus.", kind: protective, uses: [year-bonus, no-day, logged-degrees], advances: cold-growth, by: 2027-12-31, quarters: {2026-Q4: "Claims settled", 2027-Q1: "One log"}}
  opportunities:
    hub-nights: {what: "All night lanes of the third hub", using: night-line, answers: third-hub, in: [north, south], advances: night-sales, stage: qualified, value: 1.8M, term: 3 years, probability: 50, closes: 2027-06-15, competitors: rapid-nord, cabs: {compelling_reason: "The lease ends in July 2027.", authority: jan-ostrow, budget: {state: approved, amount: 2M}, allies: ines-bahr}}
  activities:
    one-form: {what: "One claim form for both houses, tried on ten claims", answers: warm-docks, using: cold-line, advances: hold-cold, owner: tor-vik, by: 2027-01-22}
    hub-trial: {answers: [night-cut, third-hub], advances: [hub-nights, night-first]}
    one-sheet: {what: "Lanes of 2027 on one sheet, with Ole Kamp", advances: cold-growth, by: 2026-12-18}
    net-sketch: {what: "Sketch of the night net with Dora Wiek", advances: shared-net, using: night-line, answers: third-hub, owner: tor-vik, by: 2027-03-26}
  communications:
    cold-letter: {to: [jan-ostrow, ole-kamp], anchored_in: [cold-chain, warm-docks]}
    door-page: {message: "Forty nights, no door closed before eleven.", to: [ines-bahr, dora-wiek], carries: open-at-ten, anchored_in: [night-cut, third-hub], channel: report, every: month}
    board-hour: {message: "Where both houses go by night.", from: tor-vik, to: jan-ostrow, carries: open-at-ten, anchored_in: night-half, channel: executive-review, by: 2027-02-11}
  meetings:
    hub-evening: {what: "Agree on the six weeks of the trial.", date: 2026-12-10, kind: working, with: [ines-bahr, dora-wiek], team: [mara-lind, tor-vik], objectives: "The six weeks in writing", questions: [{ask: "What must not happen in the first night?", learn: "What she is afraid of."}, {ask: "Who says stop?", learn: "Who decides at night."}], leads_to: hub-trial}
  expectations: {call-first: {what: "A call before a delay.", whose: ines-bahr, kind: relational, leads_to: hub-trial}}
  concerns: {one-risk: {what: "One carrier is one risk.", whose: jan-ostrow, kind: solution, owner: tor-vik, answer: "A second lorry on call, in writing.", leads_to: board-hour, by: 2027-02-11, verified: no}}
  alarms: {fewer-bids: {sign: fewer-contacts, what: "Ole Kamp sent one lane instead of four.", whose: ole-kamp, seen: 2026-11-02, danger: medium, owner: mara-lind, treatment: "Bring the sheet in person.", leads_to: one-sheet, by: 2026-12-18, verified: no}}
  investment:
    resources: {second-crew: {what: "A second night crew from January", cost: 120k, each: year, status: granted}}
    returns: {margin: 0.3M, each: year, by: 2028}
    instead_of: "The same crew would bring half of it on the coast."
"""  # noqa: E501
"""What makes the extended plan of the short one."""

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


SETTINGS = "kamc: 1\nsupplier: Kühlwerk\ncurrency: EUR\n"
SETTINGS_FILE = "kamc.yaml"
CATALOGUE_FILE, PEOPLE_FILE = "plans/catalogue.yaml", "plans/people.yaml"
PLAN_FILE = "plans/hafen-spedition/2026-Q4.yaml"

OTHER = """\
kamc: 1
account: other
name: Other
period: 2026-Q4
status: approved
profile: short
owner: tor-vik
currency: EUR
summary: "Ours since spring."
selection: {bucket: maintenance, decision: maintain, why: "Steady work."}
account_knowledge:
  success_factors:
    full-sheds: {what: "Nine of ten bays in use", whose: arne-holt, by: 2027-12-31}
    calm-nights: {what: "No lorry before six", whose: eva-rust, by: 2027-06-30}
relationships:
  buying_center:
    arne-holt: {title: "Head of sheds", roles: decider, stance: constructive-critic, influence: high, contacts: {tor-vik: 2026-11-06}}
    eva-rust: {title: "Yard master", roles: [user, facilitator], stance: supporter, influence: medium, contacts: {tor-vik: 2026-11-09}}
  selling_center:
    tor-vik: {roles: [sponsor, executive, key-account-manager]}
account_as_market:
  year: 2025
  advantages: {slot-board: {what: "Slots kept: 97 of 100", serves: full-sheds}}
  open_space: {sheds: {cold-line: 0.3M, night-line: open}}
account_plan:
  objectives:
    more-sheds: {what: "Shed sales a year", growth: more-of-the-same, baseline: 0.3M, target: 0.4M, by: 2027-12-31}
  activities:
    slot-talk: {what: "Slots for 2027 in writing", answers: full-sheds, using: cold-line, advances: more-sheds, by: 2026-12-11}
    quiet-run: {what: "Two weeks of late runs", answers: calm-nights, using: night-line, advances: more-sheds, by: 2027-02-12}
  communications:
    slot-page: {message: "97 of 100 slots kept.", to: arne-holt, carries: slot-board, anchored_in: full-sheds, every: month}
"""  # noqa: E501
"""The plan of any other account that an example names."""

ACCOUNT, PERIOD = "hafen-spedition", "2026-Q4"
HEADING = re.compile(
    r"^# (?P<file>kamc\.yaml|plans/[a-z0-9/-]+(Q[1-4])?\.yaml|[0-9]{4}-Q[1-4])$", re.MULTILINE
)


def merged(base: Any, patch: Any) -> Any:
    """`patch` laid over `base`."""
    if not isinstance(base, dict) or not isinstance(patch, dict):
        return patch
    kept = {key: value for key, value in base.items() if key not in patch}
    laid = {key: merged(base.get(key, {}), value) for key, value in patch.items() if value is not None}
    return {key: (kept | laid)[key] for key in (*base, *patch) if key in kept or key in laid}


def patched(patch: str, ask: Profile = Profile.SHORT) -> Any:
    """The data of the plan for a profile, with an example laid over it."""
    return merged(plan(ask), _data(patch) or {})


def plan(ask: Profile = Profile.SHORT) -> Any:
    """The data of the plan that examples of rules for a profile are laid over."""
    return _data(PLAN) if ask is Profile.SHORT else merged(_data(PLAN), _data(EXTENDED))


def files(example: str, ask: Profile = Profile.SHORT) -> Mapping[str, Any]:
    """The data of every file of the workspace that an example describes, by path."""
    there = {
        SETTINGS_FILE: _data(SETTINGS),
        CATALOGUE_FILE: _data(CATALOGUE),
        PEOPLE_FILE: _data(PEOPLE),
        PLAN_FILE: plan(ask),
    }
    for path, piece in _pieces(example):
        patch = _data(piece) or {}
        laid = merged(there.get(path) or _base(path, ask), patch)
        there[path] = _answered(laid, patch) if path.startswith("plans/") and path.count("/") > 1 else laid
    return there


def _answered(data: Any, patch: Any) -> Any:
    """A plan with `unknown` for what its profile asks of the entries that an example brings along.

    What the example takes away with `~` stays missing.
    """
    plan = build(Plan, data)[0]
    profile = Profile[data["profile"].upper()]
    for gap in dict.fromkeys(fact.gap for fact in facts(plan, profile) if fact.state == "missing"):
        holder, taken = data, patch
        for key in gap[:-1]:
            holder, taken = holder[key], taken.get(key, {}) if isinstance(taken, dict) else {}
        if isinstance(holder, dict) and not (isinstance(taken, dict) and gap[-1] in taken):
            holder[gap[-1]] = "unknown"
    return data


def _pieces(example: str) -> Iterator[tuple[str, str]]:
    """Each piece of an example, with the file that it is laid over; the plan where it names none."""
    first, *rest = HEADING.split(example)
    if first.strip():
        yield PLAN_FILE, first
    groups = HEADING.groups + 1
    for start in range(0, len(rest), groups):
        name, piece = rest[start], rest[start + groups - 1]
        yield (name if name.endswith(".yaml") else f"plans/{ACCOUNT}/{name}.yaml"), piece


def _base(path: str, ask: Profile) -> Any:
    """What a piece of another plan is laid over: an earlier quarter, or the other account's plan."""
    _, account, file = path.split("/")
    period = {"period": file.removesuffix(".yaml")}
    if account == ACCOUNT:
        return plan(ask) | period
    return _data(OTHER) | {"account": account, "name": account.title()} | period


def catalogue() -> Catalogue:
    """What the example's supplier sells."""
    return build(Catalogue, _data(CATALOGUE))[0]


def people() -> People:
    """The people of the example's supplier."""
    return build(People, _data(PEOPLE))[0]


def _data(text: str) -> Any:
    return load(text.encode(), "example.yaml").data
