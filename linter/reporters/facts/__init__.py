"""What planlint understood of a draft, so that a reviewer can trust what it reports."""
