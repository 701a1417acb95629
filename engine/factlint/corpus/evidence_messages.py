"""What is said of a quote that does not bear its claim out. Each is one clause, shown as the message of a finding."""

from __future__ import annotations

from factlint.diagnostics import printable

_SHOWN = 60


def no_quote() -> str:
    return "no words of the document are quoted for it"


def text_changed(*, still_there: bool) -> str:
    rest = "though the quote still stands in it" if still_there else "and the quote is not in it"
    return f"the text is not the one that the document's `sha256` pins, {rest}"


def missing(*, elided: bool) -> str:
    return "the text does not hold this quote" + (": a quote is one unbroken passage, without `…`" if elided else "")


def control_character(character: str) -> str:
    return f"the quote holds the control character {character}, which no text does: delete it"


def not_where_pinned(count: int, occurrence: int | None, prefix: str | None, suffix: str | None) -> str:
    if prefix is None and suffix is None:
        return f"the quote occurs {_times(count)}, so there is no `occurrence: {occurrence}`"
    where = " and ".join(
        words
        for words, given in (("behind its `prefix`", prefix), ("before its `suffix`", suffix))
        if given is not None
    )
    nth = "" if occurrence is None else f" {occurrence} times"
    return f"the quote occurs {_times(count)}, but not{nth} right {where}"


def ambiguous(count: int, prefix: str | None, suffix: str | None) -> str:
    if prefix is None and suffix is None:
        return f"the quote occurs {_times(count)}: pin one with `occurrence`, or with the words before it as `prefix`"
    return f"the quote occurs {_times(count)} even so: lengthen its `prefix` or `suffix`, or add `occurrence`"


def unsupported(value: str, whole: str | None) -> str:
    if whole is not None:
        return f"the quote cuts {_quoted(whole)} in two, which does not say {_quoted(value)}: quote whole words"
    return f"the quote does not say {_quoted(value)}: quote the words that do, or say under `reading` why it means that"


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count:,} times"


def _quoted(text: str) -> str:
    return f"`{printable(text if len(text) <= _SHOWN else text[:_SHOWN] + '…')}`"
