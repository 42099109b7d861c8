"""Tiles hold the very tree, however it grew."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.records.log.tiles import HASH_BYTES, WIDTH, Cut, Place, grown, node_in
from bot.records.log.tree import inclusion_ranges, is_included, leaf_hash, range_hash
from tests.bot.records.log import reference


class Tiles:
    """Tiles in memory."""

    def __init__(self) -> None:
        self.kept: dict[Place, bytes] = {}
        self.size = 0

    def __call__(self, level: int, position: int) -> bytes:
        return self.kept.get((level, position), b"")

    def append(self, entries: list[bytes]) -> dict[Place, bytes]:
        changed = grown(self.size, [leaf_hash(each) for each in entries], self)
        self.kept |= changed
        self.size += len(entries)
        return changed

    def root(self) -> bytes:
        return range_hash(0, self.size, node_in(self))


def entries_of(count: int) -> list[bytes]:
    return [number.to_bytes(4) for number in range(count)]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from([1, 2, 3, 100, 255, 256, 257, 600]), max_size=6))
def test_batches_make_the_same_tree(batches: list[int]) -> None:
    entries = entries_of(sum(batches))
    tiles = Tiles()
    for batch in batches:
        tiles.append(entries[tiles.size : tiles.size + batch])

    assert tiles.root() == reference.mth(entries)


def test_a_tree_of_three_levels_of_tiles_proves_its_entries() -> None:
    size = WIDTH * WIDTH + WIDTH + 3
    entries = entries_of(size)
    tiles = Tiles()
    tiles.append(entries)
    root = tiles.root()
    node_of = node_in(tiles)

    assert max(level for level, _ in tiles.kept) == 2
    for index in (0, 255, 256, 65_535, 65_536, size - 1):
        path = [range_hash(*each, node_of) for each in inclusion_ranges(index, size)]
        assert is_included(leaf_hash(entries[index]), index, size, path, root)


def test_one_more_entry_changes_one_tile() -> None:
    tiles = Tiles()
    tiles.append(entries_of(1000))

    assert list(tiles.append([b"one"])) == [(0, 3)]


def test_a_tile_that_was_cut_is_noticed() -> None:
    tiles = Tiles()
    tiles.append(entries_of(300))
    tiles.kept[0, 1] = tiles.kept[0, 1][:-HASH_BYTES]

    with pytest.raises(Cut):
        tiles.append([b"one"])
    with pytest.raises(Cut):
        tiles.root()


def test_what_a_lost_transaction_may_have_left_beyond_the_size_is_not_taken() -> None:
    tiles = Tiles()
    tiles.append(entries_of(5))
    tiles.size = 3
    tiles.append(entries_of(300)[3:])

    assert tiles.root() == reference.mth(entries_of(300))
