"""What is known beside the lists: a module for each file or folder of data/, and for the guideline. Stands on reading alone."""
