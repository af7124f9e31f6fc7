"""Asterism's use cases from Python: the same rules and the same store as the server's.

    with asterism.Library("data") as library:
        library.register_account(email="ada@example.org", password="Correct-horse!")

    asterism.sky.moon()["illumination"]
"""
from . import sky, views
from ._asterism import Library, __version__
from .refusals import (
    Conflict,
    FieldError,
    Forbidden,
    Invalid,
    Missing,
    Refused,
    SignInRequired,
    Throttled,
    Unavailable,
)

__all__ = [
    "Conflict",
    "FieldError",
    "Forbidden",
    "Invalid",
    "Library",
    "Missing",
    "Refused",
    "SignInRequired",
    "Throttled",
    "Unavailable",
    "__version__",
    "sky",
    "views",
]
