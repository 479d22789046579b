"""Configuration: what .planlint.yaml may say, where it is found, and what comes of it."""
