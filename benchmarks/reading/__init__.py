"""What `bench_readers.py` measures, one module a question."""
