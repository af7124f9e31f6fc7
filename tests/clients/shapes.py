"""What an answer must look like: words for types, and what is written inside of what.

A shape is a word such as "text" or "int|null"; a list with the shape of its items; a dictionary of
shapes, whose keys must all be there (others may, unless it is `exactly`)."""
import datetime
import re

INSTANT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?"
DIGITS = {"utc": INSTANT + "Z", "offset": INSTANT + r"\+00:00", "hour": r"\d{4}-\d\d-\d\dT\d\d:00",
          "date": r"\d{4}-\d\d-\d\d", "clock": r"\d\d:\d\d", "sqm": r"\d\d\.\d\d",
          "photo": r"(loc|rev)_\d+", "money": r"\d+\.\d\d", "millis": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"}


class Exactly(dict):
    """These keys and no others."""


def exactly(*shapes, **keys):
    out = Exactly()
    for shape in shapes:
        out.update(shape)
    out.update(keys)
    return out


class Some(list):
    """A list with at least one item."""


def some(shape):
    return Some([shape])


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_word(value, word):
    if word == "null":
        return value is None
    if word == "flag":
        return isinstance(value, bool)
    if word == "int":
        return is_number(value) and value == int(value)
    if word == "number":
        return is_number(value)
    if word == "object":
        return isinstance(value, dict)
    if not isinstance(value, str):
        return False
    if word == "text":
        return True
    if word == "filled":
        return value != ""
    if word == "url":
        return value.startswith(("/", "http://", "https://"))
    if word == "null_text":  # a word, not nothing
        return value == "null"
    if word == "absolute":
        return value.startswith(("http://", "https://"))
    if word in DIGITS:
        if not re.fullmatch(DIGITS[word], value):
            return False
        if word in ("utc", "offset"):
            datetime.datetime.fromisoformat(value[:19])
        return True
    return value == word  # a word of the contract's own


def misfits(value, shape, where="answer"):
    """Each place where the value is not as the shape has it, in words."""
    if isinstance(shape, str):
        if any(is_word(value, word) for word in shape.split("|")):
            return []
        return [f"{where} is {value!r:.80}, not {shape}"]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{where} is {value!r:.80}, not a list"]
        if isinstance(shape, Some) and not value:
            return [f"{where} has no items"]
        return [each for at, item in enumerate(value) for each in misfits(item, shape[0], f"{where}[{at}]")]
    if not isinstance(value, dict):
        return [f"{where} is {value!r:.80}, not an object"]
    out = [f"{where} has no {key}" for key in shape if key not in value]
    if isinstance(shape, Exactly):
        out += [f"{where} has a {key} besides" for key in value if key not in shape]
    return out + [each for key in shape if key in value
                  for each in misfits(value[key], shape[key], f"{where}.{key}")]


def check(case, value, shape, what=""):
    wrong = misfits(value, shape)
    case.assertEqual(wrong, [], f"{what}: {value!r:.600}")
    return value
