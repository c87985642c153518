"""Files in, lists or faults as file:line out: YAML, fields, the shape of a list, folders over each other. Knows no draft."""
