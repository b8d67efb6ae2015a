"""A text is as short as a brief can show it.

Why: Plans that are too long are not read: three to four pages are ideal, and repetition before the
interesting part is what readers complain of most (section 10 of the methods; M61). A brief has no room for a
text of this length.

Bad:

    # kamc.yaml
    limits: {text_length: 80}
    # 2026-Q4
    summary: "Second of three carriers; first where goods must stay cold, and by night alone with them."

Good:

    # kamc.yaml
    limits: {text_length: 80}
    # 2026-Q4
    summary: "Second of three carriers; first where goods must stay cold."

Remedy: Say it in a sentence or two, split it into entries that others can refer to, or point under `records`
at the document that holds all of it.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    most = int(subject.limits.text_length)
    for path, text in subject.texts:
        if len(text) > most:
            yield Finding(
                code=RULE.code,
                message=f"this text has {len(text)} characters, and a brief shows {most}",
                at=path,
                label="nobody will read all of it",
                help="say it in a sentence or two, or point at the document under `records`",
            )


RULE = Rule(
    code="KAM035",
    slug="text-too-long",
    kind=Kind.JUDGEMENT,
    methods=(61,),
    doc=__doc__,
    check=check,
    limits=("text_length",),
)
