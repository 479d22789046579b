"""Many files: several processes, a time limit for each, reports in the order of the files."""
