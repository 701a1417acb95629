"""`be measured in UNIT`: the unit as written converts to it; conversions only by `using`, rates never."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factlint.assertions.finding import Entry, Group, Judgement
from factlint.assertions.singles import Verdict, judge_each, who
from factlint.language.model import BeMeasuredIn
from factlint.quantities.values import NUMBER, Quantity, Unit


def judge(group: Group, assertion: BeMeasuredIn, converts: Callable[[Unit, Unit], bool]) -> Judgement:
    def holds(entry: Entry) -> Verdict:
        if not isinstance(entry.value, Quantity):
            return None
        return converts(entry.claim.unit_written or NUMBER, assertion.unit)

    def message(failing: Sequence[Entry]) -> str:
        units = dict.fromkeys((it.claim.unit_written or NUMBER).name or "a bare number" for it in failing)
        measured = f"{'is' if len(failing) == 1 else 'are'} measured in {', '.join(units)}"
        return f"{who(failing)} on {group.name} {measured}, which does not convert to {assertion.text}"

    return judge_each(group, holds, message)
