"""What the page about plans says in sentences of its own, between what is made from the model."""

from collections.abc import Mapping

from kamc.model.fields import Profile

LATER = "plan-extended.md"
"""The page of the parts that few plans have."""

INTRO = """\
# The plan file

One YAML file for each account and quarter: `plans/<account>/<period>.yaml`. This page is all that you need
to write one; the parts that few plans have stand on [a page of their own](plan-extended.md). Both are made
from the same source as the checks, so they never disagree.

Two files are shared by all plans: [`plans/catalogue.yaml`](catalogue.md), what we sell, and
[`plans/people.yaml`](people.md), our people. [`kamc.yaml`](settings.md) beside `plans/` makes the folder a
workspace.
"""

START = """\
- First: [what the profiles ask for](#what-the-profiles-ask-for), [a short plan](#a-short-plan-complete),
  [ten laws of writing](#ten-laws-of-writing), [the header](#the-header)"""

END = """\
- Last: [in every part](#in-every-part), [in every entry](#in-every-entry),
  [accepted findings](#accepted-findings-accepted)"""

ASKED = """\
A profile asks for this and no more; every other field is there for those who need it. A useful short plan
has two to five success factors, three people, one of them a decider, one advantage, a segment with two
offerings, three objectives, five activities and three communications. A first plan may stop there.
"""

ADDED: Mapping[Profile, str] = {
    Profile.SHORT: "The **short** profile asks for:",
    Profile.STANDARD: "The **standard** profile asks in addition for:",
    Profile.EXTENDED: "The **extended** profile asks in addition for:",
}

LAWS = """\
1. **Ids are yours.** An *entry* stands under an id that you choose: small letters, digits and hyphens, such
   as `quiet-rig`. It is unique in the plan, other parts can refer to it, and it stays the same over the
   quarters. *Lines* stand under a key that counts only where it stands: a year, one of our people, or a
   word of yours.
2. **A value alone will do.** An entry that is only a text means its `what`; most parts have such a short
   form.
3. **`unknown` and `none`** may stand wherever a fact is expected: an open question, or none of it. A field
   with words of its own takes these alone. Nothing is left blank: leave the line out instead.
4. **Links** name one id, or several in brackets: `serves: [quiet-neighbours, gas-free-heat]`; never a text.
   Where only one may stand, the tables say *link*, not *links*.
5. **Dates**: `2028-06-30`, `2028-06`, `2028-Q2` or `2028`; the last day is meant. **Stretches of time**:
   `day`, `week`, `month`, `quarter`, `half-year` or `year`, or several of them: `2 weeks`, `3 years`.
6. **Amounts**: `12M`, `250k`, `1.2bn` or `410000`, without a currency sign: that stands in `currency`,
   once. **Shares** are percent: `25`. **Quantities** are a number, an amount, or either with a unit: `4100
   tonnes`.
7. **Yes, no, unknown** are words. So are low, medium and high. There is no true and no false.
8. **Quotes.** Put a text in double quotes when it stands inside braces, or when it has `: ` or ` #` in it.
9. **Keys of your own** begin with `x-`; they are kept and handed to templates.
10. **What ended** stays in the file of that quarter with its `status`; the next quarter may leave it out.
"""


TABLES = """\
In the tables, `aim.short` is the key `short` inside `aim`; `<id>` and `…` stand for a key between. **Asked
from** names the profile from which a plan without the field has a gap; a dash: never asked for. **Read by**
says who reads it besides the team (*customer*), or who alone (*private*: account manager and sponsor).
"""

EXTENDED = """\
# The plan file: parts that few plans have

The extended profile asks for some of these, and none of them is needed before. How to write them, and
everything else, stands on [the page about plans](plan.md).
"""

EVERY_PART = """\
Every part of a plan, entry or not, can say where a claim comes from and who may read it. A part that is
only a value takes its long form for it: `situation: {what: "…", confidence: low}`.
"""

OWN_CURRENCY = "`currency: USD` says that amounts are not in the plan's currency. It may stand in"

ENTRIES = """\
Entries can say besides that they had another id, and how they ended; the words of their `status` stand
above each table.
"""

WAIVER = """\
A finding that you have looked at and accept is told where it is found, under the name of [its
rule](../rules/README.md), and counts again after `until`:
"""
