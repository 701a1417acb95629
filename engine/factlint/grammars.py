"""Where the grammars are: in the wheel beside the package, in a checkout at its root."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_FOLDERS = (_PACKAGE / "grammar", _PACKAGE.parent.parent / "grammar")


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
