"""Each assertion over the groups of a selection. One function for each row of language.md's table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from tests.oracle.agreement import agree, spans_agree
from tests.oracle.arithmetic import judge_expression, totals_for
from tests.oracle.oracle import Claim, Found, Judged, Key, Open, camps, chosen, grouped, pairs, shown_key
from tests.oracle.readings import Value, add_periods, entity, name_within, read_date
from tests.oracle.rules import Assertion, Expression, Selection, Tolerance
from tests.oracle.spans import Span, holds, hull, lies_within, meet, plus, point, wholly_below


def judge_assertion(
    claims: Sequence[Claim], subject: Selection | Expression, assertion: Assertion, number: int
) -> Judged:
    if isinstance(subject, Expression):
        return judge_expression(claims, subject, assertion, number)
    selected = chosen(claims, subject, assertion.name)
    match assertion.name:
        case "agree" | "exactly":
            return _agree(grouped(selected, subject), assertion, number)
        case "median":
            return _median(grouped(selected, subject), assertion, number)
        case "outlets":
            return _outlets(claims, selected, subject, assertion, number)
        case "corroborated":
            return _corroborated(grouped(selected, subject), assertion, number)
        case "contradict":
            return _contradict(grouped(selected, subject), number)
        case "share":
            return _share(grouped(selected, subject, drop=("subject",)), number)
        case "increase" | "decrease" | "change":
            return _trend(grouped(selected, subject, drop=("period",)), assertion, number)
        case "add up":
            return _add_up(claims, grouped(selected, subject, drop=("subject",)), subject, assertion, number)
        case _:
            return _singles(grouped(selected, subject), assertion, number)


def ids(claims: Sequence[Claim]) -> frozenset[str]:
    return frozenset(claim.id for claim in claims)


def _agree(groups: Mapping[Key, list[Claim]], assertion: Assertion, number: int) -> Judged:
    def agrees(a: Claim, b: Claim) -> bool | None:
        if assertion.name == "exactly":
            return exactly(a.value, b.value)
        return agree(a.value, b.value, assertion.tolerance, clearly=assertion.clearly)

    judged = Judged()
    for key, group in groups.items():
        if len(group) < 2:
            continue
        judged.groups += 1
        judged.claims |= set(group)
        verdicts = {agrees(a, b) for a, b in pairs(group)}
        if False in verdicts:
            found = Found(number, "violated", ids(group), shown_key(key))
            if None not in verdicts:
                found.camps, found.neutral = camps(group, agrees)
            judged.findings.append(found)
        elif None in verdicts:
            judged.findings.append(Found(number, "undetermined", ids(group), shown_key(key)))
    judged.alone = alone(groups, lambda group: len(group) >= 2)
    return judged


def alone(groups: Mapping[Key, list[Claim]], judgeable: Callable[[list[Claim]], bool]) -> set[str]:
    """In no group that can be judged."""
    judged = {claim.id for group in groups.values() if judgeable(group) for claim in group}
    return {claim.id for group in groups.values() for claim in group} - judged


def exactly(a: Value, b: Value) -> bool | None:
    """Nominal values; equal intervals agree; names, truths and dates as resolved."""
    if a.span is None:
        return (a.name, a.truth) == (b.name, b.truth)
    if a.span == b.span:
        return True
    if a.is_date:
        return False
    if a.nominal is None or b.nominal is None:
        return None
    return a.nominal == b.nominal


# --------------------------------------------------------------------------------------------- Against a point of reference


def median(numbers: Sequence[Fraction]) -> Fraction:
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _median(groups: Mapping[Key, list[Claim]], assertion: Assertion, number: int) -> Judged:
    judged = Judged()
    for key, group in groups.items():
        spans = [claim.value.span for claim in group if claim.value.form != "bound"]
        if len(spans) < 3:
            continue
        judged.groups += 1
        judged.claims |= set(group)
        middle = Span(
            median([span.low for span in spans if span and span.low is not None]),
            median([span.high for span in spans if span and span.high is not None]),
        )
        wrong = [it for it in group if it.value.span and not spans_agree(it.value.span, middle, assertion.tolerance)]
        if wrong:
            judged.findings.append(Found(number, "violated", ids(wrong), shown_key(key)))
    judged.alone = alone(groups, lambda group: sum(it.value.form != "bound" for it in group) >= 3)
    return judged


def _outlets(
    claims: Sequence[Claim], selected: Sequence[Claim], selection: Selection, assertion: Assertion, number: int
) -> Judged:
    everyone = grouped(chosen(claims, selection, assertion.name, skip="from"), selection)
    judged = Judged(alone=None)
    for key, group in grouped(selected, selection).items():
        theirs = [claim for claim in everyone[key] if claim.outlet in assertion.words]
        others = [claim for claim in group if claim not in theirs]
        if not theirs or not others:
            continue
        judged.groups += 1
        judged.claims |= {*group, *theirs}
        wrong = [it for it in others if not any(agree(it.value, one.value, assertion.tolerance) for one in theirs)]
        if wrong:
            judged.findings.append(Found(number, "violated", ids([*wrong, *theirs]), shown_key(key)))
    return judged


# --------------------------------------------------------------------------------------------------------- Single claims


def _singles(groups: Mapping[Key, list[Claim]], assertion: Assertion, number: int) -> Judged:
    judged = Judged()
    for key, group in groups.items():
        judged.groups += 1
        judged.claims |= set(group)
        wrong = [claim for claim in group if not single_holds(claim, assertion)]
        if wrong:
            judged.findings.append(Found(number, "violated", ids(wrong), shown_key(key)))
    return judged


def single_holds(claim: Claim, assertion: Assertion) -> bool:
    value = claim.value
    match assertion.name:
        case "have":
            return has(claim, assertion.words[-1])
        case "one of":
            return one_of(value, assertion)
        case "before" | "after":
            return dated(value, assertion)
    limits = [limit.number for limit in assertion.limits]
    assert value.span is not None
    assert value.clear is not None
    if assertion.clearly:
        return in_bounds_whatever_is_meant(value.clear, assertion.name, limits)
    return in_bounds_for_some(value.span, assertion.name, limits)


def has(claim: Claim, key: str) -> bool:
    match key:
        case "product":
            return "product" in claim.qualifiers
        case "period":
            return claim.period_given
        case "outlet":
            return claim.outlet is not None
        case "published":
            return claim.published is not None
        case "speaker":
            return claim.speaker is not None
        case _:
            return claim.quote is not None


def one_of(value: Value, assertion: Assertion) -> bool:
    if value.name:
        names = [entity(word) for word in assertion.words]
        return any(name_within(value.name, name) or name_within(name, value.name) for name in names)
    assert value.span is not None
    if value.is_date:
        spans = [read_date(word).span for word in assertion.words]
        return any(lies_within(value.span, span) or lies_within(span, value.span) for span in spans)
    return any(holds(value.span, limit.number) for limit in assertion.limits)


def dated(value: Value, assertion: Assertion) -> bool:
    """A date in a rule is the whole of its span: before is before its start, after is from its end on."""
    limit = read_date(assertion.limits[0].words)
    assert value.span is not None
    start, end = value.span.low, value.span.high
    assert start is not None
    assert end is not None
    if assertion.name == "before":
        return end <= limit.start if assertion.clearly else start < limit.start
    return start >= limit.end if assertion.clearly else end > limit.end


def in_bounds_for_some(span: Span, name: str, limits: Sequence[Fraction]) -> bool:
    return meet(span, bound_span(name, limits))


def in_bounds_whatever_is_meant(span: Span, name: str, limits: Sequence[Fraction]) -> bool:
    return lies_within(span, bound_span(name, limits))


def bound_span(name: str, limits: Sequence[Fraction]) -> Span:
    match name:
        case "between":
            return Span(limits[0], limits[1])
        case "at most":
            return Span(None, limits[0])
        case "at least":
            return Span(limits[0], None)
        case "more than":
            return Span(limits[0], None, low_open=True)
        case _:
            return Span(None, limits[0], high_open=True)


# ------------------------------------------------------------------------------------------- Corroboration, contradiction


def backs(one: Claim, other: Claim, tolerance: Tolerance | None) -> bool:
    """Whether `other` backs `one`: one-sided claims back only an equal interval, wider places nothing."""
    if other.value.form == "bound":
        return one.value.span == other.value.span
    if one.value.name:
        return name_within(other.value.name, one.value.name)
    return agree(one.value, other.value, tolerance)


def _corroborated(groups: Mapping[Key, list[Claim]], assertion: Assertion, number: int) -> Judged:
    judged = Judged(alone=None)
    for key, group in groups.items():
        judged.groups += 1
        judged.claims |= set(group)
        wrong = []
        for claim in group:
            friends = [it for it in group if it is claim or backs(claim, it, assertion.tolerance)]
            if len(frozenset().union(*(it.sources for it in friends))) < assertion.count:
                wrong.append(claim)
        if wrong:
            judged.findings.append(Found(number, "violated", ids(wrong), shown_key(key)))
    return judged


def denies(denial: Value, asserted: Value) -> bool:
    """Whether a value lies within a denied one."""
    if denial.name:
        return name_within(asserted.name, denial.name)
    assert denial.span is not None
    assert asserted.span is not None
    span = denial.span
    if denial.is_date:
        return lies_within(asserted.span, span)
    if denial.form == "number" and denial.nominal is not None:
        width = max(denial.precision, asserted.precision)
        if width != denial.precision:
            low = max(denial.nominal - width, Fraction(0))
            span = Span(low, denial.nominal + width, denial.nominal - width >= 0, high_open=True)
    elif denial.form in {"range", "about"}:
        assert span.low is not None
        assert span.high is not None
        low = max(span.low - asserted.precision, Fraction(0))
        span = Span(low, span.high + asserted.precision, span.low_open, span.high_open)
    return lies_within(asserted.span, span)


def _contradict(groups: Mapping[Key, list[Claim]], number: int) -> Judged:
    judged = Judged()
    for key, group in groups.items():
        if len(group) < 2:
            continue
        judged.groups += 1
        judged.claims |= set(group)
        if any(contradicting(a, b) for a, b in pairs(group)):
            told, neutral = camps(group, lambda a, b: not contradicting(a, b))
            judged.findings.append(Found(number, "violated", ids(group), shown_key(key), told, neutral))
    judged.alone = alone(groups, lambda group: len(group) >= 2)
    return judged


def contradicting(a: Claim, b: Claim) -> bool:
    """On a truth property, who denies true asserts false: each denies what the other asserts."""
    if a.value.truth is not None:
        return a.value.truth != b.value.truth
    if a.denies == b.denies:
        return False
    return denies(a.value, b.value) if a.denies else denies(b.value, a.value)


def _share(groups: Mapping[Key, list[Claim]], number: int) -> Judged:
    judged = Judged(alone=None)
    for key, group in groups.items():
        plain = [claim for claim in group if judgeable_value(claim.value) is not None]
        if len({claim.subject for claim in plain}) < 2:
            continue
        judged.groups += 1
        judged.claims |= set(plain)
        wrong = [
            pair
            for pair in pairs(plain)
            if pair[0].subject != pair[1].subject and judgeable_value(pair[0].value) == judgeable_value(pair[1].value)
        ]
        if wrong:
            judged.findings.append(
                Found(number, "violated", ids([it for pair in wrong for it in pair]), shown_key(key))
            )
    return judged


def judgeable_value(value: Value) -> object:
    """A rank, a name, a day, an unhedged count; None for what is vaguer."""
    if value.name:
        return value.name
    if value.is_date:
        assert value.span is not None
        assert value.span.low is not None
        assert value.span.high is not None
        return value.span if value.span.high - value.span.low <= 86_400 else None
    return value.nominal if value.form == "number" else None


# ---------------------------------------------------------------------------------------------------------------- Trends


def _trend(groups: Mapping[Key, list[Claim]], assertion: Assertion, number: int) -> Judged:
    judged = Judged()
    for key, group in groups.items():
        ordered = ordered_pairs(group)
        if not ordered:
            continue
        judged.groups += 1
        judged.claims |= set(group)
        wrong = [pair for pair in ordered if breaks_trend(*pair, assertion)]
        if wrong:
            judged.findings.append(
                Found(number, "violated", ids([it for pair in wrong for it in pair]), shown_key(key))
            )
    ordered = [claim for group in groups.values() for pair in ordered_pairs(group) for claim in pair]
    judged.alone = {claim.id for group in groups.values() for claim in group} - ids(ordered)
    return judged


def ordered_pairs(group: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Earlier, later; overlapping periods have no order."""
    return [
        (a, b)
        for a in group
        for b in group
        if a.period is not None and b.period is not None and a.period.end <= b.period.start
    ]


def breaks_trend(earlier: Claim, later: Claim, assertion: Assertion) -> bool:
    before, after = earlier.value.span, later.value.span
    assert before is not None
    assert after is not None
    if assertion.name == "increase":
        return wholly_below(before, after)
    if assertion.name == "decrease":
        return wholly_below(after, before)
    assert assertion.tolerance is not None
    assert earlier.period is not None
    assert later.period is not None
    if assertion.tolerance.amount is None:
        raise Open("what a percentage of a change is taken of")
    count = 1
    while add_periods(earlier.period.start, count, assertion.words[0]) < later.period.start:
        count += 1
    allowed = Tolerance("", amount=count * assertion.tolerance.amount)
    return not spans_agree(before, after, allowed)


# ---------------------------------------------------------------------------------------------------------------- Totals


def _add_up(
    claims: Sequence[Claim],
    groups: Mapping[Key, list[Claim]],
    selection: Selection,
    assertion: Assertion,
    number: int,
) -> Judged:
    named = sorted({entity(name) for name in selection.about})
    judged = Judged(alone=None)
    for key, group in groups.items():
        parts = {name: [claim for claim in group if claim.subject == name] for name in named}
        if not all(parts.values()):
            continue
        totals = totals_for(claims, assertion.limits[0], key)
        if not totals:
            continue
        disagreeing = any(not agree(a.value, b.value) for part in parts.values() for a, b in pairs(part))
        judged.groups += 1
        judged.claims |= {*group, *(it for total in totals for it in total[1])}
        if disagreeing:
            judged.findings.append(Found(number, "undetermined", ids(group), shown_key(key)))
            continue
        total_of_parts = point(0)
        for part in parts.values():
            total_of_parts = plus(total_of_parts, hull([it.value.span for it in part if it.value.span]))
        wrong = [total for total in totals if not spans_agree(total_of_parts, total[0], assertion.tolerance)]
        if wrong:
            who = ids([*group, *(it for total in wrong for it in total[1])])
            judged.findings.append(Found(number, "violated", who, shown_key(key)))
    return judged
