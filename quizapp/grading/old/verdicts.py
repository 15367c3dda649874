"""The grades that every kind of answer shares."""

from quizapp.grading.old.grade import Grade, Reason, Verdict

SAME = Grade(Verdict.CORRECT, Reason.SAME)
BLANK = Grade(Verdict.WRONG, Reason.BLANK, share=0.0)
OTHER = Grade(Verdict.WRONG, Reason.OTHER, share=0.0)


def veto(note: str) -> Grade:
    """Return the grade of what is near the key and says something else."""
    return Grade(Verdict.WRONG, Reason.VETO, note, share=0.0)
