"""Size alone makes no account a key account.

Why: A key account is one in which we invest now for good returns later, or that gives a good margin now
(M3: Beachgrass). "Our largest customer" says who is large; it does not say why one of our best people
should spend half of her time there.

Bad:

    selection: {why: "Our largest customer, 12M a year."}

Bad:

    selection: {why: "Größter Kunde nach Umsatz"}

Good:

    selection: {why: "Our largest customer, and the only one who plans the network with us."}

Good:

    selection: {bucket: maintenance, why: "Large, and no more."}

Remedy: Write what an investment here returns: growth that they ask us for, a margin, what we learn, who
follows them. If size is all there is, the account may be one to maintain.
"""

import re
from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.values import known
from kamc.rules.base import Rule, Subject

KEY = frozenset(("key", "key-development"))
WORD = re.compile(r"[^\W\d_]+")
SIZE = frozenset(
    WORD.findall(
        """
        size large larger largest big bigger biggest huge turnover revenue revenues sales volume volumes
        groß große großer größe größer größter größte größtes umsatz umsatzstärkster umsatzstärkste volumen
        taille grand grande gros grosse chiffre affaires ventes
        tamaño grande mayor facturación ventas volumen
        tamanho grande maior faturação vendas volume
        dimensione dimensioni grande fatturato vendite maggiore
        """.casefold()
    )
)
"""Words that say that somebody is large."""
IDLE = frozenset(
    WORD.findall(
        """
        a an the our us we is are it its they their them this that by of in with for and at per about
        than most very so simply just more over account accounts customer customers client
        clients buyer key year yearly annual annually million millions mio mrd bn eur euro usd chf gbp m k
        number no first second third one region country area market
        der die das unser unsere unserer ist sie ein eine nach mit im in pro jahr und kunde kunden kundin
        region land
        le la les notre nos est un une par an de du des plus client clients d et
        el nuestro nuestra es cliente por año más y o nosso nossa é ano mais e do da
        il lo nostro nostra è per anno più
        """.casefold()
    )
)
"""Words that say nothing of the kind, and nothing against it."""


def check(subject: Subject) -> Iterator[Finding]:
    selection = subject.plan.selection
    why = known(selection.why)
    if why is not None and selection.bucket in KEY and says_size_alone(why):
        yield Finding(
            code=RULE.code,
            message=f"{subject.account} is a key account for its size alone",
            at=("selection", "why"),
            on="value",
            label="large, and what else?",
            help="write what an investment here returns: growth, margin, what we learn, who follows them",
        )


def says_size_alone(why: str) -> bool:
    """Whether a reason holds no other word than that they are large."""
    words = set(WORD.findall(why.casefold()))
    return bool(words & SIZE) and words <= SIZE | IDLE


RULE = Rule(
    code="KAM119", slug="selected-for-size", kind=Kind.JUDGEMENT, methods=(3,), doc=__doc__, check=check
)
