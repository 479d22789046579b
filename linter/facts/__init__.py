"""Facts: what the plan says, each kind computed once from the Document and shared by all checks."""
