"""Where plugins written for planlint 0.1 find what they import; new ones use linter.plugins."""
