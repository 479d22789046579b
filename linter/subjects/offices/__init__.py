"""Who does what: organisations, tasks and their responsible units (责任单位)."""
