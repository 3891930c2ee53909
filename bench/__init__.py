"""What `make bench` measures: each figure beside its limit, on this machine, in this run."""
