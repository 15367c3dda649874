"""Values about a learner that belong to no session: searches, browse rows, export and import."""
