"""The grammars, and the parsers made of them.

They lie in the wheel beside the package, in a checkout at its root. Making a parser of one takes longer than checking a
small corpus, so building the package does it (`write_tables`); what is loaded is what this grammar and this Lark give.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.files import DIGEST, digest

if TYPE_CHECKING:
    from lark import Lark
    from lark.lexer import TerminalDef

_PACKAGE = Path(__file__).resolve().parent
_FOLDERS = (_PACKAGE / "grammar", _PACKAGE.parent.parent / "grammar")
TABLES = _PACKAGE / "tables"

_OPTIONS: dict[str, dict[str, Any]] = {
    "rules": {"propagate_positions": True},
    "quantity": {"start": ["quantity", "rank"]},
}
_WORD_ENDS = r"(?![\w'’.&-])"


@cache
def grammar_text(name: str) -> str:
    """The text of `grammar/NAME.lark`.

    Raises:
        FileNotFoundError: there is no such grammar; the installation is damaged.
    """
    for folder in _FOLDERS:
        path = folder / f"{name}.lark"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(f"grammar/{name}.lark is missing from this installation of factlint")


def parser(name: str, *, all_tokens: bool = False, words: Mapping[str, Sequence[str]] | None = None) -> Lark:
    """The parser of a grammar.

    Args:
        name: `rules` or `quantity`.
        all_tokens: whether trees hold the keywords and signs too, as a layout needs.
        words: by terminal, the words that it stands for instead of what the grammar says.
    """
    from lark import Lark

    from factlint.lexing import LateLexer

    table = _stored(name, all_tokens) or _table(name, all_tokens)
    for definition in table["memo"].values():
        spoken = (words or {}).get(definition.get("name", ""))
        if spoken:
            definition["pattern"] = _any_of(spoken)
    table["data"]["options"]["_plugins"] = {"ContextualLexer": LateLexer}
    return Lark.load(table)  # what `save` writes, unpickled


def write_tables(folder: Path) -> None:
    """What a parser is made of, for each grammar, as `parser` reads it."""
    folder.mkdir(exist_ok=True)
    for name, all_tokens in (("quantity", False), ("rules", False), ("rules", True)):
        content = pickle.dumps(_table(name, all_tokens), protocol=5)
        (folder / _file_name(name, all_tokens)).write_bytes(_origin(name) + digest(content) + content)


def _stored(name: str, all_tokens: bool) -> dict[str, Any] | None:
    """The table that was written when the package was built; None where it was made of something else."""
    try:
        data = (TABLES / _file_name(name, all_tokens)).read_bytes()
    except OSError:
        return None
    origin, checksum, content = data[:DIGEST], data[DIGEST : 2 * DIGEST], data[2 * DIGEST :]
    if origin != _origin(name) or checksum != digest(content):
        return None
    return pickle.loads(content)  # type: ignore[no-any-return] # noqa: S301 - part of the package, as its code is


def _file_name(name: str, all_tokens: bool) -> str:
    return f"{name}{'-all-tokens' if all_tokens else ''}.table"


def _origin(name: str) -> bytes:
    """Stands for all that decides what a table holds: the grammar, this file and Lark."""
    import lark

    return digest("\0".join([grammar_text(name), Path(__file__).read_text("utf-8"), lark.__version__]).encode())


def _table(name: str, all_tokens: bool) -> dict[str, Any]:
    from lark import Lark
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

    made = Lark(
        grammar_text(name),
        parser="lalr",
        lexer="contextual",
        maybe_placeholders=False,
        keep_all_tokens=all_tokens,
        edit_terminals=_whole_words if name == "rules" else None,
        **_OPTIONS[name],
    )
    data, memo = made.memo_serialize([TerminalDef, Rule])
    del data["options"]["edit_terminals"]
    return {"data": data, "memo": memo}


def _whole_words(terminal: TerminalDef) -> None:
    """A keyword in quotes is a whole word: without this, `in` would match the start of `increase`."""
    from lark.lexer import PatternRE, PatternStr

    pattern = terminal.pattern
    if isinstance(pattern, PatternStr) and pattern.value.isalpha():
        terminal.pattern = PatternRE(re.escape(pattern.value) + _WORD_ENDS)


def _any_of(words: Sequence[str]) -> dict[str, Any]:
    """Words of letters, checked when the vocabulary was read; escaped all the same."""
    from lark.lexer import PatternRE

    longest = sorted(words, key=len, reverse=True)
    spaced = "|".join(r"\s+".join(_spelt(part) for part in word.split()) for word in longest)
    return PatternRE(rf"(?:{spaced})(?!\w)", flags=("i",)).serialize()


def _spelt(word: str) -> str:
    """A folded word as a pattern that takes every letter too which folds to several: `ß` where it has `ss`."""
    letters = _long_letters()
    folds = "|".join(sorted(map(re.escape, letters), key=len, reverse=True))
    parts = re.split(f"({folds})", word)  # the folds stand at the odd places
    return "".join(_any_way(part) if at % 2 else re.escape(part) for at, part in enumerate(parts))


def _any_way(fold: str) -> str:
    """Each way to write a fold of two or three letters: `ffi`, `ﬃ`, `ﬀi`, `fﬁ`."""
    ways: list[set[str]] = [{""}, *(set() for _ in fold)]  # of its first letters, none, one …
    for at in range(len(fold)):
        for end in range(at + 1, len(fold) + 1):
            piece = fold[at:end]
            written = [*_long_letters().get(piece, ""), *([piece] if len(piece) == 1 else [])]
            ways[end] |= {before + letter for before in ways[at] for letter in written}
    return f"(?:{'|'.join(sorted(map(re.escape, ways[-1])))})"


@cache
def _long_letters() -> Mapping[str, str]:
    """By what they fold to, the letters that fold to several: `ßẞ` by `ss`."""
    found: dict[str, str] = {}
    for letter in map(chr, range(0x80, 0x10000)):
        if len(folded := letter.casefold()) > 1:
            found[folded] = found.get(folded, "") + letter
    return found
