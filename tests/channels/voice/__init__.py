"""Calls through Twilio: placing them, what Twilio says of them, and what it is told to say."""
