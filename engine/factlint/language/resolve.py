"""From rules as written to rules that are understood: every name bound, every unit fitting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from factlint.corpus.near import suggest
from factlint.corpus.vocabulary import Vocabulary, fold
from factlint.diagnostics import Diagnostic, Label
from factlint.language import checks, expressions, lets, messages, names, selections, values
from factlint.language import model as m
from factlint.language import nodes as n
from factlint.language.checks import Subject
from factlint.language.expressions import Typed
from factlint.language.scope import Scope, scopes
from factlint.language.selections import Chosen
from factlint.language.wording import display_name
from factlint.source import Span

BUILT_IN = "evidence"
"""The rule on quotes that every run has; its findings are accepted like others."""

SEVERITIES: tuple[m.Severity, ...] = ("error", "warning", "info")


def resolve(files: Sequence[n.RuleFile], vocabulary: Vocabulary) -> tuple[m.Model, list[Diagnostic]]:
    """The sound rules of the files given, in their order, and every mistake in them.

    A rule with a mistake is left out and counted. Files that are only imported lend their `let`s.
    """
    broken, problems = lets.broken(files, vocabulary)
    found, clashes = scopes(files, vocabulary, broken)
    problems += clashes
    rules: list[m.Rule] = []
    rejected = 0
    named: dict[str, Label] = {}
    given = [file for file in files if file.given]
    for file in given:
        scope = found[file.source.name]
        rejected += file.broken_rules
        known_language = _language(scope, file)
        for statement in file.statements:
            if not isinstance(statement, n.Rule):
                continue
            rule = _rule(scope, statement)
            unique = _unique(scope, statement, named)
            if rule is not None and unique and known_language:
                rules.append(rule)
            else:
                rejected += 1
    known = _Known(
        tuple(named),
        frozenset(rule.name for rule in rules if not rule.named),
        frozenset(name for file in given for name in file.broken_names),
    )
    accepts = [
        accept
        for file in given
        for statement in file.statements
        if isinstance(statement, n.Accept)
        and (accept := _accept(found[file.source.name], statement, known)) is not None
    ]
    for scope in found.values():
        problems += scope.problems
    problems += lets.unused(files, found)
    return m.Model(_told_apart(rules), tuple(accepts), rejected), list(dict.fromkeys(problems))


def _told_apart(rules: Sequence[m.Rule]) -> tuple[m.Rule, ...]:
    """Bare sentences of the same words (`> 30%` and `>= 30%`) are numbered, so that their findings differ."""
    taken = {rule.name.casefold() for rule in rules if rule.named}
    numbers: dict[str, Iterator[int]] = {}
    apart = []
    for rule in rules:
        name = rule.name
        while not rule.named and name.casefold() in taken:
            name = f"{rule.name}-{next(numbers.setdefault(rule.name, count(2)))}"
        taken.add(name.casefold())
        apart.append(rule if name == rule.name else replace(rule, name=name))
    return tuple(apart)


def offered_names(model: m.Model) -> list[Diagnostic]:
    """A name for each rule that has none (for `lint`): one that no other rule has."""
    taken = {rule.name for rule in model.rules if rule.named} | {BUILT_IN}
    numbers: dict[str, Iterator[int]] = {}
    offers = []
    for rule in model.rules:
        if rule.named:
            continue
        words = rule.name.split("-must-")[0].replace("-claims", "")[:40].strip("-") or "rule"
        name = words
        while name in taken:
            name = f"{words}-{next(numbers.setdefault(words, count(2)))}"
        taken.add(name)
        offers.append(messages.unnamed_rule(rule.source, rule.span, name))
    return offers


# --- Rules -----------------------------------------------------------------------------------------------------------


def _rule(scope: Scope, node: n.Rule) -> m.Rule | None:
    before = len(scope.problems)
    clauses = _clauses(scope, node)
    unread = any(isinstance(clause, n.Using) for clause in node.clauses) and not clauses.using
    scope.using = scope.vocabulary.conversions if unread else clauses.using
    subject, bound = _sentence(scope, node.sentence)
    scope.using = ()
    # A `let` with a mistake leaves its rules out without a word of their own: the mistake is reported where it stands.
    wrong = any(problem.severity == "error" for problem in scope.problems[before:])
    if subject is None or wrong or None in bound:
        return None
    sentence = scope.words(node.sentence.span)
    return m.Rule(
        name=node.name.text if node.name else display_name(sentence),
        named=node.name is not None,
        title=node.title.text if node.title else None,
        sentence=sentence,
        subject=subject,
        checks=tuple(check for check in bound if check is not None),
        severity=clauses.severity,
        because=clauses.because,
        tags=clauses.tags,
        using=clauses.using,
        source=scope.source,
        span=node.span,
    )


def _sentence(scope: Scope, node: n.Sentence) -> tuple[m.Selection | m.Expression | None, list[m.Check | None]]:
    chosen = _subject(scope, node)
    if chosen is None:
        # What it is about is unknown, so the checks are read for their own mistakes alone.
        anything = Subject(Chosen(m.Selection(), (), listed=True), "claims")
        return None, [checks.bind(scope, check, anything) for check in node.checks]
    subject = Subject(chosen, scope.words(node.subject.span))
    bound = [checks.bind(scope, check, subject) for check in node.checks]
    _operands(scope, node)
    target = chosen.selection if isinstance(chosen, Chosen) else chosen.expression
    if isinstance(chosen, Typed) and not expressions.reads_claims(chosen.expression):
        limits = [limit for check in bound if check is not None for limit in _limits(check.assertion)]
        if None not in bound and not any(expressions.reads_claims(limit) for limit in limits):
            scope.report(messages.no_claims_read(scope.source, node.span))
            return None, bound
    return target, bound


def _subject(scope: Scope, node: n.Sentence) -> Chosen | Typed | None:
    if isinstance(node.subject, n.Selection):
        return selections.bind(scope, node.subject)
    typed = expressions.bind(scope, node.subject)
    if typed is None or not isinstance(typed.expression, m.Operand):
        return typed
    if not checks.reads_as_claims(node):
        return typed
    prop = scope.vocabulary.property(typed.expression.property)
    assert prop is not None  # the operand was bound to it
    return Chosen(selections.of_operand(typed.expression), (prop,))


def _limits(assertion: m.Assertion) -> list[m.Expression]:
    match assertion:
        case m.AgreeWith(other):
            return [other]
        case m.Bound(_, limit, high):
            return [limit] if high is None else [limit, high]
        case _:
            return []


def _operands(scope: Scope, node: n.Sentence) -> None:
    """Warn of an operand without `of` beside one with it: it aligns with every subject."""
    sides: list[n.Expression] = [] if isinstance(node.subject, n.Selection) else [node.subject]
    for check in node.checks:
        match check.assertion:
            case n.AgreeWith(limit) | n.AddUp(limit):
                sides.append(limit)
            case n.Bound(_, limit, high):
                sides += [limit] if high is None else [limit, high]
            case _:
                pass
    found = [it for side in sides for it in expressions.operands(side) if scope.vocabulary.property(it.name.text)]
    having = next((it for it in found if it.subject is not None), None)
    if having is None:
        return
    for operand in found:
        if operand.subject is None:
            other = Label(scope.source, having.span, "this one has a subject")
            scope.report(messages.operand_without_of(scope.source, operand.span, scope.words(operand.span), other))


@dataclass(frozen=True, slots=True)
class _Clauses:
    severity: m.Severity = "error"
    because: str | None = None
    tags: tuple[str, ...] = ()
    using: tuple[str, ...] = ()


def _clauses(scope: Scope, node: n.Rule) -> _Clauses:
    severity: m.Severity = "error"
    because: str | None = None
    tags: tuple[str, ...] = ()
    using: tuple[str, ...] = ()
    first: dict[type[n.Node], Span] = {}
    for clause in node.clauses:
        kind = type(clause)
        if kind in first:
            what = f"`{kind.__name__.lower()}`"
            scope.report(messages.twice(scope.source, clause.span, what, first[kind], "a rule has each clause once"))
            continue
        first[kind] = clause.span
        match clause:
            case n.Severity(word):
                written = names.one_of(scope, word, "severity", SEVERITIES)
                severity = next((it for it in SEVERITIES if it == written), "error")
            case n.Because(text):
                because = text.text
            case n.Tags(words):
                tags = tuple(dict.fromkeys(word.text for word in words))
            case n.Using(words):
                using = tuple(dict.fromkeys(it for word in words if (it := names.conversion(scope, word)) is not None))
    return _Clauses(severity, because, tags, using)


def _unique(scope: Scope, node: n.Rule, named: dict[str, Label]) -> bool:
    if node.name is None:
        return True
    name = node.name.text
    if name == BUILT_IN:
        scope.report(messages.built_in_rule(scope.source, node.name.span, name))
        return False
    if name in named:
        scope.report(messages.duplicate_rule(scope.source, node.name.span, name, named[name]))
        return False
    named[name] = Label(scope.source, node.name.span, "first here")
    return True


def _language(scope: Scope, file: n.RuleFile) -> bool:
    for statement in file.statements:
        if isinstance(statement, n.Language) and statement.version.text != "1":
            version = statement.version
            scope.report(messages.unknown_language(scope.source, version.span, version.text))
            return False
    return True


# --- Accepts ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Known:
    """Names of rules: as written, of bare sentences, and of rules that could not be read (folded)."""

    named: tuple[str, ...]
    unnamed: frozenset[str]
    broken: frozenset[str]


def _accept(scope: Scope, node: n.Accept, known: _Known) -> m.Accept | None:
    name = node.rule.text
    sound = True
    if name not in known.named and name != BUILT_IN:
        sound = False
        if name in known.unnamed:
            scope.report(messages.accept_unnamed_rule(scope.source, node.rule.span, name))
        elif fold(name) not in known.broken:
            nearest = suggest(name, [*known.named, BUILT_IN])
            scope.report(messages.accept_unknown_rule(scope.source, node.rule.span, name, nearest))
    if node.because is None:
        sound = False
        scope.report(messages.accept_without_reason(scope.source, node.span))
    for claim in node.claims:
        if not scope.vocabulary.holds(claim.text, "claims"):
            nearest = scope.vocabulary.nearest(claim.text, "claims")
            scope.report(messages.accept_unknown_claim(scope.source, claim.span, claim.text, nearest))
    until = None if node.until is None else values.date(scope, node.until)
    if not sound or (node.until is not None and until is None):
        return None
    return m.Accept(
        rule=name,
        claims=tuple(dict.fromkeys(claim.text for claim in node.claims)),
        because=node.because.text if node.because else "",
        until=until,
        source=scope.source,
        span=node.span,
    )
