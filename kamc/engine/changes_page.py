"""What changed between any two plans as a page of its own: the brief `changes`, for one reader."""

import msgspec

from kamc.audience import cut
from kamc.audience import known as known_to
from kamc.brief import given
from kamc.brief.book import BRIEFS
from kamc.engine.diff import compare
from kamc.engine.pack import run
from kamc.engine.read import Loaded
from kamc.engine.scope import Scope, judged_at
from kamc.model.fields import Audience
from kamc.render import Templates, rendered

NAME = "changes"


def changes_page(scope: Scope, old: Loaded, new: Loaded, *, audience: Audience, templates: Templates) -> str:
    """The page, self-contained, in the workspace's language. Raises `WrongTemplateError`."""
    terms = msgspec.structs.replace(run(scope), as_of=judged_at(scope, new))
    seen = known_to(scope.shared.people, scope.shared.catalogue, audience)
    told = given(
        cut(new.plan, audience, seen.hidden),
        run=terms,
        people=seen.people,
        catalogue=seen.catalogue,
        earlier=cut(old.plan, audience, seen.hidden),
        telling=lambda: compare(scope, old, new, audience=audience, speech=terms.speech),
    )
    brief = next(one for one in BRIEFS if one.name == NAME)
    [page] = rendered(told, brief, templates)
    return page.html
