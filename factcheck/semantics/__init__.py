"""Language models that a person may add: what they contribute to an analysis, after the rules have spoken.

Nothing here is imported, and no model is loaded, until somebody asks for one. docs/semantics.md describes it.
"""
