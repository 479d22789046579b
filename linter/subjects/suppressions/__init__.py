"""What is wrong with the suppressions of a draft."""
