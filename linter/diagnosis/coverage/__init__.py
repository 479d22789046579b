"""What of a draft was looked at: a clean report means little where there was nothing to compare."""
