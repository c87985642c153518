"""What a maintainer's commands need: lint, hints, explain, diff. No check asks it."""
