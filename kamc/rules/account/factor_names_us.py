"""A success factor names none of our offerings, and not us.

Why: A success factor is theirs: knowing it needs no knowledge of the supplier at all (M16: Le Bon and
Herman, chapter 1). "Our pumps in every mill" is what must go well for us. A plan that mistakes it for theirs
answers a need that nobody there has.

Why: Names are looked for as they are printed: offerings whose name could be no other word, such as Night
Line or HP40, and the supplier of `kamc.yaml`.

Bad:

    account_knowledge:
      success_factors: {night-cut: {what: "Night Line runs from every hub by June"}}

Bad:

    account_knowledge:
      success_factors: {night-cut: {measured_by: "Pallets in the log of Kühlwerk"}}

Good:

    account_knowledge:
      success_factors: {night-cut: {what: "A night line to the port for every hub by June"}}

Remedy: Write what they want to reach, in their words, as if we did not exist. What of ours helps them goes
into `product_knowledge` and into the activities that answer the factor.
"""

import functools
import re
from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.account import SuccessFactor
from kamc.model.values import known
from kamc.rules.base import Rule, Subject
from kamc.words import shown, spelled

LEGAL_FORM = re.compile(
    r"""
    ,? \s+ (
        gmbh (\s & \s co\.? \s kg)? | ag | kg | se | ltd\.? | limited | plc | llc | inc\.? | corp\.? | as
        | a/s | ab | oy | bv | b\.v\. | nv | sa | s\.a\. | sas | sarl | srl | s\.r\.l\.
        | spa | s\.p\.a\. | sl | s\.l\. | lda\.?
    ) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
LEAST_LETTERS = 4
LINKING_WORD = 3
"""So long may the words of a name be that stand small in it: of, for, und."""


def check(subject: Subject) -> Iterator[Finding]:
    ours = names_of_ours(subject)
    if not ours:
        return
    named = whole_words(ours)
    for node in subject.open("success-factor"):
        for field in ("what", "measured_by"):
            text = known(getattr(node.entry, field)) if isinstance(node.entry, SuccessFactor) else None
            found = named.search(text) if text else None
            if found:
                yield Finding(
                    code=RULE.code,
                    message=f"{shown(node.title)} names {found.group()}: that is ours, not theirs",
                    at=(*node.path, field),
                    on="value",
                    key=found.group(),
                    label="would they say it so if we did not exist?",
                    help="write what must go well for them, in their words, without us",
                )


def names_of_ours(subject: Subject) -> tuple[str, ...]:
    """What we and our offerings are called, as far as it can be no other word."""
    catalogue = subject.shared.catalogue
    offerings = catalogue.offerings.items() if catalogue else ()
    names = [known(one.name) or spelled(id_) for id_, one in offerings]
    us = LEGAL_FORM.sub("", subject.supplier.strip()) if subject.supplier else ""
    return tuple(filter(is_name, names)) + ((us,) if len(us) >= LEAST_LETTERS else ())


def is_name(name: str) -> bool:
    """Whether a text is a name and no other word: Night Line and HP40 are, Drilling is not."""
    words = name.split()
    if len(name) < LEAST_LETTERS:
        return False
    if len(words) == 1:
        return any(not letter.islower() for letter in name[1:])
    linked = all(len(word) <= LINKING_WORD or not word[0].islower() for word in words)
    return linked and not words[-1][0].islower()


@functools.lru_cache(maxsize=16)
def whole_words(names: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the names, between other words."""
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


RULE = Rule(
    code="KAM102", slug="factor-names-us", kind=Kind.JUDGEMENT, methods=(16,), doc=__doc__, check=check
)
