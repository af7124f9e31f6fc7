"""Why something was not done. The families are Python's own kinds of errors as well."""
from typing import NamedTuple


class FieldError(NamedTuple):
    """One field of the input and what is wrong with it."""

    field: str
    code: str
    text: str


class Refused(Exception):
    """A refusal. Its code never changes from one version to the next; its text may."""

    def __init__(
        self,
        text: str,
        code: str = "",
        detail: str = "",
        fields: tuple[FieldError, ...] = (),
        retry_after: int | None = None,
    ) -> None:
        super().__init__(f"{text} ({detail})" if detail else text)
        self.text = text
        self.code = code
        self.detail = detail
        """What only this occurrence knows: most often the path of a field."""
        self.fields = fields
        self.retry_after = retry_after
        """In how many seconds another try may succeed."""

    def __reduce__(self):
        return type(self), (self.text, self.code, self.detail, self.fields, self.retry_after)


class Invalid(Refused, ValueError):
    """The input breaks a rule."""


class SignInRequired(Refused, PermissionError):
    """Nobody is signed in, or the name and the password do not fit."""


class Forbidden(Refused, PermissionError):
    """Signed in, but not allowed."""


class Missing(Refused, LookupError):
    """There is no such thing."""


class Conflict(Refused, RuntimeError):
    """The state of the world does not permit it."""


class Throttled(Refused, RuntimeError):
    """Too often."""


class Unavailable(Refused, RuntimeError):
    """Not now: the store does not answer, or there is too much to do."""
