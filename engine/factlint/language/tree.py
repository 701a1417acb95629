"""From the grammar's tree to nodes: one method a production, named like it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from lark import Token, v_args
from lark.visitors import Transformer_NonRecursive

from factlint.language import nodes as n
from factlint.language.wording import fold_space
from factlint.source import Span

if TYPE_CHECKING:
    from lark.tree import Meta

T = TypeVar("T")
Parts = list[Any]


def _all(parts: Parts, kind: type[T]) -> tuple[T, ...]:
    return tuple(part for part in parts if isinstance(part, kind))


def _one(parts: Parts, kind: type[T]) -> T | None:
    return next((part for part in parts if isinstance(part, kind)), None)


def _has(parts: Parts, terminal: str) -> bool:
    return any(isinstance(part, Token) and part.type == terminal for part in parts)


def unquoted(written: str) -> str:
    r"""What a string says: without its quotes, `\"` and `\\` undone, a line break with its indentation one space."""
    inner = re.sub(r"[ \t]*\r?\n\s*", " ", written[1:-1])
    return re.sub(r'\\(["\\])', r"\1", inner)


@dataclass(frozen=True, slots=True)
class Within:
    """A tolerance on its way into its assertion."""

    leaf: n.Leaf


@v_args(meta=True)
class ToNodes(Transformer_NonRecursive[Token, Any]):
    """Without recursion, so that no rule is deep enough to matter. `offset`: where the statement starts in its file."""

    def __init__(self, offset: int) -> None:
        super().__init__()
        self._offset = offset

    def _span(self, meta: Meta) -> Span:
        return Span(self._offset + meta.start_pos, self._offset + meta.end_pos)

    def _word(self, token: Token) -> n.Word:
        quoted = token.type == "STRING"
        text = unquoted(token) if quoted else fold_space(token)
        assert token.start_pos is not None and token.end_pos is not None
        span = Span(self._offset + token.start_pos, self._offset + token.end_pos)
        return n.Word(fold_space(text), quoted, span=span)

    # --- Words and values

    def name(self, _meta: Meta, parts: Parts) -> n.Word:
        return self._word(parts[0])

    def text(self, meta: Meta, parts: Parts) -> n.Text:
        return n.Text(unquoted(parts[0]), span=self._span(meta))

    def quantity(self, meta: Meta, parts: Parts) -> n.Number:
        glue = " " if len(parts) > 1 and parts[1].start_pos > parts[0].end_pos else ""
        return n.Number(glue.join(fold_space(part) for part in parts), span=self._span(meta))

    def date(self, meta: Meta, parts: Parts) -> n.Date:
        return n.Date(str(parts[0]), span=self._span(meta))

    def unit(self, meta: Meta, parts: Parts) -> n.UnitWords:
        return n.UnitWords(fold_space(parts[0]), span=self._span(meta))

    def value(self, meta: Meta, parts: Parts) -> n.Value:
        if len(parts) == 1:
            value: n.Value = parts[0]
            return value
        return n.Period(parts[0], parts[1], span=self._span(meta))

    def members(self, _meta: Meta, parts: Parts) -> tuple[n.Member, ...]:
        return tuple(parts)

    def parts(self, meta: Meta, parts: Parts) -> n.Parts:
        return n.Parts(parts[0], span=self._span(meta))

    # --- Conditions

    def any(self, meta: Meta, parts: Parts) -> n.AnyOf:
        return n.AnyOf(tuple(parts), span=self._span(meta))

    def all(self, meta: Meta, parts: Parts) -> n.AllOf:
        return n.AllOf(tuple(parts), span=self._span(meta))

    def not_(self, meta: Meta, parts: Parts) -> n.Not:
        return n.Not(parts[-1], span=self._span(meta))

    def is_one_of(self, meta: Meta, parts: Parts) -> n.IsOneOf:
        last = parts[-1]
        values = last if isinstance(last, tuple) else (last,)
        return n.IsOneOf(parts[0], values, _has(parts, "NOT"), span=self._span(meta))

    def is_absent(self, meta: Meta, parts: Parts) -> n.IsAbsent:
        return n.IsAbsent(parts[0], _has(parts, "NOT"), span=self._span(meta))

    def compares(self, meta: Meta, parts: Parts) -> n.Compares:
        return n.Compares(parts[0], str(parts[1]), parts[2], span=self._span(meta))  # type: ignore[arg-type]

    def dated(self, meta: Meta, parts: Parts) -> n.Dated:
        return n.Dated(parts[0], str(parts[1]), parts[2], span=self._span(meta))  # type: ignore[arg-type]

    def contains(self, meta: Meta, parts: Parts) -> n.Contains:
        return n.Contains(parts[0], parts[1], span=self._span(meta))

    def matches(self, meta: Meta, parts: Parts) -> n.Matches:
        token = parts[1]
        span = Span(self._offset + token.start_pos, self._offset + token.end_pos)
        return n.Matches(parts[0], n.Text(token[1:-1].replace("\\/", "/"), span=span), span=self._span(meta))

    # --- Choosing claims

    def about(self, meta: Meta, parts: Parts) -> n.About:
        return n.About(tuple(parts), span=self._span(meta))

    def outlets(self, meta: Meta, parts: Parts) -> n.Outlets:
        return n.Outlets(tuple(parts), span=self._span(meta))

    def speakers(self, meta: Meta, parts: Parts) -> n.Speakers:
        return n.Speakers(tuple(parts), span=self._span(meta))

    def period(self, meta: Meta, parts: Parts) -> n.In:
        if len(parts) == 1:
            return n.In(parts[0], span=self._span(meta))
        between = n.Period(parts[0], parts[1], span=Span(parts[0].span.start, parts[1].span.end))
        return n.In(between, span=self._span(meta))

    def where(self, meta: Meta, parts: Parts) -> n.Where:
        return n.Where(parts[0], span=self._span(meta))

    def including(self, meta: Meta, parts: Parts) -> n.Including:
        return n.Including(tuple(parts), span=self._span(meta))

    def per(self, meta: Meta, parts: Parts) -> n.Per:
        return n.Per(tuple(parts), span=self._span(meta))

    def regardless(self, meta: Meta, parts: Parts) -> n.Regardless:
        return n.Regardless(tuple(parts), span=self._span(meta))

    def selection(self, meta: Meta, parts: Parts) -> n.Selection:
        rest = tuple(part for part in parts if not isinstance(part, Token | n.Word))
        return n.Selection(_has(parts, "LATEST"), _all(parts, n.Word), rest, span=self._span(meta))

    # --- Expressions

    def sum(self, meta: Meta, parts: Parts) -> n.Arithmetic:
        operator: Any = "+" if parts[1].type == "PLUS" else "-"
        return n.Arithmetic(operator, parts[0], parts[2], span=self._span(meta))

    def product(self, meta: Meta, parts: Parts) -> n.Arithmetic:
        operator: Any = "*" if parts[1].type == "TIMES" else "/"
        return n.Arithmetic(operator, parts[0], parts[2], span=self._span(meta))

    def of(self, meta: Meta, parts: Parts) -> n.About:
        return n.About((parts[0],), span=self._span(meta))

    def operand(self, meta: Meta, parts: Parts) -> n.Operand:
        of = _one(parts, n.About)
        subject = of.subjects[0] if of else None
        assert subject is None or isinstance(subject, n.Word)
        return n.Operand(parts[0], subject, _one(parts, n.In), _one(parts, n.Including), span=self._span(meta))

    def function(self, _meta: Meta, parts: Parts) -> Token:
        token: Token = parts[0]
        return token

    def claims_of(self, meta: Meta, parts: Parts) -> n.Selection:
        return n.Selection(latest=False, properties=_all(parts, n.Word), span=self._span(meta))

    def aggregate(self, meta: Meta, parts: Parts) -> n.Aggregate:
        return n.Aggregate(str(parts[0]), parts[1], span=self._span(meta))

    # --- What must hold

    def within(self, _meta: Meta, parts: Parts) -> Within:
        return Within(parts[0])

    def agree(self, meta: Meta, parts: Parts) -> n.Agree:
        return n.Agree(_within(parts), _has(parts, "EXACTLY"), span=self._span(meta))

    def agree_with(self, meta: Meta, parts: Parts) -> n.AgreeWith:
        return n.AgreeWith(parts[0], _within(parts), span=self._span(meta))

    def agree_with_median(self, meta: Meta, parts: Parts) -> n.AgreeWithMedian:
        return n.AgreeWithMedian(_within(parts), span=self._span(meta))

    def agree_with_outlets(self, meta: Meta, parts: Parts) -> n.AgreeWithOutlets:
        return n.AgreeWithOutlets(_all(parts, n.Word), _within(parts), span=self._span(meta))

    def between(self, meta: Meta, parts: Parts) -> n.Bound:
        return n.Bound("between", parts[0], parts[1], span=self._span(meta))

    def bound(self, meta: Meta, parts: Parts) -> n.Bound:
        side = " ".join(str(part) for part in parts[:-1])
        return n.Bound(side, parts[-1], span=self._span(meta))

    def be_one_of(self, meta: Meta, parts: Parts) -> n.BeOneOf:
        return n.BeOneOf(parts[0], span=self._span(meta))

    def be_measured_in(self, meta: Meta, parts: Parts) -> n.BeMeasuredIn:
        token = parts[0]
        if token.type == "UNIT":
            span = Span(self._offset + token.start_pos, self._offset + token.end_pos)
            return n.BeMeasuredIn(n.UnitWords(fold_space(token), span=span), span=self._span(meta))
        return n.BeMeasuredIn(self._word(token), span=self._span(meta))

    def have(self, meta: Meta, parts: Parts) -> n.Have:
        return n.Have(parts[0], span=self._span(meta))

    def be_corroborated(self, meta: Meta, parts: Parts) -> n.BeCorroborated:
        token = parts[0]
        span = Span(self._offset + token.start_pos, self._offset + token.end_pos)
        return n.BeCorroborated(n.Number(str(token), span=span), _within(parts), span=self._span(meta))

    def not_contradict(self, meta: Meta, _parts: Parts) -> n.NotContradict:
        return n.NotContradict(span=self._span(meta))

    def not_share_value(self, meta: Meta, _parts: Parts) -> n.NotShareValue:
        return n.NotShareValue(span=self._span(meta))

    def add_up(self, meta: Meta, parts: Parts) -> n.AddUp:
        return n.AddUp(parts[0], _within(parts), span=self._span(meta))

    def trend(self, meta: Meta, parts: Parts) -> n.Trend:
        increase = _has(parts, "INCREASE")
        return n.Trend("increase" if increase else "decrease", span=self._span(meta))

    def change(self, meta: Meta, parts: Parts) -> n.Trend:
        leaves = [part for part in parts if isinstance(part, n.Node)]
        per = leaves[1]
        assert isinstance(per, n.Word)
        return n.Trend("change", leaves[0], per, span=self._span(meta))  # type: ignore[arg-type]

    def check(self, meta: Meta, parts: Parts) -> n.Check:
        return n.Check(parts[-1], _has(parts, "CLEARLY"), span=self._span(meta))

    # --- Statements

    def severity(self, meta: Meta, parts: Parts) -> n.Severity:
        return n.Severity(parts[0], span=self._span(meta))

    def because(self, meta: Meta, parts: Parts) -> n.Because:
        return n.Because(parts[0], span=self._span(meta))

    def tags(self, meta: Meta, parts: Parts) -> n.Tags:
        return n.Tags(tuple(parts), span=self._span(meta))

    def using(self, meta: Meta, parts: Parts) -> n.Using:
        return n.Using(tuple(parts), span=self._span(meta))

    def sentence(self, meta: Meta, parts: Parts) -> n.Sentence:
        return n.Sentence(parts[0], _all(parts, n.Check), span=self._span(meta))

    def head(self, _meta: Meta, parts: Parts) -> tuple[n.Word, n.Text | None]:
        return self._word(parts[1]), _one(parts, n.Text)

    def rule(self, meta: Meta, parts: Parts) -> n.Rule:
        name, title = _one(parts, tuple) or (None, None)
        sentence = _one(parts, n.Sentence)
        assert sentence is not None
        clauses = tuple(part for part in parts if isinstance(part, n.Severity | n.Because | n.Tags | n.Using))
        return n.Rule(name, title, sentence, clauses, span=self._span(meta))

    def language(self, meta: Meta, parts: Parts) -> n.Language:
        token = parts[1]
        span = Span(self._offset + token.start_pos, self._offset + token.end_pos)
        return n.Language(n.Number(str(token), span=span), span=self._span(meta))

    def bring(self, meta: Meta, parts: Parts) -> n.Import:
        return n.Import(parts[1], span=self._span(meta))

    def let(self, meta: Meta, parts: Parts) -> n.Let:
        return n.Let(parts[1], parts[2], span=self._span(meta))

    def until(self, _meta: Meta, parts: Parts) -> n.Leaf:
        leaf: n.Leaf = parts[0]
        return leaf

    def accept(self, meta: Meta, parts: Parts) -> n.Accept:
        rule, *claims = [self._word(part) for part in parts if _is_name(part)]
        because = _one(parts, n.Because)
        until = next((part for part in parts if isinstance(part, n.Word | n.Number | n.Date | n.UnitWords)), None)
        reason = because.text if because else None
        return n.Accept(rule, tuple(claims), reason, until, span=self._span(meta))


def _within(parts: Parts) -> n.Leaf | None:
    within = _one(parts, Within)
    return within.leaf if within else None


def _is_name(part: object) -> bool:
    return isinstance(part, Token) and part.type in {"IDENT", "STRING"}
