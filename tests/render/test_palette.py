"""Any accent makes colours that can be read."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kamc.render.palette import DARK_PAPER, INK, LIGHT_INK, PAPER, contrast, palettes


@example("#000000")
@example("#ffffff")
@example("#ffff00")
@example("#0000ff")
@given(st.from_regex(r"\A#[0-9a-f]{6}\Z"))
def test_every_accent_is_readable(accent: str) -> None:
    for palette, paper in zip(palettes(accent), (PAPER, DARK_PAPER), strict=True):
        assert contrast(palette.accent, paper) >= 4.5
        assert contrast(palette.accent, palette.wash) >= 4.5
        for heat, ink in zip(palette.heats, palette.inks, strict=True):
            assert contrast(heat, ink) >= 4.5


@pytest.mark.parametrize(("ink", "paper"), [(INK, PAPER), (LIGHT_INK, DARK_PAPER)])
def test_words_are_readable(ink: str, paper: str) -> None:
    assert contrast(ink, paper) > 12
