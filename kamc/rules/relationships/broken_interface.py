"""Where the two houses do not fit together, something is done about it.

Why: Ordering, shipping, invoicing, service: a relationship is lived where the functions of both houses meet
(M43: Le Bon and Herman, chapter 1). One that is broken costs more good will each week than a visit of an
executive can mend.

Bad:

    relationships:
      alignment: {interfaces: {claims: {state: broken, what: "Three forms a claim"}}}

Good:

    relationships:
      alignment: {interfaces: {claims: {state: broken, what: "Three forms a claim", leads_to: claims-talk}}}

Good:

    relationships:
      alignment: {interfaces: {claims: {state: rough, what: "Three forms a claim"}}}

Remedy: Plan the activity that mends it, with an owner and a day, and name it under `leads_to`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.values import each, known
from kamc.rules.base import Rule, Subject, is_missing, is_open
from kamc.rules.relationships.people import entry
from kamc.words import shown

AT = ("relationships", "alignment", "interfaces")


def check(subject: Subject) -> Iterator[Finding]:
    for id_, interface in subject.plan.relationships.alignment.interfaces.items():
        leads_to = interface.leads_to
        over = all(not is_open(entry(subject, one)) for one in each(leads_to)) and bool(each(leads_to))
        if interface.state == "broken" and (is_missing(leads_to) or over):
            what = known(interface.what)
            yield Finding(
                code=RULE.code,
                message=f"the interface for {id_.replace('-', ' ')} with {subject.account} is broken"
                f"{f' ({shown(what)})' if what else ''}, and "
                f"{'what was done about it is over' if over else 'nothing is done about it'}",
                at=(*AT, id_, "leads_to"),
                label="what mends it?",
                help="plan the activity that mends it, and name it under `leads_to`",
            )


RULE = Rule(
    code="KAM318", slug="broken-interface", kind=Kind.JUDGEMENT, methods=(43,), doc=__doc__, check=check
)
