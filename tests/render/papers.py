"""Papers of the tests: the sketches and a plan of the worst things, in the forms that are extras."""

import re
from typing import Any

import pypdfium2

from kamc.brief import BRIEFS, Given, given
from kamc.model.fields import Audience
from kamc.model.shared import Catalogue, People
from kamc.render.brief import papers, rendered
from kamc.render.paper import House, Paper
from tests.render.briefs import RUN, of, read, view

HOSTILE = (
    '=HYPERLINK("http://evil.example") #eval("1") <script>x</script> | `x` [y](javascript:z) {{ 7007*7007 }} '
    "```kamc-end```\n# h\n\u202eabc { PAGE } \\x07 " + "W" * 300
)
UNSEEN = re.compile(r"[-\s\u00ad\u200b\u2060\u2068\u2069\ufffe\u0000-\u001f]+")


def sketch(name: str, audience: Audience = Audience.TEAM) -> Given:
    """What the briefs of a sketch are made from."""
    people, catalogue = read(People, "people.yaml"), read(Catalogue, "catalogue.yaml")
    return given(view(name, audience), run=RUN, people=people, catalogue=catalogue)


def paper(made: Given, name: str = "account-plan") -> Paper:
    """The only paper of a brief."""
    [one] = papers(made, _brief(name))
    return one


def written(made: Given, form: str, name: str = "account-plan", house: House = House()) -> bytes:  # noqa: B008
    """The only document of a brief, in a form."""
    [one] = rendered(made, _brief(name), forms=[form], house=house)
    return one.papers[form]


def _brief(name: str) -> Any:
    return next(one for one in BRIEFS if one.name == name)


def pdf_text(content: bytes) -> list[str]:
    """What a PDF says, page by page."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def bare(text: str) -> str:
    """A text without spaces and without signs that nobody sees, in small letters."""
    return UNSEEN.sub("", text).casefold()


def hostile() -> Given:
    """What the briefs of a plan are made from that holds the worst things wherever text may stand."""
    return of(
        {
            "kamc": 1,
            "account": "hollenbach",
            "period": "2026-Q4",
            "name": HOSTILE,
            "summary": {"stand": HOSTILE, "because": HOSTILE},
            "decisions_wanted": [HOSTILE],
            "account_knowledge": {
                "success_factors": {"one": {"what": HOSTILE, "measured_by": HOSTILE}},
                "situation": HOSTILE,
            },
            "relationships": {
                "buying_center": {
                    "a": {"name": HOSTILE, "influences": {"b": HOSTILE}},
                    "b": {"name": HOSTILE, "reports_to": "a"},
                }
            },
            "account_as_market": {
                "segments": {"north": HOSTILE},
                "competitors": {"rival": {"name": HOSTILE}},
                "open_space": {"north": {"pumps": "rival"}},
                "share_of_wallet": {"all": {"spend": "1M", "competitors": {"rival": "0.5M"}}},
            },
            "account_plan": {"activities": {"act": {"what": HOSTILE}}},
        }
    )
