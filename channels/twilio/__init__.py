"""What the channels that go through Twilio have in common: its signatures and forms, and its REST API.

Here belongs what holds for texts and calls alike. Here does not belong what is
particular to one of them: that has its own folder. `signed` is loaded by the web
process, so it does not import `twilio.rest`; `rest` is for whoever sends.
"""
