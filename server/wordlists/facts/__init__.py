"""What is known beside the lists: the guideline, and most of data/, a module a file or folder. Stands on reading alone."""
