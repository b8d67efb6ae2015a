"""What the methods compute: pure functions of plans and their parts, with units and source.

Where a part of a figure is not known, neither is the figure: it is `None`, and never zero by accident.
"""
