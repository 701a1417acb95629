"""What is said of a quantity or unit that cannot be read: each returns the problem, and what to write instead.

The exceptions here carry no code and no file: whoever gave the text knows both.
"""

from __future__ import annotations

MAX_TEXT = 500
MAX_EXPONENT = 300


class UnitError(ValueError):
    """A unit, or an entry of the vocabulary about units, that cannot be read.

    `start` and `end` are offsets into the text that was given; `where` is the path of a vocabulary entry
    (("units", 0), ("conversions", "crude oil", "7.33 barrel")), () where a unit alone was read.
    """

    def __init__(
        self, message: str, help_: str, start: int = 0, end: int = 0, where: tuple[str | int, ...] = ()
    ) -> None:
        super().__init__(message)
        self.message, self.help, self.start, self.end, self.where = message, help_, start, end, where

    def anew(self) -> UnitError:
        """The same problem, never raised."""
        return UnitError(self.message, self.help, self.start, self.end, self.where)


class QuantityError(ValueError):
    """A text that does not read as a quantity; `start` and `end` are offsets into it."""

    def __init__(self, message: str, help_: str, start: int = 0, end: int = 0) -> None:
        super().__init__(message)
        self.message, self.help, self.start, self.end = message, help_, start, end

    def anew(self) -> QuantityError:
        """The same problem, never raised."""
        return QuantityError(self.message, self.help, self.start, self.end)


Said = tuple[str, str]


def shown(text: str, limit: int = 60) -> str:
    """Words from outside, short enough for a message."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


# --- Units -----------------------------------------------------------------------------------------------------------


def unknown_unit(name: str, nearest: str | None) -> Said:
    name = shown(name)
    near = f"did you mean `{nearest}`? otherwise " if nearest else ""
    word = name.split()[-1] if name.replace(" ", "").isalpha() else "drone"
    single = word[:-1] if word.endswith("s") and len(word) > 3 else word
    return (
        f"`{name}` is not a unit that factlint knows",
        f'{near}add it to `units:` of the vocabulary, such as `units: ["{single} = [{single}]"]`',
    )


def ambiguous_unit(name: str, instead: str) -> Said:
    return f"`{shown(name)}` means different units to different readers", instead


def no_unit() -> Said:
    return "there is no unit here", "write a unit, such as `percent`, `barrel/day` or `USD`"


def long_unit(name: str) -> Said:
    return f"`{shown(name, 30)}` is too long for a unit", "write a unit of a few words, such as `barrels a day`"


def bad_power(name: str) -> Said:
    return (
        f"the power in `{shown(name)}` is not a whole number from 1 to 9",
        "write a small power, such as `km^2` or `m³`",
    )


def scale_without_unit(name: str) -> Said:
    return (
        f"`{shown(name)}` is a scale without a unit",
        f"write what is counted after it, such as `{shown(name)} barrels`",
    )


def dangling_division(text: str) -> Said:
    return f"`{shown(text)}` lacks a unit beside its `/`", "write a unit on both sides, such as `barrel/day`"


def bad_definition(text: str) -> Said:
    return (
        f"`{shown(text)}` does not define a unit",
        "write `drone = [drone]` for a unit of its own, or `squadron = 12 aircraft` for one made of another",
    )


def dimension_taken(dimension: str, name: str) -> Said:
    return (
        f"`{shown(dimension)}` is already the dimension of another unit",
        f"give the unit a dimension of its own, such as `{shown(name)} = [{shown(name)}]`, or make it of another: `{shown(name)} = 12 hours`",
    )


def defined_twice(name: str) -> Said:
    return f"the unit `{shown(name)}` is defined twice", "keep one of the two definitions"


def bad_amount(text: str) -> Said:
    return (
        f"`{shown(text)}` is not an amount of a unit",
        "write a number and a unit, with a spread if there is one, such as `7.33 ± 0.1 barrel`",
    )


def amount_not_positive(text: str) -> Said:
    return f"`{shown(text)}` reaches down to zero or below", "write an amount above zero, with a spread smaller than it"


def same_dimension(left: str, right: str) -> Said:
    return (
        f"`{shown(left)}` and `{shown(right)}` measure the same, so nothing is to be converted",
        "give an amount of one thing that stands for an amount of another, such as `7.33 barrel: 1 tonne`",
    )


def not_a_currency(text: str) -> Said:
    return f"`{shown(text)}` is not an amount in a currency", "write a rate such as `EUR: {2025-10: 1.16 USD}`"


def same_currency(text: str) -> Said:
    return (
        f"`{shown(text)}` is a rate of a currency to itself",
        "write the rate to another currency, such as `1.16 USD`",
    )


def bad_rate_period(text: str, problem: str) -> Said:
    return (
        f"`{shown(text)}` is not the period of a rate: {problem}",
        "write a date, a month or a year, such as `2025-10`",
    )


# --- Quantities ------------------------------------------------------------------------------------------------------


def empty() -> Said:
    return "the value is empty", "write a quantity, such as `nearly 40%`"


def too_long() -> Said:
    return f"the value is longer than {MAX_TEXT} characters", "write the quantity alone, such as `nearly 40%`"


def number_too_big(text: str) -> Said:
    return f"`{shown(text, 30)}` is beyond 1e±{MAX_EXPONENT}", "write a number that a fact could have"


def unknown_word(word: str, nearest: str | None) -> Said:
    word = shown(word)
    near = f"did you mean `{nearest}`? otherwise " if nearest else ""
    return (
        f"`{word}` is not a word that factlint knows beside a number",
        f"{near}add it to `hedges:` of the vocabulary, such as `hedges: {{{word}: 5 %}}`, or leave it out",
    )


def misspelt_number(word: str, nearest: str) -> Said:
    return f"`{shown(word)}` is not a number", f"did you mean `{nearest}`?"


def unexpected(word: str) -> Said:
    return (
        f"`{shown(word)}` does not fit here in a quantity",
        "write a hedge, a number, a scale and a unit, such as `nearly 1.2 million barrels a day`",
    )


def unfinished(text: str) -> Said:
    return (
        f"`{shown(text)}` ends before the quantity is complete",
        "write a hedge, a number, a scale and a unit, such as `nearly 1.2 million barrels a day`",
    )


def no_number(text: str) -> Said:
    return (
        f"`{shown(text)}` holds no number",
        "write a number in digits or words, such as `40%`, `two thirds`, `a few` or `no one`",
    )


def bad_digits(text: str) -> Said:
    return (
        f"`{shown(text)}` is not a number as English writes it",
        "separate thousands with commas and decimals with a point, such as `1,200` or `1.2`",
    )


def bad_words(text: str) -> Said:
    return f"`{shown(text)}` is not a number in words", "write it in digits, such as `250`"


def bad_fraction(text: str) -> Said:
    return f"`{shown(text)}` is not a part of one", "write a fraction below one, such as `2/3` or `one in five`"


def two_hedges(first: str, second: str) -> Said:
    return f"`{shown(first)}` and `{shown(second)}` are two hedges for one number", "keep the one that the source means"


def hedged_range(hedge: str) -> Said:
    return f"`{shown(hedge)}` cannot stand before a range", "write the range alone, or with `about` before it"


def hedged_vague(hedge: str, word: str) -> Said:
    return (
        f"`{shown(hedge)}` cannot stand before `{shown(word)}`",
        f"write `{shown(word)}` alone, or a number with `{shown(hedge)}`",
    )


def hedged_exact(hedge: str) -> Said:
    return f"`{shown(hedge)}` has no place in a rule, whose quantities are exact", "write the number alone"


def range_in_rule() -> Said:
    return "a range has no place here", "write one number, or `between A and B`"


def vague_in_rule(word: str) -> Said:
    return f"`{shown(word)}` has no place in a rule, whose quantities are exact", "write a number"


def hedged_zero(hedge: str) -> Said:
    return f"`{shown(hedge)}` says nothing of zero", "write `no one`, `almost no one`, or a number"


def empty_range(text: str) -> Said:
    return f"the range `{shown(text)}` runs from the higher number to the lower", "write the lower number first"


def unlike_ends(left: str, right: str) -> Said:
    return f"the ends of the range are in `{shown(left)}` and `{shown(right)}`", "give both ends in one unit"


def negative(text: str) -> Said:
    return (
        f"`{shown(text)}` is negative, and the property cannot be",
        "add `signed: true` to the property in the vocabulary, or write the value without the minus",
    )


def nothing_left(text: str) -> Said:
    return (
        f"`{shown(text)}` leaves no value that the property could have",
        "add `signed: true` to the property in the vocabulary, or write the value otherwise",
    )


def no_whole_number(text: str) -> Said:
    return f"`{shown(text)}` leaves no whole number of things", "write a number of whole things"


def relative_temperature(hedge: str) -> Said:
    return (
        f"`{shown(hedge)}` widens by a share of the number, which means nothing for a temperature",
        "write a range of degrees, such as `18 to 22 °C`",
    )


def bare_number(text: str, example: str) -> Said:
    return f"`{shown(text)}` has no unit, and the property is measured", f"write its unit, such as `{example}`"


def bare_ratio(text: str, example: str) -> Said:
    return f"`{shown(text)}` is a share, and the property is not", f"write an amount with its unit, such as `{example}`"


def not_a_rank(text: str) -> Said:
    return f"`{shown(text)}` is not a rank", "write `largest`, `second-largest`, `3rd` or `No. 2`"


def bad_hedge_word(word: str) -> Said:
    return (
        f"`{shown(word)}` is not a word that can hedge a number",
        "write one to four words of letters, such as `roughly`",
    )


def bad_hedge(word: str, meaning: str) -> Said:
    return (
        f"`{shown(meaning)}` does not say how wide `{shown(word)}` is",
        f"write a percentage, such as `{shown(word)}: 10 %`, or a range, such as `{shown(word)}: 2 to 5`",
    )


def hedge_without_width(word: str) -> Said:
    return f"`{shown(word)}` is a bound and has no width", "leave it out of `hedges:`"


def hedge_needs_width(word: str, meaning: str) -> Said:
    return (
        f"`{shown(word)}` hedges a number, and `{shown(meaning)}` is no width",
        f"write a percentage, such as `{shown(word)}: 10 %`",
    )


def vague_needs_range(word: str, meaning: str) -> Said:
    return (
        f"`{shown(word)}` stands for numbers, and `{shown(meaning)}` does not say which",
        f"write a range, such as `{shown(word)}: 2 to 5`",
    )


def unknown_key(key: str, nearest: str | None) -> Said:
    near = f"did you mean `{nearest}`? " if nearest else ""
    return (
        f"`{shown(key)}` is not a key of a quantity",
        f"{near}write `number`, `unit` and `hedge`, or `low`, `high` and `unit`",
    )


def mixed_keys() -> Said:
    return (
        "a quantity has either a `number` or a `low` and a `high`",
        "write `{number: 40, unit: percent}` or `{low: 10, high: 12, unit: percent}`",
    )


def structured_number(key: str, text: str) -> Said:
    return f"`{shown(text)}` is not a number for `{key}`", "write digits, such as `1200000` or `1.2e6`"


def structured_hedge(text: str, nearest: str | None) -> Said:
    near = f"did you mean `{nearest}`? otherwise add it to `hedges:` of the vocabulary, or " if nearest else ""
    return (
        f"`{shown(text)}` is not a hedge that factlint knows",
        f"{near}write one such as `about`, `nearly`, `more than` or `at least`",
    )
