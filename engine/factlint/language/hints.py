"""What was probably meant where a statement could not be read: each hint recognises one mistake by its text."""

from __future__ import annotations

import re
from collections.abc import Callable

from factlint.corpus.near import suggest
from factlint.language import expected, phrases
from factlint.language.stumble import Hint, Place
from factlint.language.wording import KEYWORDS, as_name, fold_space


def _quotes(place: Place) -> Hint | None:
    char = place.word[:1]
    if char and char in "“”„«»‘’'`":
        closing = re.compile(r"[“”„«»‘’'`]").search(place.text, place.at + 1)
        end = closing.end() if closing else len(place.text)
        inner = place.text[place.at + 1 : end - 1 if closing else end].strip()
        return Hint(
            f'write straight double quotes: "{fold_space(inner)}"',
            f"`{char}` does not open a text",
            "E303",
            (place.at, end),
        )
    if char == '"':
        if place.text.count('"', place.at) == 1:
            end = place.text.find("\n", place.at)
            return Hint(
                'close the text with `"`',
                "this text in quotes never ends",
                "E303",
                (place.at, end if end > 0 else len(place.text)),
            )
        if place.last == "MATCHES":
            inner = place.rest[1:].split('"')[0]
            return Hint(f"write a pattern between slashes: `matches /{inner}/`")
    if place.last == "MATCHES" and char == "/":
        end = place.at + len(place.rest.split("\n")[0])
        return Hint("close the pattern with `/`", "this pattern never ends", "E303", (place.at, end))
    return None


def _margin_words(place: Place) -> Hint | None:
    """Statements whose first word was not followed by what it needs, so that they were read as a sentence."""
    head = re.match(r"(rule|let|import|accept|language)(?![\w'’.&-])", place.text)
    if head is None or place.kinds[:1] in {("RULE",), ("LET",), ("ACCEPT",), ("IMPORT",), ("LANGUAGE",)}:
        return None
    rest = place.text[head.end() :].strip()
    whole = (0, len(place.text.split("\n")[0].rstrip()))
    if head[1] == "rule" and (place.word in {":", '"'} or ":" in rest):
        words = re.findall(r"[\w.-]+", rest.split(":")[0])
        name = "-".join(words).lower() or "one-city"
        return Hint(
            f"join its words: `rule {name}: …`",
            "the name of a rule is one word",
            span=(0, min(place.at + 1, len(place.text)) if rest else whole[1]),
        )
    if head[1] == "rule" and "MUST" not in place.kinds:
        return Hint("write `rule NAME: CLAIMS must …`, with a colon after the name")
    if head[1] == "let" and "=" not in rest:
        return Hint("write `let NAME = VALUE`, such as `let slack = 10%`", "this `let` gives no value", span=whole)
    if head[1] == "import":
        return Hint('write the file in double quotes: `import "common.rules"`', "this import names no file", span=whole)
    if head[1] == "accept":
        return Hint('write `accept RULE for CLAIM because "…"`', "this `accept` is not complete", span=whole)
    if head[1] == "language":
        return Hint("write `language 1`", "expected the number of the language's version")
    return None


_OPENINGS = {
    "language": re.compile(r"\d+$"),
    "import": re.compile(r'"'),
    "let": re.compile(r"(?:(?!\b(?:claims|where|must)\b)[^\n=<>])*="),
    "rule": re.compile(r'[\w.-]+\s*(?:"[^"\n]*"\s*)?:'),
    "accept": re.compile(r"[\w.-]+(?:\s+(?:for|because|until)\b|$)"),
}
"""What follows each word that a statement may begin with."""


def _misspelt_margin(place: Place) -> Hint | None:
    """The first word of a statement misspelt or in capitals, so that it was read as a sentence: `langage 1`."""
    head = re.match(r"([^\W\d_]+)\s+", place.text)
    if head is None or head[1] in _OPENINGS:
        return None
    from rapidfuzz.distance import OSA

    rest = place.text[head.end() :].strip()
    fitting = [word for word, follows in _OPENINGS.items() if follows.match(rest)]
    slips = {word: OSA.distance(head[1].lower(), word) for word in fitting}
    nearest = min(fitting, key=lambda word: slips[word], default=None)
    if nearest is None or slips[nearest] > max(1, len(nearest) // 4):
        return None
    if slips[nearest] == 0:
        return Hint(f"write `{nearest}`", "keywords are written in lower case", span=(0, len(head[1])))
    return Hint(f"did you mean `{nearest}`?", f"no statement begins with `{head[1]}`", span=(0, len(head[1])))


_STOPS = {
    "must",
    "claims",
    "where",
    "per",
    "regardless",
    "including",
    "within",
    "because",
    "severity",
    "tags",
    "using",
    "until",
}


def _quote_it(place: Place) -> Hint | None:
    """A keyword inside a name that was not quoted: `share of exports claims`, `about Bank of England`."""
    word = place.word
    if word == "claims" and place.last in {"NAME", "STRING", "UNIT"} and "MUST" not in place.kinds:
        start = next(
            (token.end_pos for token in reversed(place.tokens) if token.type in {"COMMA", "COLON", "LPAR", "LATEST"}), 0
        )
        if place.kinds[:1] == ("LATEST",) and not any(kind in {"COMMA", "COLON"} for kind in place.kinds):
            start = 0
        phrase = fold_space(place.text[start or 0 : place.at])
        if (set(phrase.split()) & KEYWORDS or place.last == "UNIT") and '"' not in phrase and "(" not in phrase:
            return _needs_quotes(phrase, place, start or 0, place.at)
    if word == "of" and "LATEST" in place.kinds and place.last == "NAME" and place.kinds[0] == "LATEST":
        phrase = fold_space(place.before)
        return _needs_quotes(phrase, place, 0, place.at)
    if word not in KEYWORDS or word in _STOPS:
        return None
    start = place.at
    if place.last == "NAME":
        start = place.tokens[-1].start_pos or 0
    elif not {"NAME", "STRING"} & place.accepts:
        return None
    if _follows_number(place):
        return None
    ahead = re.match(
        r"[^\W_][\w'’.&-]*(?:\s+(?!(?:" + "|".join(_STOPS) + r")(?![\w'’.&-]))[^\W_][\w'’.&-]*)*", place.rest
    )
    end = place.at + len(ahead[0]) if ahead else place.at + len(word)
    phrase = fold_space(place.text[start:end])
    return None if phrase == word else _needs_quotes(phrase, place, start, end)


def _needs_quotes(phrase: str, place: Place, start: int, end: int) -> Hint:
    keyword = next((word for word in phrase.split() if word in KEYWORDS), None)
    trimmed = len(place.text[start:end]) - len(place.text[start:end].lstrip())
    span = (start + trimmed, start + len(place.text[start:end].rstrip()))
    why = f"`{keyword}` is a word of the language, so this name needs quotes" if keyword else "this name needs quotes"
    return Hint(f"quote it: {as_name(phrase)}", why, "E302", span)


def _follows_number(place: Place) -> bool:
    return place.kinds[-2:-1] == ("NUMBER",)


def _hedged(place: Place) -> Hint | None:
    if place.word == "about" and "NUMBER" in place.accepts and re.match(r"about\s+[$€£¥]?\d", place.rest):
        return Hint("leave out `about`, or write both ends: `between … and …`", "a quantity in a rule is exact")
    return None


def _unit_with_per(place: Place) -> Hint | None:
    if place.word != "per" or "NUMBER" not in place.kinds[-3:]:
        return None
    ahead = re.match(r"per\s+([\w-]+)", place.rest)
    unit = place.tokens[-1] if place.last in {"NAME", "UNIT"} else None
    if ahead is None or unit is None:
        return None
    start = next(token.start_pos or 0 for token in reversed(place.tokens) if token.type == "NUMBER")
    number = fold_space(place.text[start : place.at])
    return Hint(f"write `{number}/{ahead[1]}`", "a unit never holds `per`", span=(place.at, place.at + len(ahead[0])))


def _spaces(place: Place) -> Hint | None:
    """Arithmetic that touches its neighbours; and signs of other languages."""
    operator = place.word[:1]
    if operator in {"×", "·", "÷", ":"} and {"TIMES", "DIVIDE"} & place.accepts:
        right = "*" if operator in "×·" else "/"
        return Hint(f"write ` {right} `")
    if operator in {"/", "*", "+", "-", "−"} and operator and {"TIMES", "PLUS"} & place.accepts:
        sign = re.match(r"[-−+]\S+", place.rest)
        shown = f"`{operator} {sign[0][1:]}`" if sign else f"`a {operator} b`"
        return Hint(
            f"put a space on each side of `{operator}`: {shown}", f"`{operator}` stands between spaces in arithmetic"
        )
    if place.last == "UNIT" and "/" in place.tokens[-1] and "MUST" not in place.kinds and place.word != "claims":
        start, end = place.tokens[-1].start_pos or 0, place.tokens[-1].end_pos or 0
        return Hint(
            "put a space on each side of `/`: `a / b`", "`/` stands between spaces in arithmetic", span=(start, end)
        )
    if operator == "/" and place.last == "NAME":
        start = place.tokens[-1].start_pos or 0
        ahead = re.match(r"\S*", place.rest)
        phrase = fold_space(place.text[start : place.at + (ahead.end() if ahead else 0)])
        return Hint(
            f"quote it: {as_name(phrase)}",
            "this name needs quotes",
            "E302",
            (start, place.at + len(ahead[0]) if ahead else place.at),
        )
    return None


def _signs(place: Place) -> Hint | None:
    """Comparisons, commas and stops written as elsewhere."""
    if place.word in {"=", "==", "!=", "<>"} and "IS" in place.accepts:
        return Hint(f"write `{'is' if place.word[0] == '=' else 'is not'}`")
    if place.word in {"≤", "≥"} and "OPERATOR" in place.accepts:
        return Hint(f"write `{'<=' if place.word == '≤' else '>='}`")
    if place.word == "," and place.last == "NUMBER" and place.rest[1:2].isdigit():
        number = place.tokens[-1]
        digits = re.match(r",(\d+)", place.rest)
        assert digits is not None
        return Hint(
            f"write a decimal point: `{number}.{digits[1]}`", "a comma does not divide a number from its fraction"
        )
    if place.word and place.word[-1] in ".;" and not place.rest[len(place.word) :].strip():
        stop = place.word[-1]
        end = place.at + len(place.word)
        return Hint(f"leave out the `{stop}`", f"a statement ends without `{stop}`", span=(end - 1, end))
    if place.word == ":" and place.last in {"SEVERITY", "BECAUSE", "TAGS", "USING"}:
        return Hint(f"write `{place.last.lower()}` without a colon")
    return None


def _near(place: Place) -> Hint | None:
    """A keyword misspelt."""
    words = [
        words.strip("`") for terminal, words in expected.GENERAL if terminal in place.accepts and words.startswith("`")
    ]
    nearest = suggest(place.word, [*words, *expected.words_for(place.accepts)]) if place.word.isalpha() else None
    return Hint(f"did you mean `{nearest}`?") if nearest else None


HINTS: tuple[Callable[[Place], Hint | None], ...] = (
    _quotes,
    _margin_words,
    _misspelt_margin,
    phrases.must_not,
    phrases.tails,
    _hedged,
    _unit_with_per,
    _spaces,
    _signs,
    _quote_it,
    phrases.verbs,
    _near,
)
