"""The use cases: what a learner or an author can do, without click and without Textual.

A service takes values and returns values, or raises a `QuizappError`; it never prints. What needs
a store takes a `Workspace` (`quizapp.services.workspace`), what does not takes `Settings`. Here
alone the clock, chance, the environment and the user's folders are asked for.
"""
