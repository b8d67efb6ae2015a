"""`kamc log`: the history of an account and of its entries, in repositories of their own."""

from typing import Any

import pytest

from tests.workspaces import ACCOUNT, BEFORE, DRAFT, FILES, PLAN, Done, Place

TURNED = "stance: supporter", "stance: opponent"


def edit(place: Place, path: str, *edits: tuple[str, str]) -> None:
    text = (place.root / path).read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    place.write(path, text)


def commit(place: Place, day: int, who: str, subject: str) -> None:
    place.monkeypatch.setenv("GIT_AUTHOR_DATE", f"2026-11-{day:02}T12:00:00+00:00")
    place.monkeypatch.setenv("GIT_COMMITTER_DATE", f"2026-11-{day:02}T12:00:00+00:00")
    place.git("add", "--all")
    place.git("-c", f"user.name={who}", "commit", "--quiet", "--allow-empty", "--message", subject)


@pytest.fixture
def told(here: Place) -> Place:
    """A quarter that was made, turned, and put right by three people."""
    here.git("init", "--quiet")
    (here.root / PLAN).unlink()
    commit(here, 1, "Mara Lind", "The third quarter")
    here.write(PLAN, FILES[PLAN])
    commit(here, 2, "Tor Vik", "The fourth quarter")
    edit(here, PLAN, TURNED)
    commit(here, 3, "Ida Moe", "They have turned")
    here.write(PLAN, "# Layout alone\n" + (here.root / PLAN).read_text(encoding="utf-8"))
    commit(here, 4, "Ida Moe", "A remark")
    edit(here, PLAN, ("stance: opponent", "stance: conditional-supporter"))
    return here


def steps(done: Done) -> list[tuple[Any, ...]]:
    assert done.status == 0, done.err
    return [
        (one["period"], one.get("author"), one.get("date"), [each["message"] for each in one["changes"]])
        for one in done.data["steps"]
    ]


def log(place: Place, *words: str) -> Done:
    return place.call("log", *words, "--format", "json")


def member(place: Place) -> str:
    """The id of the entry whose stance was turned."""
    changes = [one for step in log(place, ACCOUNT).data["steps"] for one in step["changes"]]
    return str(next(one["id"] for one in changes if one.get("field") == "stance"))


def test_an_account(told: Place) -> None:
    found = steps(log(told, ACCOUNT))
    assert [one[:3] for one in found] == [
        ("2026-Q3", "Mara Lind", "2026-11-01"),
        ("2026-Q4", "Tor Vik", "2026-11-02"),
        ("2026-Q4", "Ida Moe", "2026-11-03"),
        ("2026-Q4", None, None),
    ]
    assert "Third of" in found[1][3][0]
    assert "supporter → opponent" in found[2][3][0]
    assert "opponent → conditional supporter" in found[3][3][0]


def test_an_entry_with_its_line_of_steps(told: Place) -> None:
    id_ = member(told)
    done = log(told, ACCOUNT, id_)
    found = steps(done)
    assert [one[:2] for one in found] == [("2026-Q3", "Mara Lind"), ("2026-Q4", "Ida Moe"), ("2026-Q4", None)]
    (trend,) = done.data["trends"]
    assert [one["value"] for one in trend["points"]] == ["supporter", "opponent", "conditional supporter"]
    assert trend["effect"] == "worse"
    text = told.call("log", ACCOUNT, id_).out
    assert "2026-Q4  2026-11-03  Ida Moe  " in text
    assert "2026-Q4  not committed" in text
    assert "█▁▆" in text
    assert "supporter → conditional supporter" in text
    table = told.call("log", ACCOUNT, id_, "--format", "markdown").out
    assert "| 2026-Q4 | 2026-11-03 | Ida Moe | `" in table


def test_an_entry_under_all_its_ids(told: Place) -> None:
    id_ = member(told)
    text = (told.root / PLAN).read_text(encoding="utf-8").replace(id_, "new-name")
    lines = text.split("\n")
    place = next(at for at, line in enumerate(lines) if line.lstrip().startswith("new-name:"))
    lines[place] = lines[place].replace("new-name: {", f"new-name: {{was: {id_}, ")
    if "was:" not in lines[place]:
        indent = " " * (len(lines[place + 1]) - len(lines[place + 1].lstrip()))
        lines.insert(place + 1, f"{indent}was: {id_}")
    told.write(PLAN, "\n".join(lines))
    assert told.call("check", PLAN).status == 0
    new, old = log(told, ACCOUNT, "new-name"), log(told, ACCOUNT, id_)
    assert steps(new) == steps(old)
    assert len(steps(new)) == 3
    assert any("new id" in message for message in steps(new)[-1][3])


def test_a_folder_that_got_another_name(told: Place) -> None:
    commit(told, 5, "Mara Lind", "Neutral again")
    before = steps(log(told, ACCOUNT))
    (told.root / "plans/hafen-logistik").mkdir()
    for path in (BEFORE, PLAN):
        moved = path.replace(ACCOUNT, "hafen-logistik")
        told.git("mv", path, moved)
        edit(told, moved, (f"account: {ACCOUNT}", "account: hafen-logistik"))
    commit(told, 6, "Tor Vik", "They have a new name")
    after = steps(log(told, "hafen-logistik"))
    assert [one for one in after if one[1:3] != ("Tor Vik", "2026-11-06")] == before
    assert [one[0] for one in after if one[1:3] == ("Tor Vik", "2026-11-06")] == ["2026-Q3", "2026-Q4"]


def test_the_next_quarter_is_not_followed_into_the_last_one(here: Place) -> None:
    here.commit()
    new = f"plans/{ACCOUNT}/2027-Q1.yaml"
    here.git("mv", PLAN, new)
    edit(here, new, ("period: 2026-Q4", "period: 2027-Q1"))
    here.commit()
    assert [one[0] for one in steps(log(here, ACCOUNT))] == ["2026-Q3", "2027-Q1"]


def test_branches_tell_what_they_did_and_merges_nothing(told: Place) -> None:
    told.git("checkout", "--quiet", "--", ".")
    told.git("checkout", "--quiet", "-b", "work", "HEAD^")
    edit(told, PLAN, ("status: approved", "status: in-review"))
    commit(told, 5, "Tor Vik", "In review")
    told.git("checkout", "--quiet", "main")
    told.git("merge", "--quiet", "--no-edit", "work")
    found = steps(log(told, ACCOUNT))
    assert [one[1] for one in found].count("Tor Vik") == 2
    assert [one[3] for one in found if one[2] == "2026-11-05"] == [["Status: approved → in review"]]
    assert len(found) == 4


def test_without_git_quarters_are_compared(here: Place) -> None:
    done = log(here, ACCOUNT)
    assert [one[:2] for one in steps(done)] == [("2026-Q3", None), ("2026-Q4", None)]
    assert "only quarters are compared" in done.err
    assert done.data["git"] is False


def test_a_shallow_clone_is_told(told: Place) -> None:
    told.git("clone", "--quiet", "--depth", "1", f"file://{told.root}", "../shallow")
    told.monkeypatch.chdir(told.root.parent / "shallow")
    done = log(told, ACCOUNT)
    assert (done.status, done.data["cut_off"]) == (0, True)
    assert "git fetch --unshallow" in done.err


def test_a_version_that_cannot_be_read(told: Place) -> None:
    told.write(PLAN, "a: [\n")
    commit(told, 5, "Ida Moe", "Broken")
    broken = told.git("rev-parse", "HEAD")[:12]
    told.write(PLAN, FILES[PLAN])
    commit(told, 6, "Ida Moe", "Mended")
    done = log(told, ACCOUNT)
    assert (done.status, done.data["unread"]) == (3, [f"{broken}:{PLAN}"])
    assert [one.get("date") for one in done.data["steps"]] == ["2026-11-01", "2026-11-02", "2026-11-03"]


def test_few_processes(told: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    from kamc import git  # noqa: PLC0415

    calls: list[tuple[str, ...]] = []
    ask = git._git

    def asked(*words: Any, **more: Any) -> bytes:
        calls.append(words[1:])
        return ask(*words, **more)

    monkeypatch.setattr(git, "_git", asked)
    assert log(told, ACCOUNT).status == 0
    assert [one[0] for one in calls] == ["log", "log", "cat-file", "rev-parse"]


@pytest.mark.parametrize(
    ("words", "said"),
    [(("hafen",), "did you mean hafen-spedition?"), ((ACCOUNT, "no-such-thing"), "never had an entry")],
)
def test_wrong_usage_is_told(told: Place, words: tuple[str, ...], said: str) -> None:
    done = told.call("log", *words)
    assert (done.status, said in done.err, done.out) == (2, True, ""), done.err


def test_an_account_with_one_plan(here: Place) -> None:
    here.commit()
    assert "The first plan of this account." in here.call("log", "alster-hotel").out
    here.edit(DRAFT, "status: draft", "status: in-review")
    assert "2 steps in 1 quarter" in here.call("log", "alster-hotel").out


def test_hostile_names_stay_text(told: Place) -> None:
    edit(told, PLAN, ("stance: conditional-supporter", "stance: supporter"))
    commit(told, 7, "E\x1bvil | <b>", "x \x01 y | <script>")
    table = told.call("log", ACCOUNT, "--format", "markdown").out
    assert "<b>" not in table
    assert "\x1b" not in told.call("log", ACCOUNT).out


def test_the_team_is_told_what_it_may_know(told: Place) -> None:
    commit(told, 5, "Mara Lind", "Almost for us")
    line = "stance: conditional-supporter, influence: medium"
    edit(told, PLAN, (line, f'{line}, profile: {{personal_agenda: "Wants the chair"}}'))
    id_ = member(told)
    assert "Wants the chair" in log(told, ACCOUNT, id_).out
    team = log(told, ACCOUNT, id_, "--audience", "team")
    assert team.status == 0
    assert "Wants the chair" not in team.out
    assert len(team.data["steps"]) == len(log(told, ACCOUNT, id_).data["steps"]) - 1
    assert told.call("log", ACCOUNT, "--audience", "customer").status == 2
