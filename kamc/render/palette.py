"""Colours from one accent: light and dark, each readable on its paper (WCAG AA)."""

import colorsys
from collections.abc import Iterable

import msgspec

PAPER, DARK_PAPER = "#fffefb", "#15181b"
INK, LIGHT_INK = "#1b1f24", "#e8e6e1"
CONTRAST = 4.6
"""A little above the 4.5 that AA asks for, because colours are rounded."""
WASH = 0.1
SRGB_KNEE = 0.04045
HEATS = (0.16, 0.36, 0.68, 1.0)


class Palette(msgspec.Struct, frozen=True):
    """The accent on one paper: itself, a pale wash, and four steps of heat with their inks."""

    accent: str
    wash: str
    heats: tuple[str, ...]
    inks: tuple[str, ...]


def palettes(accent: str) -> tuple[Palette, Palette]:
    """The light and the dark palette of an accent (`#rrggbb`)."""
    return _palette(accent, PAPER, lighter=False), _palette(accent, DARK_PAPER, lighter=True)


def _palette(accent: str, paper: str, *, lighter: bool) -> Palette:
    readable = _readable(accent, paper, lighter=lighter)
    heats = tuple(_mix(readable, paper, part) for part in HEATS)
    return Palette(
        accent=readable, wash=_mix(readable, paper, WASH), heats=heats, inks=tuple(_ink(one) for one in heats)
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _readable(colour: str, paper: str, *, lighter: bool) -> str:
    """The colour, lighter or darker step by step until it can be read on the paper and on its own wash."""
    hue, light, full = colorsys.rgb_to_hls(*(part / 255 for part in _rgb(colour)))
    while min(contrast(colour, paper), contrast(colour, _mix(colour, paper, WASH))) < CONTRAST:
        light = light + 0.02 if lighter else light - 0.02
        colour = _hex(part * 255 for part in colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), full))
    return colour


def _ink(ground: str) -> str:
    return max(("#ffffff", "#000000"), key=lambda ink: contrast(ink, ground))


def _mix(colour: str, paper: str, part: float) -> str:
    return _hex(one * part + other * (1 - part) for one, other in zip(_rgb(colour), _rgb(paper), strict=True))


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in parts)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in _rgb(colour)]
    linear = [one / 12.92 if one <= SRGB_KNEE else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
