"""What is read of drafts, held against indexes made by hand."""
