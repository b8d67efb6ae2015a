"""The page around a body."""

from kamc.escape import FIRST_STRONG, POP
from kamc.render.page import _css_string


def _read(style: str) -> str:
    """A CSS string as a browser reads it."""
    head, *escaped = style.split("\\")
    return head + "".join(
        chr(int(sign, 16)) + rest for sign, _, rest in (one.partition(" ") for one in escaped)
    )


def test_a_name_from_right_to_left_leaves_the_rest_of_the_running_head_in_order() -> None:
    assert _read(_css_string("ميناء · Q4 2026 · team")) == f"{FIRST_STRONG}ميناء{POP} · Q4 2026 · team"
