"""What `bench_match.py` measures, one module a question."""
