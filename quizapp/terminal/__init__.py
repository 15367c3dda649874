"""What a learner sits in front of: the Textual app and the plain line mode."""
