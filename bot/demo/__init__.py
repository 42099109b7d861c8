"""The demo: a made-up brand with customers to try things with, and many more for a load test.

Here belongs what is invented. Every address ends in `.example` or `example.com`, every phone number lies in
the range that the German regulator keeps free for films (+49 171 39200 00 to 99), every secret is public.

Not here: the pages that show the demo (bot.web).
"""
