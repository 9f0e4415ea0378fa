"""What Lighthouse says of every kind of page: `python -m tests.lighthouse`."""
