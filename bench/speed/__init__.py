"""How quick planlint is, as whole processes."""
