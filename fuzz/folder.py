"""A folder for a corpus that changes with every input: made once, and gone when the process ends."""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

TEXT = (
    "Storm shuts the north terminal\n\nLoading fell to nearly 1.2mn barrels a day – the lowest since March. “We’re  at\n"
    "a standstill,” the harbour master said on Wednesday. About 40% of berths, or 12 of 30, stayed closed; three people "
    "were hurt. The café’s owner agreed: it's a standstill. Nearly 1.2mn barrels a day were loaded, the second-largest fall."
)
VOCABULARY = """\
properties:
  loading rate: {kind: quantity, unit: barrel/day, varies by: day, qualifiers: [product]}
  share: {kind: quantity, unit: percent, aliases: [part]}
  change: {kind: quantity, unit: percent, signed: true}
  killed: {kind: quantity, unit: people}
  budget: {kind: quantity, unit: EUR, varies by: month}
  size: {kind: rank}
  visit city: {kind: place}
  role: {kind: entity, many: true}
  arrival: {kind: date}
  closed: {kind: truth}
entities: {North Terminal: {aliases: [Terminal N], parts: [Berth 1, Berth 2], within: Port}, Port: {}}
places: {Washington: {aliases: ["Washington, DC"], within: United States}}
outlets: {Harbour Gazette: {aliases: [The Gazette]}, Port Lantern: {}}
speakers: {harbour master: {aliases: [the master]}, Port Authority: {}}
units: ["drone = [drone]"]
conversions: {crude oil: {"7.33 ± 0.1 barrel": 1 tonne}}
rates: {EUR: {2025-10: 1.16 USD}}
hedges: {ballpark: 20 %, umpteen: 11 to 19}
closed: [outlets]
"""


@cache
def folder() -> Path:
    made = Path(mkdtemp(prefix="factlint-fuzz-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    (made / "storm.txt").write_text(TEXT, encoding="utf-8")
    (made / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    return made
