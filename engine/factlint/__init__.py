"""factlint: a fact-check consistency engine with a rule language.

The front door: read a project's settings, check it, and look at the report. Names are imported when they are first
used, so that `factlint --version` does not wait for what only a check needs.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from factlint.corpus.claim import Claim
    from factlint.diagnostics import Diagnostic
    from factlint.evaluate.result import Finding
    from factlint.pipeline import Request, check
    from factlint.report import Report
    from factlint.settings import Settings, read_settings

__all__ = ["Claim", "Diagnostic", "Finding", "Report", "Request", "Settings", "check", "read_settings"]

_HOMES = {
    "Claim": "factlint.corpus.claim",
    "Diagnostic": "factlint.diagnostics",
    "Finding": "factlint.evaluate.result",
    "Report": "factlint.report",
    "Request": "factlint.pipeline",
    "Settings": "factlint.settings",
    "check": "factlint.pipeline",
    "read_settings": "factlint.settings",
}


def __getattr__(name: str) -> "Any":
    if name not in _HOMES:
        raise AttributeError(f"module 'factlint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
