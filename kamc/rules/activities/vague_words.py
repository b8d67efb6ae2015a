"""Words that say nothing of what is done: a text made of nothing else fits every account.

Only words that are empty by themselves stand here: whatever can be seen (a visit, a page, a lorry), counted
or named makes a text one that says something. English, German, French, Spanish, Portuguese and Italian.
"""

import re

WORD = re.compile(r"[^\W_]+")
ELIDED = re.compile(r"\b[dl]['’]", re.IGNORECASE)
"""French and Italian articles that are one with their word: `l'échange`."""

EMPTY = """
    follow up followup touch support improve strengthen deepen maintain keep stay nurture build develop
    intensify optimise optimize enhance foster manage handle care monitor continue engage engagement
    relationship relationships relation relations contact contacts communication cooperation collaboration
    partnership dialogue exchange networking trust loyalty satisfaction closeness growth sales business
    better more further regular regularly ongoing general good close closer strong stronger
    customer customers client clients account accounts stakeholder stakeholders

    nachfassen nachhaken dranbleiben unterstützen unterstützung verbessern verbesserung stärken stärkung
    vertiefen vertiefung pflegen pflege ausbauen ausbau aufbauen aufbau halten intensivieren intensivierung
    optimieren optimierung fördern weiter weiterhin weiterführen betreuen betreuung begleiten begleitung
    beziehung beziehungen kontakt kontakte kontaktpflege beziehungspflege kundenpflege kundenbetreuung
    kommunikation zusammenarbeit partnerschaft dialog austausch vertrauen zufriedenheit kundenzufriedenheit
    umsatz geschäft wachstum besser mehr regelmäßig regelmäßige regelmäßiger laufend laufende allgemein
    guter gute enger enge kunde kunden kundenbeziehung kundenbeziehungen kundenkontakt

    suivre suivi relancer relance soutenir soutien améliorer amélioration renforcer renforcement
    approfondir maintenir maintien entretenir développer développement intensifier optimiser fidéliser
    accompagner accompagnement garder rester poursuivre relation relations contact contacts communication
    coopération collaboration partenariat dialogue échange échanges confiance satisfaction affaires ventes
    croissance mieux plus régulier régulière régulièrement général bonne meilleure client clients clientèle

    seguimiento seguir apoyo apoyar mejorar mejora reforzar fortalecer profundizar mantener cuidar
    desarrollar desarrollo intensificar optimizar fidelizar acompañar continuar relación relaciones
    contacto contactos comunicación cooperación colaboración diálogo intercambio confianza satisfacción
    negocio ventas crecimiento mejor más buena cliente clientes cuenta

    acompanhamento acompanhar apoio apoiar melhorar melhoria reforçar fortalecer aprofundar manter
    desenvolver desenvolvimento relação relações relacionamento contato comunicação cooperação
    colaboração parceria diálogo confiança satisfação negócio vendas crescimento melhor mais boa

    seguire sostenere sostegno supporto migliorare miglioramento rafforzare approfondire mantenere curare
    sviluppare sviluppo intensificare ottimizzare fidelizzare accompagnare relazione relazioni rapporto
    rapporti contatto contatti comunicazione cooperazione collaborazione scambio fiducia soddisfazione
    affari vendite crescita meglio più buona clienti
"""
SMALL = """
    the a an and or of to in on at with for by from our their them us we they all as it its be

    der die das den dem des ein eine einen einem einer und oder von zu zum zur im am an mit für auf bei
    unser unsere unseren ihr ihre ihren wir sie alle

    le la les un une du de et ou à au aux en avec pour par dans notre nos leur leurs tous

    el los las unos y o del al con para por nuestro nuestra nuestros su sus todos

    os um uma e da do dos das ao com no na nosso nossa seu sua

    il lo i gli uno ed di della dei delle con per nel nella nostro nostra loro tutti
"""
_EMPTY = frozenset(EMPTY.casefold().split())
_ALL = _EMPTY | frozenset(SMALL.casefold().split())


def is_vague(text: str) -> bool:
    """Whether a text is made of empty words alone: nothing in it can be seen, counted or named."""
    words = [word.casefold() for word in WORD.findall(ELIDED.sub(" ", text))]
    return _ALL.issuperset(words) and not _EMPTY.isdisjoint(words)
