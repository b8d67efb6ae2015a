"""The portfolio of a workspace: currencies, damage, what is chosen, who reads it; no plan is held."""

import gc
import pathlib
import re
from collections.abc import Callable

import pytest

from kamc.brief import Run
from kamc.brief.portfolio.given import and_more
from kamc.brief.shown import Cell, Row
from kamc.commands.common import open_workspace
from kamc.engine.portfolio_brief import portfolio_brief, streamed
from kamc.engine.scope import Scope, scope
from kamc.engine.status import latest
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.render import Templates
from kamc.render.markdown import document
from kamc.speech import Speech
from tests.workspaces import AS_OF, DRAFT, PLAN, Place

PORTFOLIO = "dist/team/portfolio.md"
EXAMPLE = pathlib.Path(__file__).parents[2]
RATES = "rates: {base: EUR, as_of: 2026-09-30, to_base: {USD: 0.5}}\n"


@pytest.fixture
def dollars(here: Place) -> Place:
    """One account in euros, one in dollars."""
    for path, currency, sales in ((PLAN, "EUR", "3M"), (DRAFT, "USD", "2M")):
        text = (here.root / path).read_text(encoding="utf-8")
        head = f"account_as_market:\n  results:\n    2025: {{sales: {sales}, currency: {currency}}}\n"
        assert "account_as_market:\n" in text
        here.write(path, text.replace("account_as_market:\n", head, 1))
    return here


def told(place: Place, *arguments: str) -> str:
    done = place.call("build", "--brief", "portfolio", "--as-of", AS_OF.isoformat(), *arguments)
    assert done.status == 0, done.err
    return (place.root / PORTFOLIO).read_text(encoding="utf-8").replace("\u00a0", " ")


def test_it_speaks_the_language_and_formats_of_the_workspace(dollars: Place) -> None:
    dollars.write("kamc.yaml", "kamc: 1\nlocale: de\ncurrency: EUR\n" + RATES)
    text = told(dollars)
    assert "4,0" in text
    assert "30.09.2026" in text


def test_currencies_without_a_rate_stay_apart(dollars: Place) -> None:
    text = told(dollars)
    assert "2 accounts bring EUR 3.0 M and USD 2.0 M a year." in text
    assert "EUR and USD: kept apart and never added, because kamc.yaml has no rates." in text


def test_currencies_with_a_rate_are_added_and_the_rate_is_told(dollars: Place) -> None:
    # By hand: 3 million euros, and 2 million dollars at 0.5.
    dollars.write("kamc.yaml", "kamc: 1\ncurrency: EUR\n" + RATES)
    text = told(dollars)
    assert "2 accounts bring EUR 4.0 M a year" in text
    assert "In EUR, at the rates of 30 Sep 2026: USD at 0.5." in text
    assert "| EUR 1.0 M *USD 2.0 M* |" in text
    assert "kept apart" not in text


def test_a_damaged_plan_is_told_and_the_others_are_counted(here: Place) -> None:
    here.write(DRAFT, "kamc: 1\nname: [\n")
    done = here.call("build", "--brief", "portfolio")
    assert done.status == 3
    assert f"{DRAFT} cannot be read, so its account is not in the portfolio" in done.err
    text = (here.root / PORTFOLIO).read_text(encoding="utf-8")
    assert "1 of 2 accounts" in text
    assert "1 plan cannot be read, and nothing of it is counted here" in text.replace("\u00a0", " ")
    assert "plans/alster-hotel/2026-Q4.yaml; kamc check says why." in text
    assert "Hafen-Spedition" in text


def test_a_mistake_is_told(here: Place) -> None:
    here.edit(PLAN, "status: approved", "statsu: approved")
    assert "Mistakes in 1 plan: what they touch counts as not known" in told(here)


def test_it_says_of_how_many_accounts_it_tells(here: Place) -> None:
    assert "1 of 2 accounts" in told(here, "hafen-spedition")
    assert "\n2 accounts · for the team" in told(here)


def test_only_the_latest_plan_of_an_account_counts(here: Place) -> None:
    text = told(here)
    assert "By the latest plan" not in text
    here.edit(DRAFT, "period: 2026-Q4", "period: 2026-Q3")
    (here.root / DRAFT).rename((here.root / DRAFT).with_name("2026-Q3.yaml"))
    assert "By the latest plan of each account: 1 of Q4 2026, 1 of Q3 2026." in told(here)


def test_alone_it_writes_nothing_else(here: Place) -> None:
    told(here)
    names = sorted(path.name for path in (here.root / "dist").rglob("*.*"))
    assert names == ["index.html", "index.md", "manifest.json", "portfolio.html", "portfolio.md"]


def test_it_is_built_anew_only_where_something_has_changed(here: Place) -> None:
    told(here)
    path = here.root / PORTFOLIO
    stamp = path.stat().st_mtime_ns
    assert here.call("build", "--brief", "portfolio", "--verify").status == 0
    told(here)
    assert path.stat().st_mtime_ns == stamp
    here.edit(DRAFT, "name: Hotel an der Alster", "name: Hotel an der Elbe")
    done = here.call("build", "--brief", "portfolio", "--verify")
    assert (done.status, done.out) == (1, "portfolio: out of date\n")
    assert "Hotel an der Elbe" in told(here)
    path.write_text("touched", encoding="utf-8")
    assert "portfolio.md: not what was built" in here.call("build", "--verify").out
    assert "Hotel an der Elbe" in told(here)


def test_the_index_links_to_it(here: Place) -> None:
    assert here.call("build").status == 0
    for form in ("md", "html"):
        assert f"./portfolio.{form}" in (here.root / f"dist/team/index.{form}").read_text(encoding="utf-8")
    before = (here.root / PORTFOLIO).read_bytes()
    # A build of one account leaves it, and the index still knows it.
    assert here.call("build", "hafen-spedition").status == 0
    assert (here.root / PORTFOLIO).read_bytes() == before
    assert "./portfolio.md" in (here.root / "dist/team/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments", [("hafen-spedition",), ("--where", "period:2026-Q3"), ("--brief", "account-plan")]
)
def test_it_is_not_built_where_not_all_is(here: Place, arguments: tuple[str, ...]) -> None:
    assert here.call("build", *arguments).status == 0
    assert not (here.root / PORTFOLIO).exists()
    assert "portfolio" not in (here.root / "dist/team/index.md").read_text(encoding="utf-8")


def test_with_others_it_is_built_when_it_is_asked_for(here: Place) -> None:
    assert here.call("build", "hafen-spedition", "--brief", "account-plan,portfolio").status == 0
    assert "1 of 2 accounts" in (here.root / PORTFOLIO).read_text(encoding="utf-8")


def test_a_customer_gets_none(here: Place) -> None:
    done = here.call("build", "--brief", "portfolio", "--audience", "customer")
    assert (done.status, done.err) == (2, "kamc: the brief portfolio is not for the customer\n")
    assert here.call("build", "--audience", "customer").status == 0
    assert not list((here.root / "dist").rglob("portfolio.*"))
    with pytest.raises(ValueError, match="a customer reads no portfolio"):
        portfolio_brief(made(here.root), (), Audience.CUSTOMER, Templates())


def test_a_template_of_its_own(here: Place) -> None:
    here.write("templates/briefs/portfolio.md.j2", "{{ sheet.title }}: {{ brief.stand }}\n")
    assert told(here).startswith("2 accounts: 2 accounts")
    here.write("templates/briefs/portfolio.md.j2", "{% if %}")
    done = here.call("build", "--brief", "portfolio")
    assert done.status == 2
    assert "templates/briefs/portfolio.md.j2:1: " in done.err


def made(root: pathlib.Path) -> Scope:
    workspace, settings = open_workspace(root)
    return scope(workspace, settings, AS_OF)


@pytest.mark.parametrize("audience", [Audience.PRIVATE, Audience.TEAM])
@pytest.mark.parametrize("which", ["worked", "with a secret, without a currency"])
def test_no_plan_is_kept(here: Place, which: str, audience: Audience) -> None:
    """Python's collector is off in a run, so nothing may wait for it."""
    here.edit(PLAN, "claims-talk: {what: ", "claims-talk: {audience: private, what: ")
    here.edit(PLAN, "currency: EUR\n", "")
    run = made(EXAMPLE if which == "worked" else here.root)
    portfolio_brief(
        run, streamed(run, latest(run.files)), audience
    )  # what is cached once is not what is meant
    gc.collect()
    gc.disable()
    try:
        before = _plans()
        portfolio_brief(run, streamed(run, latest(run.files)), audience)
        left = _plans() - before
    finally:
        gc.enable()
    assert left == 0


def _plans() -> int:
    return sum(isinstance(one, Plan) for one in gc.get_objects())


# --- Names lead to the briefs of their accounts, where these lie --------------------------------------------


def _text(place: Place) -> str:
    return (place.root / PLAN).read_text(encoding="utf-8")


def _links(place: Place, form: str = "md") -> set[str]:
    text = (place.root / f"dist/team/portfolio.{form}").read_text(encoding="utf-8")
    found = r"\]\((\./[^)]*)\)" if form == "md" else r'href="(\./[^"]*)"'
    return set(re.findall(found, text))


@pytest.mark.parametrize("form", ["md", "html"])
def test_names_lead_to_the_first_brief_of_the_quarter_that_is_told(form: str, here: Place) -> None:
    assert here.call("build").status == 0
    assert _links(here, form) == {
        f"./{account}/2026-Q4/account-page.{form}" for account in ("alster-hotel", "hafen-spedition")
    }
    for link in _links(here, form):
        assert (here.root / "dist/team" / link).is_file()


def test_alone_they_lead_nowhere_and_a_later_build_lets_them(here: Place) -> None:
    told(here)
    assert _links(here) == set()
    assert here.call("build", "hafen-spedition", "--brief", "account-plan").status == 0
    assert here.call("build", "--verify").out == "portfolio: out of date\n"
    told(here)
    assert _links(here) == {"./hafen-spedition/2026-Q4/account-plan.md"}
    assert here.call("build", "--verify").status == 0


def test_they_lead_to_files_of_their_own_form_alone(here: Place) -> None:
    assert here.call("build", "--to", "html").status == 0
    told(here)
    assert _links(here) == set()
    assert len(_links(here, "html")) == 2


@pytest.mark.parametrize(("count", "said"), [(6, "A5"), (8, "A5 and 2 more")])
def test_a_row_names_a_few_and_counts_the_others(count: int, said: str, tmp_path: pathlib.Path) -> None:
    names = [f"A{one}" for one in range(count)]
    row = Row(tuple(Cell(one, to={"md": "a/b.md"}) for one in names[:6]), and_more(Speech(), names))
    assert str(row).endswith(f"A4, {said}")
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs/row.md.j2").write_text("{{ row }}", encoding="utf-8")
    for page, shown in ((False, "[A4](./a/b.md), [A5](./a/b.md)"), (True, "A4, A5")):
        told = document(Templates(tmp_path), "row.md.j2", run=Run(as_of=AS_OF), page=page, row=row)
        assert told.endswith(said.replace("A5", f"{shown}") + "\n")


def test_they_do_not_lead_to_another_quarter(here: Place) -> None:
    assert here.call("build").status == 0
    _later(here)  # of which nothing was built but the portfolio
    told(here)
    assert _links(here) == {"./alster-hotel/2026-Q4/account-page.md"}


# --- What the next build would make of accounts that came, changed or went ----------------------------------


def _stale(place: Place, *arguments: str) -> list[str]:
    done = place.call("build", "--verify", *arguments)
    assert done.status == int("out of date" in done.out)
    return [line.partition(":")[0] for line in done.out.splitlines() if line.endswith("out of date")]


def _later(place: Place) -> None:
    place.write(PLAN.replace("2026-Q4", "2027-Q1"), _text(place).replace("2026-Q4", "2027-Q1"))


def _new(place: Place) -> None:
    place.write(PLAN.replace("hafen-spedition", "werft"), _text(place).replace("hafen-spedition", "werft"))


def _gone(place: Place) -> None:
    (place.root / DRAFT).unlink()


def _changed(place: Place) -> None:
    place.edit(DRAFT, "name: Hotel an der Alster", "name: Hotel an der Elbe")


@pytest.mark.parametrize("change", [_later, _new, _gone, _changed])
def test_verify_tells_of_an_account_that_came_changed_or_went(
    change: Callable[[Place], None], here: Place
) -> None:
    assert here.call("build").status == 0
    assert _stale(here) == []
    change(here)
    assert {"portfolio", "index"} <= set(_stale(here))
    before = {name: (here.root / f"dist/team/{name}.md").read_bytes() for name in ("portfolio", "index")}
    assert here.call("build").status == 0
    assert _stale(here) == []
    for name, content in before.items():
        assert (here.root / f"dist/team/{name}.md").read_bytes() != content


def test_verify_of_a_portfolio_of_some_accounts_asks_for_no_others(here: Place) -> None:
    assert here.call("build", "hafen-spedition").status == 0
    told(here, "hafen-spedition")
    assert _stale(here) == []
    _changed(here)  # an account that it does not tell of
    assert _stale(here) == []


def test_verify_of_a_customers_packs_tells_whose_index_is_old(here: Place) -> None:
    assert here.call("build", "--audience", "customer").status == 0
    assert _stale(here, "--audience", "customer") == []
    _later(here)
    stale = _stale(here, "--audience", "customer")
    assert "hafen-spedition/index" in stale
    assert "alster-hotel/index" not in stale
