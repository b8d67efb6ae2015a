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

from kamc.diagnostics import Finding, Kind, Path
from kamc.rules.base import Rule, Subject
from kamc.rules.late import Late
from kamc.words import shown

PHONE = Late(r"(?<![\w.,/+-])(?:\+|00)[1-9][0-9]{0,2}(?:[ ()/.-]{0,2}[0-9]){6,12}(?![\w%€$£])")
"""A number with its country's code."""
NAMED = Late(
    r"\b(?:phone|mobile|cell|tel|telefon|handy|mobil|portable|móvil|telemóvel|cellulare)\b\.?:?"
    r"[^\w+]{0,3}(?:no\.? |number |nummer )?([+0(][0-9 ()/.-]{5,18}[0-9])",
    re.IGNORECASE,
)
"""A number that is called one."""
NUMBER = Late(r"[+0(][0-9 ()/.-]{5}")
"""What such a text holds: many say "tell" and "telephone", few a number."""
MAIL = Late(
    r"\b[\w.+-]+@(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|me|gmx|web|t-online|freenet|orange|free|"
    r"laposte|wanadoo|libero|uol|bol|proton|protonmail|aol)\.[a-z.]{2,6}\b",
    re.IGNORECASE,
)
"""An address at a house where private people have theirs."""
HOME = Late(
    r"\b(?:home address|private address|lives (?:at|in)|wohnt (?:in|am)|privatadresse|adresse privée|habite|"
    r"vive en|mora (?:na|em))\b[^.;]{0,40}\b[0-9]{1,4}[a-z]?\b",
    re.IGNORECASE,
)
"""Where somebody lives."""
SIGNS = (
    (PHONE, "a telephone number", ("+", "00")),
    (NAMED, "a telephone number", ("phon", "mobil", "cell", "tel", "handy", "portable", "móvil")),
    (MAIL, "a private address", ("@",)),
    (HOME, "a private address", ("home", "priv", "lives", "wohnt", "habite", "vive", "mora")),
)
"""What it looks like, what it is, and what a text holds, in small letters, that is worth a closer look."""


def check(subject: Subject) -> Iterator[Finding]:
    seen: set[Path] = set()
    for sign, what, parts in SIGNS:
        for path, text in subject.saying(parts):
            is_likely = path not in seen and (sign is not NAMED or NUMBER.search(text))
            hit = sign.search(text) if is_likely else None
            if hit is not None:
                seen.add(path)
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
