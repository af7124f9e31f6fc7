"""The sky, for which no data folder is needed: numbers in, numbers out."""
from ._asterism import moon

__all__ = ["moon"]
