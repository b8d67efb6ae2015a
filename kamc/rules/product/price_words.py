"""How people write that we lower a price, in the languages in which plans are written.

Only what we do ourselves, and for nothing: a sentence that asks or denies, in which somebody else does it or
asks for it, or which takes something in return, is passed over; when in doubt, too.
"""

import re

from kamc.rules.late import Late

HINTS = (
    *("pric", "rate", "fee", "discount", "rebate", "%", "percent", "prei", "rabat", "nachlass", "prozent"),
    *(
        "prix",
        "tarif",
        "remise",
        "rabais",
        "prec",
        "descuento",
        "rebaja",
        "preç",
        "desconto",
        "prez",
        "sconto",
    ),
)
"""Without one of these a text speaks of no price, which is found out in no time."""
SENTENCE = re.compile(r"(?<=[.;:!?])\s+")
CUTS = Late(
    r"""
    # what we do: at the beginning of a clause, or after "we"
    (?: (?:^|,\s|\b(?:and|then|or)\s|\bwe\s(?:(?:can|will|shall|could)\s)?)
        (?: (?:lower|cut|reduce|drop|undercut)\s (?:(?!their\b)\w+\s){0,3}? (?:prices?|rates?|fees?)\b
          | (?:give|grant|offer|allow|concede)\s (?:\S+\s){0,4}? (?:discount|rebate|price\scut)\b
          | (?:give|offer|take|go)\s (?:\S+\s){0,3}? (?:%|percent)\s (?:off|cheaper|lower)\b ) )
    | \b (?:preise?\s (?:\S+\s){0,6}? (?:senken|reduzieren|nachlassen)
         | (?:baisser|réduire)\s (?:\w+\s){0,2}? (?:prix|tarifs?)
         | (?:bajar|reducir)\s (?:\w+\s){0,2}? (?:precios?|tarifas?)
         | (?:baixar|reduzir)\s (?:\w+\s){0,2}? preços?
         | (?:abbassare|ridurre)\s (?:\w+\s){0,2}? prezz[oi]
         ) \b
    | \b (?: (?:rabatt|preisnachlass|nachlass|preissenkung)\s (?:von|um)
         | (?:discount|price\s cut|price\s reduction)\s of
         | (?:remise|rabais|descuento|rebaja|desconto|sconto)\s d[eio]l?
         ) \s \d+ (?:[.,]\d+)? (?:\s?%)?
    | \d+ (?:[.,]\d+)? \s? (?:%|percent|prozent)\s (?:discount|rebate|rabatt|nachlass|preisnachlass)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
SPARED = Late(
    r"""
    \b (?:
      # denied
      no | not | never | without | none | nobody | nothing | neither | instead | rather | avoid | refuse
      | cannot | \w+n't | nicht | kein\w* | ohne | statt | nie | weder | ne | pas | sans | jamais | aucune?
      | sin | nunca | ningún\w* | não | sem | nenhum\w* | non | senza | mai | nessun\w*
      # done or wanted by others
      | they | he | she | them | his | her | wants? | wanted | asks? | asked | expects? | demands?
      | competitors? | rivals? | verlang\w* | (?<!we\s)will | wollen | forder\w* | bitte[nt] | elles?
      | demandent? | veu(?:t|lent) | piden? | quieren? | exigen? | pedem? | quere?m? | exigem?
      | chied(?:e|ono) | vogliono | vuole
      # in return for something
      | against | if | unless | return | exchange | tied | versus | swap | trade
      | gegen | wenn | falls | sofern | contre | si | contra | cambio | troca | contro | se
    ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def price_cut(text: str) -> str | None:
    """The words in a text with which we lower a price for the same thing; `None` where there are none."""
    folded = text.casefold()
    if not any(hint in folded for hint in HINTS):
        return None
    for sentence in SENTENCE.split(" ".join(text.split())):
        found = CUTS.search(sentence)
        if found and not sentence.endswith("?") and SPARED.search(sentence) is None:
            return found.group().strip(" ,")
    return None
