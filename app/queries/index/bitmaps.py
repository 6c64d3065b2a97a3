"""Sets of events as the bits of one integer: bit n is the event at position n of the timeline, oldest first."""

from collections.abc import Iterable, Iterator

_BYTES_AT_ONCE = 512  # looked at together; stretches without a bit that is wanted cost next to nothing


def bits_at(positions: Iterable[int], size: int) -> int:
    """The set of some positions, each below the size; one that comes twice is in it once."""
    octets = bytearray(size // 8 + 1)
    for position in positions:
        octets[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(octets, "little")


def positions_of(bits: int, first: int = 0, last: int | None = None) -> list[int]:
    """The positions in a set, ascending: all of them, or those from the first-th to before the last-th, from 0."""
    wanted = range(bits.bit_count())[first:last]
    found: list[int] = []
    passed = 0
    for start, piece in _pieces(bits):
        count = piece.bit_count()
        if passed < wanted.stop and wanted.start < passed + count:
            inside = [start + at for at, bit in enumerate(reversed(f"{piece:b}")) if bit == "1"]
            found += inside[max(0, wanted.start - passed) : wanted.stop - passed]
        passed += count
    return found


def first_from(bits: int, position: int) -> int | None:
    """The first position of a set that is at this one or behind it."""
    rest = bits >> position
    return position + (rest & -rest).bit_length() - 1 if rest else None


def last_before(bits: int, position: int) -> int | None:
    """The last position of a set that is before this one."""
    rest = bits & ((1 << position) - 1)
    return rest.bit_length() - 1 if rest else None


def flags_of(bits: int, size: int) -> bytes:
    """A byte for every position, 1 where the set has it and 0 where not; for asking after many positions."""
    return f"{bits:0{size}b}".encode().translate(_FLAGS)[::-1]


def _pieces(bits: int) -> Iterator[tuple[int, int]]:
    octets = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    for start in range(0, len(octets), _BYTES_AT_ONCE):
        yield start * 8, int.from_bytes(octets[start : start + _BYTES_AT_ONCE], "little")


_FLAGS = bytes.maketrans(b"01", b"\x00\x01")
