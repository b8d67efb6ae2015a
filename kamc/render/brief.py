"""A brief in Markdown and HTML, from one view."""

from collections.abc import Iterable

import msgspec
from markupsafe import Markup

from kamc.audience import View
from kamc.brief import AccountPlanBrief, Run, account_plan
from kamc.brief.shown import joined
from kamc.model.shared import Catalogue, People
from kamc.render.figures import figures
from kamc.render.html import body
from kamc.render.markdown import environment, tidy
from kamc.render.page import page
from kamc.words import counted

TEMPLATE = "account-plan.md.j2"


class Rendered(msgspec.Struct, frozen=True):
    """A document in both of its forms, its title, and the name of who answers for it."""

    markdown: str
    html: str
    title: str
    owner: str = ""


def brief(
    view: View, *, run: Run, people: People | None = None, catalogue: Catalogue | None = None
) -> Rendered:
    """The full account plan of a view: Markdown for a Git host, and one self-contained HTML page."""
    plan = account_plan(view, run=run, people=people, catalogue=catalogue)
    title = joined((plan.header.name, plan.header.period), ", ") + ": account plan"
    return Rendered(
        markdown=_markdown(plan, run, slots=(), page=False),
        html=_html(plan, run, title),
        title=title,
        owner=plan.header.owner,
    )


def _markdown(plan: AccountPlanBrief, run: Run, *, slots: Iterable[str], page: bool) -> str:
    template = environment(page=page).get_template(TEMPLATE)
    return tidy(template.render(plan=plan, run=run, slots=tuple(slots)))


def _html(plan: AccountPlanBrief, run: Run, title: str) -> str:
    drawn = figures(plan)
    inner = body(_markdown(plan, run, slots=drawn, page=True), drawn)
    return page(
        "brief.html.j2",
        accent=run.accent,
        title=title,
        plan=plan,
        run=run,
        header=plan.header,
        body=Markup(inner.html),  # noqa: S704  made by markdown-it with raw HTML off, from text that is escaped
        headings=inner.headings,
        running=_running(plan, run),
    )


def _running(plan: AccountPlanBrief, run: Run) -> str:
    """What stands at the head of each printed page; a draft says there that it is one."""
    header = plan.header
    gaps = f", {counted(run.gaps, 'gap')}" if run.gaps else ""
    draft = f"draft{gaps}" if header.status == "draft" else ""
    return joined((header.name, header.period, draft, f"for the {header.reader}", f"as of {header.as_of}"))
