"""Checks: pure generators over a Plan, one module a family, one function a rule."""
