"""What a file may say and where: the codes of the schema, KAM012 and KAM019 to KAM025.

Their examples are pieces of a plan, as everywhere; the schema runs them in the tests.
"""

DOCS = {
    "KAM012 unknown-key": """Every key is one that the format knows.

Why: A key that is misspelled is a fact that nobody will ever read: neither the brief nor the comparison of
quarters finds it. Keys of your own begin with `x-`; kamc keeps them for your templates.

Bad:

    account_plan:
      activities: {hub-trial: {ownr: mara-lind}}

Good:

    account_plan:
      activities: {hub-trial: {owner: mara-lind, x-ticket: "4711"}}

Remedy: Take the key that the message proposes, move it to where it belongs, or begin it with `x-`. Where only
one key can be meant, `kamc check --fix` writes it.
""",
    "KAM019 blank-value": """A field has a value.

Why: Nothing, `~`, `null` and an empty text could mean "not asked", "not known" or "there is none". These
are three different answers, and the next visit depends on which it is.

Bad:

    selection: {why: ""}

Good:

    selection: {why: unknown}

Remedy: Write the value, `unknown` if you do not know, `none` if there is none; or leave the line out.
""",
    "KAM020 wrong-value": """A value is one that its field can hold.

Why: A date that cannot be read is never late, and an amount that cannot be read adds nothing to a sum.

Bad:

    account_plan:
      activities: {hub-trial: {by: "29.01.2027"}}

Good:

    account_plan:
      activities: {hub-trial: {by: 2027-01-29}}

Remedy: Write it as the message shows: dates `2027-01-29`, `2027-01`, `2027-Q1` or `2027`; amounts `12M`,
`250k` or `410000`; words as they are listed; yes, no or unknown, never true or false. A mistyped
word that can mean only one of them is mended by `kamc check --fix`.
""",
    "KAM021 wrong-shape": """A field holds what belongs into it: a text, a list, or fields of its own.

Why: Entries have ids, so that others can refer to them and the next quarter can be compared; a list has none.

Bad:

    account_plan:
      activities: [{what: "Six weeks of night runs", by: 2027-01-29}]

Good:

    account_plan:
      activities: {night-runs: {what: "Six weeks of night runs", advances: night-sales, by: 2027-01-29}}

Remedy: Give each entry an id of its own and a colon, and its fields behind or below it.
""",
    "KAM022 bad-id": """An id is made of small letters, digits and hyphens.

Why: Ids stand in links, in addresses of pages and in file names, for years. Names with capitals, blanks and
accents belong into `name` and `what`, where every letter is welcome.

Bad:

    account_plan:
      activities: {Night_Runs: {what: "Six weeks of night runs", advances: night-sales, by: 2027-01-29}}

Good:

    account_plan:
      activities: {night-runs: {what: "Six weeks of night runs", advances: night-sales, by: 2027-01-29}}

Remedy: Take the id that the message proposes. It begins with a letter, has 64 characters at most, and is
none of the reserved words (unknown, none, open, ours, in-house, not-wanted, competitor).
""",
    "KAM024 missing-header": """A plan has a header: kamc, account, name, period, status, profile and owner.

Why: Without these few fields nobody knows which account and quarter a plan is for, and how much may be
asked of it (M4).

Bad:

    owner: ~

Good:

    owner: mara-lind

Remedy: Write the field at the top of the file.
""",
    "KAM025 version": """A file begins with the version of the format: `kamc: 1`.

Why: Plans are kept for years. The number says how to read a file when the format has moved on.

Bad:

    kamc: 2

Good:

    kamc: 1

Remedy: Write `kamc: 1`; for a file that was written for a newer kamc, install that one.
""",
}
