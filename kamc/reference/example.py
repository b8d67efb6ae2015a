"""What a reader writes from: a short plan, and pieces to add to it; a test has them checked."""

from collections.abc import Mapping

PLAN = """\
kamc: 1
account: gruenau-heat
name: Fernwärme Grünau
period: 2026-Q2
status: in-review
profile: short
currency: EUR
owner: jonas-petri

summary: They tender two new wells. We measured their rock since 2021 and never drilled there.

selection:
  bucket: key-development
  decision: increase
  why: Small today, but the town must leave gas by 2028 and has rock for four more pairs of wells.

account_knowledge:
  success_factors:
    gas-free-heat:
      what: "Eight of ten kilowatt-hours without gas (2025: 22 %)"
      whose: veronika-thaler
      by: 2030
    quiet-neighbours: {what: "No site with over ten complaints", whose: veronika-thaler, by: 2027}

relationships:
  buying_center:
    veronika-thaler:
      title: Managing director
      roles: decider
      stance: conditional-supporter
      influence: high
      contacts: {jonas-petri: 2026-06-11}
    korbinian-ostler: {title: "Head of wells and plant", roles: [user, facilitator], stance: supporter,
                       influence: medium, contacts: {jonas-petri: 2026-06-25}}
    lena-moosbauer: {title: Purchaser, roles: buyer, stance: unknown, influence: medium, contacts: none}
  selling_center: {david-okoro: sponsor, helena-brandt: executive, jonas-petri: key-account-manager}

account_as_market:
  year: 2025
  advantages:
    quiet-rig: {what: "41 decibels at the nearest bedroom, at night", serves: quiet-neighbours}
    rock-on-paper: {what: "Every log of their rock since 2021 is ours", serves: gas-free-heat}
  share_of_wallet:
    wells-and-pumps: {spend: 2.6M, ours: 0.2M, competitors: {kallweit: 1.5M}}
  competitors:
    kallweit: Kallweit Tiefbohr drilled the first pair; a diesel rig, a low price a metre
  open_space:
    lindenhof: {heat-drilling: open, evaluation: 60k, production: kallweit}

account_plan:
  objectives:
    first-wells: {what: "Signed sum for heat wells", baseline: 0, target: 11M, by: 2026-09-30}
    more-logging: {what: "Logging sales a year", baseline: 0.2M, target: 0.3M, by: 2027}
    win-purchaser: {what: "She asks us first", kind: political, people: lena-moosbauer, by: 2026-12}
  activities:
    night-visit: {what: "Neighbours on site", answers: quiet-neighbours, using: heat-drilling, by: 2026-08-21}
    heat-map: {what: "Heat map of the south", answers: gas-free-heat, using: evaluation, by: 2026-09-30}
    section-bid: {what: "Bid with a fixed price a section", advances: first-wells, by: 2026-07-17}
    coffee-round: {what: "Monthly half hour with purchasing", advances: win-purchaser, by: 2026-07-31}
    log-review: {what: "What their old well tells", advances: more-logging, by: 2026-08-14}
  communications:
    at-the-fence:
      message: Stand at the fence at eleven at night. What do you hear?
      to: veronika-thaler
      carries: quiet-rig
      anchored_in: quiet-neighbours
      by: 2026-07-24
    old-well: {message: "What your old well told us this month.", to: korbinian-ostler,
               carries: rock-on-paper, anchored_in: gas-free-heat, every: month}
    no-surprise: {message: "One price a section, and the overrun is ours.", to: lena-moosbauer,
                  carries: rock-on-paper, anchored_in: gas-free-heat, by: 2026-07-31}
"""

NEEDS = """\
account_knowledge:
  challenges:
    pump-failures: {what: "Two station pumps failed in two years", serves: gas-free-heat, by: 2027-06-30,
                    whose: korbinian-ostler, compelling_reason: "A third one would be in the papers."}
  plans:
    southern-wells: {what: "Council votes on three more pairs", serves: gas-free-heat, by: 2026-12-10,
                     whose: veronika-thaler, compelling_reason: "The grant ends with the year."}
  projects:
    lindenhof-site: {what: "Two new wells, site cleared", serves: gas-free-heat, by: 2028-06, budget: 24M,
                     whose: korbinian-ostler, compelling_reason: "The boiler lease ends in 2028."}
"""

PERSON = """\
relationships:
  buying_center:
    irmgard-sailer:
      title: Treasurer
      roles: influencer
      stance: constructive-critic
      influence: high
      reports_to: veronika-thaler
      profile: {business_agenda: "No second loan before 2030.", personal_agenda: "Never again a dry well.",
                measured_by: "Tariff unchanged"}
      contacts: {jonas-petri: {topic: "Who pays for overruns", every: quarter, last: 2026-06-11}}
"""

GROUP = """\
relationships:
  buying_center_analysis:
    users:
      preoccupations: {tangible: "Pumps that fail in winter", intangible: "Calls from neighbours at night"}
      consequences:
        tangible: Gas bought at any price
        intangible: {what: "Blamed in the local paper", assessment: "Our way in", leads_to: night-visit}
      expectations: {current: "A crew within a day", possible: "A warning before the pump fails"}
"""

OPEN_SPACE = """\
account_as_market:
  open_space:
    lindenhof:                     # a segment of theirs, under a key of your choice
      evaluation: 60k              # ours: what we sold there in that year
      production: kallweit         # a competitor's: its id
      heat-drilling: open          # nobody's yet
      completion: in-house         # they do it themselves
      tubular-services: not-wanted
      well-monitor: unknown
    suedpark:                      # the long form, where more is to be said
      evaluation: {state: ours, sales: 40k, spend: 0.2M, who: kallweit}         # ours, a rival beside us
      spares-hub: {state: ours, what: "Signed in June, first order in August"}  # ours, nothing sold yet
      production: {state: competitor, who: kallweit, until: 2027-06-30}         # a rival's until that day
      heat-drilling: {state: open, spend: 5.5M, serves: gas-free-heat}          # open, and of use to them
"""

OPPORTUNITY = """\
account_plan:
  opportunities:
    two-wells:
      what: Two new wells at Lindenhof, drilled and tested
      using: heat-drilling
      answers: gas-free-heat
      advances: first-wells
      stage: qualified
      value: 11M
      probability: 45
      closes: 2026-09-30
      cabs: {compelling_reason: "The boiler lease ends in 2028.", authority: veronika-thaler,
             budget: {state: approved, amount: 12M}, allies: korbinian-ostler}
"""

ACCEPTED = """\
account_plan:
  activities:
    summer-party:
      what: The works party in July
      by: 2026-07-17
      accepted:
        activity-without-reason: {why: "The mayor invites", by: david-okoro, until: 2026-12-31}
"""

PIECES: Mapping[str, str] = {
    "challenges": NEEDS,
    "buying_center": PERSON,
    "buying_center_analysis": GROUP,
    "open_space": OPEN_SPACE,
    "opportunities": OPPORTUNITY,
    "accepted": ACCEPTED,
}
"""Pieces to add to the short plan, by the key whose section they stand in."""
