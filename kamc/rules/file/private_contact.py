"""Plans hold no telephone numbers and no private addresses.

Why: A plan lives in a repository for years and is read by many. A number or an address of a person is theirs,
it goes stale, and the CRM has it: a plan points there and copies nothing (M67: Le Bon and Herman, chapter 3).

Bad:

    relationships:
      buying_center:
        jan-ostrow: {title: "Managing director, mobile +49 171 2345678"}

Bad:

    account_plan:
      activities: {claims-talk: {what: "Send the claims to jan.ostrow@gmail.com"}}

Good:

    relationships:
      buying_center:
        jan-ostrow: {records: "crm:contact/4711"}

Remedy: Take it out, and point at the record that holds it: `records: crm:contact/4711`.
"""

import re
from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.words import shown

PHONE = re.compile(r"(?<![\w.,/+-])(?:\+|00)[1-9][0-9]{0,2}(?:[ ()/.-]{0,2}[0-9]){6,12}(?![\w%€$£])")
"""A number with its country's code."""
NAMED = re.compile(
    r"\b(?:phone|mobile|cell|tel|telefon|handy|mobil|portable|móvil|telemóvel|cellulare)\b\.?:?"
    r"[^\w+]{0,3}(?:no\.? |number |nummer )?([+0(][0-9 ()/.-]{5,18}[0-9])",
    re.IGNORECASE,
)
"""A number that is called one."""
MAIL = re.compile(
    r"\b[\w.+-]+@(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|me|gmx|web|t-online|freenet|orange|free|"
    r"laposte|wanadoo|libero|uol|bol|proton|protonmail|aol)\.[a-z.]{2,6}\b",
    re.IGNORECASE,
)
"""An address at a house where private people have theirs."""
HOME = re.compile(
    r"\b(?:home address|private address|lives (?:at|in)|wohnt (?:in|am)|privatadresse|adresse privée|habite|"
    r"vive en|mora (?:na|em))\b[^.;]{0,40}\b[0-9]{1,4}[a-z]?\b",
    re.IGNORECASE,
)
"""Where somebody lives."""
SIGNS = (
    (PHONE, "a telephone number"),
    (NAMED, "a telephone number"),
    (MAIL, "a private address"),
    (HOME, "a private address"),
)
LIKELY = re.compile(
    r"[+@]|00|\b0[0-9]|phon|mobil|\bcell|\btel|handy|portable|m[óo]vil|\bhome|priva|lives|wohnt|habite|vive|mora",
    re.IGNORECASE,
)
"""What a text must hold before it is worth a closer look."""


def check(subject: Subject) -> Iterator[Finding]:
    for path, text in subject.texts:
        if LIKELY.search(text) is None:
            continue
        hits = ((sign.search(text), what) for sign, what in SIGNS)
        hit, what = next(((hit, what) for hit, what in hits if hit), (None, ""))
        if hit is not None:
            yield Finding(
                code=RULE.code,
                message=f"{shown(hit.group().strip())} is {what}: it is theirs, and many read a plan",
                at=path,
                on="value",
                label=what,
                help="take it out, and point at the record that holds it: `records: crm:contact/4711`",
            )


RULE = Rule(
    code="KAM036", slug="private-contact", kind=Kind.JUDGEMENT, methods=(67,), doc=__doc__, check=check
)
