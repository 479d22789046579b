"""A labelled set of drafts, and the figures of planlint on it."""
