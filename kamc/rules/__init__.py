"""What kamc asks of a plan: one file a rule, its docstring the documentation."""
