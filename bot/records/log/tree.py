"""The arithmetic of a Merkle tree with SHA-256 (RFC 9162, 2.1; the same as RFC 6962, 2.1). Pure.

A range is what stands from one position up to before another. Each hash that a proof needs is that of a
range, and each range is made of complete subtrees, of which a store keeps the hashes: `NodeOf`.

pymerkle 6.1 computes the same, but pins cachetools to one old version, and its tree is an object that stores
as it appends: it would have to be taught our transactions and tiles, which are what there is to it.
"""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

Range = tuple[int, int]
NodeOf = Callable[[int, int], bytes]
"""The hash of a complete subtree: of the `2**level` leaves from position `index * 2**level` on."""

EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash over two subtrees."""
    return sha256(b"\x01" + left + right).digest()


def subtrees(begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The complete subtrees, as level and index, that make up a range of the tree, from left to right."""
    while begin < end:
        # As high as the place allows, and as the rest has room for.
        level = (end - begin).bit_length() - 1
        if begin:
            level = min(level, (begin & -begin).bit_length() - 1)
        yield level, begin >> level
        begin += 1 << level


def range_hash(begin: int, end: int, node_of: NodeOf) -> bytes:
    """The hash of a range that stands in the tree; `begin` and `end` as the functions below give them."""
    if begin == end:
        return EMPTY_ROOT
    return folded([node_of(level, index) for level, index in subtrees(begin, end)])


def folded(hashes: Sequence[bytes]) -> bytes:
    """The hash over complete subtrees that stand beside each other, each smaller than the one before."""
    *left, found = hashes
    for each in reversed(left):
        found = node_hash(each, found)
    return found


def inclusion_ranges(index: int, size: int) -> list[Range]:
    """What proves that the entry at `index` is in the tree of `size`: from the leaf's neighbour upwards.

    Raises ValueError unless 0 <= index < size.
    """
    if not 0 <= index < size:
        raise ValueError(f"there is no entry {index} in a tree of {size}")
    found: list[Range] = []
    begin, end = 0, size
    while end - begin > 1:
        middle = begin + _split(end - begin)
        if index < middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((begin, middle))
            begin = middle
    return found[::-1]


def consistency_ranges(old: int, new: int) -> list[Range]:
    """What proves that the tree of size `new` begins with that of size `old`; nothing where they are one.

    Raises ValueError unless 0 < old <= new.
    """
    if not 0 < old <= new:
        raise ValueError(f"a tree of {new} does not begin with one of {old}")
    found: list[Range] = []
    begin, end = 0, new
    while end != old:
        middle = begin + _split(end - begin)
        if old <= middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((begin, middle))
            begin = middle
    if begin:
        found.append((begin, end))
    return found[::-1]


def is_included(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether the path leads from the leaf to the root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, found = index, size - 1, leaf
    for each in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(each, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, each)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def is_consistent(old: int, new: int, path: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Whether the path shows that the new tree begins with the old one (RFC 9162, 2.1.4.2)."""
    if not 0 < old <= new:
        return False
    if old == new:
        return not path and old_root == new_root
    hashes = [old_root, *path] if old & (old - 1) == 0 else list(path)
    if not hashes:
        return False
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    of_old = of_new = hashes[0]
    for each in hashes[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            of_old, of_new = node_hash(each, of_old), node_hash(each, of_new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            of_new = node_hash(of_new, each)
        place, last = place >> 1, last >> 1
    return last == 0 and of_old == old_root and of_new == new_root


def _split(size: int) -> int:
    """The largest power of two that is smaller than the size."""
    return 1 << (size - 1).bit_length() - 1
