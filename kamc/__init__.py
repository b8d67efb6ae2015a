"""kamc: a compiler for key account plans."""

__version__ = "0.1.0"
