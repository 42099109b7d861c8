"""Jurisdiction packs: what the law asks of a cancellation, as dated data.

Here belong the closed table of rules (`rules`), the form of a pack and what is in
force on a day (`pack`), and the packs that ship, one YAML file each. A rule names
its source and the day from which it holds; nothing is left out because it is not
yet in force.

Here does not belong what follows from a rule: the steps read `Rules` as they read
any fact, and the checker names the rules that a turn breaks.
"""

from dialogs.packs.pack import Pack, PackError
from dialogs.packs.packaged import PACKS, packaged_pack, ruling_pack
from dialogs.packs.rules import NO_RULES, Rules

__all__ = ["NO_RULES", "PACKS", "Pack", "PackError", "Rules", "packaged_pack", "ruling_pack"]
