"""What each rule on the people of both sides says, and where; and what keeps it quiet."""

import datetime as dt
import textwrap
from collections.abc import Iterator

import msgspec
import pytest

from kamc.links import Shared
from kamc.model.build import build
from kamc.model.fields import Profile
from kamc.model.shared import People
from kamc.model.values import Every
from kamc.rules import examples
from kamc.rules.relationships import contact_overdue, left_us
from tests.judging import found, subject, told
from tests.writing import yaml_text

SHORT, STANDARD, EXTENDED = Profile
CENTRE, SELLERS = "relationships/buying_center", "relationships/selling_center"
NOTHING_WITH_DORA = """
account_plan:
  activities: {net-sketch: {with: ines-bahr}}
  communications: {door-page: {to: ines-bahr}}
  meetings: {hub-evening: {with: ines-bahr}}
"""
TO_INES = "account_plan: {communications: {cold-letter: {to: ines-bahr}}}"


def centre(members: str, more: str = "") -> str:
    """A piece of a plan: members, one a line, and more below."""
    return f"relationships:\n  buying_center:\n{textwrap.indent(textwrap.dedent(members), '    ')}\n{more}"


def rules(patch: str, ask: Profile) -> list[tuple[str, str, str]]:
    """What the rules of the block say of a plan with a piece laid over it."""
    return told(found(textwrap.dedent(patch), ask, codes="KAM3"))


MESSAGES = [
    (
        SHORT,
        centre("ines-bahr: {promoter: good-buddy}"),
        f"{CENTRE}/ines-bahr/promoter",
        "nobody inside Hafen-Spedition sells for us: Ines Bahr is only a good buddy",
        "no inner salesperson",
    ),
    (
        EXTENDED,
        centre(
            "ines-bahr: {influences: {dora-wiek: ~, jan-ostrow: ~, ole-kamp: ~}}\nole-kamp: {won_through: ~}"
        ),
        f"{CENTRE}/ines-bahr/influences",
        "Ines Bahr lobbies for us, and no buyer, decider, user or advisor is said to listen",
        "whom do they move, and on what?",
    ),
    (
        SHORT,
        centre("jan-ostrow: {contacts: ~}", TO_INES),
        f"{CENTRE}/jan-ostrow/contacts",
        "nobody of ours speaks with Jan Ostrow, who decides at Hafen-Spedition",
        "decider, no contact of ours",
    ),
    (
        SHORT,
        centre(
            """
            jan-ostrow: {roles: user, influence: low, contacts: none}
            network-board: {name: "Board of\\n the network", roles: decider, members: jan-ostrow}
            """,
            TO_INES,
        ),
        f"{CENTRE}/network-board/contacts",
        "nobody of ours speaks with anybody in Board of the network, which decides at Hafen-Spedition",
        "decider, no contact of ours",
    ),
    (
        EXTENDED,
        centre(
            "ole-kamp: {roles: gatekeeper}\nines-bahr: {roles: facilitator}\ndora-wiek: {roles: gatekeeper}"
        ),
        CENTRE,
        (
            "a consultative relationship lives on a buyer, a user and an influencer or advisor, too: "
            "none is known at Hafen-Spedition"
        ),
        'nobody with the role "buyer", "user", "influencer" or "advisor"',
    ),
    (
        EXTENDED,
        """
        relationships:
          continuum: {layer: {now: transformative}}
          buying_center: {dora-wiek: {roles: advisor}}
          selling_center: {tor-vik: [sponsor, executive, subject-matter, supply-chain]}
        """,
        CENTRE,
        "a transformative relationship lives on an influencer, too: none is known at Hafen-Spedition",
        'nobody with the role "influencer"',
    ),
    (
        SHORT,
        centre("ines-bahr: {contacts: none}"),
        f"{CENTRE}/ines-bahr/contacts",
        "nobody of ours speaks with Ines Bahr, who lobbies for us",
        "no contact of ours",
    ),
    (
        SHORT,
        centre('edda-moor: {name: "Dr. Edda\\nMoor", roles: user, influence: high}'),
        f"{CENTRE}/edda-moor/contacts",
        "nobody of ours speaks with Dr. Edda Moor, who weighs much at Hafen-Spedition",
        "no contact of ours",
    ),
    (
        EXTENDED,
        centre(
            """
            jan-ostrow: {contacts: {tor-vik: ~}}
            ines-bahr: {contacts: {tor-vik: ~}}
            dora-wiek: {contacts: {tor-vik: ~, mara-lind: 2026-11-12}}
            """
        ),
        CENTRE,
        "Mara Lind alone speaks with all 4 people whom we know at Hafen-Spedition",
        "every contact in one hand",
    ),
    (
        SHORT,
        centre("edda-moor: {roles: user, stance: opponent, influence: medium}"),
        f"{CENTRE}/edda-moor/won_through",
        "Edda Moor works against us, and nothing in the plan answers it",
        "opponent, influence medium",
    ),
    (
        SHORT,
        centre("edda-moor: {roles: user, stance: opponent, influence: high, favours: rapid-nord}")
        + 'account_as_market: {competitors: {rapid-nord: {name: "Rapid\\n Nord AG"}}}',
        f"{CENTRE}/edda-moor/won_through",
        "Edda Moor speaks for Rapid Nord AG, and nothing in the plan answers it",
        "opponent, influence high",
    ),
    (
        SHORT,
        centre(
            """
            jan-ostrow: {stance: supporter}
            a: {roles: user, stance: supporter}
            b: {roles: user, stance: supporter}
            c: {roles: user, stance: unknown}
            """
        ),
        CENTRE,
        "all 4 people whose stance is known are supporters: too good to be true",
        "no critic, no opponent, no condition",
    ),
    (
        EXTENDED,
        centre("dora-wiek: {stance: ~, influence: high}", NOTHING_WITH_DORA),
        f"{CENTRE}/dora-wiek/stance",
        "nobody knows where Dora Wiek stands, and nothing is planned to find out",
        "influence high",
    ),
    (
        EXTENDED,
        centre("dora-wiek: {stance: unknown, roles: [advisor, decider]}", NOTHING_WITH_DORA),
        f"{CENTRE}/dora-wiek/stance",
        "nobody knows where Dora Wiek stands, and nothing is planned to find out",
        "who decides",
    ),
    (
        EXTENDED,
        centre("ines-bahr: {profile: none}"),
        f"{CENTRE}/ines-bahr/profile",
        "Ines Bahr lobbies for us, and the plan does not say what moves them",
        "no profile",
    ),
    (
        SHORT,
        "reviewed: {buying_center: 2026-04}",
        "reviewed/buying_center",
        "the buying centre was last looked at 207 days ago",
        "a look holds for 6 months",
    ),
    (
        SHORT,
        centre("jan-ostrow: {contacts: {mara-lind: {every: week, last: 2026-10-23}}}"),
        f"{CENTRE}/jan-ostrow/contacts/mara-lind/last",
        "Mara Lind has not spoken with Jan Ostrow for 31 days, as the plan has it",
        "and means to every week",
    ),
    (
        EXTENDED,
        "relationships: {selling_center: {tor-vik: {roles: [sponsor, executive]}}}",
        SELLERS,
        (
            "Hafen-Spedition has nobody of ours who leads on the subject matter: "
            "a consultative relationship asks for one"
        ),
        'nobody with the role "subject-matter"',
    ),
    (
        EXTENDED,
        "relationships: {continuum: {layer: {now: transformative}}}",
        SELLERS,
        (
            "Hafen-Spedition has nobody of ours who runs supply or administration: "
            "a transformative relationship asks for one"
        ),
        'nobody with the role "supply-chain" or "administrative"',
    ),
    (
        SHORT,
        "relationships: {continuum: {intent: {ours: high, theirs: low}}}",
        "relationships/continuum/intent",
        "we want far more closeness than Hafen-Spedition does: what we invest in it is wasted",
        "ours high, theirs low",
    ),
    (
        SHORT,
        "relationships: {alignment: {interfaces: {night-orders: {state: broken, leads_to: none}}}}",
        "relationships/alignment/interfaces/night-orders/leads_to",
        "the interface for night orders with Hafen-Spedition is broken, and nothing is done about it",
        "what mends it?",
    ),
    (
        EXTENDED,
        'account_plan: {activities: {one-form: {status: dropped, why: "No time"}}}',
        "relationships/alignment/interfaces/claims/leads_to",
        (
            'the interface for claims with Hafen-Spedition is broken ("Three forms a claim"), '
            "and what was done about it is over"
        ),
        "what mends it?",
    ),
    (
        EXTENDED,
        (
            "relationships: {selling_center: {tor-vik: subject-matter, rune-alt: [executive, sponsor]}}\n"
            "account_plan: {communications: {board-hour: {status: done}}}"
        ),
        f"{SELLERS}/rune-alt",
        "no executive of ours meets anybody at Hafen-Spedition",
        "speaks with nobody of theirs",
    ),
    (
        SHORT,
        centre("ines-bahr: {contacts: {mara-lind: 2026-08-12, tor-vik: 2026-07}}"),
        f"{CENTRE}/ines-bahr/contacts/mara-lind/last",
        "nobody of ours has spoken with Ines Bahr, who lobbies for us, for 103 days",
        "the last talk with any facilitator",
    ),
    (
        SHORT,
        "relationships: {selling_center: {tor-vik: {until: 2026-11-22}}}",
        f"{SELLERS}/tor-vik/until",
        "Tor Vik was to be in the team until 2026-11-22, which is over",
        "over",
    ),
    (
        SHORT,
        centre("edda-moor: {title: Finance}"),
        f"{CENTRE}/edda-moor/roles",
        "the plan does not say which part Edda Moor plays when Hafen-Spedition decides",
        "no role",
    ),
    (
        EXTENDED,
        "relationships: {buying_center_analysis: {users: ~, deciders: ~, promoters: ~}}",
        "relationships/buying_center_analysis",
        "nothing follows from what occupies the people at Hafen-Spedition",
        "6 points, none leads to an activity or a communication",
    ),
    (
        EXTENDED,
        "relationships: {continuum: ~}",
        "relationships/continuum/layer/now",
        "the plan does not say how close we and Hafen-Spedition are",
        "where are we now?",
    ),
    (
        EXTENDED,
        centre(
            "jan-ostrow: {reports_to: ~}\nines-bahr: {reports_to: ~}\nole-kamp: {reports_to: ~}\n"
            "dora-wiek: {reports_to: ~}"
        ),
        CENTRE,
        "nobody knows who reports to whom at Hafen-Spedition",
        "4 people, no superior",
    ),
    (
        EXTENDED,
        """
        relationships:
          alignment: {sales_steps: {specification: {team: none}, post-purchase-evaluation: ~}}
        """,
        "relationships/alignment/sales_steps",
        "nobody of ours is there when Hafen-Spedition comes to specification and post-purchase evaluation",
        "2 of 8 steps without a person",
    ),
    (
        EXTENDED,
        "relationships: {boundary_value: {shared-log: {they_gain: none}}}",
        "relationships/boundary_value/shared-log/they_gain",
        (
            '"One log of degrees for both houses" is joined work, and the plan does not say '
            "what Hafen-Spedition gains from it"
        ),
        "what does it bring them?",
    ),
]


@pytest.mark.parametrize(("ask", "patch", "at", "message", "label"), MESSAGES)
def test_messages(ask: Profile, patch: str, at: str, message: str, label: str) -> None:
    assert rules(patch, ask) == [(at, message, label)]


UNREACHED = "edda-moor: {roles: user, influence: high, contacts: none}"
OPPONENT = "edda-moor: {roles: user, stance: opponent, influence: high, contacts: none}"
WITH_EDDA = "activities: {visit: {what: Visit, advances: win-jan, by: 2026-12-01, with: edda-moor}}"
MEETS_EDDA = "meetings: {visit: {what: Visit, date: 2026-12-01, with: edda-moor}}"
TO_EDDA = "communications: {cold-letter: {to: edda-moor}}"
WORRIED = "{what: Cost, whose: edda-moor"

RUNE_LEADS = "relationships: {selling_center: {tor-vik: subject-matter, rune-alt: [executive, sponsor]}}"
RUNE_SPONSORS = "relationships: {selling_center: {tor-vik: [executive, subject-matter], rune-alt: sponsor}}"
WITHOUT_REVIEW = "account_plan: {communications: {board-hour: {channel: letter}}"

QUIET = [
    # KAM303: a promoter that nobody knows, somebody whom we look for, a voice that is being won
    (SHORT, centre("ines-bahr: {promoter: unknown}")),
    (
        SHORT,
        centre(
            "ines-bahr: {promoter: good-buddy}\nunknown-facilitator: {roles: facilitator, stance: unknown}"
        ),
    ),
    (
        SHORT,
        centre(
            "ines-bahr: {promoter: good-buddy}", "account_plan: {objectives: {win-jan: {people: ines-bahr}}}"
        ),
    ),
    (
        SHORT,
        centre(
            """
            ines-bahr: {roles: user}
            crew: {roles: facilitator, members: ines-bahr, promoter: good-buddy, contacts: none}
            """
        ),
    ),
    (
        SHORT,
        centre(
            """
            ines-bahr: {promoter: good-buddy}
            ole-kamp: {roles: [user, facilitator], promoter: good-buddy, contacts: {tor-vik: 2026-11-05}}
            """,
            "account_plan: {objectives: {win-jan: {people: [jan-ostrow, ole-kamp]}}}",
        ),
    ),
    # KAM305: who decides, or sits among those who do, needs no line; a role that nobody knows may be one
    (
        EXTENDED,
        centre("ines-bahr: {influences: ~, roles: [user, facilitator, decider]}\nole-kamp: {won_through: ~}"),
    ),
    (
        EXTENDED,
        centre(
            "ines-bahr: {influences: none}\nole-kamp: {won_through: ~}\n"
            "board: {roles: decider, members: [ines-bahr, jan-ostrow], contacts: none}"
        ),
    ),
    (
        EXTENDED,
        centre(
            "ines-bahr: {influences: {dora-wiek: Nights, jan-ostrow: ~, ole-kamp: ~}}\n"
            "ole-kamp: {won_through: ~}\ndora-wiek: {roles: unknown}\nedda-moor: {roles: influencer}"
        ),
    ),
    (EXTENDED, centre("dora-wiek: {roles: [advisor, influencer, facilitator], influences: none}")),
    # KAM306: what is unknown, whom we look for, a committee of people whom we reach or who are told already
    (SHORT, centre("jan-ostrow: {contacts: unknown}", TO_INES)),
    (
        SHORT,
        centre(
            "jan-ostrow: {contacts: none}", "account_plan: {activities: {claims-talk: {with: jan-ostrow}}}"
        ),
    ),
    (SHORT, centre("unknown-decider: {roles: decider, stance: unknown}")),
    (SHORT, centre("board: {roles: decider, members: unknown, contacts: none}")),
    (SHORT, centre("board: {roles: decider, members: [jan-ostrow], contacts: none}")),
    (SHORT, centre("jan-ostrow: {status: left, contacts: none}\nunknown-decider: {roles: decider}", TO_INES)),
    (
        SHORT,
        centre(
            """
            board: {roles: decider, members: [anna-holt, edda-moor], contacts: none}
            anna-holt: {roles: user, influence: low, contacts: {tor-vik: 2026-11-05}}
            edda-moor: {roles: user, influence: low, contacts: none}
            """
        ),
    ),
    # KAM307: what is looked for is an answer, and without a position nobody can say what is missing
    (EXTENDED, centre("ole-kamp: {roles: gatekeeper}\nunknown-buyer: {roles: buyer, stance: unknown}")),
    (
        EXTENDED,
        "relationships: {continuum: {layer: {now: unknown}}, buying_center: {ole-kamp: {roles: gatekeeper}}}",
    ),
    # KAM308: whoever is met, written to or won through somebody
    (SHORT, centre(UNREACHED, f"account_plan: {{{WITH_EDDA}}}")),
    (SHORT, centre(UNREACHED, f"account_plan: {{{MEETS_EDDA}}}")),
    (SHORT, centre(UNREACHED, f"account_plan: {{{TO_EDDA}}}")),
    (SHORT, centre("edda-moor: {roles: user, influence: high, contacts: none, won_through: ines-bahr}")),
    (SHORT, centre("edda-moor: {roles: user, influence: high, contacts: unknown}")),
    (SHORT, centre("edda-moor: {roles: user, influence: medium, contacts: none}")),
    # KAM309: what is unknown may be a second hand
    (
        EXTENDED,
        centre(
            "jan-ostrow: {contacts: {tor-vik: ~}}\nines-bahr: {contacts: {tor-vik: ~}}\n"
            "dora-wiek: {contacts: unknown}"
        ),
    ),
    # KAM310: every sort of answer
    (SHORT, centre(OPPONENT.replace("contacts: none", "won_through: unknown"))),
    (SHORT, centre(OPPONENT + "\nines-bahr: {influences: {edda-moor: Nights}}")),
    (SHORT, centre(OPPONENT, f"account_plan: {{{WITH_EDDA}}}")),
    (SHORT, centre(OPPONENT, f"account_plan: {{{MEETS_EDDA}}}")),
    (SHORT, centre(OPPONENT, f"account_plan: {{{TO_EDDA}}}")),
    (SHORT, centre(OPPONENT, f"account_plan: {{concerns: {{cost: {WORRIED}, answer: Less}}}}}}")),
    (SHORT, centre(OPPONENT, f"account_plan: {{alarms: {{cost: {WORRIED}, treatment: Less}}}}}}")),
    (SHORT, centre(OPPONENT, f"account_plan: {{concerns: {{cost: {WORRIED}, leads_to: hub-trial}}}}}}")),
    (SHORT, centre(OPPONENT.replace("high", "unknown"))),
    # KAM311: one condition is enough, and three friends may be all there are
    (SHORT, centre("a: {roles: user, stance: supporter}\nb: {roles: user, stance: supporter}")),
    (SHORT, centre("jan-ostrow: {stance: supporter}\na: {roles: user, stance: supporter}")),
    # KAM312: a next talk, a goal that names them, or nobody who speaks with them anyway
    (
        EXTENDED,
        centre("dora-wiek: {stance: unknown, influence: high, contacts: {tor-vik: {next: 2026-11-23}}}")
        + NOTHING_WITH_DORA,
    ),
    (
        EXTENDED,
        centre("dora-wiek: {stance: unknown, influence: high}")
        + NOTHING_WITH_DORA
        + "  objectives: {win-jan: {people: [jan-ostrow, dora-wiek]}}",
    ),
    (EXTENDED, centre("dora-wiek: {stance: unknown}", NOTHING_WITH_DORA)),
    (
        EXTENDED,
        centre(
            "dora-wiek: {stance: unknown, influence: high, "
            "contacts: {tor-vik: {next: 2026-12-01}, mara-lind: 2026-11-02}}"
        )
        + NOTHING_WITH_DORA,
    ),
    # KAM313 and KAM314
    (EXTENDED, centre("jan-ostrow: {profile: {needs: Calm nights.}}\nines-bahr: {profile: unknown}")),
    (SHORT, "reviewed: {buying_center: unknown}"),
    (SHORT, "reviewed: {buying_center: 2026-05-25}"),
    # KAM315: a day that is agreed on, a day that nobody knows, a cadence that is kept, an alarm
    (SHORT, centre("jan-ostrow: {contacts: {mara-lind: {every: week, last: 2026-11-02, next: 2026-11-23}}}")),
    (SHORT, centre("jan-ostrow: {contacts: {mara-lind: {every: week, last: unknown}}}")),
    (SHORT, centre("jan-ostrow: {contacts: {mara-lind: {every: month, last: 2026-10-24}}}")),
    (SHORT, centre("jan-ostrow: {contacts: {mara-lind: {every: day, last: 2026-11-22}}}")),
    (
        EXTENDED,
        centre(
            "ole-kamp: {contacts: {mara-lind: {every: month, last: 2026-09-30}}}",
            "account_plan: {alarms: {fewer-bids: {sign: fewer-contacts, whose: ole-kamp}}}",
        ),
    ),
    (
        SHORT,
        centre("gone: {roles: user, status: left, contacts: {mara-lind: {every: week, last: 2026-01-05}}}"),
    ),
    # KAM316 to KAM319
    (EXTENDED, "relationships: {selling_center: unknown}"),
    (
        EXTENDED,
        """
        relationships:
          continuum: {layer: {now: transactional}}
          selling_center: {tor-vik: [sponsor, executive]}
        """,
    ),
    (SHORT, "relationships: {continuum: {intent: {ours: high, theirs: unknown}}}"),
    (SHORT, "relationships: {continuum: {intent: {ours: medium, theirs: low}}}"),
    (SHORT, "relationships: {alignment: {interfaces: {claims: {state: broken, leads_to: unknown}}}}"),
    (SHORT, "relationships: {alignment: {interfaces: {claims: {state: broken, leads_to: claims-talk}}}}"),
    (
        EXTENDED,
        "relationships: {selling_center: {tor-vik: subject-matter, rune-alt: [executive, sponsor]}}",
    ),
    (
        EXTENDED,
        (
            "relationships: {selling_center: {tor-vik: subject-matter, rune-alt: [executive, sponsor]}}\n"
            "account_plan: "
            "{communications: {board-hour: ~}, meetings: {hub-evening: {kind: executive-review}}}"
        ),
    ),
    (
        EXTENDED,
        (
            "relationships:\n  continuum: {layer: {now: transactional, wanted: transactional}}\n"
            "  selling_center: {tor-vik: contributor, rune-alt: [executive, sponsor]}\n"
            "account_plan: {communications: {board-hour: ~}}"
        ),
    ),
    (EXTENDED, f"{WITHOUT_REVIEW}, meetings: {{hub-evening: {{team: mara-lind}}}}}}"),
    (
        EXTENDED,
        f"{RUNE_LEADS}\n{WITHOUT_REVIEW}, meetings: {{hub-evening: {{team: [mara-lind, rune-alt]}}}}}}",
    ),
    (EXTENDED, f"{RUNE_SPONSORS}\n{WITHOUT_REVIEW}}}"),
    (
        EXTENDED,
        centre("ole-kamp: {contacts: unknown}")
        + "  selling_center: {tor-vik: subject-matter, rune-alt: [executive, sponsor]}\n"
        + f"{WITHOUT_REVIEW}}}",
    ),
    # KAM320: a talk that is agreed on, one that nobody can date, and one with the other facilitator
    (SHORT, centre("ines-bahr: {contacts: {mara-lind: {last: 2026-07-01, next: 2026-12-01}}}")),
    (SHORT, centre("ines-bahr: {contacts: {mara-lind: 2026-07-01, tor-vik: unknown}}")),
    (
        SHORT,
        centre(
            "ines-bahr: {contacts: {mara-lind: 2026-07-01}}\n"
            "jan-ostrow: {roles: [decider, facilitator], contacts: {mara-lind: 2026-11-01}}"
        ),
    ),
    # KAM322 to KAM328
    (SHORT, "relationships: {selling_center: {tor-vik: {until: 2026-11}}}"),
    (SHORT, centre("edda-moor: {title: Finance, roles: unknown}\nanna-holt: unknown")),
    (EXTENDED, "relationships: {buying_center_analysis: unknown}"),
    (EXTENDED, "relationships: {continuum: unknown}"),
    (EXTENDED, "relationships: {continuum: {layer: unknown}}"),
    (EXTENDED, "relationships: {continuum: {layer: ~, step: {now: diamond}}}"),
    (EXTENDED, "relationships: {alignment: {sales_steps: unknown}}"),
    (EXTENDED, "relationships: {alignment: {sales_steps: {specification: unknown}}}"),
    (EXTENDED, "relationships: {boundary_value: {shared-log: {they_gain: unknown}, training: unknown}}"),
]


@pytest.mark.parametrize(("ask", "patch"), QUIET)
def test_what_keeps_them_quiet(ask: Profile, patch: str) -> None:
    assert rules(patch, ask) == []


def test_an_earlier_quarter_shows_who_lobbied_for_us() -> None:
    nobody = "relationships: {buying_center: {ines-bahr: {roles: user}}}"
    (finding,) = found(nobody, SHORT, "", codes="KAM301")
    (related,) = finding.related
    assert (related.file, related.at, related.message) == (
        "plans/hafen-spedition/2026-Q3.yaml",
        ("relationships", "buying_center", "ines-bahr", "roles"),
        "Ines Bahr was one last quarter",
    )
    left = "relationships: {buying_center: {ines-bahr: {status: left}}}"
    sought = centre("ines-bahr: {roles: user}\nunknown-facilitator: {roles: facilitator}")
    (finding,) = found(nobody, SHORT, left, "", codes="KAM301")
    assert [one.message for one in finding.related] == ["Ines Bahr was one in 2026-Q2"]
    (finding,) = found(nobody, SHORT, sought, nobody, codes="KAM301")
    assert finding.related == ()


def test_every_weak_facilitator_is_shown() -> None:
    (finding,) = found(
        centre(
            "ines-bahr: {promoter: good-buddy}\n"
            "anna-holt: {roles: [user, facilitator], promoter: information-provider}"
        ),
        codes="KAM303",
    )
    assert finding.message.endswith(": Ines Bahr is only a good buddy")
    assert [one.message for one in finding.related] == ["Anna Holt is only an information provider"]


def test_an_opponent_is_no_ally_against_an_opponent() -> None:
    against = centre(
        f"{OPPONENT}\nanna-holt: {{roles: user, stance: opponent, influences: {{edda-moor: Cost}}}}"
    )
    assert [one.at[2] for one in found(against, codes="KAM3")] == ["edda-moor"]


def test_a_decider_who_is_against_us_and_whom_nobody_reaches_is_told_once() -> None:
    against = centre("jan-ostrow: {stance: opponent, contacts: none}", TO_INES)
    assert [one.code for one in found(against, codes="KAM3")] == ["KAM306"]


def test_limits() -> None:
    assert (
        found("reviewed: {buying_center: 2026-04-13}", codes="KAM314", buying_center_age=Every(1, "year"))
        == []
    )
    quiet = centre("ines-bahr: {contacts: {mara-lind: 2026-11-01}}")
    assert [one.code for one in found(quiet, codes="KAM3", facilitator_silence=Every(2, "week"))] == [
        "KAM320"
    ]


def left(patch: str, day: str) -> list[tuple[str, str, str]]:
    """What is told where Tor Vik left on a day."""
    who = {"people": {"mara-lind": "Mara Lind", "tor-vik": {"name": "Tor M.\n Vik", "left": day}}}
    about = subject(patch)
    shared = Shared(examples.catalogue(), build(People, who)[0])
    return told(list(left_us.check(msgspec.structs.replace(about, shared=shared))))


def test_who_has_left_us() -> None:
    after = "account_plan: {activities: {claims-talk: {owner: tor-vik}}}"
    message = "Tor M. Vik left us on 2026-10-31, and the plan still counts on that name in 2 places"
    assert left(after, "2026-10-31") == [(f"{SELLERS}/tor-vik", message, "who takes over?")]
    done = "account_plan: {activities: {claims-talk: {owner: tor-vik, status: done}}}\n"
    centre_without = "relationships: {selling_center: {tor-vik: ~}}"
    assert left(done + centre_without, "2026-10-31") == []
    assert left(after, examples.AS_OF.isoformat()) == []
    waiver = (
        "relationships: {accepted: {no-decider: {why: Asked, by: tor-vik}}, selling_center: {tor-vik: ~}}"
    )
    assert left(waiver, "2026-10-31") == []
    gone = centre("jan-ostrow: {status: left, contacts: {tor-vik: 2026-08-01}}", "")
    assert [one[1] for one in left(gone, "2026-10-31")] == [
        "Tor M. Vik left us on 2026-10-31, and the plan still counts on that name"
    ]


def test_that_nobody_has_written_a_talk_for_a_month_is_told_once() -> None:
    silent = centre(
        """\
        jan-ostrow: {contacts: {mara-lind: {every: month, last: 2026-10-14}}}
        ines-bahr: {contacts: {mara-lind: {every: week, last: %s}}}
        """
    )
    ((_, message, _),) = rules(silent % "2026-10-23", SHORT)
    assert message == (
        "the plan knows of no talk with Hafen-Spedition after 2026-10-23, "
        "and 2 are overdue by their own cadence"
    )
    assert [one[1] for one in rules(silent % "2026-11-04", SHORT)] == [
        "Mara Lind has not spoken with Jan Ostrow for 40 days, as the plan has it",
        "Mara Lind has not spoken with Ines Bahr for 19 days, as the plan has it",
    ]


def test_a_day_later_a_contact_is_a_day_later() -> None:
    patch = centre("jan-ostrow: {contacts: {mara-lind: {every: week, last: 2026-10-10}}}")
    about = subject(patch)
    for days in range(3):
        later = msgspec.structs.replace(about, as_of=examples.AS_OF + dt.timedelta(days=days))
        (finding,) = contact_overdue.check(later)
        assert f" {44 + days} days," in finding.message


def places(data: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The way to everything in nested mappings."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key)
            yield from places(value, (*path, key))


LOOK_FOR_ONE = {"KAM301", "KAM302", "KAM304", "KAM307", "KAM316", "KAM324"}
"""Rules that look for one among many, who has a role or leads somewhere: it may have been this one."""


@pytest.mark.parametrize("path", list(places(examples.plan(EXTENDED)["relationships"])), ids="/".join)
def test_what_is_unknown_is_answered(path: tuple[str, ...]) -> None:
    piece: object = "unknown"
    for key in reversed(("relationships", *path)):
        piece = {key: piece}
    codes = {one.code for one in found(yaml_text(piece), EXTENDED, codes="KAM3")}
    assert codes - LOOK_FOR_ONE == set()


@pytest.mark.parametrize(
    "more",
    [
        "activities: {one-form: {team: rune-alt}}",
        "meetings: {hub-evening: {team: mara-lind}}",
    ],
)
def test_work_inside_our_house_is_no_talk_with_theirs(more: str) -> None:
    (finding,) = found(f"{RUNE_LEADS}\n{WITHOUT_REVIEW}, {more}}}", EXTENDED, codes="KAM3")
    assert finding.code == "KAM319"


@pytest.mark.parametrize(
    ("layer", "codes"),
    [
        ("{now: transactional, wanted: consultative}", ["KAM319"]),
        ("{now: consultative, wanted: ~}", ["KAM319"]),
        ("{now: transactional, wanted: ~}", []),
        ("{now: consultative, wanted: transactional}", []),
    ],
)
def test_what_we_want_decides_whether_executives_are_to_meet(layer: str, codes: list[str]) -> None:
    patch = f"""
    relationships:
      continuum: {{layer: {layer}}}
      selling_center: {{tor-vik: subject-matter, rune-alt: [executive, sponsor]}}
    {WITHOUT_REVIEW}}}
    """
    assert [one.code for one in found(textwrap.dedent(patch), EXTENDED, codes="KAM3")] == codes


def test_a_worry_that_nobody_answers_is_no_answer() -> None:
    worry = centre(OPPONENT, f"account_plan: {{concerns: {{cost: {WORRIED}, answer: none}}}}}}")
    assert [one.code for one in found(worry, codes="KAM3")] == ["KAM310"]
