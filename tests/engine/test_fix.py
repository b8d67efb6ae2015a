"""What is fixed, and what is left alone: tables of before and after, as edits of a clean plan."""

import msgspec
import pytest

from kamc.diagnostics import Edit, Fix
from kamc.engine.check import check
from kamc.engine.fix import offered
from kamc.loader import load
from kamc.rules import examples
from tests.fixing import fixed, loaded, mended, scope

PLAN = examples.PLAN
JAN, INES = "    jan-ostrow: {", "    ines-bahr: {"
WAIVER = '{why: "Agreed in the review", by: tor-vik}'
TRIAL = '{what: "Six weeks of night runs from the hub",'


def edit(old: str, new: str, text: str = PLAN) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


# --- Keys ---------------------------------------------------------------------------------------------------

KEYS = [
    ("status: approved", "statsu: approved", None),
    ("status: approved", '"statsu": approved', '"status": approved'),
    ("status: approved", "'Status' : approved", "'status' : approved"),
    ("status: approved", "statsu: aproved # Ümlaut", "status: approved # Ümlaut"),
    ("success_factors:", "Success Factors:", "success_factors:"),
    ("account_plan:", "acount_plan:  # ours", "account_plan:  # ours"),
    ("buying_center:", "buying_centre:", "buying_center:"),
    ("answers: night-cut", "anwsers: night-cut", "answers: night-cut"),
    ("baseline: 0, target: 0.6M", "baselin: 0, tagret: 0.6M", "baseline: 0, target: 0.6M"),
    ("whose: jan-ostrow, by: 2027-12-31}", "whoose: jan-ostrow, byy:2027-12-31}", None),
    ("objectives:\n    night-sales: {what", "objectivs:\n    night-sales: {waht", None),
]


@pytest.mark.parametrize(("right", "wrong", "mends"), KEYS)
def test_a_mistyped_key_is_written_right(right: str, wrong: str, mends: str | None) -> None:
    assert fixed(edit(right, wrong)) == edit(right, mends or right)


ALONE = [
    ("status: approved", "status: approved\nstatsu: draft"),  # it is there already
    ("status: approved", "statsu: approved\nsttaus: draft"),  # which of the two?
    ("status: approved", "statsu: approved\nstatsu: draft"),
    ("owner: mara-lind", "ownr: Mara"),  # no value for an owner: another key may be meant
    ("owner: mara-lind", "kam: mara-lind"),  # a guess about sense, not a slip
    ("by: 2027-01-29", "deadline: 2027-01-29"),
    ("status: approved", "colour: red\nstatus: approved"),  # nothing is near
    ("night-cut: {", "Night-Cut: {"),  # an id: links would have to follow
    ("answers: night-cut", "answers: night-cuts"),  # a guess about what is meant
    ("roles: decider", "roles: decider, gatekeeper"),  # several words
    ("stance: supporter", "stance: neutral"),  # two words are proposed
    ("by: 2027-01-29", "by: 29.01.2027"),  # a value, not a word
    ("currency: EUR", "currency: Euro"),
]


@pytest.mark.parametrize(("right", "wrong"), ALONE)
def test_what_could_mean_two_things_is_left_alone(right: str, wrong: str) -> None:
    text = edit(right, wrong)
    assert [one.code for one in check(scope(), [loaded(text)]).diagnostics]
    assert mended(text) == ()


def test_what_a_mistyped_key_hid_does_not_keep_it_from_being_mended() -> None:
    wrong = edit("activities:", "activites:", edit("answers: night-cut", "colour: red"))
    assert fixed(wrong) == edit("activites:", "activities:", wrong)


# --- Words --------------------------------------------------------------------------------------------------

WORDS = [
    ("status: approved", "status: aproved", "status: approved"),
    ("status: approved", 'status: "In Review"', 'status: "in-review"'),
    ("stance: supporter", "stance: suporter", "stance: supporter"),
    ("[user, facilitator]", "[user, facilitater]", "[user, facilitator]"),
    ("roles: decider", "roles: 'decidr'", "roles: 'decider'"),
    ("by: 2026-12-04}", "by: 2026-12-04, status: completed}", "by: 2026-12-04, status: done}"),
    ("stance: supporter", "stance: tbd", "stance: unknown"),
]


@pytest.mark.parametrize(("right", "wrong", "mends"), WORDS)
def test_a_mistyped_word_is_written_right(right: str, wrong: str, mends: str) -> None:
    assert fixed(edit(right, wrong)) == edit(right, mends)


# --- Words that YAML would lose -----------------------------------------------------------------------------

LOST = [
    ("Become #1 in Bavaria", '"Become #1 in Bavaria"', "Become #1 in Bavaria"),
    ("#1 in Bavaria", '"#1 in Bavaria"', "#1 in Bavaria"),
    ("#1 of #3  ", '"#1 of #3"  ', "#1 of #3"),
    ('Be "the" C:\\x #1', '"Be \\"the\\" C:\\\\x #1"', 'Be "the" C:\\x #1'),
    ("Ümlaut 🙂 #1 in 李", '"Ümlaut 🙂 #1 in 李"', "Ümlaut 🙂 #1 in 李"),
    ("{now: 61 wells, no loss}", '{now: "61 wells, no loss"}', {"now": "61 wells, no loss"}),
    ("{now: fast, and good, so: 5}", '{now: "fast, and good", so: 5}', {"now": "fast, and good", "so": 5}),
    ("{bb:5, cc: 1}", "{bb: 5, cc: 1}", {"bb": 5, "cc": 1}),
    ("\n  bb:5\n  cc:x", "\n  bb: 5\n  cc: x", {"bb": 5, "cc": "x"}),
    ("one\u2028two", "one two", "one two"),
    ('"one\x85two"', '"one two"', "one two"),
    ("Become #1\u2028in Bavaria", '"Become #1 in Bavaria"', "Become #1 in Bavaria"),
]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("wrong", "right", "meant"), LOST)
def test_text_that_would_be_lost_is_kept(wrong: str, right: str, meant: object, end: str) -> None:
    before = f"{PLAN}x-odd: {wrong}\nx-last: 1 # so\n".replace("\n", end)
    after = fixed(before)
    assert after == f"{PLAN}x-odd: {right}\nx-last: 1 # so\n".replace("\n", end)
    data = load(after.encode(), "plan.yaml").data
    assert isinstance(data, dict)
    assert (data["x-odd"], data["x-last"]) == (meant, 1)


IN_DOUBT = [
    "Join #sales today",  # a comment, or a word?
    "Become #1 #really",
    "[Become #1, or 2\n  ]",  # one item, or two?
    "Become #1 # said in May",
    "{now: Hof, Bavaria, too}",  # `too` may be a field
    "{now: fast, owner}",
    "{now: 7, in all}",  # a number, or a text?
    "{now: 7,8M}",
    '{now: "fast", and good}',
    "{now: one\n  line, no more}",
    "{user, buyer}",
    "{now: a b, c d, ee:5, f g, h: 1}",  # a field in the middle of a text
]


@pytest.mark.parametrize("wrong", IN_DOUBT)
def test_text_that_may_be_meant_otherwise_is_left_alone(wrong: str) -> None:
    text = f"{PLAN}x-odd: {wrong}\n"
    assert not loaded(text).sound
    assert fixed(text) == text


def test_no_space_is_put_into_what_may_be_a_text() -> None:
    text = edit("by: 2026-12-04", "Tel:040, by: 2026-12-04")
    assert fixed(text) == text


def test_quotes_where_no_text_belongs_are_not_set() -> None:
    text = edit("owner: mara-lind", "owner: mara-lind #2 of us")
    assert fixed(text) == text


# --- Waivers ------------------------------------------------------------------------------------------------

BLOCK = f"""\
relationships:
  # Agreed with Ana
  accepted:
    # In May
    no-facilitator: {WAIVER}  # Tor's
    # In June
    no-decider:
      why: >
        Long
        ago

      by: tor-vik

  # The people
  buying_center:
"""
HOLDS = '{what: "The twelve claims of 2025, one by one"'
UNUSED = [
    ("relationships:\n", f"relationships:\n  accepted: {{no-facilitator: {WAIVER}}}\n", None),
    (
        "relationships:\n",
        f"relationships:\n  accepted:\n    no-facilitator: {WAIVER}\n\n",
        "relationships:\n\n",
    ),
    (
        "relationships:\n  buying_center:\n",
        BLOCK,
        "relationships:\n  # Agreed with Ana\n\n  # The people\n  buying_center:\n",
    ),
    ("kamc: 1\n", f"kamc: 1\n\naccepted:\n  KAM301: {WAIVER}\n\n", "kamc: 1\n\n"),
    (HOLDS, f"{HOLDS}, accepted: {{activity-without-reason: {WAIVER}}}", None),
    (HOLDS, f"{HOLDS}, 'accepted': {{KAM601: {WAIVER}, KAM301: {WAIVER},}}", None),
    ('{what: "The', f'{{accepted: {{KAM601: {WAIVER}}}, what: "The', None),
    (
        JAN,
        f"{JAN}\n      accepted: {{\n        KAM301: {WAIVER},\n        KAM302: {WAIVER}\n      }},\n      ",
        f"{JAN}\n      ",
    ),
]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("right", "wrong", "mends"), UNUSED)
def test_an_unused_waiver_goes(right: str, wrong: str, mends: str | None, end: str) -> None:
    after = fixed(edit(right, wrong).replace("\n", end))
    assert after == edit(right, right if mends is None else mends).replace("\n", end)


NO_DECIDER = edit("roles: decider", "roles: user")


@pytest.mark.parametrize(
    ("wrong", "mends"),
    [
        (f"{{KAM301: {WAIVER}, no-decider: {WAIVER}}}", f"{{no-decider: {WAIVER}}}"),
        (f"{{no-decider: {WAIVER}, KAM301: {WAIVER}}}", f"{{no-decider: {WAIVER}}}"),
        (f"{{no-decider: {WAIVER}, KAM301: {WAIVER}, }}", f"{{no-decider: {WAIVER}, }}"),
        (
            f"\n    # one\n    KAM301: {WAIVER}\n    # two\n    KAM302: {WAIVER}",
            f"\n    # one\n    # two\n    KAM302: {WAIVER}",
        ),
        (f"{{no-decidr: {WAIVER}}}", f"{{no-decider: {WAIVER}}}"),
        (f"\n    KAM302: {WAIVER}\n    KAM301: {WAIVER}  # so", f"\n    KAM302: {WAIVER}"),
    ],
)
def test_a_waiver_that_waives_something_stays(wrong: str, mends: str) -> None:
    head = "relationships:\n"
    before = edit(head, f"{head}  accepted: {wrong}\n", NO_DECIDER)
    assert fixed(before) == edit(head, f"{head}  accepted: {mends}\n", NO_DECIDER)


KEPT = [
    (NO_DECIDER, f"accepted: {{no-decider: {WAIVER}}}"),  # used
    (
        edit("selection: {", f"selection: {{accepted: {{no-decider: {WAIVER}}}, ", NO_DECIDER),
        "",
    ),  # it belongs elsewhere
    (PLAN, f"accepted: {{no-such-rule: {WAIVER}}}"),  # who knows which
    (PLAN, f"accepted: {{no-facilitater: {WAIVER}}}"),  # it would waive nothing
    (NO_DECIDER, f"accepted: {{no-decidr: {WAIVER}, KAM302: {WAIVER}}}"),
    (PLAN, f"accepted: {{no-decidr: {WAIVER}, no-deciderr: {WAIVER}}}"),  # which of the two?
    (
        edit("kamc: 1", "kamc: 1\ncolour: red"),
        f"accepted: {{no-facilitator: {WAIVER}}}",
    ),  # the file has other faults
    (edit("roles: decider", "roles: boss"), f"accepted: {{no-decider: {WAIVER}}}"),
    (f"{PLAN}x-open: {{", f"accepted: {{no-facilitator: {WAIVER}}}"),  # it cannot be read
]


@pytest.mark.parametrize(("text", "waiver"), KEPT)
def test_a_waiver_that_may_still_waive_something_stays(text: str, waiver: str) -> None:
    before = f"{text}{waiver}\n"
    assert fixed(before) == before


def test_waivers_stay_where_a_shared_file_cannot_be_read() -> None:
    text = f"{PLAN}accepted: {{dangling-link: {WAIVER}}}\n"
    assert fixed(text) == PLAN
    assert fixed(text, scope(people="people: [")) == text


def test_a_waiver_is_deleted_only_once_the_mended_file_does_not_need_it() -> None:
    before = edit("roles: decider", "roles: usr") + f"accepted: {{KAM302: {WAIVER}, KAM301: {WAIVER}}}\n"
    assert fixed(before) == NO_DECIDER + f"accepted: {{KAM302: {WAIVER}}}\n"


def test_a_comment_between_an_item_and_its_comma_stays() -> None:
    text = NO_DECIDER + f"accepted: {{KAM301: {WAIVER} # Tor's\n  , KAM302: {WAIVER}}}\n"
    assert fixed(text) == text


def test_an_entry_that_holds_nothing_but_its_waiver_is_left_alone() -> None:
    text = f"{PLAN}product_knowledge: {{accepted: {{KAM301: {WAIVER}}}}}\n"
    assert [one.code for one in check(scope(), [loaded(text)]).diagnostics] == ["KAM033"]
    assert fixed(text) == text


# --- Accepted findings, and all at once ---------------------------------------------------------------------


def test_an_accepted_finding_is_not_fixed() -> None:
    text = edit("roles: decider", "roles: decidr") + f"accepted: {{wrong-value: {WAIVER}}}\n"
    (one,) = check(scope(), [loaded(text)]).diagnostics
    assert one.accepted
    assert fixed(text) == text


@pytest.mark.parametrize(
    ("text", "is_offered"), [("status", True), ("statsu", False), ("stat", False), (": [", False)]
)
def test_a_fix_is_offered_only_where_it_mends_its_finding(text: str, is_offered: bool) -> None:
    wrong = loaded(edit("status: approved", "statsu: approved"))
    (found,) = check(scope(), [wrong]).diagnostics
    fix = Fix(what="try", edits=(Edit(found.span, text),))
    (one,) = offered(wrong, (msgspec.structs.replace(found, fix=fix),))
    assert (one.fix is not None) is is_offered


def test_what_is_offered_one_by_one_is_made_together() -> None:
    wrong = edit("roles: decider", "roles: decidr", edit("status: approved", "statsu: aproved"))
    assert [(one.code, one.fix and one.fix.what) for one in check(scope(), [loaded(wrong)]).diagnostics] == [
        ("KAM012", 'write "status"'),
        ("KAM020", 'write "decider"'),
    ]
    (one,) = mended(wrong)
    assert one.after == PLAN
    assert [each.fix and each.fix.what for each in one.found] == [
        'write "status"',
        'write "decider"',
        'write "approved"',
    ]
