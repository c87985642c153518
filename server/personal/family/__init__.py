"""Family and private life: the writer's own kin, an employee's sorrow, an office's wish. Knows no candidate."""
