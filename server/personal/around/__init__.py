"""What stands around a place of a draft: gates, cue words, names of persons. Calls nothing private."""
