"""What a term is judged by: the key with its language, the question, the names of the bank."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.languages import Language
from quizapp.grading.lexicon import NO_NAMES, Lexicon
from quizapp.grading.tokens import Token
from quizapp.grading.words import LanguageData


@dataclass(frozen=True, slots=True)
class Term:
    """What a term is judged by; `given`: the words of the question, `names`: of the bank."""

    expected: ExpectedTerm
    data: LanguageData
    given: tuple[Token, ...] = ()
    names: Lexicon = NO_NAMES

    @property
    def language(self) -> Language:
        """What the key is written in."""
        return self.data.language

    @property
    def forms(self) -> tuple[str, ...]:
        """All that is right: the key first."""
        return (self.expected.key, *self.expected.accepted)

    @property
    def other_names(self) -> Iterator[str]:
        """All names of other things, and what is never right."""
        return chain(self.expected.wrong, self.names.others(self.forms))
