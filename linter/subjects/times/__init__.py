"""The years of the plan, its day of issue, and the years of its goals."""
