"""Hints for sentences that say something sensible in words that the language does not have."""

from __future__ import annotations

import re

from factlint.language.stumble import Hint, Place
from factlint.language.wording import KEYWORDS, fold_space

_OPPOSITES = {
    "at most": "be more than",
    "at least": "be less than",
    "more than": "be at most",
    "less than": "be at least",
    "before": "be at least",
    "after": "be at most",
}

_STOP = rf"\b(?:{'|'.join(sorted(KEYWORDS - {'the', 'of', 'in', 'about', 'claims'}))})\b"
"""Where a limit ends."""


def must_not(place: Place) -> Hint | None:
    if (
        place.last != "NOT"
        or "MUST" not in place.kinds
        or place.word in {"contradict", "share", "increase", "decrease", "change"}
    ):
        return None
    text = fold_space(place.rest)
    start = place.tokens[-1].start_pos or 0
    span = (start, place.at + len(place.word))
    for said, instead in sorted(_sides().items(), key=lambda pair: -len(pair[0])):
        side = re.match(re.escape(said) + r"(?![\w-])\s*(.*)", text)
        if side is not None:
            limit = re.split(_STOP, side[1])[0].strip()
            message = f"`must not {said}` has an opposite of its own"
            return Hint(f"write the opposite: `must {instead} {limit or '…'}`", message, "E305", span)
    for said, help_ in _NO_OPPOSITE.items():
        if re.match(re.escape(said) + r"(?![\w-])", text):
            return Hint(help_, f"`must not {said}` has no meaning", "E305", span)
    help_ = "after `must not` stands `contradict`, `share a value`, `increase`, `decrease` or `change by more than …`"
    return Hint(help_, f"`must not {place.word}` has no meaning" if place.word else None, "E305", span)


def _sides() -> dict[str, str]:
    """What may be said of one side, in the words of the language and in others, and what holds where it does not."""
    others = {
        said: _OPPOSITES[form.removeprefix("be ")]
        for said, form in _AFTER_MUST.items()
        if form.removeprefix("be ") in _OPPOSITES
    }
    return {**{f"be {side}": opposite for side, opposite in _OPPOSITES.items()}, **others}


_NO_OPPOSITE = {
    "be between": "write two rules, or what must hold instead: `be less than …`, `be more than …`",
    "be one of": "leave such claims out instead: `claims where not (value is one of …) must …`",
    "be": "write what must hold instead, such as `be at most …` or `be one of …`",
    "agree": "claims that should differ are `must not share a value`; a value that is denied is `must not contradict`",
    "have": "choose the claims that have none: `claims where quote is absent must …`",
    "add up to": "write what must hold instead, such as `add up to …` or `be less than …`",
}


_INSTEAD_OF_MUST = {
    "should",
    "shall",
    "may",
    "can",
    "cannot",
    "has",
    "have",
    "needs",
    "need",
    "ought",
    "are",
    "is",
    "always",
    "never",
}

_AFTER_MUST = {
    "equal": "agree with",
    "match": "agree with",
    "be equal to": "agree with",
    "be equal": "agree with",
    "exceed": "be more than",
    "be under": "be less than",
    "be below": "be less than",
    "be over": "be more than",
    "be above": "be more than",
    "be greater than": "be more than",
    "be greater": "be more than",
    "be smaller than": "be less than",
    "be fewer than": "be less than",
    "be up to": "be at most",
    "be no more than": "be at most",
    "be not more than": "be at most",
    "be no less than": "be at least",
    "be not less than": "be at least",
    "be in": "be one of …` or `must be between … and …",
    "be within": "be between … and …",
    "be from": "be between … and …",
    "be the same": "agree",
    "be consistent": "agree",
    "be supported by": "be corroborated by",
    "be confirmed by": "be corroborated by",
    "contain": "be one of",
    "include": "be one of",
    "sum up to": "add up to",
    "sum to": "add up to",
    "rise": "not decrease",
    "grow": "not decrease",
    "increase": "not decrease",
    "fall": "not increase",
    "decrease": "not increase",
    "specify": "have",
    "state": "have",
    "name": "have",
    "give": "have",
}


def verbs(place: Place) -> Hint | None:
    if "MUST" not in place.kinds:
        if place.word in _INSTEAD_OF_MUST and "MUST" in place.accepts:
            return Hint("write `must`")
        for capital in re.finditer(r"\b(?:must|claims)\b", place.text, re.IGNORECASE):
            if not capital[0].islower():
                span = (capital.start(), capital.end())
                return Hint(f"write `{capital[0].lower()}`", "keywords are written in lower case", span=span)
        verb = re.search(r"\b(should|shall|ought to|has to|have to)\b", place.text)
        if verb is not None:
            return Hint("write `must`", f"`{verb[0]}` says no more than `must`", span=(verb.start(), verb.end()))
        return None
    start = max(token.end_pos or 0 for token in place.tokens if token.type in {"MUST", "AND", "CLEARLY"})
    said = fold_space(place.text[start:])
    for words, instead in sorted(_AFTER_MUST.items(), key=lambda pair: -len(pair[0])):
        written = re.match(re.escape(words) + r"(?![\w-])", said)
        if written is not None and place.last in {"MUST", "AND", "CLEARLY", "BE", "AT", "MORE", "LESS"}:
            return Hint(f"write `must {instead}`" if "…" in instead else f"write `must {instead} …`")
    return None


_FUNCTIONS = {
    "average": "mean",
    "maximum": "highest",
    "max": "highest",
    "largest": "highest",
    "biggest": "highest",
    "minimum": "lowest",
    "min": "lowest",
    "smallest": "lowest",
    "total": "sum",
    "count": "number",
    "first": "earliest",
    "oldest": "earliest",
    "last": "latest",
    "newest": "latest",
}


def tails(place: Place) -> Hint | None:
    """What stands in a sound sentence at the wrong place."""
    if place.last == "LEAST" and "NUMBER" in place.accepts and "NAME" not in place.accepts:
        return Hint("write the number in digits: `at least 2 independent sources`")
    if place.word == "of" and "WITHIN" in place.kinds:
        return Hint("say what it is compared with first: `agree with … within 10%`")
    if place.last == "CLAIMS" and "THE" in place.kinds and "LPAR" not in place.kinds and place.word in KEYWORDS:
        return Hint(
            "put the claims in brackets: `the mean of (PROPERTY claims about …)`", "this list of claims has filters"
        )
    if place.word == "or" and "PER" in place.kinds[-4:]:
        return Hint("write `and`: claims are grouped by all of the keys")
    if place.word == "or" and "MUST" in place.kinds:
        return Hint("write two rules: assertions join with `and` alone")
    if place.word == "to" and place.kinds[-3:-1] == ("BE", "BETWEEN"):
        return Hint("write `between … and …`")
    if place.word == "to" and place.last == "AGREE":
        return Hint("write `agree within …`")
    if place.word == "within" and "WITHIN" in place.kinds:
        return Hint("an assertion has one tolerance: leave one of them out")
    if place.last == "BY" and "AT" in place.accepts:
        return Hint("write `corroborated by at least 2 independent sources`")
    if place.last == "COMMA":
        return Hint("leave out the comma, or write another one after it")
    if place.last == "NAME" and place.kinds[-2:-1] in {("OR",), ("AND",)} and "IS" in place.accepts:
        return Hint("a condition names its key each time; for several values write `KEY is one of A, B`")
    if "RPAR" in place.accepts and "$END" not in place.accepts and place.word in {"must", ""}:
        return Hint("close the bracket: `)`")
    if place.last == "THE" and place.word in _FUNCTIONS:
        return Hint(f"write `the {_FUNCTIONS[place.word]} of …`")
    if (
        place.last == "BE"
        and re.match(r"[^\W_]", place.word)
        and place.word not in KEYWORDS
        and "be " + place.word not in _AFTER_MUST
    ):
        return Hint(f"write `be one of {fold_space(place.rest)}`")
    if place.last == "CONTAINS" and place.word:
        return Hint(f'write the text in double quotes: `contains "{place.word}"`')
    if place.last == "BECAUSE" and place.word:
        return Hint('write the reason in double quotes: `because "…"`')
    if place.last == "CLAIMS" and place.kinds[-2:-1] == ("CLAIMS",):
        return Hint("write `claims` once")
    return None
