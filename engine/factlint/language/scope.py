"""What a rule may name where it stands: the vocabulary, and the `let`s of its file and of those it imports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property

from factlint.corpus.near import suggest
from factlint.corpus.vocabulary import Vocabulary, fold
from factlint.diagnostics import Diagnostic, Label
from factlint.language import messages
from factlint.language import nodes as n
from factlint.language.lines import blanked
from factlint.language.wording import fold_space
from factlint.quantities.read import read_exact
from factlint.quantities.values import Quantity
from factlint.source import Source, Span


@dataclass(frozen=True, slots=True)
class Binding:
    """A `let`: its members as written, those that are `let`s themselves replaced by theirs. None: it holds a mistake."""

    name: str
    source: Source
    span: Span
    members: tuple[n.Member, ...] | None

    @property
    def place(self) -> tuple[str, str]:
        return (self.source.name, fold(self.name))


@dataclass
class Scope:
    """The names that one file may use, and what was found wrong with its rules so far."""

    source: Source
    vocabulary: Vocabulary
    lets: Mapping[str, Binding] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    used: set[tuple[str, str]] = field(default_factory=set)
    using: tuple[str, ...] = ()
    _exact: dict[str, Quantity] = field(default_factory=dict)

    @cached_property
    def _blanked(self) -> str:
        return blanked(self.source.text)

    def words(self, span: Span) -> str:
        """A stretch of the file as a reader says it: without comments, white space folded."""
        return fold_space(self._blanked[span.start : span.end])

    def exact(self, text: str) -> Quantity:
        """A quantity as rules write it; many rules of a file write the same few.

        Raises:
            QuantityError: it is none.
        """
        if text not in self._exact:
            self._exact[text] = read_exact(text, self.vocabulary.units)
        return self._exact[text]

    @cached_property
    def qualifiers(self) -> Mapping[str, str]:
        """Those that properties declare, and those that claims state: folded, to as claims write them."""
        stated = self.vocabulary.stated.get("qualifiers", {})
        declared = {fold(it): it for prop in self.vocabulary.properties.values() for it in prop.qualifiers}
        return {**stated, **declared}

    def report(self, problem: Diagnostic) -> None:
        self.problems.append(problem)

    def binding(self, word: n.Word) -> Binding | None:
        """The `let` of that name, which is now used."""
        found = self.lets.get(fold(word.text))
        if found is not None:
            self.used.add(found.place)
        return found

    def members(self, written: Sequence[n.Member | n.Parts]) -> tuple[n.Member, ...] | None:
        """A list with its `let`s replaced by what they name, at the place where they are used; None: one is broken."""
        out: list[n.Member] = []
        sound = True
        for member in written:
            bound = self.binding(member) if isinstance(member, n.Word) else None
            if bound is None:
                out.append(member)
            elif bound.members is None:
                sound = False
            else:
                out += [replace(it, span=member.span) for it in bound.members]
        return tuple(out) if sound else None

    def single(self, leaf: n.Leaf | n.Period) -> n.Leaf | n.Period | None:
        """What a leaf stands for where one value belongs; None where that is broken or a list, which is reported."""
        members = self.members((leaf,))
        if members is None:
            return None
        if len(members) != 1 or isinstance(members[0], n.Parts):
            self.report(messages.list_for_one(self.source, leaf.span, self.words(leaf.span)))
            return None
        return members[0]

    def nearest_leaf(self, name: str) -> str | None:
        """The property or `let` that a word was probably meant to be."""
        lets = [binding.name for binding in self.lets.values()]
        nearest = self.vocabulary.nearest(name, "properties")
        return suggest(name, [*lets, *([nearest] if nearest else [])])


def scopes(
    files: Sequence[n.RuleFile], vocabulary: Vocabulary, broken: AbstractSet[tuple[str, str]] = frozenset()
) -> tuple[dict[str, Scope], list[Diagnostic]]:
    """A scope for each file, by its name. Names that are taken are reported; `broken` are places of `let`s to leave out."""
    by_name = {file.source.name: file for file in files}
    own: dict[str, dict[str, Binding]] = {}
    problems: list[Diagnostic] = []
    for file in files:
        own[file.source.name] = _own(file, vocabulary, broken, problems)
    found: dict[str, Scope] = {}
    for file in files:
        visible: dict[str, Binding] = {}
        for name in reversed(_reached(file, by_name)):
            for key, binding in own[name].items():
                other = visible.get(key)
                if other is not None and name == file.source.name:
                    label = Label(other.source, other.span, "first here")
                    problems.append(messages.let_taken(binding.source, binding.span, binding.name, "imported", label))
                visible[key] = binding
        found[file.source.name] = Scope(file.source, vocabulary, _flattened(visible, problems))
    return found, list(dict.fromkeys(problems))


def _own(
    file: n.RuleFile, vocabulary: Vocabulary, broken: AbstractSet[tuple[str, str]], problems: list[Diagnostic]
) -> dict[str, Binding]:
    source = file.source
    found = {fold(name): Binding(name, source, Span(0, 0), None) for name in file.broken_lets}
    for statement in file.statements:
        if not isinstance(statement, n.Let):
            continue
        name, span = statement.name.text, statement.name.span
        key = fold(name)
        if (first := found.get(key)) is not None:
            label = Label(first.source, first.span, "first here") if first.members is not None else None
            problems.append(messages.let_taken(source, span, name, "a `let`", label))
        elif vocabulary.property(name) is not None:
            problems.append(messages.let_taken(source, span, name, "a property"))
        else:
            sound = (source.name, key) not in broken
            found[key] = Binding(name, source, span, statement.members if sound else None)
    return found


def _reached(file: n.RuleFile, by_name: Mapping[str, n.RuleFile]) -> list[str]:
    """The file, then what it imports, near before far."""
    order = [file.source.name]
    for name in order:
        order += [to for _, to in by_name[name].imports if to in by_name and to not in order]
    return order


def _flattened(lets: Mapping[str, Binding], problems: list[Diagnostic]) -> dict[str, Binding]:
    """Each `let` with the members of those it names; one that names itself, or becomes too long, holds a mistake."""
    flat: dict[str, tuple[n.Member, ...] | None] = {}

    def flatten(key: str, inside: tuple[str, ...]) -> tuple[n.Member, ...] | None:
        binding = lets[key]
        if key in inside or len(inside) > _LONGEST_CHAIN:
            problems.append(messages.let_in_circle(binding.source, binding.span, binding.name))
            return None
        if key not in flat:
            members: list[n.Member] | None = None if binding.members is None else []
            for member in binding.members or ():
                inner: tuple[n.Member, ...] | None = (member,)
                if isinstance(member, n.Word) and fold(member.text) in lets:
                    inner = flatten(fold(member.text), (*inside, key))
                members = None if members is None or inner is None else [*members, *inner]
                if members is not None and len(members) > _LONGEST_LIST:
                    problems.append(messages.let_too_long(binding.source, binding.span, binding.name, _LONGEST_LIST))
                    members = None
            flat[key] = None if members is None else tuple(members)
        return flat[key]

    return {key: replace(binding, members=flatten(key, ())) for key, binding in lets.items()}


_LONGEST_CHAIN = 50
"""`let`s that name one another in a row."""

_LONGEST_LIST = 10_000
"""Members of a list, with those of the `let`s it names: a few lines of lists of lists could fill any memory."""
