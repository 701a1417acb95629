"""A progress bar: only on a terminal, only after a second, and gone when the work is done."""

from __future__ import annotations

import io
import sys

import pytest

import factlint.progress as module
from factlint.progress import progress


class Stream(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def _shown(monkeypatch: pytest.MonkeyPatch, times: list[float], *, terminal: bool = True, term: str = "xterm") -> str:
    stream, clock = Stream(terminal=terminal), iter(times)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(module, "_now", lambda: next(clock))
    monkeypatch.setenv("TERM", term)
    with progress("reading claims.jsonl", 200) as bar:
        for done in range(1, len(times)):
            bar.at(done * 50)
    return stream.getvalue()


def test_nothing_is_shown_in_the_first_second(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(monkeypatch, [10.0, 10.2, 10.9]) == ""


def test_after_a_second_it_says_what_is_done_and_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _shown(monkeypatch, [10.0, 11.1, 11.15, 11.3])
    assert shown == (
        "\r\x1b[Kreading claims.jsonl [######------------------]  25%"
        "\r\x1b[Kreading claims.jsonl [##################------]  75%"
        "\r\x1b[K"
    )


@pytest.mark.parametrize(("terminal", "term"), [(False, "xterm"), (True, "dumb")])
def test_where_no_terminal_shows_it_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, term: str
) -> None:
    assert _shown(monkeypatch, [10.0, 12.0, 14.0], terminal=terminal, term=term) == ""


def test_of_two_bars_at_once_one_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, clock = Stream(terminal=True), iter([0.0, 0.0, 2.0, 2.1, 2.5, 3.0])
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(module, "_now", lambda: next(clock))
    monkeypatch.setenv("TERM", "xterm")
    with progress("claims", 100) as one:
        with progress("documents", 100) as other:
            one.at(25)
            other.at(50)
            one.at(50)
        assert "documents" not in stream.getvalue()
        assert not stream.getvalue().endswith("\r\x1b[K")  # the bar that goes on stays
        one.at(75)
    assert stream.getvalue().count("claims") == 3
    assert stream.getvalue().endswith("\r\x1b[K")
