"""The sandbox over HTTP: called by the real libraries, calling the real webhooks."""
