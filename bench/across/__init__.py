"""How well two versions are told apart: random edits of real plans."""
