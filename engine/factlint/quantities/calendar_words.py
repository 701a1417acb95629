"""The English words of the calendar: weekdays, months, seasons, and the numbers that stand beside them."""

from __future__ import annotations

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

WEEKDAY_NUMBER: dict[str, int] = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name[:3].lower(): number for number, name in enumerate(WEEKDAYS)},
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3,
}  # fmt: skip
"""Monday 0 … Sunday 6, by name in lower case, in full or short."""

MONTH_NUMBER: dict[str, int] = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
"""January 1 … December 12, by name in lower case, in full or short."""

SEASON_MONTH: dict[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month a season begins in: the meteorological ones of the northern half of the world."""

SEASON_NUMBER: dict[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""How EDTF writes them."""

ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip

NUMBERS: dict[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip

VAGUE_NUMBERS: dict[str, tuple[int, int]] = {
    "a couple of": (2, 2), "a few": (2, 5), "few": (2, 5), "several": (3, 9), "some": (2, 9),
}  # fmt: skip
"""The same spans that these words have before any other unit."""

VAGUE_PLURALS: dict[str, tuple[int, int]] = {"day": (2, 6), "week": (2, 6), "month": (2, 11), "year": (2, 9)}
"""`days ago`, `weeks later`: a plural without a number."""


def names(words: dict[str, int]) -> str:
    """The words as a pattern, longest first, so that `March` is not read as `Mar`."""
    return "|".join(sorted(words, key=len, reverse=True))


def ordinal(number: int) -> str:
    """`1st`, `22nd`, `13th`."""
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
