"""Documents in: calendar phrases and whole management responses, read into a draft with its doubts."""
