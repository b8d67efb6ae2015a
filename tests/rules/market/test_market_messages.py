"""What each rule on the account as a market says, and where; and what keeps it quiet."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.model.fields import Profile
from kamc.model.values import Every
from kamc.rules.market import advantage_without_evidence
from tests.judging import found, told

MARKET = "account_as_market"
WALLET = f"{MARKET}/share_of_wallet"
SPACE = f"{MARKET}/open_space"


def market(piece: str) -> str:
    return f"account_as_market: {{{piece}}}\n"


def space(piece: str) -> str:
    return market(f"open_space: {{{piece}}}")


def plan(piece: str) -> str:
    return f"account_plan: {{{piece}}}\n"


def criteria(piece: str) -> str:
    return f"selection: {{criteria: {{{piece}}}}}\n"


IDLE = "activities: {one-form: {using: ~, answers: ~}}"
ALONE = plan(IDLE)
"""Takes away the activity that is using the cold line, so that nothing goes after a cell of it."""
NO_GROWTH = """
selection: {criteria: {unrealised_potential: ~}}
account_plan: {objectives: {night-sales: {growth: ~}, cold-growth: {growth: ~}, shared-net: {growth: ~}}}
"""

MESSAGES = [
    (
        market("share_of_wallet: {storage: {ours: 40k, in_house: 0.1M}}"),
        f"{WALLET}/storage/spend",
        "we know who gets a part of storage, but not what they spend on it in all",
        "a part of how much?",
    ),
    (
        market("share_of_wallet: {transport: {volume: {competitors: {rapid-nord: 9 t}}}}"),
        f"{WALLET}/transport/volume/total",
        "we know who gets a part of transport, but not how much of it they buy in all",
        "a part of how much?",
    ),
    (
        market("year: 2024"),
        f"{MARKET}/year",
        "the amounts are those of 2024: that year ended more than a year ago",
        "and since?",
    ),
    (
        market("results: {2025: {presale: none}}"),
        f"{MARKET}/results/2025/presale",
        "our sales of 2025 stand without cost before the sale: nobody can say what was left",
        "and what did it cost us?",
    ),
    (
        market("results: {2026: {sales: 1.7M, presale: 9k}}"),
        f"{MARKET}/results/2026/cost_of_goods",
        "our sales of 2026 stand without cost of goods and cost after the sale: nobody can say what was left",
        "and what did it cost us?",
    ),
    (
        market("results: {2025: {cost_of_goods: 1.5M}}") + NO_GROWTH,
        f"{MARKET}/results/2025",
        "Hafen-Spedition cost us 50k more than it paid in 2025, and no growth is planned",
        "1.6M of sales, 1.65M of cost",
    ),
    (
        criteria("relationship_method: {loyalty: low, profitability: low}"),
        "selection/bucket",
        "Hafen-Spedition stands as a key account, but is a stranger: they neither stay nor pay",
        "only friends are key",
    ),
    (
        criteria("relationship_method: {loyalty: low, profitability: medium}"),
        "selection/bucket",
        "Hafen-Spedition stands as a key account, but is a butterfly: they pay, but are not loyal",
        "only friends are key",
    ),
    (
        criteria("relationship_method: {loyalty: low, profitability: unknown}"),
        "selection/bucket",
        "Hafen-Spedition stands as a key account, but is no friend: they are not loyal",
        "only friends are key",
    ),
    (
        NO_GROWTH.replace(
            "unrealised_potential: ~", "unrealised_potential: ~, relationship_method: {profitability: low}"
        ),
        "selection/bucket",
        "Hafen-Spedition stands as a key account, but is a vulture: they stay, but hardly pay",
        "only friends are key",
    ),
    (
        market("advantages: {open-at-ten: {what: We care more, sources: none}}"),
        f"{MARKET}/advantages/open-at-ten/sources",
        '"We care more" is only claimed: no figure, no source',
        "how much, or who says so?",
    ),
    (
        market("advantages: {open-at-ten: {what: Open until 11, serves: ~}}"),
        f"{MARKET}/advantages/open-at-ten/serves",
        '"Open until 11" serves nothing that matters to Hafen-Spedition',
        "what is it to them?",
    ),
    (
        market("competitors: {rapid-nord: {strengths: ~, strategy: none}}"),
        f"{MARKET}/competitors/rapid-nord/strengths",
        "of Rapid Nord we know no strengths or strategy",
        "strong where, weak where, after what?",
    ),
    (
        market("competitors: {rapid-nord: {name: Rapid Nord KG, weaknesses: ~}}"),
        f"{MARKET}/competitors/rapid-nord/weaknesses",
        "of Rapid Nord KG we know no weaknesses",
        "strong where, weak where, after what?",
    ),
    (
        space("north: {cold-line: 1.6M, night-line: rapid-nord}, south: {night-line: open}"),
        SPACE,
        "no cell of the open space serves a success factor: nobody sees where to grow first",
        "2 cells to win, none marked",
    ),
    (
        market(
            "open_space: {south: {cold-line: {state: open, serves: [night-cut, cold-chain]}}, "
            "bay: {cold-line: {state: open, serves: cold-chain}}}"
        )
        + ALONE,
        f"{SPACE}/bay/cold-line",
        "Cold Line would serve cold-chain and night-cut in bay and south, and nothing of ours goes after it",
        "open, and good for them",
    ),
    (
        space("coast: {night-line: {state: open, serves: cold-chain}}")
        + plan("activities: {hub-trial: {using: ~, answers: ~}, net-sketch: {using: ~, answers: ~}}"),
        f"{SPACE}/coast/night-line",
        "Night Line would serve cold-chain in coast, and nothing of ours goes after it",
        "open, and good for them",
    ),
    (
        space("north: {cold-line: {serves: ~, who: rapid-nord}}")
        + plan(
            f"{IDLE}, strategies: {{hold-cold: {{uses: year-bonus}}}}, "
            "communications: {cold-letter: {carries: open-at-ten, anchored_in: third-hub}}"
        ),
        f"{SPACE}/north/cold-line/who",
        "Rapid Nord stands beside us with Cold Line in north, and nothing defends it",
        "there beside us",
    ),
    (
        market("satisfaction: {surveyed: 2025-10}"),
        f"{MARKET}/satisfaction/surveyed",
        "Hafen-Spedition was last asked how satisfied they are more than a year ago",
        "and today?",
    ),
    (
        plan("alarms: {fewer-bids: {by: ~, verified: ~}}"),
        "account_plan/alarms/fewer-bids/by",
        'nobody checks whether the alarm "Ole Kamp sent one lane instead of four." is handled',
        "until when?",
    ),
    (
        plan("concerns: {one-risk: {by: none, verified: ~}}"),
        "account_plan/concerns/one-risk/by",
        'nobody checks whether the concern "One carrier is one risk." is handled',
        "until when?",
    ),
    (
        market("agreements: {frame: {what: Cold frame, using: cold-line, notice: 2026-12, until: 2027}}")
        + ALONE,
        f"{MARKET}/agreements/frame/notice",
        '"Cold frame" can be ended until 2026-12, and nothing is planned with it',
        "in 38 days",
    ),
    (
        market(
            "agreements: {frame: {what: Cold frame, using: cold-line, notice: 2026-06, until: 2026-11-23}}"
        )
        + ALONE,
        f"{MARKET}/agreements/frame/until",
        '"Cold frame" runs until 2026-11-23, and nothing is planned with it',
        "today",
    ),
    (
        market(
            "agreements: {frame: {what: Cold frame, using: cold-line, until: 2026-11-22}}, "
            "open_space: {north: {cold-line: {until: 2026-11-22}}}"
        ),
        f"{MARKET}/agreements/frame/until",
        '"Cold frame" ran until 2026-11-22, and stands there as if it held',
        "and since?",
    ),
    (
        space("north: {cold-line: {until: 2026-Q3}}"),
        f"{SPACE}/north/cold-line/until",
        "we had Cold Line in north until 2026-Q3: who has it now?",
        "this day has passed",
    ),
    (
        space("south: {cold-line: {state: competitor, until: 2026-10}}"),
        f"{SPACE}/south/cold-line/until",
        "a competitor had Cold Line in south until 2026-10: who has it now?",
        "this day has passed",
    ),
    (
        space("south: {cold-line: {state: competitor, who: rapid-nord, until: 2027-03, serves: cold-chain}}")
        + ALONE,
        f"{SPACE}/south/cold-line/until",
        "Rapid Nord is bound with Cold Line in south until 2027-03, and nothing of ours goes after it",
        "in 128 days",
    ),
    (
        market("satisfaction: {criteria: {claims: {expectation: 8.5, perception: 6}}}"),
        f"{MARKET}/satisfaction/criteria/claims/what",
        "claims: they expect 8.5 and see 6, and nobody says why",
        "what lies behind it?",
    ),
    (
        market("share_of_wallet: {storage: {spend: 0.9M, ours: 0.3M, in_house: 0.6M}}"),
        WALLET,
        "our sales of 2025 come to 1.9M here, 1.6M in the results",
        "300k more than we sold them",
    ),
    (
        market("share_of_wallet: {storage: {spend: 0.9M, ours: 0}}"),
        f"{WALLET}/storage/competitors",
        "nobody says who gets the other 900k that they spend on storage",
        "who else delivers?",
    ),
    (
        market("agreements: {frame: Cold frame}"),
        f"{MARKET}/agreements/frame/until",
        '"Cold frame" has no last day',
        "until when?",
    ),
]


@pytest.mark.parametrize(("patch", "at", "message", "label"), MESSAGES)
def test_messages(patch: str, at: str, message: str, label: str) -> None:
    assert told(found(patch, Profile.EXTENDED, codes="KAM4")) == [(at, message, label)]


def test_a_swot_without_strategies_says_how_the_plan_lost_them() -> None:
    ended = "strategies: {night-first: {status: done}, hold-cold: {status: dropped}}"
    labels = {ended: "all strategies have ended", "strategies: none": "no strategies, says the plan"}
    for piece, label in labels.items():
        message = "the SWOT has 4 points, and no strategy comes of it"
        assert told(found(plan(piece), Profile.EXTENDED, codes="KAM413")) == [
            (f"{MARKET}/swot", message, label)
        ]


def test_two_rules_name_what_would_help() -> None:
    grid = space("north: {cold-line: 1.6M, night-line: rapid-nord}, south: ~")
    (finding,) = found(grid, Profile.EXTENDED, codes="KAM410")
    assert finding.help.endswith("`{state: open, serves: cold-chain}`")
    (finding,) = found(market("results: {2025: {presale: ~}}"), Profile.EXTENDED, codes="KAM404")
    assert finding.help == "write `presale`: an estimate will do, or `unknown`"


def test_further_cells_are_shown_beside_the_first() -> None:
    (finding,) = found(
        space("north: {cold-line: {until: 2026-Q3}}, south: {cold-line: {state: ours, until: 2026-Q3}}"),
        Profile.EXTENDED,
        codes="KAM417",
    )
    assert [one.at[2] for one in finding.related] == ["south"]


QUIET = [
    # the wallet
    market("share_of_wallet: {storage: {spend: unknown, ours: 40k}}"),
    market("share_of_wallet: {storage: {ours: unknown, in_house: 40k}}"),
    market("share_of_wallet: {storage: {spend: 1M, ours: unknown}}"),
    market("share_of_wallet: {storage: {spend: 1M, ours: 40k, in_house: unknown}}"),
    market("share_of_wallet: {storage: {spend: 1M, ours: 50k, in_house: 0.45M}}"),
    market("share_of_wallet: {storage: unknown}"),
    market("year: unknown"),
    market("year: 2024, open_space: {north: ~, south: ~}, results: ~"),
    # results
    market("results: {2025: {cost_of_goods: unknown, presale: unknown, postsale: unknown}}"),
    market("results: {2023: {sales: 1.1M}, 2026: {basis: expected, sales: 1.7M}}"),
    market("results: {2025: unknown}"),
    market("results: ~"),
    market("results: {2025: {sales: 1.53M}}"),
    market("year: 2024, share_of_wallet: {transport: {ours: 1.7M}}, open_space: unknown"),
    market("share_of_wallet: {storage: {spend: 1M, ours: 0.9M, currency: USD}}"),
    market("results: {2025: {basis: expected, sales: 1M}}"),
    # what they are worth
    market("results: {2025: {cost_of_goods: 1.5M}}"),
    "selection: {bucket: maintenance}\n"
    + market("results: {2025: {cost_of_goods: 1.5M}}")
    + NO_GROWTH.replace("selection: {", "selection: {bucket: maintenance, "),
    market("results: {2025: {cost_of_goods: 1.45M}}") + NO_GROWTH,
    criteria("relationship_method: {loyalty: high, profitability: low}"),
    criteria("relationship_method: {loyalty: unknown, profitability: unknown}"),
    criteria("relationship_method: {loyalty: medium, profitability: medium}"),
    "selection: {bucket: maintenance, criteria: {relationship_method: {loyalty: low, profitability: low}}}",
    # advantages and rivals
    market("advantages: {open-at-ten: {what: We care, sources: unknown, serves: unknown}}"),
    market("advantages: {open-at-ten: {what: We care, sources: ~, records: 'crm:1'}}"),
    market("advantages: {open-at-ten: {what: unknown, sources: ~}}"),
    market("competitors: {rapid-nord: {strengths: unknown, weaknesses: unknown, strategy: unknown}}"),
    market("competitors: {frachthaus: {status: gone}}"),
    # the open space
    market("open_space: unknown"),
    market("open_space: ~"),
    space("north: {cold-line: unknown, night-line: {state: open, serves: unknown}}, south: ~"),
    "account_knowledge: {success_factors: unknown}\n"
    + space("north: {cold-line: 1.6M, night-line: open}, south: ~"),
    space("south: {cold-line: {state: open, serves: cold-chain}}"),
    space("south: {cold-line: {state: open, serves: no-such-thing}}") + ALONE,
    space("coast: {cold-line: {state: not-wanted, serves: cold-chain}}") + ALONE,
    space("north: {cold-line: {who: rapid-nord}}"),
    space("north: {cold-line: {who: unknown}}") + ALONE,
    space("north: {night-line: {until: 2027-12-31}}"),
    space("south: {cold-line: {state: competitor, until: 2027-03, serves: ~}}") + ALONE,
    space("south: {cold-line: {state: not-wanted, until: 2025}}"),
    # contracts, surveys
    market("agreements: {frame: {using: cold-line, notice: 2026-12-31, until: 2027-06-30}}"),
    market("agreements: {frame: {notice: 2026-12-31, until: 2027-06-30}}") + ALONE,
    market("agreements: {frame: {using: cold-line, until: unknown, notice: unknown}}") + ALONE,
    market("agreements: {frame: {using: cold-line, until: 2025, status: done}}"),
    market("agreements: {frame: unknown}"),
    market("satisfaction: {surveyed: unknown}"),
    market("satisfaction: unknown"),
    market("satisfaction: {scale: unknown, criteria: {claims: {expectation: 9, perception: 1}}}"),
    market("satisfaction: {criteria: {claims: {expectation: 9, perception: 7}}}"),
    market("satisfaction: {criteria: {claims: {expectation: 9, perception: unknown}}}"),
    # the SWOT, alarms, concerns
    market("swot: ~") + plan("strategies: ~"),
    plan("strategies: unknown"),
    plan("alarms: {fewer-bids: {by: unknown, verified: ~}}"),
    plan("alarms: {fewer-bids: {owner: ~, by: ~, verified: ~}}"),
    plan("strategies: ~"),
    plan("alarms: {quiet: {what: Quiet, status: settled}, gone: unknown}"),
    plan("concerns: {one-risk: {by: ~, verified: yes}}"),
    plan("concerns: {loud: {what: Loud, status: dropped}}"),
]


@pytest.mark.parametrize("patch", QUIET)
def test_quiet(patch: str) -> None:
    assert told(found(patch, Profile.EXTENDED, codes="KAM4")) == []


DEFENDED = [
    "activities: {one-form: {using: cold-line}}",
    f"{IDLE}, opportunities: {{hub-nights: {{using: cold-line, in: north}}}}",
    f"{IDLE}, communications: {{cold-letter: {{anchored_in: warm-docks}}}}",
    f"{IDLE}, communications: {{cold-letter: {{carries: logged-degrees}}}}",
    f"{IDLE}, communications: {{cold-letter: ~}}, strategies: {{hold-cold: {{uses: logged-degrees}}}}",
]


@pytest.mark.parametrize("piece", DEFENDED)
def test_what_defends_a_cell(piece: str) -> None:
    cell = space("north: {cold-line: {who: rapid-nord}}")
    assert found(cell + plan(piece), Profile.EXTENDED, codes="KAM412") == []


def test_an_opportunity_elsewhere_defends_nothing() -> None:
    cell = space("north: {cold-line: {serves: ~, who: rapid-nord}}")
    elsewhere = "opportunities: {hub-nights: {using: cold-line, in: south}}"
    piece = plan(f"{IDLE}, communications: ~, strategies: ~, {elsewhere}")
    assert [one.code for one in found(cell + piece, Profile.EXTENDED, codes="KAM412")] == ["KAM412"]


def test_a_concern_that_is_not_settled_needs_a_day_whatever_it_says_of_it() -> None:
    for verified, fires in {"no": True, "yes": False, "unknown": False}.items():
        patch = plan(f"concerns: {{one-risk: {{by: ~, verified: {verified}}}}}")
        assert bool(found(patch, Profile.EXTENDED, codes="KAM415")) is fires


def test_a_competitor_who_is_gone_threatens_nothing() -> None:
    gone = market(
        "competitors: {rapid-nord: {status: gone}}, open_space: {north: {cold-line: {who: rapid-nord}}}"
    )
    piece = plan(f"{IDLE}, communications: ~, strategies: ~")
    assert found(gone + piece, Profile.EXTENDED, codes="KAM412") == []


def test_more_of_the_same_does_not_make_a_vulture_pay() -> None:
    patch = criteria("unrealised_potential: ~, relationship_method: {profitability: low}") + plan(
        "objectives: {night-sales: {growth: more-of-the-same}, shared-net: {growth: ~}}"
    )
    assert [one.code for one in found(patch, Profile.EXTENDED, codes="KAM40")] == ["KAM406"]


def test_a_loss_that_is_told_is_not_told_again_as_a_vulture() -> None:
    patch = market("results: {2025: {cost_of_goods: 1.5M}}") + NO_GROWTH.replace(
        "unrealised_potential: ~", "unrealised_potential: ~, relationship_method: {profitability: low}"
    )
    assert [one.code for one in found(patch, Profile.EXTENDED, codes="KAM40")] == ["KAM405"]


def test_unknown_objectives_may_hold_the_growth() -> None:
    patch = market("results: {2025: {cost_of_goods: 1.5M}}") + criteria("unrealised_potential: ~")
    assert found(patch + plan("objectives: unknown"), Profile.EXTENDED, codes="KAM405") == []


def test_limits_are_the_house_s() -> None:
    older = market("year: 2023, satisfaction: {surveyed: 2024-01, criteria: {claims: {perception: 5}}}")
    patient = {"wallet_age": Every(4, "year"), "survey_age": Every(4, "year"), "dissatisfaction": 50}
    assert [one.code for one in found(older, Profile.EXTENDED, codes="KAM4")] == [
        "KAM403",
        "KAM414",
        "KAM419",
    ]
    assert found(older, Profile.EXTENDED, codes="KAM4", **patient) == []
    rival = (
        market(
            "open_space: {south: {cold-line: {state: competitor, until: 2027-12, serves: cold-chain}}}, "
            "agreements: {frame: {using: cold-line, notice: 2027-12, until: 2028}}"
        )
        + ALONE
    )
    early = {"rival_contract_ahead": Every(2, "year"), "notice_ahead": Every(2, "year")}
    assert found(rival, Profile.EXTENDED, codes="KAM4") == []
    assert [one.code for one in found(rival, Profile.EXTENDED, codes="KAM4", **early)] == ["KAM416", "KAM418"]
    months = found(older, Profile.EXTENDED, codes="KAM414", survey_age=Every(6, "month"))
    assert months[0].message.endswith("more than 6 months ago")


@pytest.mark.parametrize(
    "text",
    [
        "12 claims in 2025",
        "Seven wells restarted",
        "Doppelt so schnell",
        "In fünf Tagen da",
        "La moitié du temps",
        "Tres noches antes",
        "Dois dias mais cedo",
        "La metà del tempo",
    ],
)
def test_figures_in_six_languages(text: str) -> None:
    assert advantage_without_evidence.FIGURE.search(text)


@pytest.mark.parametrize(
    "text", ["We tend to be often there", "Mehr Achtung", "Ein gutes Team", "Le meilleur service"]
)
def test_words_that_only_look_like_figures(text: str) -> None:
    assert advantage_without_evidence.FIGURE.search(text) is None


CELLS = st.sampled_from(
    [
        "{state: open, serves: cold-chain}",
        "{state: competitor, who: rapid-nord, until: 2026-10}",
        "{state: competitor, who: rapid-nord, until: 2027-02, serves: cold-chain}",
        "{state: ours, sales: 10k, until: 2026-10}",
        "unknown",
    ]
)


@given(st.dictionaries(st.sampled_from("abcdef"), CELLS, min_size=1))
def test_the_order_of_segments_means_nothing(cells: dict[str, str]) -> None:
    def said(segments: Iterator[str]) -> set[tuple[str, str, str]]:
        rows = ", ".join(f"{segment}: {{cold-line: {cells[segment]}}}" for segment in segments)
        return {
            *told(
                found(
                    f"account_as_market: {{open_space: {{{rows}}}}}\n{ALONE}", Profile.EXTENDED, codes="KAM4"
                )
            )
        }

    assert said(iter(cells)) == said(reversed(cells))
