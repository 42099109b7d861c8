"""The tree in tiles of up to 256 hashes (C2SP tlog-tiles): few rows to write, and few to read for a proof.

Level 0 holds the hashes of the leaves; a tile of a higher level one hash for each full tile below it. Pure.
"""

from collections.abc import Callable, Sequence

from bot.records.log.tree import NodeOf, node_hash

HEIGHT = 8
WIDTH = 1 << HEIGHT
HASH_BYTES = 32

Place = tuple[int, int]
"""A tile's level and position."""
TileOf = Callable[[int, int], bytes]
"""A tile's hashes, one after the other, by level and position; none where it is not there yet."""


class Cut(Exception):
    """A tile holds less than the size of the log says."""

    def __init__(self, level: int, position: int) -> None:
        super().__init__(f"tile {position} of level {level} holds less than the log's size says")
        self.level, self.position = level, position


def grown(size: int, leaves: Sequence[bytes], tile_of: TileOf) -> dict[Place, bytes]:
    """The tiles that change when leaves are appended to a tree of a size. Raises Cut."""
    changed: dict[Place, bytes] = {}
    level, first, hashes = 0, size, list(leaves)
    while hashes:
        position, filled = divmod(first, WIDTH)
        begun = tile_of(level, position)[: filled * HASH_BYTES] if filled else b""
        if len(begun) != filled * HASH_BYTES:
            raise Cut(level, position)
        hashes = [begun[at : at + HASH_BYTES] for at in range(0, len(begun), HASH_BYTES)] + hashes
        above = []
        for begin in range(0, len(hashes), WIDTH):
            tile = hashes[begin : begin + WIDTH]
            changed[level, position + begin // WIDTH] = b"".join(tile)
            if len(tile) == WIDTH:
                above.append(_root(tile))
        level, first, hashes = level + 1, position, above
    return changed


def node_in(tile_of: TileOf) -> NodeOf:
    """Reads the hashes of complete subtrees out of tiles. What it reads raises Cut where it is not there."""

    def node_of(level: int, index: int) -> bytes:
        tile_level, height = divmod(level, HEIGHT)
        position, first = divmod(index << height, WIDTH)
        tile = tile_of(tile_level, position)
        end = (first + (1 << height)) * HASH_BYTES
        if len(tile) < end:
            raise Cut(tile_level, position)
        return _root([tile[at : at + HASH_BYTES] for at in range(first * HASH_BYTES, end, HASH_BYTES)])

    return node_of


def _root(hashes: Sequence[bytes]) -> bytes:
    """The hash over a complete subtree whose leaves are these: a power of two of them."""
    while len(hashes) > 1:
        hashes = [node_hash(hashes[at], hashes[at + 1]) for at in range(0, len(hashes), 2)]
    return hashes[0]
