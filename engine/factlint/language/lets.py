"""Mistakes in `let`s themselves, whatever uses them."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.corpus.vocabulary import Vocabulary, fold
from factlint.diagnostics import Diagnostic
from factlint.language import messages, values
from factlint.language import nodes as n
from factlint.language.scope import Scope


def broken(files: Sequence[n.RuleFile], vocabulary: Vocabulary) -> tuple[set[tuple[str, str]], list[Diagnostic]]:
    """The `let`s whose quantity or date cannot be read: reported once, where they stand, and not where they are used."""
    broken: set[tuple[str, str]] = set()
    problems: list[Diagnostic] = []
    for file in files:
        scope = Scope(file.source, vocabulary)
        for statement in file.statements:
            if not isinstance(statement, n.Let):
                continue
            before = len(scope.problems)
            for member in statement.members:
                if isinstance(member, n.Date | n.Period):
                    values.date(scope, member)
                elif isinstance(member, n.Number | n.UnitWords):
                    values.quantity(scope, member)
            if len(scope.problems) > before:
                broken.add((file.source.name, fold(statement.name.text)))
        problems += scope.problems
    return broken, problems


def unused(files: Sequence[n.RuleFile], found: dict[str, Scope]) -> list[Diagnostic]:
    """None for a file that another imports, nor for one with a rule that could not be read: it may have used them."""
    imported = {name for file in files for _, name in file.imports}
    used = {place for scope in found.values() for place in scope.used}
    for file in files:
        visible = found[file.source.name].lets
        for statement in file.statements:
            if isinstance(statement, n.Let):
                words = [it.whole if isinstance(it, n.Parts) else it for it in statement.members]
                named = [visible.get(fold(word.text)) for word in words if isinstance(word, n.Word)]
                used |= {binding.place for binding in named if binding is not None}
    return [
        messages.unused_let(binding.source, binding.span, binding.name)
        for file in files
        if file.given and not file.broken_rules and file.source.name not in imported
        for binding in found[file.source.name].lets.values()
        if binding.source is file.source and binding.members is not None and binding.place not in used
    ]
