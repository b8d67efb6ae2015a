from pathlib import Path

import pytest

from kamc import resources
from kamc.schema import ROOTS

CHECKOUT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ROOTS)
def test_schema_text_is_the_one_in_the_checkout(name: str) -> None:
    assert resources.schema_text(name) == (CHECKOUT / "schemas" / f"{name}.json").read_text(encoding="utf-8")


def test_no_such_schema_or_folder() -> None:
    with pytest.raises(FileNotFoundError):
        resources.schema_text("no-such-schema")
    with pytest.raises(FileNotFoundError):
        resources.template_dir("no-such-folder")


def test_installed_package_holds_its_own(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "kamc"
    assert resources._folder("schemas", package) == package / "_data" / "schemas"


def test_checkout_goes_before_a_stale_copy(tmp_path: Path) -> None:
    (tmp_path / "kamc" / "_data" / "schemas").mkdir(parents=True)
    (tmp_path / "schemas").mkdir()
    (tmp_path / "pyproject.toml").touch()
    assert resources._folder("schemas", tmp_path / "kamc") == tmp_path / "schemas"
