"""What is made from the model and committed: JSON Schemas and reference pages. A development command."""
