"""The use cases: check, build, diff. Values in, values out; nothing here prints or exits."""
