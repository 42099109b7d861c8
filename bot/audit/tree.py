"""The tree's inner hashes: each full tile held against what the tile above says of it."""

from bot.audit.scope import PAGE, Pages, Scope
from bot.records.log.stored import StoredTiles
from bot.records.log.tiles import HASH_BYTES, HEIGHT, WIDTH, Cut, node_in
from bot.records.log.tree import node_hash


def look_at_tree(scope: Scope) -> Pages:
    """Whether the tree adds up, from the leaves to the top."""
    level, hashes = 0, scope.size
    while hashes:
        for first in range(0, -(-hashes // WIDTH), PAGE):
            _look_at_tiles(scope, level, first, hashes)
            yield
        level, hashes = level + 1, hashes // WIDTH


def _look_at_tiles(scope: Scope, level: int, first: int, hashes: int) -> None:
    """Some tiles of a level on which there are so many hashes."""
    last = min(first + PAGE, -(-hashes // WIDTH))
    with scope.database.read() as uow:
        tiles = StoredTiles(uow, scope.brand.id)
        for position in range(first, last):
            expected = min(WIDTH, hashes - position * WIDTH)
            held = len(tiles(level, position)) // HASH_BYTES
            if held < expected:
                what = f"tile {position} of level {level} has {held} hashes instead of {expected}"
                scope.ledger.find("tree_damaged", what)
            elif expected == WIDTH and not _adds_up(tiles, level, position):
                begin, end = (each << HEIGHT * (level + 1) for each in (position, position + 1))
                what = f"the hash over entries {begin + 1} to {end} is not that of the hashes below it"
                scope.ledger.find("tree_damaged", what)


def _adds_up(tiles: StoredTiles, level: int, position: int) -> bool:
    tile, place = divmod(position, WIDTH)
    above = tiles(level + 1, tile)[place * HASH_BYTES : (place + 1) * HASH_BYTES]
    # One level short of the tile above, where the node is still computed from the tile below.
    node_of = node_in(tiles)
    try:
        halves = [node_of(HEIGHT * (level + 1) - 1, position * 2 + half) for half in (0, 1)]
    except Cut:
        return False
    return above == node_hash(*halves)
