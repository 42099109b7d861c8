"""The start page, the outbox and the simulators in a real browser, on a demo that really runs."""
