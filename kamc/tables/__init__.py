"""Plans as tidy tables, for whatever computes further: what each table and column means, and its rows.

A table is declared once; its rows, its page in docs/reference and all formats come from the declaration.
"""
