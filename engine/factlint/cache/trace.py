"""What a computation asked of the machine, and whether it would be told the same again."""

from __future__ import annotations

from factlint import files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factlint.files import Answer, Question

    Answers = dict[Question, Answer]


class Trace:
    """The questions of a computation and their answers, in the order in which they were asked, and what it wrote."""

    def __init__(self) -> None:
        self.answers: Answers = {}
        self.written: list[tuple[str, str]] = []
        self._signatures: Answers = {}
        self._steady = True

    def __call__(self, question: Question, answer: Answer) -> None:
        """Listens; see `files.listening`."""
        if question[0] == "write":
            if isinstance(answer, str):
                self.written.append((str(question[1]), answer))
            else:
                self._steady = False
            return
        if question[0] == "content" and answer is None:
            self._steady = False
        answers = self._signatures if question[0] == "signature" else self.answers
        if answers.setdefault(question, answer) != answer:
            self._steady = False  # it changed while the computation ran: nobody can say what was computed

    def holds(self) -> bool:
        """All that was done can be done again from this: nothing changed while it was read, nothing failed."""
        return self._steady and all(files.answer(question) == was for question, was in self._signatures.items())


def still_true(answers: Answers) -> bool:
    """Whether the machine answers each question as it did.

    A computation asks in an order that only earlier answers decide: where all are the same, it would ask nothing else.
    """
    return all(files.answer(question) == was for question, was in answers.items())
