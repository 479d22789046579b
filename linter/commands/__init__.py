"""The commands, one module each. Heavy imports stand inside them: `--help` must be quick."""
