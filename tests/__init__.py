"""What Cancelbot promises, checked. The folders mirror the code.

    cases/       conversations as YAML: what the customer writes, what the bot answers
    payloads/    webhooks in the providers' own forms
    contracts/   one suite each for all channels, all back offices and both databases, by their registries
    journeys/    from a provider's webhook to the sealed record, through the whole program
    browser/     the pages, in Chromium
    benchmarks/  the budgets of time and memory
    structure/   the shape of the code itself: who may import whom, what is packaged

Everything runs with `python3 -m tests`. Not here: anything the program needs to run.
"""
