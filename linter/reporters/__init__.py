"""Reporters: one module a format over one Diagnostic type."""
