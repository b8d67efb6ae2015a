"""The short plan that opens the reference page; a test holds that it is complete and without a finding."""

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
    korbinian-ostler:
      title: Head of wells and plant
      roles: [user, facilitator]
      stance: supporter
      influence: medium
      contacts: {jonas-petri: 2026-06-25}
    lena-moosbauer:
      title: Purchaser
      roles: buyer
      stance: unknown
      influence: medium
      contacts: none
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
    night-visit:
      what: Neighbours at our rig, at night
      answers: quiet-neighbours
      using: heat-drilling
      by: 2026-08-21
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
    old-well:
      message: What your old well told us this month.
      to: korbinian-ostler
      carries: rock-on-paper
      anchored_in: gas-free-heat
      every: month
    no-surprise:
      message: One price a section, and the overrun is ours.
      to: lena-moosbauer
      carries: rock-on-paper
      anchored_in: gas-free-heat
      by: 2026-07-31
"""

LAWS = """\
1. **Only what helps.** The profile (`short`, `standard`, `extended`) says what is asked; leave the rest out.
2. **Ids are yours.** An entry stands under an id that you choose: small letters, digits and hyphens, such as
   `quiet-rig`. It is unique in the plan and stays the same over the quarters. `was: old-id` renames it.
   People have a `name` where an id cannot spell it.
3. **A text alone will do.** An entry that is only a text means its `what`; most parts have such a short form.
4. **`unknown` and `none`** may stand wherever a fact is expected: an open question, or none of it. A field
   with words of its own takes these alone. Nothing is left blank: leave the line out instead.
5. **Dates**: `2028-06-30`, `2028-06`, `2028-Q2` or `2028`; the last day is meant.
6. **Money**: `12M`, `250k`, `1.2bn` or `410000`, without a currency sign: that stands in `currency`, once.
   Shares are percent: `25`.
7. **Yes, no, unknown** are words. So are low, medium and high. There is no true and no false.
8. **Links** name one id, or several in brackets: `serves: [quiet-neighbours, gas-free-heat]`; never a text.
9. **Quotes.** Put a text in double quotes when it stands inside braces, or when it has `: ` or ` #` in it.
10. **Keys of your own** begin with `x-`; they are kept and handed to templates.
"""
