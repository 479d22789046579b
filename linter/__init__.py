"""planlint: finds where a draft of a Chinese government plan contradicts itself."""

__version__ = "0.1.0"
