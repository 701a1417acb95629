"""`python -m tests.oracle --pairs 100000 --seed 1`: engine against oracle, for as long as one likes."""

from __future__ import annotations

import argparse
import sys
import time
from random import Random

from tests.oracle.compare import Difference, compare, shrink
from tests.oracle.generator import corpus
from tests.oracle.rule_generator import rules

RULES_A_CORPUS = 60


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    parser.add_argument(
        "--pairs", type=int, default=10_000, help="how many pairs of a corpus and a rule (default 10000)"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--keep-going", type=int, default=1, metavar="N", help="stop at the Nth kind of disagreement (default 1)"
    )
    args = parser.parse_args()
    start = time.monotonic()
    pairs = left_open = 0
    seen: list[Difference] = []
    kinds: set[tuple[str, ...]] = set()
    seed = args.seed
    while pairs < args.pairs and len(seen) < args.keep_going:
        random = Random(seed)
        rows = corpus(random)
        compared = compare(rows, rules(random, rows, RULES_A_CORPUS))
        pairs += compared.pairs
        left_open += compared.left_open
        for difference in compared.differences:
            kind = (difference.what, *(it.name for it in difference.rule.assertions))
            if len(seen) >= args.keep_going or kind in kinds:
                continue
            kinds.add(kind)
            seen.append(difference)
            sys.stdout.write(f"seed {seed}\n{shrink(difference)}\n\n")
        seed += 1
    took = time.monotonic() - start
    sys.stdout.write(
        f"{pairs} pairs in {took:.1f} s, {left_open} left open by the specification, {len(seen)} disagreements shown\n"
    )
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main())
