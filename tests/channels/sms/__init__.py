"""Text messages: signed webhooks as Twilio posts them, and sending to a Twilio of our own (`fake_twilio`)."""
