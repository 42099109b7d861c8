"""Crashes: real processes are killed while customers cancel, and afterwards nothing is lost or done twice.

A back office (`office`) that is never killed logs each call; clients (`clients`) keep a history of what was
acknowledged to them; `chaos` kills web and worker; `checker` holds history, database and log against each
other. `points` ends a process before and after every single commit, one after the other.

    python -m tests.journeys.crash --cancellations 500 --seed 7 --database postgresql

runs for as long as that takes. A seed that fails is kept in `test_crash`.
"""
