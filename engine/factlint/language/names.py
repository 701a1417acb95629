"""Words bound to the lists of the vocabulary: properties, subjects, outlets, speakers, keys, conversions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factlint.corpus.claim import GRAINS, Property
from factlint.corpus.near import suggest
from factlint.corpus.vocabulary import NameList, fold
from factlint.diagnostics import Diagnostic
from factlint.language import messages
from factlint.language import nodes as n
from factlint.language.model import KEYS, Modality
from factlint.language.scope import Scope
from factlint.quantities.values import Name
from factlint.source import Source, Span

MODALITIES: tuple[Modality, ...] = ("expected", "possible", "hypothetical")


def property_(scope: Scope, word: n.Word) -> Property | None:
    found = scope.vocabulary.property(word.text)
    if found is None:
        nearest = scope.vocabulary.nearest(word.text, "properties")
        given = scope.vocabulary.lists_properties
        scope.report(messages.unknown_property(scope.source, word.span, word.text, nearest, given=given))
    return found


def properties(scope: Scope, words: Sequence[n.Word]) -> tuple[Property, ...] | None:
    """The properties that a selection names, `let` lists included, each once."""
    plain = _words(scope, words, "property")
    if plain is None:
        return None
    found = [property_(scope, word) for word in plain]
    sound = [prop for prop in found if prop is not None]
    return tuple({prop.name: prop for prop in sound}.values()) if len(sound) == len(found) else None


def subjects(scope: Scope, items: Sequence[n.Word | n.Parts]) -> tuple[Name, ...] | None:
    members = scope.members(items)
    if members is None:
        return None
    found: list[Name] = []
    sound = True
    for member in members:
        if isinstance(member, n.Parts):
            parts = _parts(scope, member)
            found += parts or ()
            sound = sound and parts is not None
            continue
        name = None
        if isinstance(member, n.Word):
            name = subject(scope, member)
        else:
            _no_name(scope, member, "subject")
        found += [name] if name else []
        sound = sound and name is not None
    return tuple(dict.fromkeys(found)) if sound else None


def subject(scope: Scope, word: n.Word) -> Name | None:
    return _known(scope, word, ("entities",), scope.vocabulary.entity, messages.unknown_subject)


def outlets(scope: Scope, words: Sequence[n.Word]) -> tuple[Name, ...] | None:
    return _names(scope, words, "outlet", outlet)


def outlet(scope: Scope, word: n.Word) -> Name | None:
    return _known(scope, word, ("outlets",), scope.vocabulary.outlet, messages.unknown_outlet)


def speakers(scope: Scope, words: Sequence[n.Word]) -> tuple[Name, ...] | None:
    return _names(scope, words, "speaker", speaker)


def speaker(scope: Scope, word: n.Word) -> Name | None:
    return _known(scope, word, ("speakers",), scope.vocabulary.speaker, _unknown("speaker"))


def source(scope: Scope, word: n.Word) -> Name | None:
    lists: tuple[NameList, ...] = ("speakers", "outlets", "entities", "documents")
    return _known(scope, word, lists, scope.vocabulary.source, _unknown("source"))


def document(scope: Scope, word: n.Word) -> Name | None:
    def plain(name: str) -> Name:
        return Name(name, name.casefold(), name)

    return _known(scope, word, ("documents",), plain, _unknown("document"))


def conversion(scope: Scope, word: n.Word) -> str | None:
    known = {fold(name): name for name in sorted(scope.vocabulary.conversions)}
    found = known.get(fold(word.text))
    if found is None:
        nearest = scope.vocabulary.nearest(word.text, "conversions")
        scope.report(messages.unknown_conversion(scope.source, word.span, word.text, nearest))
    return found


def key(scope: Scope, word: n.Word, *, grains: bool = False) -> str | None:
    """A key of claims: one of the language's, a qualifier, and for `per` a day … year."""
    text = fold(word.text)
    if text in KEYS or (grains and text in GRAINS):
        return text
    if (declared := scope.qualifiers.get(text)) is not None:
        return declared
    known = [*KEYS, *(GRAINS if grains else ()), *scope.qualifiers.values()]
    nearest = suggest(word.text, known) or scope.vocabulary.nearest(word.text, "qualifiers")
    shown = (*KEYS, *(GRAINS if grains else ()))
    scope.report(messages.unknown_key(scope.source, word.span, word.text, nearest, shown))
    return None


def keys(scope: Scope, words: Sequence[n.Word], *, grains: bool = False) -> tuple[str, ...] | None:
    found = [key(scope, word, grains=grains) for word in words]
    sound = [it for it in found if it is not None]
    return tuple(dict.fromkeys(sound)) if len(sound) == len(found) else None


def modalities(scope: Scope, words: Sequence[n.Word]) -> frozenset[Modality] | None:
    found: set[Modality] = set()
    sound = True
    for word in words:
        match = next((it for it in MODALITIES if it == word.text), None)
        if match is not None:
            found.add(match)
            continue
        sound = False
        if word.text == "actual":
            scope.report(messages.always_read(scope.source, word.span))
        else:
            one_of(scope, word, "modality", MODALITIES)
    return frozenset(found) if sound else None


def one_of(scope: Scope, word: n.Word, what: str, allowed: Sequence[str]) -> str | None:
    """A word from a short list, in lower case."""
    if word.text in allowed:
        return word.text
    nearest = suggest(word.text, allowed)
    scope.report(messages.not_one_of(scope.source, word.span, word.text, what, allowed, nearest))
    return None


def _parts(scope: Scope, member: n.Parts) -> tuple[Name, ...] | None:
    name = subject(scope, member.whole)
    if name is None:
        return None
    parts = scope.vocabulary.parts(member.whole.text)
    if not parts:
        scope.report(messages.no_parts(scope.source, member.whole.span, name.name))
    return parts or None


def _words(scope: Scope, words: Sequence[n.Word], what: str) -> tuple[n.Word, ...] | None:
    members = scope.members(words)
    if members is None:
        return None
    for member in members:
        if not isinstance(member, n.Word):
            _no_name(scope, member, what)
    plain = [it for it in members if isinstance(it, n.Word)]
    return tuple(plain) if len(plain) == len(members) else None


def _no_name(scope: Scope, member: n.Member, what: str) -> None:
    scope.report(messages.not_a_name(scope.source, member.span, scope.words(member.span), what))


def _names(
    scope: Scope, words: Sequence[n.Word], what: str, bind: Callable[[Scope, n.Word], Name | None]
) -> tuple[Name, ...] | None:
    plain = _words(scope, words, what)
    if plain is None:
        return None
    found = [bind(scope, word) for word in plain]
    sound = [it for it in found if it is not None]
    return tuple(dict.fromkeys(sound)) if len(sound) == len(found) else None


_Unknown = Callable[[Source, Span, str, str | None], Diagnostic]


def _unknown(what: str) -> _Unknown:
    return lambda source, span, name, nearest: messages.unknown_name(source, span, what, name, nearest)


def _known(
    scope: Scope, word: n.Word, lists: tuple[NameList, ...], find: Callable[[str], Name], unknown: _Unknown
) -> Name | None:
    if any(scope.vocabulary.holds(word.text, where) for where in lists):
        return find(word.text)
    near = (scope.vocabulary.nearest(word.text, where) for where in lists)
    nearest = suggest(word.text, [it for it in near if it is not None])
    scope.report(unknown(scope.source, word.span, word.text, nearest))
    return None
