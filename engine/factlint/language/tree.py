"""From the grammar's tree to nodes: one method a production, named like it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from lark import Token

from factlint.language import nodes as n
from factlint.language.shapes import Steps
from factlint.language.wording import fold_space
from factlint.source import Span

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


class ToNodes:
    """`offset`: where the statement starts in its file."""

    def __init__(self, offset: int) -> None:
        self._offset = offset

    def built(self, tokens: Sequence[Token], steps: Steps) -> n.Statement:
        """What the steps come to with these words; without recursion, so that no rule is deep enough to matter."""
        stack: Parts = []
        for step in steps:
            if isinstance(step, int):
                stack.append(tokens[step])
                continue
            start, end = tokens[step.first].start_pos, tokens[step.last].end_pos
            assert start is not None and end is not None
            parts = stack[len(stack) - step.size :]
            del stack[len(stack) - step.size :]
            stack.append(getattr(self, step.production)(Span(self._offset + start, self._offset + end), parts))
        statement: n.Statement = stack.pop()
        return statement

    def _span(self, token: Token) -> Span:
        assert token.start_pos is not None and token.end_pos is not None
        return Span(self._offset + token.start_pos, self._offset + token.end_pos)

    def _word(self, token: Token) -> n.Word:
        quoted = token.type == "STRING"
        text = unquoted(token) if quoted else fold_space(token)
        return n.Word(fold_space(text), quoted, span=self._span(token))

    # --- Words and values

    def name(self, _span: Span, parts: Parts) -> n.Word:
        return self._word(parts[0])

    def text(self, span: Span, parts: Parts) -> n.Text:
        return n.Text(unquoted(parts[0]), span=span)

    def quantity(self, span: Span, parts: Parts) -> n.Number:
        glue = " " if len(parts) > 1 and parts[1].start_pos > parts[0].end_pos else ""
        return n.Number(glue.join(fold_space(part) for part in parts), span=span)

    def date(self, span: Span, parts: Parts) -> n.Date:
        return n.Date(str(parts[0]), span=span)

    def unit(self, span: Span, parts: Parts) -> n.UnitWords:
        return n.UnitWords(fold_space(parts[0]), span=span)

    def value(self, span: Span, parts: Parts) -> n.Value:
        if len(parts) == 1:
            value: n.Value = parts[0]
            return value
        return n.Period(parts[0], parts[1], span=span)

    def members(self, _span: Span, parts: Parts) -> tuple[n.Member, ...]:
        return tuple(parts)

    def parts(self, span: Span, parts: Parts) -> n.Parts:
        return n.Parts(parts[0], span=span)

    # --- Conditions

    def any(self, span: Span, parts: Parts) -> n.AnyOf:
        return n.AnyOf(tuple(parts), span=span)

    def all(self, span: Span, parts: Parts) -> n.AllOf:
        return n.AllOf(tuple(parts), span=span)

    def not_(self, span: Span, parts: Parts) -> n.Not:
        return n.Not(parts[-1], span=span)

    def is_one_of(self, span: Span, parts: Parts) -> n.IsOneOf:
        last = parts[-1]
        values = last if isinstance(last, tuple) else (last,)
        return n.IsOneOf(parts[0], values, _has(parts, "NOT"), span=span)

    def is_absent(self, span: Span, parts: Parts) -> n.IsAbsent:
        return n.IsAbsent(parts[0], _has(parts, "NOT"), span=span)

    def compares(self, span: Span, parts: Parts) -> n.Compares:
        return n.Compares(parts[0], str(parts[1]), parts[2], span=span)  # type: ignore[arg-type]

    def dated(self, span: Span, parts: Parts) -> n.Dated:
        return n.Dated(parts[0], str(parts[1]), parts[2], span=span)  # type: ignore[arg-type]

    def contains(self, span: Span, parts: Parts) -> n.Contains:
        return n.Contains(parts[0], parts[1], span=span)

    def matches(self, span: Span, parts: Parts) -> n.Matches:
        token = parts[1]
        pattern = n.Text(token[1:-1].replace("\\/", "/"), span=self._span(token))
        return n.Matches(parts[0], pattern, span=span)

    # --- Choosing claims

    def about(self, span: Span, parts: Parts) -> n.About:
        return n.About(tuple(parts), span=span)

    def outlets(self, span: Span, parts: Parts) -> n.Outlets:
        return n.Outlets(tuple(parts), span=span)

    def speakers(self, span: Span, parts: Parts) -> n.Speakers:
        return n.Speakers(tuple(parts), span=span)

    def period(self, span: Span, parts: Parts) -> n.In:
        if len(parts) == 1:
            return n.In(parts[0], span=span)
        between = n.Period(parts[0], parts[1], span=Span(parts[0].span.start, parts[1].span.end))
        return n.In(between, span=span)

    def where(self, span: Span, parts: Parts) -> n.Where:
        return n.Where(parts[0], span=span)

    def including(self, span: Span, parts: Parts) -> n.Including:
        return n.Including(tuple(parts), span=span)

    def per(self, span: Span, parts: Parts) -> n.Per:
        return n.Per(tuple(parts), span=span)

    def regardless(self, span: Span, parts: Parts) -> n.Regardless:
        return n.Regardless(tuple(parts), span=span)

    def selection(self, span: Span, parts: Parts) -> n.Selection:
        rest = tuple(part for part in parts if not isinstance(part, Token | n.Word))
        return n.Selection(_has(parts, "LATEST"), _all(parts, n.Word), rest, span=span)

    # --- Expressions

    def sum(self, span: Span, parts: Parts) -> n.Arithmetic:
        operator: Any = "+" if parts[1].type == "PLUS" else "-"
        return n.Arithmetic(operator, parts[0], parts[2], span=span)

    def product(self, span: Span, parts: Parts) -> n.Arithmetic:
        operator: Any = "*" if parts[1].type == "TIMES" else "/"
        return n.Arithmetic(operator, parts[0], parts[2], span=span)

    def of(self, span: Span, parts: Parts) -> n.About:
        return n.About((parts[0],), span=span)

    def operand(self, span: Span, parts: Parts) -> n.Operand:
        of = _one(parts, n.About)
        subject = of.subjects[0] if of else None
        assert subject is None or isinstance(subject, n.Word)
        return n.Operand(parts[0], subject, _one(parts, n.In), _one(parts, n.Including), span=span)

    def function(self, _span: Span, parts: Parts) -> Token:
        token: Token = parts[0]
        return token

    def claims_of(self, span: Span, parts: Parts) -> n.Selection:
        return n.Selection(latest=False, properties=_all(parts, n.Word), span=span)

    def aggregate(self, span: Span, parts: Parts) -> n.Aggregate:
        return n.Aggregate(str(parts[0]), parts[1], span=span)

    # --- What must hold

    def within(self, _span: Span, parts: Parts) -> Within:
        return Within(parts[0])

    def agree(self, span: Span, parts: Parts) -> n.Agree:
        return n.Agree(_within(parts), _has(parts, "EXACTLY"), span=span)

    def agree_with(self, span: Span, parts: Parts) -> n.AgreeWith:
        return n.AgreeWith(parts[0], _within(parts), span=span)

    def agree_with_median(self, span: Span, parts: Parts) -> n.AgreeWithMedian:
        return n.AgreeWithMedian(_within(parts), span=span)

    def agree_with_outlets(self, span: Span, parts: Parts) -> n.AgreeWithOutlets:
        return n.AgreeWithOutlets(_all(parts, n.Word), _within(parts), span=span)

    def between(self, span: Span, parts: Parts) -> n.Bound:
        return n.Bound("between", parts[0], parts[1], span=span)

    def bound(self, span: Span, parts: Parts) -> n.Bound:
        side = " ".join(str(part) for part in parts[:-1])
        return n.Bound(side, parts[-1], span=span)

    def be_one_of(self, span: Span, parts: Parts) -> n.BeOneOf:
        return n.BeOneOf(parts[0], span=span)

    def be_measured_in(self, span: Span, parts: Parts) -> n.BeMeasuredIn:
        token = parts[0]
        if token.type == "UNIT":
            return n.BeMeasuredIn(n.UnitWords(fold_space(token), span=self._span(token)), span=span)
        return n.BeMeasuredIn(self._word(token), span=span)

    def have(self, span: Span, parts: Parts) -> n.Have:
        return n.Have(parts[0], span=span)

    def be_corroborated(self, span: Span, parts: Parts) -> n.BeCorroborated:
        token = parts[0]
        return n.BeCorroborated(n.Number(str(token), span=self._span(token)), _within(parts), span=span)

    def not_contradict(self, span: Span, _parts: Parts) -> n.NotContradict:
        return n.NotContradict(span=span)

    def not_share_value(self, span: Span, _parts: Parts) -> n.NotShareValue:
        return n.NotShareValue(span=span)

    def add_up(self, span: Span, parts: Parts) -> n.AddUp:
        return n.AddUp(parts[0], _within(parts), span=span)

    def trend(self, span: Span, parts: Parts) -> n.Trend:
        increase = _has(parts, "INCREASE")
        return n.Trend("increase" if increase else "decrease", span=span)

    def change(self, span: Span, parts: Parts) -> n.Trend:
        leaves = [part for part in parts if isinstance(part, n.Node)]
        per = leaves[1]
        assert isinstance(per, n.Word)
        return n.Trend("change", leaves[0], per, span=span)  # type: ignore[arg-type]

    def check(self, span: Span, parts: Parts) -> n.Check:
        return n.Check(parts[-1], _has(parts, "CLEARLY"), span=span)

    # --- Statements

    def severity(self, span: Span, parts: Parts) -> n.Severity:
        return n.Severity(parts[0], span=span)

    def because(self, span: Span, parts: Parts) -> n.Because:
        return n.Because(parts[0], span=span)

    def tags(self, span: Span, parts: Parts) -> n.Tags:
        return n.Tags(tuple(parts), span=span)

    def using(self, span: Span, parts: Parts) -> n.Using:
        return n.Using(tuple(parts), span=span)

    def sentence(self, span: Span, parts: Parts) -> n.Sentence:
        return n.Sentence(parts[0], _all(parts, n.Check), span=span)

    def head(self, _span: Span, parts: Parts) -> tuple[n.Word, n.Text | None]:
        return self._word(parts[1]), _one(parts, n.Text)

    def rule(self, span: Span, parts: Parts) -> n.Rule:
        name, title = _one(parts, tuple) or (None, None)
        sentence = _one(parts, n.Sentence)
        assert sentence is not None
        clauses = tuple(part for part in parts if isinstance(part, n.Severity | n.Because | n.Tags | n.Using))
        return n.Rule(name, title, sentence, clauses, span=span)

    def language(self, span: Span, parts: Parts) -> n.Language:
        token = parts[1]
        return n.Language(n.Number(str(token), span=self._span(token)), span=span)

    def bring(self, span: Span, parts: Parts) -> n.Import:
        return n.Import(parts[1], span=span)

    def let(self, span: Span, parts: Parts) -> n.Let:
        return n.Let(parts[1], parts[2], span=span)

    def until(self, _span: Span, parts: Parts) -> n.Leaf:
        leaf: n.Leaf = parts[0]
        return leaf

    def accept(self, span: Span, parts: Parts) -> n.Accept:
        rule, *claims = [self._word(part) for part in parts if _is_name(part)]
        because = _one(parts, n.Because)
        until = next((part for part in parts if isinstance(part, n.Word | n.Number | n.Date | n.UnitWords)), None)
        reason = because.text if because else None
        return n.Accept(rule, tuple(claims), reason, until, span=span)


def _within(parts: Parts) -> n.Leaf | None:
    within = _one(parts, Within)
    return within.leaf if within else None


def _is_name(part: object) -> bool:
    return isinstance(part, Token) and part.type in {"IDENT", "STRING"}
