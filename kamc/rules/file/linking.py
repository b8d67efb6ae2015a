"""What ids, links and places of files must be: KAM026 to KAM031."""

DOCS = {
    "KAM026 id-clash": """An id means one thing in a plan, for ever.

Why: Links, comparisons and the history of an account go by ids. If two entries share one, nobody can say
which of them an activity answers (M2, M4). A member of theirs is not called like a person of ours, and a
co-creation idea not like an offering; a former id (`was`) is free only when nothing lives under it.

Bad:

    account_knowledge:
      challenges: {cold-chain: {what: "Eleven claims about warm pallets in summer", serves: night-cut}}

Bad:

    relationships:
      buying_center:
        tor-vik: {title: "Controller", roles: gatekeeper, stance: unknown, influence: low, contacts: none}

Good:

    account_knowledge:
      challenges: {warm-summer: {what: "Eleven claims about warm pallets in summer", serves: cold-chain}}

Remedy: Give the younger entry another id, and look at the links that mean it.
""",
    "KAM027 dangling-link": """A link names something that is there, and of the right kind.

Why: The links are the plan (M2: Beachgrass): they say which need an activity answers and whom a message
reaches. One that names nothing is the most important thing that a check can find.

Bad:

    account_plan:
      activities: {hub-trial: {answers: night-cuts}}

Bad:

    account_plan:
      activities: {hub-trial: {answers: logged-degrees}}

Good:

    account_plan:
      activities: {hub-trial: {answers: [night-cut, cold-chain]}}

Good:

    account_knowledge:
      success_factors: {night-cut: {whose: unknown}}

Remedy: Take the id that the message proposes, add the entry that is missing, or write `unknown`. Where a
shared file cannot be read, links into it are not judged.
""",
    "KAM028 reports-to-cycle": """Nobody reports to themselves, not even through others.

Why: An organisation chart has a top (M41). A circle means that one of the lines is a guess, or the wrong
way round.

Bad:

    relationships:
      buying_center:
        jan-ostrow: {reports_to: ines-bahr}
        ines-bahr: {reports_to: jan-ostrow}

Good:

    relationships:
      buying_center:
        ines-bahr: {reports_to: jan-ostrow}

Remedy: Ask who is whose superior, and leave `reports_to` out at the top.
""",
    "KAM029 above-ceiling": """No part of a plan asks for more readers than it may ever have.

Why: Plans hold judgements about people and competitors that a customer must never read. So some parts have
a ceiling, and no word in a file can lift it.

Bad:

    account_as_market:
      competitors: {rapid-nord: {what: "Cheap by day, closed at night", audience: customer}}

Good:

    account_as_market:
      competitors: {rapid-nord: {what: "Cheap by day, closed at night", audience: private}}

Remedy: Write an audience within the ceiling, or leave the line out. What the customer should read goes
where it may: into advantages, activities and communications.
""",
    "KAM030 missing-shared-file-entry": """\
What plans refer to stays in the catalogue and among our people.

Why: Plans are kept for years, and name people and offerings of their time (M24). Deleting one breaks
quarters that nobody will open again.

Bad:

    (plans/people.yaml without mara-lind, whom four plans name as their owner)

Good:

    # plans/people.yaml
    mara-lind: {name: "Mara Lind", left: 2026-12-31}

Remedy: Bring the entry back, with `left` for a person and `withdrawn` for an offering.
""",
    "KAM031 misplaced-file": """A plan lies where its header says: plans/<account>/<period>.yaml.

Why: The quarter before and the quarter after are found by their place (M4). A copy whose header was not
changed would be compared with the wrong plan, without a sign of it.

Bad:

    # plans/hafen-spedition/2027-Q1.yaml
    account: hafen-spedition
    period: 2026-Q4

Good:

    # plans/hafen-spedition/2027-Q1.yaml
    account: hafen-spedition
    period: 2027-Q1

Remedy: Correct the header, or move the file; `kamc check --fix` moves it where header and path mean the same
account and quarter. A new quarter begins as a copy of the last one, under its own name and with its own
period.
""",
}

METHODS = {
    "KAM026": (2, 4),
    "KAM027": (2,),
    "KAM028": (41,),
    "KAM029": (),
    "KAM030": (24, 39),
    "KAM031": (4,),
}
