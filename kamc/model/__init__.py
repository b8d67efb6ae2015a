"""The typed model: what a plan is. Frozen, without input or output, and the one source of schema, reference and rules."""
