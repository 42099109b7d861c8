"""The shape of the code itself: who may import whom, what every folder says of itself, what is packaged.

Not here: what the code does.
"""
