"""How many true and false claims are told apart: `python -m tests.prove.measure FOLDER`.

The folder is like `claims` here. `--only a,b` looks at some sources; `--rows` shows what was told
wrongly, with the reasons.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from quizapp.grading.dictionary import open_dictionary
from quizapp.prove import ClaimVerdict
from quizapp.services.word_dictionaries import use_words
from tests.prove.studies import claims_in, judged


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--rows", action="store_true")
    given = parser.parse_args(arguments)
    only = set(filter(None, given.only.split(",")))
    use_words()
    dictionary = open_dictionary("en")
    counts: Counter[tuple[bool, ClaimVerdict]] = Counter()
    begun = time.process_time()
    for claim in claims_in(given.folder):
        if only and claim.source not in only:
            continue
        proof = judged(claim, dictionary)
        counts[claim.is_true, proof.verdict] += 1
        if given.rows and claim.is_true != (proof.verdict is ClaimVerdict.PROVED):
            say(claim.is_true, proof.verdict, claim.source, claim.sentences, claim.text)
            for reason in proof.reasons:
                say(f"      {reason.verdict}: {reason.quote!r} {reason.finding}")
    true, false = (sum(n for (is_true, _), n in counts.items() if is_true == of) for of in (1, 0))
    say(
        f"false caught {false - counts[False, ClaimVerdict.PROVED]}/{false},",
        f"true proved {counts[True, ClaimVerdict.PROVED]}/{true},",
        f"true called contradicted {counts[True, ClaimVerdict.CONTRADICTED]};",
        f"{time.process_time() - begun:.2f} s",
    )


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
