"""The checker: each kind of fault by an example, and the shipped texts without any."""
