"""The tree's arithmetic is the standard's."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.records.log.tree import (
    EMPTY_ROOT,
    consistency_ranges,
    inclusion_ranges,
    is_consistent,
    is_included,
    leaf_hash,
    range_hash,
    subtrees,
)
from tests.bot.records.log import reference

MOST = 70
ENTRIES = [bytes([number]) * 3 for number in range(MOST)]

# Inputs and roots as the tests of Certificate Transparency's reference implementations have them.
KNOWN_INPUTS = [
    bytes.fromhex(each)
    for each in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
KNOWN_ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


def hash_of(entries: Sequence[bytes], begin: int, end: int) -> bytes:
    """A range's hash, of nodes that the reference computes."""
    return range_hash(
        begin, end, lambda level, index: reference.mth(entries[index << level : (index + 1) << level])
    )


def inclusion(index: int, size: int) -> list[bytes]:
    return [hash_of(ENTRIES, *each) for each in inclusion_ranges(index, size)]


def consistency(old: int, new: int) -> list[bytes]:
    return [hash_of(ENTRIES, *each) for each in consistency_ranges(old, new)]


@pytest.mark.parametrize("size", range(len(KNOWN_ROOTS) + 1))
def test_roots_are_those_that_are_known(size: int) -> None:
    expected = bytes.fromhex(KNOWN_ROOTS[size - 1]) if size else EMPTY_ROOT

    assert hash_of(KNOWN_INPUTS, 0, size) == expected
    assert reference.mth(KNOWN_INPUTS[:size]) == expected


@pytest.mark.parametrize("size", range(1, MOST + 1))
def test_every_tree_and_every_proof_is_the_references(size: int) -> None:
    entries = ENTRIES[:size]
    root = reference.mth(entries)

    assert hash_of(ENTRIES, 0, size) == root
    for index in range(size):
        path = inclusion(index, size)
        assert path == reference.path(index, entries)
        assert is_included(leaf_hash(entries[index]), index, size, path, root)
    for old in range(1, size + 1):
        path = consistency(old, size)
        assert path == reference.proof(old, entries)
        assert is_consistent(old, size, path, reference.mth(entries[:old]), root)


@given(st.integers(0, 2**40), st.integers(1, 2**40))
def test_subtrees_fill_a_range_without_gap(aligned: int, length: int) -> None:
    # What begins at such a place has room for it.
    begin = aligned << length.bit_length()
    place = begin
    for level, index in subtrees(begin, begin + length):
        assert index << level == place
        place += 1 << level
    assert place == begin + length


SIZES = st.integers(1, MOST)


@settings(deadline=None)
@given(SIZES, st.data())
def test_no_other_inclusion_is_proved(size: int, data: st.DataObject) -> None:
    """Another entry, place, size, root or path, all at once or one of them."""
    index = data.draw(st.integers(0, size - 1))
    path, root = inclusion(index, size), reference.mth(ENTRIES[:size])
    other = data.draw(st.integers(0, MOST - 1))
    other_index, other_size = data.draw(st.integers(-1, MOST + 1)), data.draw(st.integers(-1, MOST + 1))
    other_path = data.draw(changed(path))

    assert is_included(leaf_hash(ENTRIES[other]), index, size, path, root) == (other == index)
    assert is_included(leaf_hash(ENTRIES[index]), index, size, other_path, root) == (other_path == path)
    if is_included(leaf_hash(ENTRIES[index]), other_index, other_size, path, root):
        # A place is read off the path together with the size: both lead the same way up, or are the same.
        assert inclusion_shape(other_index, other_size) == inclusion_shape(index, size)


def inclusion_shape(index: int, size: int) -> list[bool]:
    """On which side the neighbours stand, from the leaf upwards."""
    return [begin < index for begin, _ in inclusion_ranges(index, size)]


@settings(deadline=None)
@given(SIZES, st.data())
def test_no_other_consistency_is_proved(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, new))
    path = consistency(old, new)
    roots = [reference.mth(ENTRIES[:size]) for size in (old, new)]
    edited = [*ENTRIES[:new]]
    edited[data.draw(st.integers(0, old - 1))] = b"edited"
    other_path = data.draw(changed(path))

    assert not is_consistent(old, new, path, reference.mth(edited[:old]), roots[1])
    assert not is_consistent(old, new, path, roots[0], reference.mth(edited))
    assert is_consistent(old, new, other_path, *roots) == (other_path == path)


@st.composite
def changed(draw: st.DrawFn, path: list[bytes]) -> list[bytes]:
    """A path with something left out, put in, edited, or not."""
    found = list(path)
    place = draw(st.integers(0, len(found)))
    match draw(st.sampled_from(("same", "less", "more", "edited"))):
        case "less":
            del found[place : place + 1]
        case "more":
            found.insert(place, draw(st.sampled_from([b"", b"\0" * 32, *path])))
        case "edited" if place < len(found):
            found[place] = bytes(each ^ 1 for each in found[place])
    return found


@pytest.mark.parametrize(("index", "size"), [(0, 0), (-1, 3), (3, 3)])
def test_what_is_not_there_has_no_proof(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="there is no entry"):
        inclusion_ranges(index, size)
    assert not is_included(leaf_hash(b""), index, size, [], leaf_hash(b""))


@pytest.mark.parametrize(("old", "new"), [(0, 3), (4, 3), (-1, 2)])
def test_what_does_not_begin_with_it_has_no_proof(old: int, new: int) -> None:
    with pytest.raises(ValueError, match="does not begin"):
        consistency_ranges(old, new)
    assert not is_consistent(old, new, [], EMPTY_ROOT, EMPTY_ROOT)
