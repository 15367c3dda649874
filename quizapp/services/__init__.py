"""The use cases: what a learner or an author can do, without click and without Textual."""
