"""Outputs are written whole or not at all."""

import os
import pathlib
import threading

import pytest

from kamc.files import move, rewrite, write_whole


def test_utf_8_and_lf_into_folders_that_are_not_there_yet(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a" / "b" / "brief.md"
    write_whole(path, "Größe\n漢字\n")
    assert path.read_bytes() == "Größe\n漢字\n".encode()
    assert [one.name for one in path.parent.iterdir()] == ["brief.md"]


def test_others_may_read_what_they_may_read_of_any_file(tmp_path: pathlib.Path) -> None:
    (tmp_path / "usual").write_text("")
    write_whole(tmp_path / "brief.md", "x")
    assert (tmp_path / "brief.md").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.parametrize("fault", [OSError(28, "No space left"), KeyboardInterrupt()])
def test_a_write_that_fails_leaves_what_was_there(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    path = tmp_path / "brief.md"
    path.write_text("as it was")

    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(pathlib.Path, "replace", fail)
    with pytest.raises(type(fault)):
        write_whole(path, "new")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("brief.md", "as it was")]


def test_a_pipe_is_written_to_and_stays_one(tmp_path: pathlib.Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    write_whole(pipe, "through")
    reader.join(timeout=5)
    assert read == ["through"]
    assert pipe.is_fifo()


def test_other_bytes_in_a_file_that_keeps_its_mode(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a\r\n")
    path.chmod(0o600)
    rewrite(path, b"\xef\xbb\xbfb\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbfb\r\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_moves_and_takes_an_empty_folder_with_it(tmp_path: pathlib.Path) -> None:
    old, new = tmp_path / "Old Name" / "a", tmp_path / "new" / "b"
    old.parent.mkdir()
    old.write_text("x")
    move(old, new)
    assert [one.name for one in tmp_path.iterdir()] == ["new"]
    assert new.read_text() == "x"


def test_no_file_is_moved_onto_another(tmp_path: pathlib.Path) -> None:
    old, new = tmp_path / "a", tmp_path / "b"
    old.write_text("old")
    new.write_text("new")
    with pytest.raises(FileExistsError):
        move(old, new)
    assert (old.read_text(), new.read_text()) == ("old", "new")
