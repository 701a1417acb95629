"""One run from files to a report: the library's way to do what `factlint check` does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factlint.baseline import Known, mark_known, read_baseline
from factlint.corpus.folder import shown
from factlint.corpus.reader import Corpus, read_corpus
from factlint.corpus.vocabulary import Vocabulary
from factlint.diagnostics import Diagnostic
from factlint.evaluate.evidence import judge_evidence
from factlint.evaluate.run import evaluate
from factlint.language.load import load_rules
from factlint.language.model import Model
from factlint.language.nodes import RuleFile
from factlint.language.parse import parse_rule_text
from factlint.language.resolve import resolve
from factlint.quantities.units import Units
from factlint.quantities.values import DateSpan
from factlint.report import Report
from factlint.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to check, beyond what is configured. `rule` is a rule as text; with it, only `rules` given by name are read.

    `select` and `tags` keep the rules of those names and tags; with any of the three the built-in rule is left out.
    """

    rule: str | None = None
    select: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    strict: bool = False
    today: DateSpan | None = None
    limit: int = 50


def check(settings: Settings, request: Request, clock: DateSpan | None = None) -> Report:
    """Read the corpus and the rules, judge, and report; whatever is wrong is in the report's diagnostics.

    `clock` is today by the system: used only if the request names no day and some `accept` has an end.
    """
    corpus, problems = load_corpus(settings)
    model, wrong = load_model(settings, corpus, rule=request.rule)
    problems += wrong
    model, unknown = _chosen(model, request)
    problems += unknown
    today = request.today
    if today is None and any(accepted.until for accepted in model.accepts):
        today = clock
    known: tuple[Known, ...] = ()
    if settings.baseline is not None:
        known, unread = read_baseline(settings.baseline, shown(settings.baseline, settings.root))
        problems += unread
    evaluation = evaluate(model, corpus.claims, corpus.vocabulary, today=today)
    results = evaluation.results
    if not (request.rule or request.select or request.tags):
        results = (*results, judge_evidence(corpus.claims))
    if settings.baseline is not None:
        results, gone = mark_known(results, known, shown(settings.baseline, settings.root))
        problems += gone
    return Report(
        results=results,
        claims=corpus.claims,
        documents=corpus.documents,
        texts=corpus.texts,
        texts_missing=corpus.texts_missing,
        diagnostics=(*problems, *evaluation.diagnostics),
        rejected_rules=model.rejected,
        rejected_claims=corpus.rejected_claims,
        rejected_documents=corpus.rejected_documents,
        fail_on=settings.fail_on,
        strict=request.strict,
        today=None if today is None else today.text,
        limit=request.limit,
        baseline=settings.baseline is not None,
    )


def load_corpus(settings: Settings) -> tuple[Corpus, list[Diagnostic]]:
    if settings.corpus is None:
        missing = Diagnostic(
            "E104", "no corpus is given", help="name its folder with --corpus, or as `corpus` in factlint.toml"
        )
        return read_nothing(), [missing]
    corpus = read_corpus(settings.corpus, root=settings.root, vocabulary=settings.vocabulary, sources=settings.sources)
    return corpus, list(corpus.diagnostics)


def load_model(settings: Settings, corpus: Corpus, *, rule: str | None = None) -> tuple[Model, list[Diagnostic]]:
    """The rules of the configured files, or of those and one rule as text."""
    problems: list[Diagnostic] = []
    files: list[RuleFile] = []
    if settings.rules:
        files, problems = load_rules(settings.rules, settings.root)
    elif rule is None:
        help_text = "name files or folders of rules, or set `rules` in factlint.toml, or give one with --rule"
        problems.append(Diagnostic("E103", "no rules are given", help=help_text))
    if rule is not None:
        file, wrong = parse_rule_text(rule)
        files = [*files, file]
        problems += wrong
    if settings.corpus is None or unread(corpus):  # nothing to hold names against: every one would be unknown
        return Model(()), problems
    model, unbound = resolve(files, corpus.vocabulary)
    return model, [*problems, *unbound]


def _chosen(model: Model, request: Request) -> tuple[Model, list[Diagnostic]]:
    rules = model.rules
    problems = []
    if request.select:
        names = {rule.name.casefold(): rule.name for rule in rules}
        problems = [_unknown(name, list(names.values())) for name in request.select if name.casefold() not in names]
        wanted = {name.casefold() for name in request.select}
        rules = tuple(rule for rule in rules if rule.name.casefold() in wanted)
    if request.tags:
        tags = {tag.casefold() for tag in request.tags}
        known = sorted({tag for rule in model.rules for tag in rule.tags})
        problems += [_no_tag(tag, known) for tag in request.tags if tag.casefold() not in map(str.casefold, known)]
        rules = tuple(rule for rule in rules if tags & {tag.casefold() for tag in rule.tags})
    return replace(model, rules=rules), problems


def _unknown(name: str, known: Sequence[str]) -> Diagnostic:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"rules here: {', '.join(known) or 'none'}"
    return Diagnostic("E105", f"--select names no rule: `{name}`", help=hint)


def _no_tag(tag: str, known: Sequence[str]) -> Diagnostic:
    return Diagnostic("E106", f"--tag names no tag: `{tag}`", help=f"tags here: {', '.join(known) or 'none'}")


def unread(corpus: Corpus) -> bool:
    """Nothing could be read at all: no vocabulary and no document, for an error that is told."""
    wrong = any(it.severity == "error" for it in corpus.diagnostics)
    return wrong and not corpus.vocabulary.given and not corpus.documents


def read_nothing() -> Corpus:
    """An empty corpus, so that the rules are still read for their mistakes."""
    return Corpus((), (), Vocabulary(units=Units(), given=False))
