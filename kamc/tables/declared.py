"""The tables of accounts, people, goals and doings: which fields of a plan make which columns."""

from decimal import Decimal

from kamc.analysis.margin import contribution, cost
from kamc.analysis.value import lifetime_value, potential_value
from kamc.model.plan import Plan
from kamc.model.values import Number, Said
from kamc.model.wallet import Result
from kamc.tables.reading import Take, Work
from kamc.tables.records import of_records
from kamc.tables.table import Column, Kind, Table

ID = Column(name="id", meaning="Its id: unique in the plan, and the same in every quarter.", methods=(4,))
OURS = Column(name="person", meaning="The id of our person, as in plans/people.yaml.", methods=(39,))
OFFERING = Column(
    name="offering", meaning="The id of our offering, as in plans/catalogue.yaml.", methods=(24,)
)
CLAIM = ("confidence", "sources", "records")
"""What every record can say of where it comes from."""
ENDS = ("ended", "why", "became")
CURRENCY = Take("currency", or_plan="currency")
PLANS_CURRENCY = Take("currency", of_plan=True)
BY = Take("by", "due")  # BY is a word of SQL
YEAR = Take("account_as_market.year", of_plan=True)


def _cents(number: Number) -> Decimal | Said | None:
    """What was worked out, to the hundredth: what is written stays as it is."""
    return round(number, 2) if isinstance(number, Decimal) else number


def _lifetime_value(plan: Plan) -> Decimal | Said | None:
    return _cents(lifetime_value(plan.selection.criteria.lifetime_value))


def _potential_value(plan: Plan) -> Decimal | Said | None:
    criteria = plan.selection.criteria
    return _cents(potential_value(criteria.unrealised_potential, criteria.lifetime_value))


def _presale(one: Result) -> Decimal | Said | None:
    return cost(one.presale)


def _postsale(one: Result) -> Decimal | Said | None:
    return cost(one.postsale)


ACCOUNTS = of_records(
    "accounts",
    "One row an account and quarter: its header, why it is a key account, and how close we are.",
    "",
    take=(
        "name", "status", "profile", "owner", "currency", "industry", "competes_with",
        "summary.stand", "summary.because", Take("summary.aim.short", "aim_short"),
        Take("summary.aim.medium", "aim_medium"), Take("summary.aim.long", "aim_long"),
        Take("summary.do", "to_do"), "summary.revise", "decisions_wanted",
        Take("reviewed.selection", "selection_reviewed"),
        Take("reviewed.success_factors", "success_factors_reviewed"),
        Take("reviewed.continuum", "continuum_reviewed"), Take("reviewed.open_space", "open_space_reviewed"),
        Take("reviewed.buying_center", "buying_center_reviewed"),
        "selection.bucket", "selection.decision", Take("selection.why", "selection_why"),
        Take("selection.coverage.model", "coverage_model"), Take("selection.coverage.time", "coverage_time"),
        Take("selection.criteria.size.value", "size_value"),
        Take("selection.criteria.size.volume", "size_volume"),
        Take("selection.criteria.fit.strategic", "strategic_fit"),
        Take("selection.criteria.fit.operational", "operational_fit"),
        Take("selection.criteria.fit.cultural", "cultural_fit"),
        "selection.criteria.relationship_method.loyalty",
        "selection.criteria.relationship_method.profitability",
        "selection.criteria.lifetime_value.yearly_margin",
        Take("selection.criteria.lifetime_value.years", "lifetime_years"),
        "selection.criteria.lifetime_value.retention",
        Take("selection.criteria.lifetime_value.discount", "discount_rate"),
        Work(
            Column(
                name="lifetime_value", kind=Kind.MONEY, methods=(6,),
                field="selection.criteria.lifetime_value",
                meaning="Worked out: what they are worth over the years, to the hundredth.",
            ),
            _lifetime_value,
        ),
        "selection.criteria.unrealised_potential.cross_sell",
        "selection.criteria.unrealised_potential.up_sell",
        "selection.criteria.unrealised_potential.co_create",
        Work(
            Column(
                name="potential_value", kind=Kind.MONEY, methods=(7,),
                field="selection.criteria.unrealised_potential",
                meaning="Worked out: the unrealised potential over the same years, to the hundredth.",
            ),
            _potential_value,
        ),
        Take("relationships.continuum.layer.now", "layer_now"),
        Take("relationships.continuum.layer.wanted", "layer_wanted"),
        Take("relationships.continuum.intent.ours", "our_intent"),
        Take("relationships.continuum.intent.theirs", "their_intent"),
    ),
)  # fmt: skip
PEOPLE = of_records(
    "people",
    "One row a member of the buying centre: a person of theirs, or a committee.",
    "relationships.buying_center.*",
    keys=(ID,),
    take=(
        "name", "title", "company", "members", "roles", "promoter", "favours", "won_through", "stance",
        "influence",
        "reports_to", Take("profile.business_agenda", "business_agenda"),
        Take("profile.personal_agenda", "personal_agenda"), Take("profile.measured_by", "measured_by"),
        Take("purchaser.interest", "purchaser_interest"),
        Take("purchaser.involvement", "purchaser_involvement"),
        "status", *ENDS, *CLAIM,
    ),
)  # fmt: skip
CONTACTS = of_records(
    "contacts",
    "One row a pair of people who keep in touch: one of theirs, one of ours.",
    "relationships.buying_center.*.contacts.*",
    keys=(Column(name="member", meaning="The id of their person: `people.id`.", methods=(31,)), OURS),
    take=("topic", "every", Take("last", "last_contact"), Take("next", "next_contact"), "level",
          Take("wanted", "wanted_level"), Take("plan", "engagement_plan")),
)  # fmt: skip
SELLING_CENTER = of_records(
    "selling_center",
    "One row a person of ours who works on the account.",
    "relationships.selling_center.*",
    keys=(OURS,),
    take=("roles", "until"),
)
SUCCESS_FACTORS = of_records(
    "success_factors",
    "One row a thing that must go well for them.",
    "account_knowledge.success_factors.*",
    keys=(ID,),
    take=("what", "whose", "serves", "measured_by", "now", BY, "status", *ENDS, *CLAIM),
)
NEEDS = of_records(
    "needs",
    "One row a challenge, plan or project of theirs.",
    "account_knowledge.challenges.*",
    "account_knowledge.plans.*",
    "account_knowledge.projects.*",
    keys=(ID,),
    take=(
        "what", "serves", "whose", "compelling_reason", "budget", CURRENCY, BY, "status", *ENDS, *CLAIM,
    ),
)  # fmt: skip
ACTIVITIES = of_records(
    "activities",
    "One row a thing that one of us does, for a reason.",
    "account_plan.activities.*",
    keys=(ID,),
    take=(
        "what", "answers", Take("using", "using_ids"), "advances", Take("owner", or_plan="owner"),
        Take("with", "with_members"), "team", BY, "result", "farming", "status", *ENDS, *CLAIM,
    ),
)  # fmt: skip
COMMUNICATIONS = of_records(
    "communications",
    "One row a thing that we say to them.",
    "account_plan.communications.*",
    keys=(ID,),
    take=(
        "message", Take("from", "from_people", or_plan="owner"), Take("to", "to_members"), "carries",
        "anchored_in",
        "step", "channel", BY, "every", "result", "status", *ENDS, *CLAIM,
    ),
)  # fmt: skip
OBJECTIVES = of_records(
    "objectives",
    "One row a thing that we want to reach.",
    "account_plan.objectives.*",
    keys=(ID,),
    take=(
        "what", "kind", "growth", "deepens", "measure", "baseline", "now", "target", "unit", CURRENCY, BY,
        "people",
        "team", "agreed_with", "status", *ENDS, *CLAIM,
    ),
)  # fmt: skip
OPPORTUNITIES = of_records(
    "opportunities",
    "One row a thing that they may buy.",
    "account_plan.opportunities.*",
    keys=(ID,),
    take=(
        "what", Take("using", "using_ids"), "answers", Take("in", "in_segments"), "advances", "origin",
        "stage",
        "buying_step", "value", CURRENCY, "term", "probability", "closes", "partners", "competitors",
        "cabs.compelling_reason", Take("cabs.authority", "authority"),
        Take("cabs.budget.state", "budget_state"),
        Take("cabs.budget.amount", "budget_amount"), Take("cabs.allies", "allies"),
        "proposition_check.needs_justify_price", "proposition_check.strengths_beat_rivals",
        "proposition_check.benefits_shown", "proposition_check.dearer_than_rivals", *ENDS, *CLAIM,
    ),
)  # fmt: skip
OPEN_SPACE = of_records(
    "open_space",
    "One row a cell of the open space: a segment of theirs by an offering of ours.",
    "account_as_market.open_space.*.*",
    keys=(Column(name="segment", meaning="The key of the segment.", methods=(49,)), OFFERING),
    take=("state", "sales", "spend", PLANS_CURRENCY, YEAR, "who", "what", "until", "serves"),
)
WALLET = of_records(
    "wallet",
    "One row a category of what they buy: what they spend, and what of it comes to us.",
    "account_as_market.share_of_wallet.*",
    keys=(Column(name="category", meaning="The key of the category.", methods=(46,)),),
    take=(
        "spend", "ours", "in_house", CURRENCY, YEAR, Take("volume.total", "volume"),
        Take("volume.ours", "our_volume"), Take("volume.in_house", "in_house_volume"), *CLAIM,
    ),
)  # fmt: skip
RESULTS = of_records(
    "results",
    "One row a year: what we sold there, and what it cost us.",
    "account_as_market.results.*",
    keys=(Column(name="year", kind=Kind.WHOLE, meaning="The year.", methods=(11,)),),
    take=(
        "basis", "volume", "sales", CURRENCY, "cost_of_goods",
        Work(
            Column(
                name="presale_cost", kind=Kind.MONEY, methods=(11, 47),
                meaning="Cost before the sale: its total, or the sum of its items.",
                field="account_as_market.results.<id>.presale",
            ),
            _presale,
        ),
        Work(
            Column(
                name="postsale_cost", kind=Kind.MONEY, methods=(11, 47),
                meaning="Cost after the sale: its total, or the sum of its items.",
                field="account_as_market.results.<id>.postsale",
            ),
            _postsale,
        ),
        Work(
            Column(
                name="contribution_margin", kind=Kind.MONEY, methods=(11,),
                meaning="Worked out: net sales less all of these costs; empty where one is not known.",
                field="account_as_market.results.<id>",
            ),
            contribution,
        ),
    ),
)  # fmt: skip
COMPETITORS = of_records(
    "competitors",
    "One row a competitor in the account.",
    "account_as_market.competitors.*",
    keys=(ID,),
    take=("name", "what", "strengths", "weaknesses", "strategy", "status", *ENDS, *CLAIM),
)
DECLARED: tuple[Table, ...] = (
    ACCOUNTS, PEOPLE, CONTACTS, SELLING_CENTER, SUCCESS_FACTORS, NEEDS, ACTIVITIES, COMMUNICATIONS,
    OBJECTIVES, OPPORTUNITIES, OPEN_SPACE, WALLET, RESULTS, COMPETITORS,
)  # fmt: skip
