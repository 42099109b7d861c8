"""Repositories: one a topic, each with the dataclasses it takes and returns.

Here belongs every statement of the project. A repository works on the one connection of its unit of work,
seals and opens through its vault, and asks for the brand whenever it reads or changes a row, so that nothing
crosses between brands. It holds no state and decides nothing about the business.
"""
