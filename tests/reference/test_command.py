from pathlib import Path

import pytest

from kamc.reference import __main__ as command

ROOT = Path(__file__).parents[2]
MADE = [make for make in command.PAGES if make.__module__ != "kamc.reference.rule_pages"]


@pytest.mark.parametrize("make", MADE, ids=lambda make: str(make.__module__))
def test_what_is_committed_is_what_is_made(make: command.Pages) -> None:
    wanted = make()
    assert [path for path, text in wanted.items() if (ROOT / path).read_text(encoding="utf-8") != text] == []


@pytest.mark.parametrize("make", MADE, ids=lambda make: str(make.__module__))
def test_made_the_same_way_twice(make: command.Pages) -> None:
    assert make() == make()


def test_missing_different_and_left_over_files_are_stale(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "reference"
    folder.mkdir(parents=True)
    (folder / "plan.md").write_text("old")
    (folder / "gone.md").write_text("gone")
    (folder / "same.md").write_text("same")
    wanted = {"docs/reference/plan.md": "new", "docs/reference/same.md": "same", "schemas/plan.json": "{}"}
    names = command.stale(tmp_path, wanted)
    assert names == ("docs/reference/gone.md", "docs/reference/plan.md", "schemas/plan.json")
    command.write(tmp_path, names, wanted)
    assert command.stale(tmp_path, wanted) == ()
    assert (folder / "plan.md").read_bytes() == b"new"


def test_checking_names_what_is_stale_and_writes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "PAGES", (lambda: {"schemas/nowhere.json": "{}"},))
    monkeypatch.setattr(command, "OWNED", ())
    assert command.main(["--check"]) == 1
    assert capsys.readouterr().out == "stale: schemas/nowhere.json\n"
    assert not (ROOT / "schemas" / "nowhere.json").exists()
