"""The packs: what the law says on which day, and how a pack that cannot be used is refused."""
