"""One run from files to a report: the library's way to do what `factlint check` does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from factlint import files
from factlint.baseline import Known, mark_known, read_baseline
from factlint.cache.parts import remembered
from factlint.corpus.claim import QuoteStatus
from factlint.corpus.corpus import LARGE, VAST, Corpus
from factlint.corpus.folder import COMPILED, FLAT, IN_CATALOG, Listed, list_parts, shown
from factlint.corpus.vocabulary import Vocabulary
from factlint.diagnostics import Diagnostic
from factlint.evaluate.evidence import judge_evidence
from factlint.evaluate.result import Evaluation, RuleResult
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
from factlint.statuses import Engine


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
    engine: Engine = "local"


def check(settings: Settings, request: Request, clock: Callable[[], DateSpan] | None = None) -> Report:
    """Read the corpus and the rules, judge, and report; whatever is wrong is in the report's diagnostics.

    `clock` tells today by the system: asked only if the request names no day and some `accept` has an end.

    Raises:
        RunError: the corpus is a table that is damaged, or what it is to be screened on cannot be had.
    """
    corpus, problems = load_corpus(settings, by_columns=True)
    if (request.engine != "local" or len(corpus.claims) >= LARGE) and not unread(corpus):
        corpus = as_table(corpus, settings)
    if not corpus.is_table:
        return _checked(settings, request, clock, corpus, problems)
    from factlint.table.corpus import readable

    with readable(corpus):
        return _checked(settings, request, clock, corpus, problems)


def _checked(
    settings: Settings,
    request: Request,
    clock: Callable[[], DateSpan] | None,
    corpus: Corpus,
    problems: list[Diagnostic],
) -> Report:
    model, wrong = load_model(settings, corpus, rule=request.rule)
    problems += wrong
    model, unknown = _chosen(model, request)
    problems += unknown
    today = request.today
    if today is None and clock is not None and any(accepted.until for accepted in model.accepts):
        today = clock()
    known: tuple[Known, ...] = ()
    if settings.baseline is not None:
        known, wrong = read_baseline(settings.baseline, shown(settings.baseline, settings.root))
        problems += wrong
    evaluation = _evaluated(model, corpus, settings, request, today)
    results = evaluation.results
    if not (request.rule or request.select or request.tags):
        results = (*results, _evidence(corpus, settings, request, results))
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
        quote_counts=_quote_counts(corpus),
        count_documents=_document_counter(corpus),
    )


def as_table(corpus: Corpus, settings: Settings) -> Corpus:
    """A corpus as a table: it is large, or an engine of columns is asked for."""
    if corpus.is_table or settings.corpus is None:
        return corpus
    from factlint.table.corpus import tabled

    return tabled(corpus, settings.corpus, settings.vocabulary, settings.root)


def _evaluated(
    model: Model, corpus: Corpus, settings: Settings, request: Request, today: DateSpan | None
) -> Evaluation:
    """A large corpus is screened by columns first; findings beyond the limit are then counted, not listed."""
    if not corpus.is_table:
        return evaluate(model, corpus.claims, corpus.vocabulary, today=today)
    from factlint.screen.run import screened

    in_full = settings.baseline is not None
    return screened(model, corpus, _limit(corpus, request), today=today, in_full=in_full, engine=request.engine)


def _limit(corpus: Corpus, request: Request) -> int | None:
    """How many findings are looked at in full; None: all."""
    return request.limit if len(corpus.claims) >= VAST else None


def _evidence(corpus: Corpus, settings: Settings, request: Request, results: Sequence[RuleResult]) -> RuleResult:
    if not corpus.is_table:
        return judge_evidence(corpus.claims)
    from factlint.screen.evidence import screened_evidence

    limit = None if settings.baseline is not None else _limit(corpus, request)
    listed = sum(len(result.findings) for result in results)
    return screened_evidence(corpus, None if limit is None else max(limit - listed, 0))


def _quote_counts(corpus: Corpus) -> Mapping[QuoteStatus, int] | None:
    if not corpus.is_table:
        return None
    from factlint.table.corpus import quotes_of

    return quotes_of(corpus)


def _document_counter(corpus: Corpus) -> Callable[[], Mapping[str, int]] | None:
    if not corpus.is_table:
        return None
    from factlint.table.corpus import claims_by_document

    return partial(claims_by_document, corpus)


def load_corpus(settings: Settings, *, by_columns: bool = False) -> tuple[Corpus, list[Diagnostic]]:
    """The corpus, and all that is wrong with it. `by_columns`: a large flat one may come as a table.

    Raises:
        RunError: the file of a flat corpus changed while it was read.
    """
    if settings.corpus is None:
        missing = Diagnostic(
            "E104", "no corpus is given", help="name its folder with --corpus, or as `corpus` in factlint.toml"
        )
        return read_nothing(), [missing]
    if settings.corpus.suffix.lower() == COMPILED and files.is_file(settings.corpus):
        from factlint.table.corpus import open_table  # only then is a dataframe library imported

        corpus = open_table(settings.corpus, root=settings.root, vocabulary=settings.vocabulary, large=LARGE)
    elif (parts := _parts(settings.corpus, settings.root)) is not None:
        from factlint.table.corpus import open_parts

        corpus = open_parts(parts, root=settings.root, vocabulary=settings.vocabulary, large=LARGE)
    elif by_columns and (found := _read_by_columns(settings.corpus, settings)) is not None:
        corpus = found
    else:
        path = settings.corpus
        where = [path, settings.root, settings.vocabulary, *settings.sources]
        corpus = remembered("corpus", (files.here(), *map(str, where)), lambda: _read(path, settings))
    return corpus, list(corpus.diagnostics)


def _parts(path: Path, root: Path) -> Listed | None:
    """The files of a table that stands in several."""
    if not path.name.startswith(IN_CATALOG):
        return list_parts(path, root)
    from factlint.table.catalog import list_table

    return list_table(path.name)


def _read_by_columns(path: Path, settings: Settings) -> Corpus | None:
    if path.suffix.lower() not in FLAT or not files.is_file(path) or not files.has_lines(path, LARGE):
        return None
    from factlint.bulk.read import read_in_bulk  # only then is a dataframe library imported

    return read_in_bulk(path, root=settings.root, vocabulary=settings.vocabulary, sources=settings.sources, large=LARGE)


def _read(path: Path, settings: Settings) -> Corpus:
    from factlint.corpus.reader import read_corpus  # with it come pydantic and YAML

    return read_corpus(path, root=settings.root, vocabulary=settings.vocabulary, sources=settings.sources)


def load_model(settings: Settings, corpus: Corpus, *, rule: str | None = None) -> tuple[Model, list[Diagnostic]]:
    """The rules of the configured files, or of those and one rule as text."""
    problems: list[Diagnostic] = []
    read: list[RuleFile] = []
    if settings.rules:
        read, problems = load_rules(settings.rules, settings.root)
    elif rule is None:
        help_text = "name files or folders of rules, or set `rules` in factlint.toml, or give one with --rule"
        problems.append(Diagnostic("E103", "no rules are given", help=help_text))
    if rule is not None:
        file, wrong = parse_rule_text(rule)
        read = [*read, file]
        problems += wrong
    if settings.corpus is None or unread(corpus):  # nothing to hold names against: every one would be unknown
        return Model(()), problems
    model, unbound = resolve(read, corpus.vocabulary)
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
