"""Room on paper: what is cut fits, what fits is left alone, and no section takes what another needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.brief.room import ELLIPSIS, Want, fitted, heights, lines, shared, width
from kamc.escape import clean

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=300)
SECTIONS = st.builds(
    Want,
    items=st.lists(st.floats(1, 50), max_size=8).map(tuple),
    head=st.floats(0, 30),
    least=st.integers(0, 3),
    most=st.integers(3, 6),
)


@given(WORDS, st.floats(3, 60), st.integers(1, 4))
def test_what_is_fitted_fits(words: str, room: float, most: int) -> None:
    assert lines(fitted(words, room, most), room) <= most


@given(WORDS, st.floats(3, 60), st.integers(1, 4))
def test_what_fits_is_left_alone_and_what_is_cut_says_so(words: str, room: float, most: int) -> None:
    whole, cut = clean(words), fitted(words, room, most)
    if lines(whole, room) <= most:
        assert cut == whole
    else:
        assert cut.rstrip("\u2069").endswith(ELLIPSIS)
        assert len(cut) <= len(whole) + len(ELLIPSIS)


@pytest.mark.parametrize(
    ("words", "room", "most", "cut"),
    [
        ("A short one", 20, 1, "A short one"),
        ("A sentence that is too long for it", 10, 1, "A sentence that…"),
        ("Donaudampfschifffahrtsgesellschaft", 10, 1, "Donaudampfschi…"),
        ("Dr. Donaudampfschifffahrtsgesellschaft", 10, 1, "Dr. Donaudampfs…"),
        ("One thing, another thing", 7, 1, "One thing…"),
        ("我们需要一个可靠的合作伙伴", 6, 1, "我们需要…"),
    ],
)
def test_cut_at_a_word_where_one_is_near(words: str, room: float, most: int, cut: str) -> None:
    assert fitted(words, room, most) == cut


def test_a_text_of_another_direction_stays_shut_in() -> None:
    cut = fitted("نحتاج إلى شريك يمكن الاعتماد عليه", 10)
    assert (cut[0], cut[-2:]) == ("\u2068", "…\u2069")


def test_a_very_long_word_is_no_hurdle() -> None:
    assert width(fitted("x" * 1_000_000, 20)) <= 20


@given(st.lists(SECTIONS, min_size=1, max_size=6), st.floats(0, 600))
def test_sections_share_the_room(wants: list[Want], room: float) -> None:
    counts = shared(wants, sum, room)
    least = [min(one.least, len(one.items)) for one in wants]
    assert all(low <= count <= one.most for low, count, one in zip(least, counts, wants, strict=True))
    if sum(heights(wants, least)) <= room:
        assert sum(heights(wants, counts)) <= room
    else:
        assert list(counts) == least
    for place, one in enumerate(wants):
        if counts[place] < min(one.most, len(one.items)):
            more = [count + (at == place) for at, count in enumerate(counts)]
            assert sum(heights(wants, more)) > room
