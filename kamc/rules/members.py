"""Who in a buying centre is known by name."""

PLACEHOLDER = "unknown-"
"""How the id of somebody begins whom nobody can name yet: `unknown-decider`."""


def is_named(id_: str) -> bool:
    """Whether a member is somebody, and not a place kept for somebody."""
    return not id_.startswith(PLACEHOLDER)
