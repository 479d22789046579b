"""TSK: tasks and who answers for them."""
