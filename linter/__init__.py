"""planlint: finds where a draft of a Chinese government plan contradicts itself."""

__version__ = "0.2.0"
