"""mutmut, in the copy that `mutate.py` has made: with the operators and the mutants that `mutation.toml` asks for.

Run in the folder of the copy: python -P -m tests.mutants.within CHOICE.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from mutmut import __main__ as mutmut
from mutmut.mutation.mutators import mutation_operators

from tests.mutants.mutate import chosen


def main(arguments: list[str]) -> None:
    choice = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    operators: Any = mutation_operators
    operators[:] = [it for it in operators if it[1].__name__ not in choice["without"]]
    collect = mutmut.collect_source_file_mutation_data

    def sample(*, mutant_names: Any) -> Any:
        mutants, files = collect(mutant_names=mutant_names)
        return [it for it in mutants if chosen(it[1], Path(it[0].path).name, choice)], files

    mutmut.collect_source_file_mutation_data = sample
    mutmut._run([], max_children=1)


if __name__ == "__main__":
    main(sys.argv[1:])
