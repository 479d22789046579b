"""Archives of any number of drafts, and how long `planlint archive` takes for them."""
