"""The sky, for which no data folder is needed: numbers in, numbers out.

Use cases answer a dict, as at a Library: `moon_at`, `tonight`, `bortle_at` and so on; `moon` is
short for `moon_at`. Functions over arrays answer for single values, and for numpy's arrays of any
shape: `moon_altaz`, `illumination`, `rise_set`, `time_zone` and so on.
"""
from . import _asterism, answers
from ._asterism import *
from .answers import *

__all__: list[str] = []
__all__ += _asterism.__all__  # use cases, functions over arrays, Raster
__all__ += answers.__all__
