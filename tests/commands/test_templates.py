"""`kamc templates`: listed, copied out, never overwritten."""

from tests.workspaces import Place


def test_templates_are_listed_with_whose_they_are(here: Place) -> None:
    here.write("templates/briefs/weekly.md.j2", "{{ header.name }}\n")
    lines = dict(line.split(maxsplit=1) for line in here.call("templates").out.splitlines())
    assert lines["briefs/account-plan.md.j2"] == "ours"
    assert lines["page/style.css"] == "ours"
    assert lines["briefs/weekly.md.j2"] == "of this workspace"


def test_a_template_is_copied_by_the_name_of_its_brief_and_once(here: Place) -> None:
    done = here.call("templates", "--copy", "account-plan", "--copy", "page/style.css")
    assert (done.status, done.out) == (0, "templates/briefs/account-plan.md.j2\ntemplates/page/style.css\n")
    path = here.root / "templates/briefs/account-plan.md.j2"
    before = here.call("build", "--out", "a").status
    path.write_text(path.read_text(encoding="utf-8") + "Ours.\n", encoding="utf-8")
    again = here.call("templates", "--copy", "account-plan")
    assert (before, again.status) == (0, 2)
    assert "is there already" in again.err
    assert here.call("build", "--to", "md").status == 0
    text = (here.root / "dist/team/hafen-spedition/2026-Q4/account-plan.md").read_text(encoding="utf-8")
    assert text.endswith("Ours.\n")


def test_a_template_that_is_none_is_told(here: Place) -> None:
    done = here.call("templates", "--copy", "acount-plan")
    assert (done.status, "did you mean account-plan?" in done.err) == (2, True)
    assert here.call("templates", "--copy", "../kamc.yaml").status == 2


def test_without_a_workspace_nothing_is_copied(nowhere: Place) -> None:
    assert nowhere.call("templates").status == 0
    assert nowhere.call("templates", "--copy", "account-plan").status == 2
