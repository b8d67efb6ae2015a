"""Figures of an account: pure functions of parts of a plan, each with its units and its source.

Where a part of a figure is not known, neither is the figure: it is `None`, and never zero by accident.
"""
