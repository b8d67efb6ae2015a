"""What a file must be so that it can be read: the codes of the loader, KAM001 to KAM018.

Their examples are whole files; the loader runs them in the tests.
"""

DOCS = {
    "KAM001 unreadable": """A plan is a text file, in UTF-8, and holds fields.

Why: A spreadsheet, a broken download or a file from an old editor has no lines to point at, so nothing else
can be checked. The message says what the file probably is.

Bad:

    - Hafen-Spedition
    - second of three carriers

Good:

    name: Hafen-Spedition
    summary: Second of three carriers

Remedy: Save the file as UTF-8, or fetch it again. One field a line: its name, a colon, a space and its value.
""",
    "KAM002 yaml-syntax": """A file keeps to the few signs of YAML.

Why: Quotes, braces and brackets close, and entries of one heading begin in one column. One quote that is
never closed makes a text of the rest of the file. kamc reports it where it was opened, not where it ended.

Bad:

    summary: "Second of three carriers
    owner: mara-lind

Good:

    summary: "Second of three carriers"
    owner: mara-lind

Remedy: Look at the place where something was opened. When in doubt, put a text between double quotes.
""",
    "KAM003 duplicate-key": """No key is written twice under the same heading.

Why: YAML itself keeps one of the two and drops the other without a word: the success factor that somebody
copied and forgot to rename is gone.

Bad:

    success_factors:
      cold-chain: No pallet above eight degrees
      cold-chain: Orders until ten at night

Good:

    success_factors:
      cold-chain: No pallet above eight degrees
      night-cut: Orders until ten at night

Remedy: Bring together what belongs together, or give the second entry an id of its own.
""",
    "KAM004 anchor": """Nothing in a plan has a name for use elsewhere in the file.

Why: An anchor (`&`) lets one value appear in several places, and a reader sees only one of them.

Bad:

    first: &date 2027-03-31

Good:

    first: 2027-03-31

Remedy: Delete it. If the & belongs to a text, put the text in quotes.
""",
    "KAM005 alias": """Every value is written where it is meant.

Why: An alias (`*`) stands for a value from elsewhere; who changes one place changes the other without
seeing it.

Bad:

    second: *date

Good:

    second: 2027-03-31

Remedy: Write the value out. If the * belongs to a text, put the text in quotes.
""",
    "KAM006 merge-key": """No entry takes its fields from another.

Why: `<<` copies what cannot be seen; a comparison of two quarters could not say where a change was made.

Bad:

    night-cut: {<<: {by: 2027}, what: Orders until ten at night}

Good:

    night-cut: {by: 2027, what: Orders until ten at night}

Remedy: Write the fields out.
""",
    "KAM007 tag": """No value says what type it has.

Why: A plan knows which of its fields are dates and which are amounts. Tags (`!`) are for programs, and some
are unsafe.

Bad:

    summary: !note Second of three carriers

Good:

    summary: Second of three carriers

Remedy: Delete it. If the ! belongs to a text, put the text in quotes.
""",
    "KAM008 directive": """A plan holds no instructions to the program that reads it.

Why: A line that begins with % changes how the rest of the file is understood.

Bad:

    %YAML 1.1
    ---
    name: Hafen-Spedition

Good:

    name: Hafen-Spedition

Remedy: Delete the line.
""",
    "KAM009 several-documents": """One file holds one plan.

Why: A line of three hyphens begins a second document, and most programs read the first alone.

Bad:

    name: Hafen-Spedition
    ---
    name: Rapid Nord

Good:

    name: Hafen-Spedition

Remedy: Delete the line, or move what follows into a file of its own.
""",
    "KAM010 tab": """Lines are indented with spaces.

Why: Editors show a tab as two, four or eight spaces; YAML does not take it at all.

Bad:

    selection:
    \tbucket: key

Good:

    selection:
      bucket: key

Remedy: Put spaces in place of tabs; most editors can do it for the whole file.
""",
    "KAM011 key-not-text": """Before a colon stands the name of a field.

Why: A list or nothing at all cannot name anything, and the value behind it has no home.

Bad:

    name: Hafen-Spedition
    [north, south]: 1.2M

Good:

    name: Hafen-Spedition
    north: 1.2M

Remedy: Write a name, a colon, a space and the value.
""",
    "KAM013 too-deep": """A file is not deeper than 50 levels.

Why: A plan has about eight. More means brackets that never close, or a file that is no plan.

Bad:

    {brackets}

Good:

    name: Hafen-Spedition

Remedy: Look for brackets or braces that never close.
""".replace("{brackets}", "[" * 60 + "]" * 60),
    "KAM014 too-large": """A file is not larger than 4 MiB.

Why: A long plan has some thousand lines, a hundredth of that. What is larger is another file under the
wrong name.

Bad:

    (a file of more than 4 MiB)

Good:

    name: Hafen-Spedition

Remedy: Check that this is the right file. Documents and records are pointed at (`records`), not copied into
a plan.
""",
    "KAM015 invisible-line-break": """Lines end with a line break that can be seen.

Why: Text from a word processor or a web page brings line breaks that an editor does not show. The rest of
the line may be read as a line of its own.

Bad:

    summary: Second of three carriers,\u2028first where goods must stay cold

Good:

    summary: Second of three carriers, first where goods must stay cold

Remedy: Delete it where the message points, and type a space or a line break. `kamc check --fix` puts a
space in its place.
""",
    "KAM016 words-after-hash": """No words are lost behind a #.

Why: In YAML the rest of a line after a space and # is a comment. "Become #1 in Bavaria" is read as "Become".

Bad:

    what: Become #1 in Bavaria

Good:

    what: "Become #1 in Bavaria"

Remedy: Put the text in quotes; `kamc check --fix` does it where no comment can be meant. For a comment, write
a space after the #.
""",
    "KAM017 words-after-comma": """No words are lost behind a comma.

Why: Inside braces a comma ends a text: what follows is taken for the next field, and has no value.

Bad:

    proof: {what: 61 wells, no loss}

Good:

    proof: {what: "61 wells, no loss"}

Remedy: Inside braces, put free text in double quotes, always. `kamc check --fix` does it where what follows
the comma can be no field.
""",
    "KAM018 space-after-colon": """A colon has a space behind it.

Why: Without the space, YAML reads name and value as one word.

Bad:

    weights: {reliability:5}

Good:

    weights: {reliability: 5}

Remedy: Write a space after the colon; `kamc check --fix` does it where a field stands before it. If it is a
text, put it in quotes.
""",
}
