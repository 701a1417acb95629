"""A compiled corpus as a corpus: opened, and compiled from one that was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from factlint import files
from factlint.corpus.claim import Property, QuoteStatus
from factlint.corpus.corpus import LARGE, Corpus
from factlint.corpus.folder import COMPILED, VOCABULARY, Listed, read_text, shown
from factlint.corpus.vocabulary import Vocabulary
from factlint.diagnostics import Diagnostic, RunError
from factlint.quantities.units import Units
from factlint.quantities.values import Unit
from factlint.source import Source
from factlint.table import messages
from factlint.table.freeze import freeze
from factlint.table.held import HeldTable
from factlint.table.lazy import Stated, Table, claims_of, documents_of
from factlint.table.parts import list_files_of_table, read_parts, whole
from factlint.table.store import Meaning, read_meaning, write_table
from factlint.table.thaw import Thaw


@dataclass(frozen=True)
class TableCorpus(Corpus):
    """A large corpus: its claims are made of rows when somebody asks for them."""

    table: Table = field(kw_only=True)

    @property
    def is_table(self) -> bool:
        return True


def open_table(path: Path, *, root: Path, vocabulary: Path | None = None, large: int = LARGE) -> Corpus:
    """The corpus of a compiled table. Never raises; what is wrong is a diagnostic.

    Args:
        path: a `.parquet` file that `factlint compile` wrote.
        root: what the names of files in diagnostics are relative to.
        vocabulary: one that is asked for; it must be that which the table was compiled with.
        large: from so many claims on it stays a table.
    """
    name = shown(path, root)
    try:
        files.note(path)
    except OSError as error:
        return _nothing(messages.unreadable_table(name, (error.strerror or "the system refuses").lower()))
    meaning = read_meaning(path, name)
    if isinstance(meaning, Diagnostic):
        return _nothing(meaning)
    import polars as pl

    known, problems = meaning.restored()
    problems += _other_vocabulary(path, root, vocabulary, meaning, name)
    try:
        return corpus_of(scanned(path, meaning, known), known, tuple(problems), large)
    except pl.exceptions.PolarsError:
        return _nothing(messages.no_parquet(name))


def open_parts(listed: Listed, *, root: Path, vocabulary: Path | None = None, large: int = LARGE) -> Corpus:
    """The corpus of a compiled table that stands in the files of a folder: see `list_files_of_table` and `open_table`."""
    name = shown(listed.folder, root)
    if listed.problems:
        return _nothing(*listed.problems)
    meaning = read_parts(listed.files, root)
    if isinstance(meaning, Diagnostic):
        return _nothing(meaning)
    import polars as pl

    known, problems = meaning.restored()
    problems += _other_vocabulary(listed.files[0], root, vocabulary or listed.vocabulary, meaning, name)
    thaw = Thaw(known, meaning.properties, meaning.units)
    try:
        height = whole(Table(listed.folder, 0, thaw, listed.files).frame, name)
        if isinstance(height, Diagnostic):
            return _nothing(height)
        return corpus_of(Table(listed.folder, height, thaw, listed.files), known, tuple(problems), large)
    except pl.exceptions.PolarsError:
        return _nothing(messages.no_parquet(name))


def scanned(path: Path, meaning: Meaning, known: Vocabulary) -> Table:
    import polars as pl

    height = pl.scan_parquet(path).select(pl.len()).collect().item()
    return Table(path, height, Thaw(known, meaning.properties, meaning.units))


def corpus_of(table: Table, known: Vocabulary, problems: tuple[Diagnostic, ...] = (), large: int = LARGE) -> Corpus:
    """A small one is made into claims at once, and is then as any other; a large one stays a table."""
    known = replace(known, stated=Stated(table))
    corpus = TableCorpus(documents_of(table), claims_of(table), known, diagnostics=problems, table=table)
    if table.height >= large:
        return corpus
    return Corpus(tuple(corpus.documents), tuple(corpus.claims), known, diagnostics=problems)


@contextmanager
def readable(corpus: Corpus) -> Iterator[None]:
    """While a table is gone through: a hole in it is met only there.

    Raises:
        RunError: it is damaged, or gone.
    """
    import polars as pl

    try:
        yield
    except pl.exceptions.PolarsError as error:
        assert isinstance(corpus, TableCorpus)
        raise RunError(messages.no_parquet(corpus.table.path.name)) from error
    except FileNotFoundError as error:
        assert isinstance(corpus, TableCorpus)
        raise RunError(messages.changed(corpus.table.path.name)) from error


def quotes_of(corpus: Corpus) -> Mapping[QuoteStatus, int]:
    """How many claims of a large corpus have a quote of each status."""
    import polars as pl

    assert isinstance(corpus, TableCorpus)
    counted = corpus.table.frame.group_by("quote_status").agg(pl.len()).collect()
    return {QuoteStatus(status): number for status, number in counted.iter_rows()}


def claims_by_document(corpus: Corpus) -> Mapping[str, int]:
    """How many claims of a large corpus each document has, by its id."""
    import polars as pl

    assert isinstance(corpus, TableCorpus)
    counted = corpus.table.frame.group_by("document").agg(pl.len()).collect()
    return dict(counted.iter_rows())


def compile_corpus(corpus: Corpus, path: Path, vocabulary: Source | None) -> None:
    """Write the sound claims of a corpus as a table.

    Raises:
        OSError: it could not be written; what was there is as it was.
    """
    if isinstance(corpus, TableCorpus):
        thaw = corpus.table.thaw
        write_table(path, corpus.table.frames(), _meaning(thaw.properties, thaw.units, corpus.vocabulary, vocabulary))
        return
    frame, codes = freeze(corpus.claims)
    write_table(path, [frame], _meaning(codes.properties, codes.units, corpus.vocabulary, vocabulary))


def _meaning(
    properties: Sequence[Property], units: Sequence[Unit], known: Vocabulary, vocabulary: Source | None
) -> Meaning:
    # Properties that no claim has are properties all the same: rules may name them.
    named = {prop.name for prop in properties}
    unused = [prop for name, prop in known.properties.items() if name not in named]
    return Meaning((*properties, *unused), tuple(units), known.guessed_units, vocabulary)


def tabled(corpus: Corpus, path: Path, vocabulary: Path | None, root: Path) -> Corpus:
    """The same corpus as a table: the same claims, and columns made of them."""
    columns, codes = freeze(corpus.claims)
    source = vocabulary_source(path, vocabulary, root)
    table = HeldTable(
        path,
        columns.height,
        Thaw(corpus.vocabulary, codes.properties, codes.units),
        held=sorted(corpus.claims, key=lambda claim: claim.id),
        columns=columns,
        meaning=_meaning(codes.properties, codes.units, corpus.vocabulary, source),
    )
    return TableCorpus(**{it.name: getattr(corpus, it.name) for it in fields(Corpus)}, table=table)


def vocabulary_source(corpus: Path, given: Path | None, root: Path) -> Source | None:
    """The text of the vocabulary that holds for a corpus; None where there is none, or it cannot be read."""
    if corpus.suffix.lower() == COMPILED and files.is_file(corpus):
        meaning = read_meaning(corpus, shown(corpus, root))
        return None if isinstance(meaning, Diagnostic) else meaning.vocabulary
    if (listed := list_files_of_table(corpus, root)) is not None and listed.files:
        meaning = read_parts(listed.files, root)
        return None if isinstance(meaning, Diagnostic) else meaning.vocabulary
    beside = (corpus if files.is_folder(corpus) else corpus.parent) / VOCABULARY
    path = given or (beside if files.is_file(beside) else None)
    return None if path is None else read_text(path, shown(path, root), "E4")[0]


def _other_vocabulary(path: Path, root: Path, vocabulary: Path | None, meaning: Meaning, name: str) -> list[Diagnostic]:
    beside = path.parent / VOCABULARY
    wanted = vocabulary or (beside if files.is_file(beside) else None)
    if wanted is None:
        return []
    source, problems = read_text(wanted, shown(wanted, root), "E4")
    if source is None:
        return problems
    if meaning.vocabulary is not None and source.text == meaning.vocabulary.text:
        return []
    return [messages.other_vocabulary(name, source.name)]


def _nothing(*problems: Diagnostic) -> Corpus:
    return Corpus((), (), Vocabulary(units=Units(), given=False), diagnostics=problems)
