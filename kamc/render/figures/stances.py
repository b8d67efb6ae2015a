"""The signs of stance, the same in all figures: a shape and a colour each, the larger the more influence."""

from kamc.render.figures.svg import element, text

RADIUS = {"high": 12.0, "medium": 9.5, "low": 7.5}
"""How large a sign is, by influence."""
MIDDLING = 9.5
"""How large it is where nobody says."""
TONES = {
    "supporter": "s-good",
    "conditional-supporter": "s-good",
    "constructive-critic": "s-warn",
    "opponent": "s-bad",
}


def tone_of(stance: str) -> str:
    """The class of a stance's colour."""
    return TONES.get(stance, "s-none")


def stance_shape(stance: str, x: float, y: float, size: float) -> str:
    """The sign of a stance around a point: a disc, a half disc, a triangle, a square, or a question."""
    if stance == "supporter":
        return element("circle", cx=x, cy=y, r=size, class_="f-good")
    if stance == "conditional-supporter":
        half = f"M{x:g} {y - size:g}A{size:g} {size:g} 0 0 0 {x:g} {y + size:g}Z"
        ring = element("circle", cx=x, cy=y, r=size, class_="o-good")
        return ring + element("path", d=half, class_="f-good")
    if stance == "constructive-critic":
        low, side = y + size * 0.85, size * 1.1
        return element("path", d=f"M{x:g} {y - size:g}L{x + side:g} {low:g}H{x - side:g}Z", class_="f-warn")
    tone = "f-bad" if stance == "opponent" else "o-none"
    half_side = size * 0.9
    box = element(
        "rect", x=x - half_side, y=y - half_side, width=2 * half_side, height=2 * half_side, rx=2, class_=tone
    )
    if stance == "opponent":
        return box
    return box + text("?", x, y + 4, class_="t-soft", font_size=11, text_anchor="middle")
