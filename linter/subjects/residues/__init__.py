"""What work on a draft has left in its file and what should be gone before it is issued."""
