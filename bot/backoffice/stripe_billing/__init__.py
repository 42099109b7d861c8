"""Stripe Billing as a back office: its subscriptions are the services, its customers the customers.

Here belong the way to Stripe (`line`, `calls`), what its objects mean (`reading`, `amounts`), what is noted
in them (`journal`), and the writes (`ending`, `changing`, `money`), which `office` puts together. `events`
verifies what Stripe calls us with, without its library. What a brand sets in Stripe: docs/stripe.md.
"""
