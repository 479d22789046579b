"""Tens of thousands of drafts, on Dask: what was found and what they say, as Parquet tables."""
